import { accessSync, chmodSync, closeSync, constants, existsSync, fsyncSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { DeskError } from '../domain/errors.ts';

/** How long a statement waits for another process's lock, ms. */
export const BUSY_MS = 5000;

/** Whatever SQLite makes in `work` is for this user alone. */
export function withPrivateFiles<Result>(work: () => Result): Result {
  const before = process.umask(0o077);
  try {
    return work();
  } finally {
    process.umask(before);
  }
}

/** A store that was copied here with wider rights is for its owner alone from now on; its -wal takes after it. */
export function keepPrivate(path: string): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0o600;
    if ((mode & 0o077) === 0) continue;
    try {
      chmodSync(file, 0o600);
    } catch {
      // somebody else's file: doctor says so
    }
  }
}

/** Waits until a file, or what a folder lists, is on the disk. */
export function syncPath(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Two processes that make the same new store at once meet here; SQLite does not wait by itself for this switch. */
export function walMode(db: Database.Database): void {
  let until: number | null = null;
  for (;;) {
    try {
      db.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (!(error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY')) throw error;
      until ??= performance.now() + BUSY_MS; // Node loads its clock when it is first asked
      if (performance.now() > until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** May a store at `path` be written? SQLite keeps its -wal and -shm beside it, so the folder counts as well. */
export function isWritable(path: string): boolean {
  try {
    for (const one of [path, dirname(path)]) if (existsSync(one)) accessSync(one, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens a store that is only read, also where SQLite can make no -shm beside it: then nobody here writes, and the file
 * alone is the whole store. Throws `store-needs-folder` where the -wal still holds what the file does not.
 */
export function openToRead(path: string): Database.Database {
  const db = new Database(resolve(path), { readonly: true, timeout: BUSY_MS });
  try {
    db.pragma('schema_version');
    return db;
  } catch (error) {
    db.close();
    if (!(error instanceof Database.SqliteError && /^SQLITE_(CANTOPEN|READONLY)/.test(error.code))) throw error;
    if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
      throw new DeskError('not-allowed', 'store-needs-folder', { path }, error);
  }
  // file: names count because main.ts says so; see https://sqlite.org/uri.html on immutable
  return new Database(`${pathToFileURL(resolve(path)).href}?immutable=1`, { readonly: true });
}
