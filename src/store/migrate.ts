import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../domain/errors.ts';
import { start } from './migrations/0001-start.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** "desk" as a number: written into the file header, so that no other program's database is taken for ours. */
export const APPLICATION_ID = 0x6465736b;

const MIGRATIONS: readonly Migration[] = [start];
export const SCHEMA_VERSION = MIGRATIONS.length;
const COPIES_KEPT = 3;

/**
 * Brings the store to this program's version: each step in one transaction, after a verified copy of a store that
 * already holds something. Throws `newer-store` or `foreign-store` and touches nothing when the file is not ours.
 */
export function migrate(db: Database.Database, path: string, now: number): void {
  const version = recognise(db, path);
  if (version === SCHEMA_VERSION) return;
  if (version > 0 && path !== ':memory:') copyBefore(db, path, version, now);
  for (const migration of MIGRATIONS.slice(version)) {
    db.transaction(() => {
      // another process may have been faster while this one waited for the lock
      if (db.pragma('user_version', { simple: true }) !== migration.version - 1) return;
      db.exec(migration.sql);
      const broken = db.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) throw new Error(`migration ${migration.name} broke a reference`);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
}

/** The version of the store in `db`: 0 for an empty file. */
export function recognise(db: Database.Database, path: string): number {
  const { id, version, tables } = header(db, path);
  if (id === APPLICATION_ID) {
    if (version > SCHEMA_VERSION)
      throw new DeskError('newer-store', 'newer-store', { path, version, known: SCHEMA_VERSION });
    return version;
  }
  if (id === 0 && version === 0 && tables === 0) return 0;
  throw new DeskError('foreign-store', 'foreign-store', { path });
}

function header(db: Database.Database, path: string): { id: number; version: number; tables: number } {
  try {
    const number = (sql: string): number => Number(db.prepare(sql).pluck().get());
    return {
      id: number('PRAGMA application_id'),
      version: number('PRAGMA user_version'),
      tables: number("SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE '\\_litestream%' ESCAPE '\\'"),
    };
  } catch (error) {
    if (error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code))
      throw new DeskError('foreign-store', 'foreign-store', { path }, error);
    throw error;
  }
}

function copyBefore(db: Database.Database, path: string, version: number, now: number): void {
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  const copy = join(dirname(path), `desk-${stamp}-v${version}.db`);
  if (existsSync(copy)) rmSync(copy);
  db.prepare('VACUUM INTO ?').run(copy);
  chmodSync(copy, 0o600);
  const check = new Database(copy, { readonly: true });
  const verdict = check.pragma('quick_check', { simple: true });
  check.close();
  if (verdict !== 'ok') throw new DeskError('io-failed', 'copy-broken', { path: copy });
  const copies = readdirSync(dirname(path))
    .filter((name) => /^desk-.*-v\d+\.db$/.test(name))
    .sort();
  for (const old of copies.slice(0, -COPIES_KEPT)) if (old !== basename(copy)) rmSync(join(dirname(path), old));
}
