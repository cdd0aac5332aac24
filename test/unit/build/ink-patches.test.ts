import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import xterm from '@xterm/headless';
import { Chalk } from 'chalk';
import { build, type Plugin } from 'esbuild';
import fc from 'fast-check';
import type * as ink from 'ink';
import type * as react from 'react';
import { expect, test } from 'vitest';
import { inkPatches } from '../../../src/build-patches.js';
import { clean } from '../../../src/text/clean.ts';
import { truncate } from '../../../src/text/width.ts';
import { countSigns } from '../../helpers/count-signs.ts';
import { temporaryFolder } from '../../helpers/folder.ts';

const GOLDENS = join(import.meta.dirname, '../../screens/golden');
const COLUMNS = 80;

type Ink = Pick<typeof ink, 'Box' | 'Text' | 'renderToString'> & Pick<typeof react, 'createElement'>;

/** Ink as a bundle of its own, with these changes. */
async function bundled(plugins: readonly Plugin[]): Promise<Ink> {
  const outfile = join(temporaryFolder(), 'ink.mjs');
  await build({
    stdin: {
      contents: "export { Box, Text, renderToString } from 'ink'; export { createElement } from 'react';",
      resolveDir: import.meta.dirname,
    },
    ...{ outfile, bundle: true, format: 'esm', platform: 'node', plugins: [...plugins] },
    alias: { 'react-devtools-core': join(import.meta.dirname, '../../../src/tui/no-devtools.ts') },
    banner: {
      js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);",
    },
  });
  return (await import(pathToFileURL(outfile).href)) as Ink;
}

/** Rows drawn as App draws them. */
const frame = ({ Box, Text, renderToString, createElement: make }: Ink, rows: readonly string[]): string =>
  renderToString(
    make(
      Box,
      { flexDirection: 'column', width: COLUMNS, height: rows.length },
      ...rows.map((row, key) => make(Text, { key, wrap: 'truncate' }, row === '' ? ' ' : row)),
    ),
    { columns: COLUMNS },
  );

/** What a terminal makes of a frame, cell by cell; the order in which styles end is nothing that is seen. */
async function cells(text: string): Promise<string> {
  const terminal = new xterm.Terminal({ cols: COLUMNS + 40, rows: 45, allowProposedApi: true });
  countSigns(terminal);
  await new Promise<void>((resolve) => terminal.write(text.replaceAll('\n', '\r\n'), resolve));
  const { active } = terminal.buffer;
  return Array.from({ length: terminal.rows }, (_, row) =>
    Array.from({ length: terminal.cols }, (_, column) => {
      const cell = active.getLine(row)?.getCell(column);
      return `${cell?.getChars()}|${cell?.isBold()}${cell?.isDim()}${cell?.isInverse()}${cell?.getFgColor()}`;
    }).join(' '),
  ).join('\n');
}

const { bold, cyan, dim, inverse } = new Chalk({ level: 1 });
const PAINTS = [(text: string) => text, bold, dim, inverse, bold.cyan, cyan];

test('the bundled Ink draws every screen as the one from the registry does, one frame after the other', async () => {
  const [plain, patched] = [await bundled([]), await bundled(inkPatches)];

  for (const name of readdirSync(GOLDENS)) {
    const lines = readFileSync(join(GOLDENS, name), 'utf8').split('\n').slice(0, 40);
    const rows = lines.map((line, row) => (PAINTS[row % PAINTS.length] ?? bold)(line));
    expect(await cells(frame(patched, rows)), name).toBe(await cells(frame(plain, rows)));
  }
});

test('and any rows of clean text, too long ones cut as Ink cuts them', async () => {
  const [plain, patched] = [await bundled([]), await bundled(inkPatches)];
  const text = fc.oneof(
    fc.string({ maxLength: 120, unit: 'grapheme' }),
    fc.constantFrom(
      'Tiếng Việt có dấu',
      'ภาษาไทยน้ำ',
      'हिन्दी',
      '日本語の文',
      '👩‍👩‍👧 🇻🇳 ☎️',
      'tie\u0302\u0301ng',
      'ຂໍ້ຄວາມ',
    ),
  );
  const row = fc.array(fc.tuple(text, fc.nat({ max: PAINTS.length - 1 })), { maxLength: 4 });

  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      const painted = rows.map((pieces) =>
        pieces.map(([one, paint]) => (PAINTS[paint] ?? bold)(truncate(clean(one, 'line'), 60))).join(''),
      );
      expect(await cells(frame(patched, painted))).toBe(await cells(frame(plain, painted)));
    }),
    { numRuns: 150 },
  );
});
