import Database from 'better-sqlite3';
import type { ParsedMail, RecordCase } from '../domain/incoming.ts';

/** What threading needs of a staged mail; everything else waits on disk. */
export interface StagedMail {
  readonly seq: number;
  readonly sha256: string;
  readonly identity: string;
  readonly parsed: ParsedMail;
}

/**
 * A place on disk, gone at the end, for what an import has parsed and not yet filed: threads can be worked out over the
 * whole import while memory stays flat.
 */
export interface Staging {
  readonly addMail: (sha256: string, identity: string, parsed: ParsedMail) => number;
  readonly addRecord: (record: RecordCase) => number;
  readonly mail: (seq: number) => StagedMail;
  readonly record: (seq: number) => RecordCase;
  readonly close: () => void;
}

interface Row {
  sha256: string;
  identity: string;
  json: string;
}

export function openStaging(): Staging {
  const db = new Database(''); // a private file that SQLite deletes by itself
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.exec('CREATE TABLE staged (seq INTEGER PRIMARY KEY, sha256 TEXT, identity TEXT, json TEXT NOT NULL) STRICT');
  const insert = db.prepare<[string | null, string | null, string]>(
    'INSERT INTO staged (sha256, identity, json) VALUES (?, ?, ?)',
  );
  const find = db.prepare<[number], Row>('SELECT sha256, identity, json FROM staged WHERE seq = ?');
  const read = (seq: number): Row => {
    const row = find.get(seq);
    if (row === undefined) throw new Error(`nothing staged as ${seq}`);
    return row;
  };
  return {
    addMail: (sha256, identity, parsed) => Number(insert.run(sha256, identity, JSON.stringify(parsed)).lastInsertRowid),
    addRecord: (record) => Number(insert.run(null, null, JSON.stringify(record)).lastInsertRowid),
    // written above, in this process
    mail: (seq) => {
      const row = read(seq);
      return { seq, sha256: row.sha256, identity: row.identity, parsed: JSON.parse(row.json) as ParsedMail };
    },
    record: (seq) => JSON.parse(read(seq).json) as RecordCase,
    close: () => db.close(),
  };
}
