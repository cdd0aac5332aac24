import { chmodSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';

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

/** Two processes that make the same new store at once meet here; SQLite does not wait by itself for this switch. */
export function walMode(db: Database.Database): void {
  const until = performance.now() + BUSY_MS;
  for (;;) {
    try {
      db.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (!(error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') || performance.now() > until)
        throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
