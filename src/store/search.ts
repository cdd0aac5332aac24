import { indexTerms } from '../text/clusters.ts';
import { FOLD_VERSION } from '../text/fold.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

interface Indexed {
  id: number;
  at: number | null;
  subject: string;
  body: string;
  who: string;
}

/** What is found: the entry's own subject (else the case's, once, with its first entry), its text and quote, its people. */
const TEXT_OF = `
  SELECT e.id, e.at,
    coalesce(e.subject, '') || CASE WHEN e.id = (SELECT min(f.id) FROM entries f WHERE f.case_number = e.case_number)
      THEN char(10) || c.subject ELSE '' END AS subject,
    e.text || char(10) || e.quoted AS body,
    coalesce((SELECT group_concat(a.name || ' ' || a.address, char(10)) FROM entry_addresses a WHERE a.entry = e.id), '')
      || char(10) || coalesce((SELECT k.name FROM customers k WHERE k.id = c.customer), '') AS who
  FROM entries e JOIN cases c ON c.number = e.case_number`;

/**
 * Brings the full-text rows of everything an action has changed up to date. Actions, undo and redo all come through
 * here, so the index cannot be forgotten.
 */
export function indexChanged(store: Store, action: number): void {
  const entries = prepared<[number], { id: number }>(
    store,
    `SELECT DISTINCT json_extract(key, '$.id') AS id FROM changes WHERE action = ? AND tbl = 'entries'`,
  ).all(action);
  for (const { id } of entries) indexEntry(store, id);
  const cases = prepared<[number, number], { id: number }>(
    store,
    `SELECT e.id FROM entries e WHERE e.case_number IN (
       SELECT case_number FROM changes WHERE action = ? AND tbl = 'cases' AND op = 'update'
         AND (json_type(after, '$.subject') IS NOT NULL OR json_type(after, '$.customer') IS NOT NULL)
       UNION
       SELECT c.number FROM changes h JOIN cases c ON c.customer = json_extract(h.key, '$.id')
        WHERE h.action = ? AND h.tbl = 'customers' AND h.op = 'update' AND json_type(h.after, '$.name') IS NOT NULL)`,
  ).all(action, action);
  for (const { id } of cases) indexEntry(store, id);
}

/** Writes the full-text row of one entry, or takes it away when the entry is gone. */
function indexEntry(store: Store, id: number): void {
  const old = prepared<[number], { row: number }>(store, 'SELECT row FROM search_rows WHERE entry = ?').get(id);
  if (old !== undefined) {
    prepared(store, 'DELETE FROM search WHERE rowid = ?').run(old.row);
    prepared(store, 'DELETE FROM search_rows WHERE entry = ?').run(id);
  }
  const text = prepared<[number], Indexed>(store, `${TEXT_OF} WHERE e.id = ?`).get(id);
  if (text === undefined) return;
  const row = freeRow(store, text.at === null ? id : Math.floor(text.at / 1000));
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
  prepared(store, 'INSERT INTO search_rows (row, entry) VALUES (?, ?)').run(row, id);
}

function freeRow(store: Store, wanted: number): number {
  const taken = prepared<[number], { row: number }>(store, 'SELECT row FROM search_rows WHERE row = ?');
  let row = Math.max(wanted, 1);
  while (taken.get(row) !== undefined) row += 1;
  return row;
}

/** Builds the whole index anew, for `doctor` and after a change of the folding rules. */
export function reindex(store: Store): number {
  prepared(store, "INSERT INTO search (search) VALUES ('delete-all')").run();
  prepared(store, 'DELETE FROM search_rows').run();
  const ids = prepared<[], { id: number }>(store, 'SELECT id FROM entries ORDER BY id').all();
  for (const { id } of ids) indexEntry(store, id);
  rememberFold(store);
  return ids.length;
}

/** Which folding rules the index was made with; `null` on a new store. */
export function foldVersion(store: Store): number | null {
  const value = prepared<[], { value: string }>(store, "SELECT value FROM settings WHERE key = 'fold-version'").get()
    ?.value;
  return value === undefined ? null : Number(value);
}

export function rememberFold(store: Store): void {
  prepared(
    store,
    "INSERT INTO settings (key, value) VALUES ('fold-version', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  ).run(String(FOLD_VERSION));
}

/** Entries that have no full-text row, and rows without an entry: both 0 in a sound store. */
export function indexDrift(store: Store): { missing: number; stray: number } {
  const count = (sql: string): number => Number(prepared<[], { n: number }>(store, sql).get()?.n ?? 0);
  return {
    missing: count(
      'SELECT count(*) AS n FROM entries e WHERE NOT EXISTS (SELECT 1 FROM search_rows r WHERE r.entry = e.id)',
    ),
    stray: count(
      'SELECT count(*) AS n FROM search_rows r WHERE NOT EXISTS (SELECT 1 FROM entries e WHERE e.id = r.entry)',
    ),
  };
}
