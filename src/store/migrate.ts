import { chmodSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../domain/errors.ts';
import { syncPath } from './files.ts';
import { start } from './migrations/0001-start.ts';
import { merges } from './migrations/0002-merges.ts';
import { links } from './migrations/0003-links.ts';
import { ratings } from './migrations/0004-ratings.ts';
import { spam } from './migrations/0005-spam.ts';
import { thanks } from './migrations/0006-thanks.ts';
import { mail } from './migrations/0007-mail.ts';
import { clocks } from './migrations/0008-clocks.ts';
import { care } from './migrations/0009-care.ts';
import { standings } from './migrations/0010-standings.ts';
import { learned } from './migrations/0011-learned.ts';
import { forgotten } from './migrations/0012-forgotten.ts';
import { foundByField } from './migrations/0013-found-by-field.ts';
import { versionOf } from './recognise.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** "desk" as a number: written into the file header, so that no other program's database is taken for ours. */
export const APPLICATION_ID = 0x6465736b;

export const MIGRATIONS: readonly Migration[] = [
  start,
  merges,
  links,
  ratings,
  spam,
  thanks,
  mail,
  clocks,
  care,
  standings,
  learned,
  forgotten,
  foundByField,
];
const COPIES_KEPT = 3;

/**
 * Brings the store to the version of the last of `migrations`: all steps in one transaction, so that no other process sees
 * a store between two versions, after a verified copy of a store that already holds something. Throws `newer-store`,
 * `foreign-store`; a step that fails leaves the store as it was.
 */
export function migrate(db: Database.Database, path: string, now: number, migrations: readonly Migration[]): void {
  if (versionOf(db, path, { id: APPLICATION_ID, version: migrations.length }) === migrations.length) return;
  // a step may build tables anew; what it leaves is checked below
  db.pragma('foreign_keys = OFF');
  const steps = db.transaction(() => {
    // another process may have been faster while this one waited for the lock
    const version = versionNow(db);
    if (version > 0 && version < migrations.length && path !== ':memory:') copyBefore(path, version, now);
    for (const migration of migrations.slice(version)) step(db, migration);
  });
  steps.immediate();
  db.pragma('foreign_keys = ON');
}

function step(db: Database.Database, migration: Migration): void {
  db.exec(migration.sql);
  const broken = db.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0) throw new Error(`migration ${migration.name} broke a reference`);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma(`user_version = ${migration.version}`);
}

/** `desk-2026-03-12T02-00-00-000Z-v1.db` beside `desk.db`; the last three are kept. */
function copyBefore(path: string, version: number, now: number): void {
  const stem = basename(path).replace(/\.db$/, '');
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  const copy = join(dirname(path), `${stem}-${stamp}-v${version}.db`);
  // under its name only when it is whole: a half one would be taken for a copy, some day
  const part = `${copy}.part.db`;
  rmSync(part, { force: true });
  try {
    copyAsItIs(path, part);
    chmodSync(part, 0o600);
    if (soundVersion(part) !== version) throw new DeskError('io-failed', 'copy-broken', { path: copy });
    syncPath(part);
    renameSync(part, copy);
  } finally {
    rmSync(part, { force: true });
  }
  const ofThisStore = (name: string): boolean =>
    name.startsWith(`${stem}-`) && /^\d{4}-\d\d-\d\dT[\d-]+Z-v\d+\.db$/.test(name.slice(stem.length + 1));
  const copies = readdirSync(dirname(path)).filter(ofThisStore).sort();
  for (const old of copies.slice(0, -COPIES_KEPT)) if (old !== basename(copy)) rmSync(join(dirname(path), old));
}

/** By a connection of its own: the one that holds the lock cannot copy, and what it will change is not there yet. */
function copyAsItIs(path: string, part: string): void {
  const reader = new Database(path, { readonly: true });
  try {
    reader.prepare('VACUUM INTO ?').run(part);
  } finally {
    reader.close();
  }
}

const versionNow = (db: Database.Database): number => Number(db.pragma('user_version', { simple: true }));

/** The version of a copy that is sound, or null. */
function soundVersion(copy: string): number | null {
  const db = new Database(copy, { readonly: true });
  try {
    return db.pragma('quick_check', { simple: true }) === 'ok' ? versionNow(db) : null;
  } finally {
    db.close();
  }
}
