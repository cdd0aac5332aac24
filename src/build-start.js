// What makes a start quick: what desk is bundled into, and how it asks Node for Node's own modules.
import { readFile } from 'node:fs/promises';
import { builtinModules, createRequire } from 'node:module';
import { resolve } from 'node:path';

const require = createRequire(import.meta.url);
const START = ['start', 'process-io', 'new-id'].map((name) => resolve(`src/start/${name}.ts`));

/**
 * What every command loads is one file: each part that is loaded later names the start as loaded before it, so that what
 * it shares with the start is in no chunk of its own. (esbuild makes a chunk of every set of parts that share something.)
 */
const oneStart = {
  name: 'one-start',
  setup(on) {
    const later = new Set();
    on.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind === 'dynamic-import' && !resolveDir.includes('node_modules')) later.add(resolve(resolveDir, path));
    });
    on.onLoad({ filter: /\/src\/.*\.tsx?$/ }, async ({ path }) => {
      if (!later.has(path)) return undefined;
      const start = START.map((one) => `import ${JSON.stringify(one)};`).join(' ');
      const contents = `${start}\n${await readFile(path, 'utf8')}`;
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};

/**
 * Node's modules without `import`, which would have Node look at everything that they export and load what lies behind
 * (`node:fs` alone brings the streams and the promises). Only what is used is asked for: esbuild drops the other lines.
 */
const nodeModules = {
  name: 'node-modules',
  setup(on) {
    const own = new Set(builtinModules.map((name) => name.replace(/^node:/, '')));
    on.onResolve({ filter: /^(node:)?[a-z0-9_/]+$/ }, ({ path, kind }) => {
      const name = path.replace(/^node:/, '');
      return own.has(name) && kind === 'import-statement' ? { path: name, namespace: 'node-module' } : undefined;
    });
    on.onLoad({ filter: /.*/, namespace: 'node-module' }, ({ path }) => ({ contents: named(path) }));
  },
};

function named(name) {
  const exported = Object.keys(require(`node:${name}`)).filter((key) => key !== 'default');
  return [
    `const whole = /* @__PURE__ */ process.getBuiltinModule('node:${name}');`,
    'const of = (key) => whole[key];',
    'export default whole;',
    ...exported.map((key) => `export const ${key} = /* @__PURE__ */ of('${key}');`),
  ].join('\n');
}

export const quickStart = [oneStart, nodeModules];
