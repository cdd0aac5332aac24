import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { MIGRATIONS, type Migration } from '../../../src/store/migrate.ts';
import { openStore, type Store } from '../../../src/store/open.ts';
import { DEMO_NOW } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folder.ts';

const bump = (version: number, sql: string): Migration => ({ version, name: `step ${version}`, sql });
const NEXT = bump(MIGRATIONS.length + 1, 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT');
const BROKEN = bump(
  MIGRATIONS.length + 1,
  'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT; SELECT nonsense FROM nowhere',
);

const opened = (path: string, migrations: readonly Migration[] = MIGRATIONS, now = DEMO_NOW): Store =>
  openStore(path, { now, migrations });
const copies = (folder: string): string[] => readdirSync(folder).filter((name) => /-v\d+\.db$/.test(name));
const version = (store: Store): unknown => store.db.pragma('user_version', { simple: true });

test('a step forward keeps a sound copy of the store as it was, for its owner alone', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'desk.db');
  const old = opened(path);
  old.db.exec("INSERT INTO settings VALUES ('shop', 'Máy Mới')");
  old.close();

  const store = opened(path, [...MIGRATIONS, NEXT]);

  expect(version(store)).toBe(NEXT.version);
  expect(copies(folder)).toEqual([`desk-2026-03-12T02-00-00-000Z-v${MIGRATIONS.length}.db`]);
  const copy = join(folder, copies(folder)[0] ?? '');
  expect((statSync(copy).mode & 0o777).toString(8)).toBe('600');
  const before = opened(copy);
  expect(before.db.prepare("SELECT value FROM settings WHERE key = 'shop'").pluck().get()).toBe('Máy Mới');
  before.close();
  store.close();
});

test('a new store, and a store that is up to date, make no copy', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'desk.db');

  opened(path, [...MIGRATIONS, NEXT]).close();
  opened(path, [...MIGRATIONS, NEXT]).close();

  expect(copies(folder)).toEqual([]);
});

test('a step that fails leaves the store as it was, and the next try does it', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'desk.db');
  opened(path).close();

  const fail = () => opened(path, [...MIGRATIONS, BROKEN]);

  expect(fail).toThrow('no such table: nowhere');
  const store = opened(path, [...MIGRATIONS, NEXT]);
  expect(version(store)).toBe(NEXT.version);
  store.close();
});

test('a step that would break a reference is not taken', () => {
  const path = join(temporaryFolder(), 'desk.db');
  opened(path).close();
  const orphan = bump(
    MIGRATIONS.length + 1,
    "INSERT INTO contact_points (customer, kind, value, normal) VALUES (7, 'email', 'a@b', 'a@b')",
  );

  const fail = () => opened(path, [...MIGRATIONS, orphan]);

  expect(fail).toThrow('broke a reference');
  opened(path).close();
});

test('of many copies the last three stay, and copies of another store are let alone', () => {
  const folder = temporaryFolder();
  new Database(join(folder, 'other-2020-01-01T00-00-00-000Z-v1.db')).exec('CREATE TABLE x (y)').close();
  const steps = [...MIGRATIONS];
  opened(join(folder, 'desk.db'), steps).close();

  for (let n = 1; n <= 5; n += 1) {
    steps.push(bump(MIGRATIONS.length + n, `CREATE TABLE t${n} (id INTEGER PRIMARY KEY) STRICT`));
    opened(join(folder, 'desk.db'), steps, DEMO_NOW + n * 1000).close();
  }

  const numbers = copies(folder).map((name) => /v(\d+)\.db$/.exec(name)?.[1]);
  expect(copies(folder)).toHaveLength(4);
  expect(numbers).toEqual(
    ['3', '4', '5', '1'].map((n, at) => (at === 3 ? n : String(MIGRATIONS.length - 1 + Number(n)))),
  );
});

test('the first schema is what it was when stores were first made with it, to the letter', () => {
  const store = opened(':memory:', MIGRATIONS.slice(0, 1));

  const rows = store.db
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT GLOB 'search_[cdi]*' ORDER BY name")
    .all();

  expect(createHash('sha256').update(JSON.stringify(rows)).digest('hex')).toBe(
    'b98531add0ca93d5e705ee823e8921fae00dab3bbca9cdb5ee8ddbaa6ae40d40',
  );
  store.close();
});
