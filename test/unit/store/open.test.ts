import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openStore, type Store } from '../../../src/store/open.ts';
import { writeQuietly } from '../../../src/store/writing.ts';
import { DEMO_NOW } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folder.ts';

const opened = (path: string, readOnly = false): Store => openStore(path, { now: DEMO_NOW, readOnly });
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
/** What lies in a folder, byte for byte; the -shm is a note of who is reading. */
const bytes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => !name.endsWith('-shm'))
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );

/** A mail in the raw file, so that it has a -wal as well. */
const keepMail = (store: Store): void =>
  void store.raw().keep([{ raw: Buffer.from('From: a@b\n\nx'), source: '-', ref: '' }]);

test('folder, both files and what SQLite keeps beside them are for their owner alone', () => {
  const folder = join(temporaryFolder(), 'new', 'desk');
  const store = opened(join(folder, 'desk.db'));

  writeQuietly(store, () => store.db.exec("INSERT INTO settings VALUES ('x', 'y')"));
  keepMail(store);

  expect(mode(folder)).toBe('700');
  expect(readdirSync(folder).sort()).toEqual([
    'desk.db',
    'desk.db-shm',
    'desk.db-wal',
    'desk.raw.db',
    'desk.raw.db-shm',
    'desk.raw.db-wal',
  ]);
  for (const name of readdirSync(folder)) expect(mode(join(folder, name))).toBe('600');
  store.close();
});

test('a store that was copied here for all to read is closed to others when it is opened', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'desk.db');
  opened(path).close();
  chmodSync(path, 0o644);

  const store = opened(path);

  expect(mode(path)).toBe('600');
  expect(mode(`${path}-wal`)).toBe('600');
  store.close();
});

test('every connection waits for others, checks references and loses nothing in a power cut', () => {
  const store = opened(join(temporaryFolder(), 'desk.db'));

  const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'busy_timeout'];
  const values = settings.map((name) => store.db.pragma(name, { simple: true }));

  expect(values).toEqual(['wal', 2, 1, 0, 1, 5000]);
  store.close();
});

const FOREIGN: Record<string, (path: string) => void> = {
  'a text': (path) => writeFileSync(path, 'Dear desk, this is a letter and no database at all.\n'.repeat(10)),
  'a few bytes': (path) => writeFileSync(path, 'SQLite format 3'),
  "another program's database": (path) => void new Database(path).exec('CREATE TABLE notes (x)').close(),
  'one with its number': (path) =>
    void new Database(path).exec('PRAGMA application_id = 7; PRAGMA user_version = 1').close(),
  'one that is open and writes ahead': (path) =>
    void new Database(path).exec('PRAGMA journal_mode = WAL; CREATE TABLE notes (x); INSERT INTO notes VALUES (1)'),
};

test.each(Object.keys(FOREIGN))('%s is refused in one line and stays as it is, byte for byte', (name) => {
  const folder = temporaryFolder();
  const path = join(folder, 'desk.db');
  FOREIGN[name]?.(path);
  const before = bytes(folder);

  const open = () => opened(path);

  expect(open).toThrow(expect.objectContaining({ code: 'foreign-store', facts: { path } }));
  expect(bytes(folder)).toEqual(before);
});

test('a store of a newer desk is refused, naming the version, and stays as it is', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'desk.db');
  opened(path).close();
  new Database(path).exec('PRAGMA user_version = 99').close();
  const before = bytes(folder);

  const open = () => opened(path);

  expect(open).toThrow(
    expect.objectContaining({ code: 'newer-store', facts: { path, version: 99, known: expect.any(Number) } }),
  );
  expect(bytes(folder)).toEqual(before);
});

test.each(['a text', "another program's database"])('a raw file that is %s is refused and stays as it is', (name) => {
  const folder = temporaryFolder();
  const store = opened(join(folder, 'desk.db'));
  FOREIGN[name]?.(join(folder, 'desk.raw.db'));
  const before = bytes(folder);

  const open = () => store.raw();

  expect(open).toThrow(expect.objectContaining({ code: 'foreign-store' }));
  expect(bytes(folder)['desk.raw.db']).toEqual(before['desk.raw.db']);
  store.close();
});

test('a folder in the place of the store, and a file in the place of its folder, are said so', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'desk.db'));
  writeFileSync(join(folder, 'file'), '');

  const onFolder = () => opened(join(folder, 'desk.db'));
  const underFile = () => opened(join(folder, 'file', 'desk.db'));

  expect(onFolder).toThrow(expect.objectContaining({ code: 'cannot-create', what: 'store-not-opened' }));
  expect(underFile).toThrow(expect.objectContaining({ code: 'cannot-create', what: 'store-not-opened' }));
});

test('reading only makes nothing: a missing store is said so, an existing one cannot be written', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'desk.db');

  const missing = () => opened(path, true);
  expect(missing).toThrow(expect.objectContaining({ code: 'no-input', what: 'store-missing' }));
  expect(existsSync(path)).toBe(false);
  opened(path).close();
  const store = opened(path, true);

  expect(() => store.db.exec("INSERT INTO settings VALUES ('x', 'y')")).toThrow('readonly');
  expect(() => store.raw()).toThrow(expect.objectContaining({ what: 'store-missing' }));
  store.close();
});

test('what a killed desk left in the -wal is there again', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'desk.db');
  const killed = opened(path);
  writeQuietly(killed, () => killed.db.exec("INSERT INTO settings VALUES ('x', 'y')"));
  const copy = join(temporaryFolder(), 'desk.db');
  for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${copy}${end}`);

  const store = opened(copy);

  expect(store.db.prepare("SELECT value FROM settings WHERE key = 'x'").pluck().get()).toBe('y');
  killed.close();
  store.close();
});
