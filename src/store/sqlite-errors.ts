import Database from 'better-sqlite3';
import { DeskError } from '../domain/errors.ts';

/**
 * What SQLite and the disk fail with, and an agent can do something about, in our words; anything else stays what it is.
 */
export function asDeskError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return ofTheDisk(error);
  const { code } = error;
  if (code.startsWith('SQLITE_BUSY')) return new DeskError('busy', 'store-busy', {}, error);
  // the second: no room for the -shm beside the store
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE')
    return new DeskError('disk-full', 'disk-full', {}, error);
  if (/^SQLITE_(IOERR|CANTOPEN)/.test(code)) return new DeskError('io-failed', 'io-failed', { detail: code }, error);
  if (code.startsWith('SQLITE_READONLY')) return new DeskError('read-only', 'read-only', {}, error);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return new DeskError('io-failed', 'store-damaged', {}, error);
  return error;
}

function ofTheDisk(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return new DeskError('disk-full', 'disk-full', {}, error);
  if (error.code === 'EIO' || error.code === 'EROFS')
    return new DeskError('io-failed', 'io-failed', { detail: error.code }, error);
  return error;
}

/** Runs `work`; what SQLite throws comes out in our words. */
export function inOurWords<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asDeskError(error);
  }
}

/** What SQLite's own quick check finds wrong, also where it can't even be made to its end; empty for a sound file. */
export function quickCheck(db: Database.Database): string[] {
  try {
    const verdicts = db.prepare<[], string>('PRAGMA quick_check').pluck().all();
    return verdicts.filter((verdict) => verdict !== 'ok');
  } catch (error) {
    if (error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return [error.message];
    throw error;
  }
}
