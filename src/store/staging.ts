import Database from 'better-sqlite3';
import type { Address } from '../domain/entry.ts';
import type { ParsedMail, RecordCase } from '../domain/incoming.ts';

/** A mail that an import has parsed and not yet filed. */
export interface StagedMail {
  readonly seq: number;
  readonly sha256: string;
  readonly parsed: ParsedMail;
}

export interface StagedHead {
  readonly identity: string;
  readonly at: number | null;
  readonly subject: string;
  readonly automatic: string | null;
  readonly thanks: boolean;
  readonly from: readonly Address[];
}

/**
 * A place on disk, gone at the end, for what an import has parsed and not yet filed: threads can be worked out over the
 * whole import while memory stays flat.
 */
export interface Staging {
  readonly addMail: (sha256: string, identity: string, parsed: ParsedMail) => number;
  /** what of a mail tells whose turn it is and whom it is from: quick to read, however long the mail */
  readonly head: (seq: number) => StagedHead;
  readonly addRecord: (record: RecordCase) => number;
  readonly mail: (seq: number) => StagedMail;
  readonly record: (seq: number) => RecordCase;
  /** all mails by their raw hash, with whether something in them could not be read, some hundreds at a time */
  readonly received: () => Iterable<{ sha256: string; failed: boolean }[]>;
  readonly close: () => void;
}

interface Row {
  sha256: string;
  json: string;
}

const SCHEMA = `
CREATE TABLE staged (
  seq INTEGER PRIMARY KEY,
  sha256 TEXT,
  failed INTEGER NOT NULL,
  head TEXT,
  json TEXT NOT NULL
) STRICT`;

export function openStaging(): Staging {
  const db = new Database(''); // a private file that SQLite deletes by itself
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.exec(SCHEMA);
  db.exec('BEGIN'); // for good: what is in here dies with the process
  const insert = db.prepare<[string | null, number, string | null, string]>(
    'INSERT INTO staged (sha256, failed, head, json) VALUES (?, ?, ?, ?)',
  );
  const find = db.prepare<[number], Row>('SELECT sha256, json FROM staged WHERE seq = ?');
  const findHead = db.prepare<[number], string>('SELECT head FROM staged WHERE seq = ?').pluck();
  const some = db.prepare<[number], { seq: number; sha256: string; failed: number }>(
    'SELECT seq, sha256, failed FROM staged WHERE seq > ? AND sha256 IS NOT NULL ORDER BY seq LIMIT 500',
  );
  const read = (seq: number): Row => {
    const row = find.get(seq);
    if (row === undefined) throw new Error(`nothing staged as ${seq}`);
    return row;
  };
  return {
    addMail: (sha256, identity, parsed) => {
      const head = JSON.stringify(headOf(identity, parsed));
      const failed = parsed.problem === null ? 0 : 1;
      return Number(insert.run(sha256, failed, head, JSON.stringify(parsed)).lastInsertRowid);
    },
    addRecord: (record) => Number(insert.run(null, 0, null, JSON.stringify(record)).lastInsertRowid),
    head: (seq) => JSON.parse(findHead.get(seq) ?? '{}') as StagedHead,
    // written above, in this process
    mail: (seq) => {
      const row = read(seq);
      return { seq, sha256: row.sha256, parsed: JSON.parse(row.json) as ParsedMail };
    },
    record: (seq) => JSON.parse(read(seq).json) as RecordCase,
    received: function* () {
      for (let rows = some.all(0); rows.length > 0; rows = some.all(rows.at(-1)?.seq ?? 0))
        yield rows.map((row) => ({ sha256: row.sha256, failed: row.failed === 1 }));
    },
    close: () => db.close(),
  };
}

/** What is kept beside a staged mail to be read quickly. */
export const headOf = (identity: string, parsed: ParsedMail): StagedHead => ({
  identity,
  at: parsed.at,
  subject: parsed.subject ?? '',
  automatic: parsed.automatic,
  thanks: parsed.thanks,
  from: parsed.addresses
    .filter((one) => one.role === 'from' && one.address !== '')
    .map(({ name, address }) => ({ name, address })),
});
