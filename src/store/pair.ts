import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../domain/errors.ts';
import { syncPath, withPrivateFiles } from './files.ts';
import { APPLICATION_ID, MIGRATIONS } from './migrate.ts';
import { rawName } from './open.ts';
import { openRaw, type RawStore } from './raw.ts';
import { refuseForeign, versionOf } from './recognise.ts';
import { inOurWords, quickCheck } from './sqlite-errors.ts';

/** What lies in a pair of files that nobody writes to. */
export interface PairFacts {
  readonly path: string;
  readonly rawPath: string;
  /** false: a copy of desk.db alone, like the ones made before an update */
  readonly hasRaw: boolean;
  readonly version: number;
  readonly cases: number;
  readonly entries: number;
  readonly customers: number;
  readonly templates: number;
  readonly rawMails: number;
  /** raw mails that entries name and that are not there */
  readonly missingRaw: readonly string[];
  /** ms; null in an empty store */
  readonly newestAction: number | null;
}

/** Where the raw mails that belong to a store lie. */
export const rawPathOf = (path: string): string => join(dirname(path), rawName(path));

/** Reads and checks a pair without changing it. Throws `path-missing`, `foreign-store`, `newer-store`, `copy-damaged`. */
export function checkPair(path: string): PairFacts {
  if (!existsSync(path)) throw new DeskError('no-input', 'path-missing', { path });
  refuseForeign(path, MARKS);
  const rawPath = rawPathOf(path);
  let db: Database.Database | null = null;
  let raw: RawStore | null = null;
  try {
    const opened = inOurWords(() => new Database(path, { readonly: true }));
    db = opened;
    if (existsSync(rawPath)) raw = openRaw(rawPath, true);
    return inOurWords(() => factsOf(path, opened, raw));
  } catch (error) {
    if (!(error instanceof DeskError && error.what === 'store-damaged')) throw error;
    throw new DeskError('bad-data', 'copy-damaged', { path, problem: 'SQLITE_CORRUPT' }, error);
  } finally {
    db?.close();
    raw?.close();
  }
}

const MARKS = { id: APPLICATION_ID, version: MIGRATIONS.length };

function factsOf(path: string, db: Database.Database, raw: RawStore | null): PairFacts {
  const count = (sql: string): number => Number(db.prepare(sql).pluck().get());
  const version = versionOf(db, path, MARKS);
  if (version === 0) throw new DeskError('foreign-store', 'foreign-store', { path });
  for (const problem of [...checks(db), ...(raw?.check(false) ?? [])])
    throw new DeskError('bad-data', 'copy-damaged', { path, problem });
  const received = db.prepare<[], string>('SELECT DISTINCT received FROM entries WHERE received IS NOT NULL').pluck();
  const newest = count('SELECT coalesce(max(at), 0) FROM actions');
  return {
    ...{ path, rawPath: rawPathOf(path), hasRaw: raw !== null, version },
    cases: count('SELECT count(*) FROM cases'),
    entries: count('SELECT count(*) FROM entries'),
    customers: count('SELECT count(*) FROM customers'),
    templates: count('SELECT count(*) FROM templates'),
    rawMails: raw?.size().blobs ?? 0,
    missingRaw: received.all().filter((hash) => raw?.has(hash) !== true),
    newestAction: newest === 0 ? null : newest,
  };
}

function checks(db: Database.Database): string[] {
  const broken = quickCheck(db);
  if (broken.length > 0) return broken;
  const dangling = db.prepare('PRAGMA foreign_key_check').all().length;
  return dangling === 0 ? [] : [`${dangling} foreign keys`];
}

/**
 * A whole, compact copy of an open database as it is at this moment, under writes too, and safely on the disk. What is
 * queued in it is held there: the original sends it.
 */
export function copyInto(db: Database.Database, path: string): void {
  inOurWords(() => {
    withPrivateFiles(() => db.prepare('VACUUM INTO ?').run(path));
    holdQueued(path);
  });
  syncPath(path);
}

function holdQueued(path: string): void {
  const copy = new Database(path);
  try {
    const holds = copy.prepare("SELECT 1 FROM pragma_table_info('outbox') WHERE name = 'hold'").get();
    if (holds !== undefined)
      copy.exec("UPDATE outbox SET state = 'held', hold = 'restored', not_before = NULL WHERE state = 'queued'");
  } finally {
    copy.close();
  }
}

/** Gives a finished file its name, or takes it back when the disk fails; throws `file-exists` where that is taken. */
export function publish(part: string, path: string): void {
  try {
    linkSync(part, path);
    rmSync(part);
  } catch (error) {
    if (existsSync(path)) throw new DeskError('cannot-create', 'file-exists', { path }, error);
    renameSync(part, path); // a file system without hard links
  }
  try {
    syncPath(dirname(path));
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}
