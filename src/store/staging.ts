import Database from 'better-sqlite3';
import type { ParsedMail, RecordCase } from '../domain/incoming.ts';

/** A mail that an import has parsed and not yet filed. */
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
  readonly identity: (seq: number) => string;
  readonly record: (seq: number) => RecordCase;
  /** all mails by their raw hash, with whether something in them could not be read, some hundreds at a time */
  readonly received: () => Iterable<{ sha256: string; failed: boolean }[]>;
  readonly close: () => void;
}

interface Row {
  sha256: string;
  identity: string;
  json: string;
}

const SCHEMA = `
CREATE TABLE staged (
  seq INTEGER PRIMARY KEY,
  sha256 TEXT,
  identity TEXT,
  failed INTEGER NOT NULL,
  json TEXT NOT NULL
) STRICT`;

export function openStaging(): Staging {
  const db = new Database(''); // a private file that SQLite deletes by itself
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.exec(SCHEMA);
  const insert = db.prepare<[string | null, string | null, number, string]>(
    'INSERT INTO staged (sha256, identity, failed, json) VALUES (?, ?, ?, ?)',
  );
  const find = db.prepare<[number], Row>('SELECT sha256, identity, json FROM staged WHERE seq = ?');
  const identity = db.prepare<[number], string>('SELECT identity FROM staged WHERE seq = ?').pluck();
  const some = db.prepare<[number], { seq: number; sha256: string; failed: number }>(
    'SELECT seq, sha256, failed FROM staged WHERE seq > ? AND sha256 IS NOT NULL ORDER BY seq LIMIT 500',
  );
  const read = (seq: number): Row => {
    const row = find.get(seq);
    if (row === undefined) throw new Error(`nothing staged as ${seq}`);
    return row;
  };
  return {
    addMail: (sha256, name, parsed) =>
      Number(insert.run(sha256, name, parsed.problem === null ? 0 : 1, JSON.stringify(parsed)).lastInsertRowid),
    addRecord: (record) => Number(insert.run(null, null, 0, JSON.stringify(record)).lastInsertRowid),
    // written above, in this process
    mail: (seq) => {
      const row = read(seq);
      return { seq, sha256: row.sha256, identity: row.identity, parsed: JSON.parse(row.json) as ParsedMail };
    },
    identity: (seq) => identity.get(seq) ?? '',
    record: (seq) => JSON.parse(read(seq).json) as RecordCase,
    received: function* () {
      for (let rows = some.all(0); rows.length > 0; rows = some.all(rows.at(-1)?.seq ?? 0))
        yield rows.map((row) => ({ sha256: row.sha256, failed: row.failed === 1 }));
    },
    close: () => db.close(),
  };
}
