import { constants, copyFileSync, existsSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../domain/errors.ts';
import { backUp } from './backup.ts';
import { keepPrivate, syncPath, withPrivateFiles } from './files.ts';
import { APPLICATION_ID, MIGRATIONS } from './migrate.ts';
import { prepareFolder } from './open.ts';
import { checkPair, copyInto, type PairFacts, rawPathOf } from './pair.ts';
import { openRaw, type RawStore } from './raw.ts';
import { refuseForeign } from './recognise.ts';

export interface RestoreNames {
  /** the pair to bring back */
  readonly from: string;
  /** the store to put it in place of, which may be missing or damaged, but not somebody else's */
  readonly path: string;
  /** where the replaced store is kept */
  readonly kept: string;
  /** makes the names of unfinished files its own */
  readonly mark: string;
}

/**
 * Puts a backup in the place of a store. Everything is prepared beside it, the replaced store is kept as a pair of its
 * own, and one rename makes the change: whoever is killed on the way leaves the old store or the new one, whole. Raw
 * mails are only ever added to, so that neither lacks one. Throws `store-in-use`, `restore-itself`, `restore-unsure`, and what `checkPair`
 * and `backUp` throw. Returns where the replaced store is, or null when there was none.
 */
export function restorePair({ from, path, kept, mark }: RestoreNames): string | null {
  const wanted = checkPair(from);
  prepareFolder(path, false);
  refuseReplacing(path, from);
  const there = existsSync(path);
  const part = `${path}.${mark}.part.db`;
  const alone = there ? openAlone(path) : null;
  try {
    copyBackup(wanted, part);
    if (there) keep(alone, path, kept, mark);
    addRaw(wanted, path, rawPathOf(part));
    if (alone === null) for (const end of ['-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true });
    renameSync(part, path);
    try {
      syncPath(dirname(path));
    } catch (error) {
      throw new DeskError('io-failed', 'restore-unsure', { path }, error);
    }
    return there ? kept : null;
  } finally {
    alone?.close();
    for (const one of [part, rawPathOf(part)]) rmSync(one, { force: true });
  }
}

/** Throws where `path` is no store of desk's, a newer desk's, or the backup itself. */
export function refuseReplacing(path: string, from: string): void {
  refuseForeign(path, { id: APPLICATION_ID, version: MIGRATIONS.length });
  if (existsSync(path) && realpathSync(path) === realpathSync(from))
    throw new DeskError('usage', 'restore-itself', { path });
}

/**
 * The store, in one file and for this process alone, until it is closed. Null for a damaged one, which SQLite can't
 * lock in its own way. Throws `store-in-use` when another process has it open.
 */
function openAlone(path: string): Database.Database | null {
  const db = new Database(path, { timeout: 1000 });
  try {
    db.pragma('journal_mode = DELETE'); // folds the -wal in; refused as long as anybody else has it open
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    return db;
  } catch (error) {
    db.close();
    if (!(error instanceof Database.SqliteError)) throw error;
    if (error.code.startsWith('SQLITE_BUSY')) throw new DeskError('busy', 'store-in-use', { path }, error);
    return null;
  }
}

function copyBackup(wanted: PairFacts, part: string): void {
  const db = new Database(wanted.path, { readonly: true });
  try {
    copyInto(db, part);
  } finally {
    db.close();
  }
  const { cases, entries, customers } = checkPair(part);
  if (cases !== wanted.cases || entries !== wanted.entries || customers !== wanted.customers)
    throw new DeskError('io-failed', 'copy-damaged', { path: part, problem: `${cases} ${entries} ${customers}` });
}

/** A sound store is kept as a backup is made; of a damaged one the files are kept as they are. */
function keep(alone: Database.Database | null, path: string, kept: string, mark: string): void {
  const raw = soundRaw(rawPathOf(path));
  try {
    if (alone !== null && raw !== null) {
      backUp({ db: alone, raw }, kept, mark);
      return;
    }
  } catch (error) {
    if (!(error instanceof DeskError && /damaged/.test(error.what))) throw error;
  } finally {
    raw?.close();
  }
  const files = [path, rawPathOf(path)].flatMap((file, index) => {
    const copy = index === 0 ? kept : rawPathOf(kept);
    return [[file, copy] as const, [`${file}-wal`, `${copy}-wal`] as const];
  });
  for (const [file, copy] of files) {
    if (!existsSync(file)) continue;
    copyFileSync(file, copy, constants.COPYFILE_EXCL);
    keepPrivate(copy);
    syncPath(copy);
  }
}

/** Makes the raw mails of the backup readable beside the store: added to those that are there, or in place of a ruin. */
function addRaw(wanted: PairFacts, path: string, rawPart: string): void {
  if (!wanted.hasRaw) return;
  const rawPath = rawPathOf(path);
  const present = soundRaw(rawPath);
  if (present !== null) {
    present.takeIn(wanted.rawPath);
    present.close();
    return;
  }
  const backup = openRaw(wanted.rawPath, true);
  backup.copyTo(rawPart);
  backup.close();
  syncPath(rawPart);
  for (const end of ['-wal', '-shm', '-journal']) rmSync(`${rawPath}${end}`, { force: true });
  renameSync(rawPart, rawPath);
}

/** The raw mails at this path, made where there are none; null when the file is damaged. */
function soundRaw(path: string): RawStore | null {
  let raw: RawStore | null = null;
  try {
    raw = withPrivateFiles(() => openRaw(path, false));
    if (raw.check(false).length === 0) return raw;
  } catch (error) {
    if (!(error instanceof DeskError) || /newer|busy/.test(error.what)) throw error;
  }
  raw?.close();
  return null;
}
