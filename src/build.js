// Bundles src/ into dist/. Runs on Node 20 too, because `npm ci` runs it on whatever Node is there.
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Replaces text in one dependency file while bundling; fails loudly when the dependency has changed. */
const patch = (name, filter, from, to) => ({
  name,
  setup(on) {
    on.onLoad({ filter }, async ({ path }) => {
      const before = await readFile(path, 'utf8');
      const contents = before.replaceAll(from, to);
      if (contents === before) throw new Error(`${name} changed: see src/build.js`);
      return { contents };
    });
  },
});

/** Built beside dist/ and moved in when it is whole: a build that fails leaves the last one as it was. */
const fresh = await mkdtemp('dist-');
try {
  await bundle(fresh);
  await moveIn(fresh, 'dist');
} finally {
  await rm(fresh, { recursive: true, force: true });
}

/**
 * Puts the new files in the place of the old ones, each whole at any moment, the entries last. The chunks of the build before
 * stay until the next one: a desk that is running loads the rest of itself from them.
 */
async function moveIn(from, to) {
  await mkdir(to, { recursive: true });
  const before = await stat(join(to, 'main.js')).catch(() => null);
  const made = await readdir(from);
  const isEntry = (name) => !/-[A-Z0-9]{8}\.js/.test(name);
  for (const name of made.toSorted((a, b) => isEntry(a) - isEntry(b))) await rename(join(from, name), join(to, name));
  const lastBuild = (before?.mtimeMs ?? 0) - 60_000; // its files were written in less than a minute
  for (const name of await readdir(to)) {
    const path = join(to, name);
    if (!made.includes(name) && (await stat(path)).mtimeMs < lastBuild) await rm(path, { recursive: true });
  }
}

async function bundle(outdir) {
  await build({
    entryPoints: { main: 'src/main.ts', 'mail-worker': 'src/mail/worker.ts', docs: 'src/docs.ts' },
    outdir,
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
    jsx: 'automatic',
    legalComments: 'linked',
    logLevel: 'warning',
    external: ['better-sqlite3/package.json'],
    alias: { 'react-devtools-core': './src/tui/no-devtools.ts' },
    // else esbuild makes `new RegExp` of each \p{…}: compiled again at every call
    supported: { 'regexp-unicode-property-escapes': true, 'regexp-set-notation': true },
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
    banner: {
      js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);",
    },
    plugins: [
      // the bundled loader must find the prebuilt binary beside its package, not beside dist/
      patch(
        'better-sqlite3',
        /better-sqlite3\/lib\/binding\.js$/,
        '__dirname',
        "path.join(path.dirname(require.resolve('better-sqlite3/package.json')), 'lib')",
      ),
      // both load tables of Unicode, 35 ms at every start: made when first needed
      patch(
        'string-width',
        /string-width\/index\.js$/,
        /^const (segmenter|rgiEmojiRegex) = (.*);$/gm,
        (_whole, name, made) =>
          `let ${name}Made; const ${name} = { segment: t => (${name}Made ??= ${made}).segment(t), test: t => (${name}Made ??= ${made}).test(t) };`,
      ),
      // else yoga's wasm comes through fetch(), which loads undici: 44 ms at every start
      patch('yoga-layout', /yoga-wasm-base64-esm\.js$/, '"function"!=typeof fetch', 'true'),
    ],
  });
}
