import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../domain/errors.ts';
import { syncPath } from './files.ts';
import { checkPair, copyInto, type PairFacts, publish, rawPathOf } from './pair.ts';
import { openRaw, type RawStore } from './raw.ts';

/** A copy that was made, checked, and given its name. */
export interface Backup extends PairFacts {
  /** of both files */
  readonly bytes: number;
}

/** Both files, open. */
export interface Pair {
  readonly db: Database.Database;
  readonly raw: RawStore;
}

/**
 * Copies both files of the store as they are at one moment, while others may write, to `path` and the raw file beside
 * it; checks the copies, and only then gives them their names. `mark` makes the names of unfinished files its own.
 * Throws `file-exists`, `no-folder`, `disk-full`, `copy-damaged`; what was begun is taken away again.
 */
export function backUp({ db, raw }: Pair, path: string, mark: string): Backup {
  const rawPath = rawPathOf(path);
  const leftover = !existsSync(path) && isLeftover(rawPath, raw);
  for (const one of leftover ? [path] : [path, rawPath])
    if (existsSync(one)) throw new DeskError('cannot-create', 'file-exists', { path: one });
  if (!existsSync(dirname(path))) throw new DeskError('cannot-create', 'no-folder', { path: dirname(path) });
  const part = `${path}.${mark}.part.db`;
  const rawPart = rawPathOf(part);
  try {
    const before = shape(db);
    copyInto(db, part);
    // raw mails are committed before anything names them: copied second, none can be missing
    raw.copyTo(rawPart);
    syncPath(rawPart);
    const facts = checkPair(part);
    expectWhole({ db, raw }, facts, before);
    const bytes = statSync(part).size + statSync(rawPart).size;
    if (leftover) rmSync(rawPath, { force: true });
    publish(rawPart, rawPath);
    try {
      publish(part, path);
    } catch (error) {
      rmSync(rawPath, { force: true });
      throw error;
    }
    return { ...facts, path, rawPath, bytes };
  } finally {
    for (const one of [part, rawPart]) rmSync(one, { force: true });
  }
}

/**
 * Raw mails without a store, all of which are in this one too: a backup was killed between its two names. Another takes
 * their place and nothing is lost.
 */
function isLeftover(path: string, raw: RawStore): boolean {
  if (!existsSync(path)) return false;
  let left: RawStore | null = null;
  try {
    left = openRaw(path, true);
    return left.hashes().every(raw.has);
  } catch (error) {
    if (error instanceof DeskError || error instanceof Database.SqliteError) return false;
    throw error;
  } finally {
    left?.close();
  }
}

interface Shape {
  readonly version: number;
  readonly counts: string;
}

function shape(db: Database.Database): Shape {
  const sql = `SELECT (SELECT count(*) FROM cases) || ' ' || (SELECT count(*) FROM entries) || ' ' ||
    (SELECT count(*) FROM customers) || ' ' || (SELECT count(*) FROM templates)`;
  return db.transaction(() => ({
    version: Number(db.pragma('data_version', { simple: true })),
    counts: String(db.prepare(sql).pluck().get()),
  }))();
}

/** Nobody wrote meanwhile: then the copy counts as the store does. Always: no raw mail is missing that is there. */
function expectWhole({ db, raw }: Pair, copy: PairFacts, before: Shape): void {
  const after = shape(db);
  const counts = `${copy.cases} ${copy.entries} ${copy.customers} ${copy.templates}`;
  const still = before.version === after.version && before.counts === after.counts;
  const lost = copy.missingRaw.filter((hash) => raw.has(hash)).length;
  if ((still && counts !== after.counts) || lost > 0)
    throw new DeskError('io-failed', 'copy-damaged', {
      path: copy.path,
      problem: `${after.counts}, ${counts}, ${lost}`,
    });
}
