import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const DIST = join(import.meta.dirname, '../../../dist');

/** What Node loads with a built file before its first line runs. */
function loadedWith(file: string, before = new Map<string, string>()): Map<string, string> {
  if (before.has(file)) return before;
  const code = readFileSync(join(DIST, file), 'utf8');
  before.set(file, code);
  for (const [, name = ''] of code.matchAll(/^(?:import|export|\} from)[^;]*?"\.\/([^"]+)";$/gm))
    loadedWith(name, before);
  return before;
}

test('a start loads three files, and in them no language, no screens, no parser and no checker', () => {
  const loaded = loadedWith('main.js');
  expect(loaded.size).toBe(3);
  const sources = [...loaded.values()].flatMap((code) => [...code.matchAll(/^\/\/ (\S+)$/gm)].map(([, path]) => path));
  expect(sources).toContain('src/cli/commands/list.ts');
  const heavy = /^(src\/(i18n\/(en|vi|th)|tui|mail)|node_modules\/(ink|react|zod|commander|mailparser|liquidjs))\//;
  expect(sources.filter((path) => heavy.test(path ?? ''))).toEqual([]);
});

test('nothing that Node brings is imported: that would load what lies behind it', () => {
  for (const code of loadedWith('main.js').values()) expect(code).not.toMatch(/^import .*"node:/m);
});

test('the screens load nothing that speaks to the network: that is the work of the process beside them', () => {
  const run = readFileSync(join(DIST, 'main.js'), 'utf8').match(/import\("\.\/(run-[^"]+)"\)/)?.[1] ?? '';
  const later = [...readFileSync(join(DIST, run), 'utf8').matchAll(/import\("\.\/((?:ink|perform)-[^"]+)"\)/g)];
  expect(later).toHaveLength(2);
  for (const file of [run, ...later.map(([, name = '']) => name)])
    for (const code of loadedWith(file).values())
      expect(code).not.toMatch(/^\/\/ (?:node_modules\/(?:imapflow|nodemailer|smtp-server)|src\/mail\/net)\//m);
});
