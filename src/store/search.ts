import { indexTerms } from '../text/clusters.ts';
import { FOLD_VERSION } from '../text/fold.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** What is searched: every entry, and every case for itself (its subject, its customer), which may have no entry yet. */
interface Indexed {
  case_number: number;
  at: number | null;
  subject: string;
  body: string;
  who: string;
}

const ENTRY_TEXT = `
  SELECT e.case_number, e.at, coalesce(e.subject, '') AS subject, e.text || char(10) || e.quoted AS body,
    CASE WHEN EXISTS (SELECT 1 FROM entry_addresses a WHERE a.entry = e.id AND a.role = 'from') THEN '' ELSE e.author END
      || char(10) || coalesce((SELECT group_concat(a.name || ' ' || a.address, char(10))
        FROM entry_addresses a WHERE a.entry = e.id), '') AS who
  FROM entries e WHERE e.id = ?`;

const CASE_TEXT = `
  SELECT c.number AS case_number, c.created_at AS at, c.subject, coalesce(c.product, '') AS body,
    coalesce(k.name, '') || char(10) ||
      coalesce((SELECT group_concat(p.value, char(10)) FROM contact_points p WHERE p.customer = c.customer), '') AS who
  FROM cases c LEFT JOIN customers k ON k.id = c.customer WHERE c.number = ?`;

/**
 * Brings the full-text rows of everything an action has changed up to date. Actions, undo and redo all come through
 * here, so the index cannot be forgotten.
 */
export function indexChanged(store: Store, action: number): void {
  index(store, changedEntries(store, action), changedCases(store, action));
}

function changedEntries(store: Store, action: number): number[] {
  return prepared<[number], { id: number }>(
    store,
    // without the hint SQLite goes through every entry that ever changed
    `SELECT DISTINCT json_extract(key, '$.id') AS id FROM changes INDEXED BY changes_by_action
      WHERE action = ? AND tbl = 'entries' ORDER BY id`,
  )
    .all(action)
    .map((row) => row.id);
}

/** Cases that came, went, or are called otherwise; those of a customer who is called or reached otherwise. */
function changedCases(store: Store, action: number): number[] {
  return prepared<[{ action: number }], { number: number }>(
    store,
    `SELECT case_number AS number FROM changes INDEXED BY changes_by_action WHERE action = @action AND tbl = 'cases' AND (op <> 'update'
         OR json_type(after, '$.subject') IS NOT NULL OR json_type(after, '$.customer') IS NOT NULL
         OR json_type(after, '$.product') IS NOT NULL)
     UNION
     SELECT c.number FROM changes h INDEXED BY changes_by_action JOIN cases c ON c.customer = json_extract(h.key, '$.id')
      WHERE h.action = @action AND h.tbl = 'customers' AND h.op = 'update' AND json_type(h.after, '$.name') IS NOT NULL
     UNION
     SELECT c.number FROM changes h INDEXED BY changes_by_action JOIN cases c ON c.customer = CASE h.op
         WHEN 'insert' THEN (SELECT p.customer FROM contact_points p WHERE p.id = json_extract(h.key, '$.id'))
         ELSE json_extract(h.before, '$.customer') END
      WHERE h.action = @action AND h.tbl = 'contact_points'
     UNION
     SELECT c.number FROM changes h INDEXED BY changes_by_action
       JOIN contact_points p ON p.id = json_extract(h.key, '$.id') JOIN cases c ON c.customer = p.customer
      WHERE h.action = @action AND h.tbl = 'contact_points' AND h.op = 'update'
     ORDER BY number`,
  )
    .all({ action })
    .map((row) => row.number);
}

/** Writes the rows of a case and its entries anew; of what is gone, takes them out. */
export const indexAgain = (store: Store, entries: readonly number[], number: number): void =>
  index(store, entries, [number]);

/** Texts that are read together: enough to write them in order, few enough to hold. */
const TOGETHER = 500;

/** Writes the full-text rows of these entries and cases, or takes them away where the entry or case is gone. */
function index(store: Store, entries: readonly number[], cases: readonly number[]): void {
  const oldOfEntry = 'SELECT row FROM search_rows WHERE entry = ?';
  const oldOfCase = 'SELECT row FROM search_rows WHERE case_number = ? AND entry IS NULL';
  const all = [
    ...entries.map((id) => ({ id, entry: id, old: oldOfEntry, text: ENTRY_TEXT })),
    ...cases.map((id) => ({ id, entry: null, old: oldOfCase, text: CASE_TEXT })),
  ];
  for (let from = 0; from < all.length; from += TOGETHER) {
    const some = all.slice(from, from + TOGETHER);
    const old = some.flatMap((one) => prepared<[number], { row: number }>(store, one.old).all(one.id));
    for (const { row } of old.sort((a, b) => a.row - b.row)) dropRow(store, row);
    some
      .flatMap(({ id, entry, text }) =>
        prepared<[number], Indexed>(store, text)
          .all(id)
          .map((indexed) => ({ indexed, entry, row: wantedRow(indexed, id) })),
      )
      // a row before the last one written makes FTS5 close what it has gathered, and begin anew
      .sort((a, b) => a.row - b.row)
      .forEach(({ indexed, entry, row }) => {
        addRow(store, indexed, entry, row);
      });
  }
}

