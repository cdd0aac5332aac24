import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtDesk, NOW, seededDesk, tempDesk, tempFolder } from '../helpers/cli.ts';

/** Who may not write everywhere: root may, so that the program runs as nobody then. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** The built program in a process of its own, ended when it hangs. */
const run = (db: string, argv: readonly string[]) =>
  spawnSync(process.execPath, [builtDesk(), ...argv, '--db', db], {
    ...NOBODY,
    env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', DESK_NOW: NOW, LANG: 'C', USER: 'mai' },
    encoding: 'utf8',
    timeout: 20_000,
  });

/** A seeded store that others may read and nobody may write, in a folder of that kind. */
async function readableStore(): Promise<string> {
  const { folder, db } = await seededDesk();
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
  chmodSync(folder, 0o555);
  return db;
}

test('a store that may not be written is read as it lies; a change says that it is read only', async () => {
  const db = await readableStore();

  for (const flags of [[], ['--read-only']]) {
    expect(run(db, ['list', '-q', '*', ...flags])).toMatchObject({ status: 0, stdout: '1\n2\n3\n', stderr: '' });
    expect(run(db, ['show', '1', ...flags]).stdout).toContain('máy của chị không lên hình');
    expect(run(db, ['list', 'man hinh', '-q', ...flags]).stdout).toBe('1\n');
    expect(run(db, ['note', '1', '--message', 'x', ...flags])).toMatchObject({
      status: 77,
      stderr: expect.stringContaining('reading only'),
    });
  }
  chmodSync(join(db, '..'), 0o755);
});

test('a write-protected store whose last words are still in the -wal says what to do', async () => {
  const { db } = await seededDesk();
  const folder = tempFolder();
  const left = join(folder, 'desk.db');
  // a desk that was killed: file and -wal, but no -shm
  const copy = `import Database from 'better-sqlite3'; import { copyFileSync } from 'node:fs';
    const db = new Database(${JSON.stringify(db)}); db.exec("INSERT INTO settings VALUES ('x', 'y')");
    for (const end of ['', '-wal']) copyFileSync(${JSON.stringify(db)} + end, ${JSON.stringify(left)} + end);`;
  execFileSync(process.execPath, ['--input-type=module', '-e', copy]);
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
  chmodSync(folder, 0o555);

  const { status, stderr } = run(left, ['list']);

  expect([status, stderr]).toEqual([77, expect.stringContaining('Copy all files of its name')]);
  chmodSync(folder, 0o755);
});

test('what is no file, or can never be one, is said at once', async () => {
  const folder = tempFolder();
  chmodSync(folder, 0o777);
  execFileSync('mkfifo', ['-m', '666', join(folder, 'pipe')]);
  symlinkSync('/dev/null', join(folder, 'null'));
  const socket = createServer().listen(join(folder, 'socket'));

  for (const path of [
    '/proc/x/y',
    '/dev/null',
    '/',
    folder,
    ...['pipe', 'null', 'socket'].map((name) => join(folder, name)),
  ])
    for (const argv of [['list'], ['list', '--read-only'], ['import', '-']]) {
      const { status, stderr, signal } = run(path, argv);
      expect([path, signal, stderr]).toEqual([path, null, expect.stringMatching(/^desk: .+\n$/)]);
      expect([66, 73]).toContain(status);
    }
  socket.close();
});

test('an empty --db is no way to say the usual store', async () => {
  const desk = tempDesk();

  for (const argv of [
    ['list', '--db', ''],
    ['list', '--db='],
  ])
    expect(await desk.run(argv)).toMatchObject({ code: 2, err: expect.stringContaining('--db needs a value') });
  expect(existsSync(desk.db)).toBe(false);
});
