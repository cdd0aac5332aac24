import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../../domain/errors.ts';
import { BUSY_MS } from '../files.ts';
import type { Store } from '../open.ts';
import { rawPathOf } from '../pair.ts';
import { setPatience } from '../patience.ts';
import { prepared } from '../statements.ts';
import { writeQuietly } from '../writing.ts';

/** A copy of the store, or of a part of it, that desk knows of. */
export interface Copy {
  readonly path: string;
  /** update: made before the schema changed · replaced: by a restore · unfinished: left by a kill · backup: an agent's own */
  readonly made: 'update' | 'replaced' | 'unfinished' | 'backup';
  /** null: it could not be read */
  readonly holds: boolean | null;
}

/** How long other writers are waited for, ms: a backup is made while they write, and must not fail for a note. */
const NOTE_MS = 500;

/** Notes where a backup was written to; where somebody else is writing all the time, it stays unknown. */
export function noteBackup(store: Store, path: string, now: number): void {
  setPatience(store, NOTE_MS);
  try {
    writeQuietly(store, () =>
      prepared(
        store,
        'INSERT INTO backups (path, at) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET at = excluded.at',
      ).run(path, now),
    );
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
  } finally {
    setPatience(store, BUSY_MS);
  }
}

/** The copies that desk knows of, that are there still, and that hold one of these customers, or that nobody can read. */
export function knownCopies(store: Store, isHers: (uid: string) => boolean): Copy[] {
  if (store.path === ':memory:') return [];
  const folder = dirname(store.path);
  const stem = basename(store.path).replace(/\.db$/, '');
  const beside = readdirSync(folder).flatMap((name): Omit<Copy, 'holds'>[] => {
    const made = name.startsWith(stem) ? howMade(name.slice(stem.length)) : null;
    return made === null ? [] : [{ path: join(folder, name), made }];
  });
  const noted = prepared<[], { path: string }>(store, 'SELECT path FROM backups ORDER BY at, path').all();
  const found = [...beside, ...noted.map(({ path }) => ({ path, made: 'backup' as const }))];
  return found
    .filter(({ path }) => path !== store.path && existsSync(path))
    .map((copy) => ({ ...copy, holds: isIn(copy.path, isHers) }))
    .filter(({ holds }) => holds !== false);
}

function howMade(rest: string): Copy['made'] | null {
  if (/^-\d{4}-\d\d-\d\dT[\d-]+Z-v\d+\.db$/.test(rest)) return 'update';
  if (/^-replaced-[\dTZ-]+\.db$/.test(rest)) return 'replaced';
  return /\.part(\.raw)?\.db$/.test(rest) ? 'unfinished' : null;
}

function isIn(path: string, isHers: (uid: string) => boolean): boolean | null {
  try {
    const db = new Database(path, { readonly: true });
    try {
      for (const uid of db.prepare<[], string>('SELECT uid FROM customers').pluck().iterate())
        if (isHers(uid)) return true;
      return false;
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof Database.SqliteError) return null;
    throw error;
  }
}

/** Removes copies that lie beside the store, with their raw mails. */
export function removeCopies(copies: readonly Copy[]): void {
  for (const { path } of copies)
    for (const file of [path, rawPathOf(path)])
      for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true });
}
