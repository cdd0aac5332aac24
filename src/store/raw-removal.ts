import type Database from 'better-sqlite3';

/** Where kept bytes came from: `attached`, `outbox`, an account's address, a file. */
export interface Origin {
  readonly sha256: string;
  readonly source: string;
}

/** All that is kept, each once, with one of its origins. */
export const originsIn = (db: Database.Database): IterableIterator<Origin> =>
  db
    .prepare<[], Origin>(
      `SELECT b.sha256, coalesce((SELECT r.source FROM received r WHERE r.sha256 = b.sha256 LIMIT 1), '') AS source
         FROM blobs b`,
    )
    .iterate();

/** Removes these bytes, with zeros where they lay. Returns how many there were. */
export function removeFrom(db: Database.Database, hashes: readonly string[]): number {
  const all = JSON.stringify(hashes);
  return db
    .transaction(() => {
      db.prepare('DELETE FROM received WHERE sha256 IN (SELECT value FROM json_each(?))').run(all);
      return db.prepare('DELETE FROM blobs WHERE sha256 IN (SELECT value FROM json_each(?))').run(all).changes;
    })
    .immediate();
}

/**
 * Writes the table of origins anew: where its pages were once divided, names of files may lie in what is left of the old
 * ones. The bytes themselves are only ever appended, which divides nothing.
 */
export function rewriteOrigins(db: Database.Database): void {
  db.transaction(() => {
    db.exec(`CREATE TEMP TABLE origins AS SELECT * FROM main.received;
      DELETE FROM main.received;
      INSERT INTO main.received SELECT * FROM temp.origins;
      DROP TABLE temp.origins`);
  }).immediate();
}

/** Empties the write-ahead log into the file; false where another program reads just now and it has to wait. */
export function emptyLog(db: Database.Database): boolean {
  const [row] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return row?.busy !== 1;
}
