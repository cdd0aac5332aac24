// What is changed in dependencies while they are bundled. Every change fails loudly when the dependency has changed.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const ours = (name) => fileURLToPath(new URL(name, import.meta.url));
const importing = (names, from) => `import { ${names} } from ${JSON.stringify(ours(from))};\n`;
const importRecentMap = importing('RecentMap', './tui/recent-map.ts');

/** Replaces texts in one file of a dependency; `before` is put at its head. */
const patch = (name, filter, changes, before = '') => ({
  name,
  setup(on) {
    on.onLoad({ filter }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      for (const [from, to] of changes) {
        const changed = contents.replaceAll(from, to);
        if (changed === contents) throw new Error(`${name} changed: see src/build-patches.js`);
        contents = changed;
      }
      return { contents: before + contents };
    });
  },
});

/** Whom Ink asks for the columns of a text. */
const inkWidth = {
  name: 'ink-width',
  setup(on) {
    on.onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      /\/node_modules\/(ink\/build|widest-line)\//.test(importer) ? { path: ours('./tui/ink-width.ts') } : undefined,
    );
  },
};

/**
 * Ink cuts every row of the screen into styled cells anew at every key, whatever changed, does so twice for a text that
 * has no styles of Ink's own, and looks for emoji in each letter: two thirds of the time of a key. What it found out
 * about a row is kept while the row is in use. A test holds the frames equal to those of the unpatched Ink.
 */
export const inkPatches = [
  inkWidth,
  patch(
    'ink/output',
    /ink\/build\/output\.js$/,
    [
      ['widths = new Map();', 'widths = new RecentMap(5000);'],
      ['styledChars = new Map();', 'styledChars = new RecentMap(120);'],
      ['export default class Output {', 'const caches = new OutputCaches();\nexport default class Output {'],
      ['caches = new OutputCaches();\n    width', 'caches = caches;\n    width'],
      [
        'let lines = characterLines.map(line => styledCharsToString(line));',
        'const asTheyAre = !clip && transformers.length === 0;\n' +
          'let lines = asTheyAre ? characterLines : characterLines.map(line => styledCharsToString(line));',
      ],
      [
        'const characters = this.caches.getStyledChars(line);',
        'const characters = asTheyAre ? line : this.caches.getStyledChars(line);',
      ],
      [
        'get() {\n',
        'get() {\n        const rows = frameOfRows(this.operations, this.width, this.height);\n' +
          '        if (rows !== undefined) return rows;\n',
      ],
      // some scripts have fewer columns in terminals that count clusters: what stands behind must not move
      [
        'return styledCharsToString(lineWithoutEmptyItems).trimEnd();',
        'return anchored(styledCharsToString(lineWithoutEmptyItems).trimEnd());',
      ],
    ],
    importRecentMap + importing('frameOfRows', './tui/ink-rows.ts') + importing('anchored', './tui/anchored.ts'),
  ),
  patch('ink/Text', /ink\/build\/components\/Text\.js$/, [
    [
      'internal_transform: isScreenReaderEnabled ? undefined : transform',
      'internal_transform: isScreenReaderEnabled || isPlain ? undefined : transform',
    ],
    [
      'const transform = (text) => {',
      'const isPlain = color === undefined && effectiveBackgroundColor === undefined && ' +
        '!(dimColor || bold || italic || underline || strikethrough || inverse);\nconst transform = (text) => {',
    ],
  ]),
  patch(
    'ink/sanitize-ansi',
    /ink\/build\/sanitize-ansi\.js$/,
    [
      [
        'export default sanitizeAnsi;',
        `const sane = new RecentMap(200);
export default (text) => {
  if (isStyledRow(text)) return text;
  let known = sane.get(text);
  if (known === undefined) sane.set(text, (known = sanitizeAnsi(text)));
  return known;
};`,
      ],
    ],
    importRecentMap + importing('isStyledRow', './tui/ink-rows.ts'),
  ),
  patch(
    'ink/log-update',
    /ink\/build\/log-update\.js$/,
    [
      ['? lineUpdate(', '? lineUpdateOfCells('],
      ["buffer.join('')", "stepsJoined(buffer.join(''))"],
      [
        'const createIncremental =',
        'const lineUpdateOfCells = (...row) => rowUpdate(...row) ?? lineUpdate(...row);\nconst createIncremental =',
      ],
    ],
    importing('rowUpdate, stepsJoined', './tui/ink-row-update.ts'),
  ),
  // it clears where the old frame no longer is, and draws that frame once more, wider than the window, before the new one
  patch('ink/ink', /ink\/build\/ink\.js$/, [
    [
      / {4}resized = \(\) => \{[\s\S]*?\n {4}\};\n/g,
      `    resized = () => {
        this.log.reset();
        this.lastOutput = '';
        this.lastOutputToRender = '';
        this.lastOutputHeight = 0;
        this.options.stdout.write('\\u001b[2J\\u001b[H');
        this.calculateLayout();
        dom.emitLayoutListeners(this.rootNode);
    };
`,
    ],
    // tui/own-screen.ts has entered it, and shows its first rows
    [
      'this.writeBestEffort(this.options.stdout, ansiEscapes.enterAlternativeScreen);',
      "this.writeBestEffort(this.options.stdout, '\\u001b[H');",
    ],
    // the cursor stays where it was when the screens change
    [/ansiEscapes\.enterAlternativeScreen/g, "ansiEscapes.enterAlternativeScreen + '\\u001b[H'"],
  ]),
  patch(
    'widest-line',
    /widest-line\/index\.js$/,
    [
      [
        'export default function widestLine(string) {',
        `const known = new RecentMap(200);
export default function widestLine(string) {
  let width = known.get(string);
  if (width === undefined) known.set(string, (width = measured(string)));
  return width;
}
function measured(string) {`,
      ],
    ],
    importRecentMap,
  ),
];

export const patches = [
  // the bundled loader must find the prebuilt binary beside its package, not beside dist/
  patch('better-sqlite3', /better-sqlite3\/lib\/binding\.js$/, [
    ['__dirname', 'packageLib()'],
    [
      "const path = require('path');",
      `const path = require('path');
function packageLib() {
	const beside = path.join(DIST, '../node_modules/better-sqlite3/lib');
	if (fs.existsSync(beside)) return beside; // asking Node takes 2 ms of every start
	return path.join(path.dirname(require.resolve('better-sqlite3/package.json')), 'lib');
}`,
    ],
  ]),
  // both load tables of Unicode, 35 ms at every start: made when first needed
  patch('string-width', /string-width\/index\.js$/, [
    [
      /^const (segmenter|rgiEmojiRegex) = (.*);$/gm,
      (_whole, name, made) =>
        `let ${name}Made; const ${name} = { segment: t => (${name}Made ??= ${made}).segment(t), test: t => (${name}Made ??= ${made}).test(t) };`,
    ],
  ]),
  // else yoga's wasm comes through fetch(), which loads undici: 44 ms at every start
  patch('yoga-layout', /yoga-wasm-base64-esm\.js$/, [['"function"!=typeof fetch', 'true']]),
  ...inkPatches,
];
