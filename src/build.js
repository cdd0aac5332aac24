// Bundles src/ into dist/. Runs on Node 20 too, because `npm ci` runs it on whatever Node is there.
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { patches } from './build-patches.js';
import { quickStart } from './build-start.js';

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

/** Each program for itself: what two of them share would be a file of its own, and one more to load at every start. */
async function bundle(outdir) {
  for (const [name, source] of Object.entries({ main: 'main', 'mail-worker': 'mail/worker', docs: 'docs' }))
    await bundleProgram(outdir, name, `src/${source}.ts`);
}

async function bundleProgram(outdir, name, source) {
  await build({
    entryPoints: { [name]: source },
    outdir,
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: name === 'main',
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
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"', DIST: 'import.meta.dirname' },
    banner: {
      js: "const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);",
    },
    plugins: [...quickStart, ...patches],
  });
}