const wantedRow = ({ at }: Indexed, id: number): number => (at === null ? id : Math.floor(at / 1000));

function dropRow(store: Store, row: number): void {
  prepared(store, 'DELETE FROM search WHERE rowid = ?').run(row);
  prepared(store, 'DELETE FROM search_rows WHERE row = ?').run(row);
}

function addRow(store: Store, text: Indexed, entry: number | null, wanted: number): void {
  const row = freeRow(store, wanted, entry ?? text.case_number);
  const subject = indexTerms(text.subject);
  const body = indexTerms(text.body);
  const who = indexTerms(text.who);
  const exact = [subject.exact, body.exact, who.exact].filter((one) => one !== '').join(' ');
  prepared(store, 'INSERT INTO search (rowid, subject, who, body, exact) VALUES (?, ?, ?, ?, ?)').run(
    row,
    subject.folded,
    who.folded,
    body.folded,
    exact,
  );
  prepared(store, 'INSERT INTO search_rows (row, case_number, entry) VALUES (?, ?, ?)').run(
    row,
    text.case_number,
    entry,
  );
}

/**
 * The wanted row id or one soon after it. Where it is taken, places in a widening window are tried, each id in an order
 * of its own, so that a thousand mails of one second find a place in a few steps.
 */
function freeRow(store: Store, wanted: number, id: number): number {
  const taken = prepared<[number], unknown>(store, 'SELECT 1 FROM search_rows WHERE row = ?');
  const spread = Math.imul(id, 0x9e3779b1) >>> 0;
  const start = Math.max(wanted, 1);
  let row = start;
  for (let turn = 1; taken.get(row) !== undefined; turn += 1)
    row = start + turn + (spread % 2 ** Math.min(turn + 1, 24));
  return row;
}

export const countEntries = (store: Store): number =>
  prepared<[], { n: number }>(store, 'SELECT count(*) AS n FROM entries').get()?.n ?? 0;

/** Builds the whole index anew, for `doctor` and after a change of the folding rules. */
export function reindex(store: Store): number {
  return store.db
    .transaction(() => {
      prepared(store, "INSERT INTO search (search) VALUES ('delete-all')").run();
      prepared(store, 'DELETE FROM search_rows').run();
      const entries = prepared<[], { id: number }>(store, 'SELECT id FROM entries ORDER BY id').all();
      const cases = prepared<[], { number: number }>(store, 'SELECT number FROM cases ORDER BY number').all();
      index(
        store,
        entries.map(({ id }) => id),
        cases.map(({ number }) => number),
      );
      rememberFold(store);
      return entries.length;
    })
    .immediate();
}

/** Pages that one step of `mergeIndex` writes. */
const PAGES_A_STEP = 32;

/** Begins to write the index anew without what was taken out of it: until then its words lie there. */
export function beginMergingIndex(store: Store): void {
  // the smallest step that there is, with everything told off for it
  prepared(store, "INSERT INTO search (search, rank) VALUES ('merge', -1)").run();
}

/** Some of that; false: all is done. https://sqlite.org/fts5.html#the_merge_command */
export function mergeIndex(store: Store): boolean {
  const changes = prepared<[], number>(store, 'SELECT total_changes()').pluck();
  const before = changes.get() ?? 0;
  prepared(store, `INSERT INTO search (search, rank) VALUES ('merge', ${PAGES_A_STEP})`).run();
  return (changes.get() ?? 0) - before >= 2;
}

/** Which folding rules the index was made with; `null` when the store does not say. */
export function foldVersion(store: Store): number | null {
  const sql = "SELECT value FROM settings WHERE key = 'fold-version'";
  const value = prepared<[], { value: string }>(store, sql).get()?.value;
  return value === undefined ? null : Number(value);
}

/** Notes that the index follows today's folding rules. */
export function rememberFold(store: Store): void {
  prepared(
    store,
    `INSERT INTO settings (key, value) VALUES ('fold-version', ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  ).run(String(FOLD_VERSION));
}

/** Entries and cases that have no full-text row, and rows of what is gone: both 0 in a sound store. */
export function indexDrift(store: Store): { missing: number; stray: number } {
  const count = (sql: string): number => Number(prepared<[], { n: number }>(store, sql).get()?.n ?? 0);
  return {
    missing:
      count(`SELECT count(*) AS n FROM entries e WHERE NOT EXISTS (SELECT 1 FROM search_rows r WHERE r.entry = e.id)`) +
      count(`SELECT count(*) AS n FROM cases c WHERE NOT EXISTS
        (SELECT 1 FROM search_rows r WHERE r.case_number = c.number AND r.entry IS NULL)`),
    stray:
      count(`SELECT count(*) AS n FROM search_rows r WHERE r.entry IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.id = r.entry AND e.case_number = r.case_number)`) +
      count(`SELECT count(*) AS n FROM search_rows r WHERE r.entry IS NULL
        AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.number = r.case_number)`),
  };
}
