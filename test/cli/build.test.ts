import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../helpers/cli.ts';

const ROOT = join(import.meta.dirname, '../..');

test('a build moves in when it is whole: one that fails leaves the last as it was, and a running desk keeps its chunks', () => {
  const folder = tempFolder();
  for (const name of ['src', 'bin', 'package.json']) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const build = () => spawnSync(process.execPath, ['src/build.js'], { cwd: folder, encoding: 'utf8' });
  const built = (): string[] => readdirSync(join(folder, 'dist')).sort();
  const main = join(folder, 'src/main.ts');
  const words = join(folder, 'src/i18n/en/verbs.ts');
  const source = readFileSync(main, 'utf8');

  expect(build()).toMatchObject({ status: 0, stderr: '' });
  const first = built();
  expect(first).toContain('main.js');
  writeFileSync(main, `${source}\nthis is no TypeScript`);
  expect(build().status).not.toBe(0);
  expect(built()).toEqual(first);
  expect(readdirSync(folder).filter((name) => name.startsWith('dist'))).toEqual(['dist']);

  writeFileSync(main, source);
  writeFileSync(words, readFileSync(words, 'utf8').replace("import: 'import'", "import: 'take in'"));
  expect(build().status).toBe(0);
  expect(built()).toEqual(expect.arrayContaining(first));
  expect(built().length).toBeGreaterThan(first.length);
  const long = new Date(Date.now() - 86_400_000);
  for (const name of first) utimesSync(join(folder, 'dist', name), long, long); // the first build was yesterday
  const second = built().filter((name) => !first.includes(name));
  for (const name of ['main.js', ...second]) utimesSync(join(folder, 'dist', name), new Date(), new Date());
  expect(build().status).toBe(0);
  expect(built()).toEqual(expect.arrayContaining(second));
  expect(built().length).toBe(first.length);
  expect(spawnSync(process.execPath, ['bin/desk.js', '--version'], { cwd: folder, encoding: 'utf8' }).stdout).toMatch(
    /^desk/,
  );
});
