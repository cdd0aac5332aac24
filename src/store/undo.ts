import { DeskError } from '../domain/errors.ts';
import { JOURNALED } from './journal.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

interface Change {
  action: number;
  seq: number;
  tbl: string;
  op: 'insert' | 'update' | 'delete';
  key: string;
  case_number: number | null;
  before: string | null;
  after: string | null;
}

type Image = Readonly<Record<string, string | number | null>>;

const tables = new Map(JOURNALED.map((one) => [one.table, one]));

/** What an image holds was written by our own triggers; anything else in the file is damage, and is said so. */
function imageOf(json: string | null): Image {
  const value: unknown = json === null ? null : JSON.parse(json);
  if (typeof value !== 'object' || value === null) throw new Error('an undo image cannot be read');
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      typeof item === 'string' || typeof item === 'number' ? item : null,
    ]),
  );
}

/** Newest first; rows that belong to another row come after it, so that bringing back finds their parent there. */
function changesOf(store: Store, action: number): Change[] {
  const all = prepared<[number], Change>(store, 'SELECT * FROM changes WHERE action = ? ORDER BY seq DESC').all(action);
  const owned = (change: Change): boolean => tables.get(change.tbl)?.owned === true;
  return [...all.filter((change) => !owned(change)), ...all.filter(owned)];
}

/**
 * A later action, not undone itself, that changed the same row: then taking back this one would overwrite it.
 * Undo actions do not count: what they changed is what they took back.
 */
function laterChange(store: Store, change: Change, family: number): { id: number; verb: string } | null {
  return (
    prepared<[string, string, number, number], { id: number; verb: string }>(
      store,
      `SELECT a.id, a.verb FROM changes c JOIN actions a ON a.id = c.action
        WHERE c.tbl = ? AND c.key = ? AND c.action > ? AND a.undone_by IS NULL AND a.undoes IS NULL
          AND coalesce(a.parent, a.id) <> ? LIMIT 1`,
    ).get(change.tbl, change.key, change.action, family) ?? null
  );
}

/** Takes back one action whole; throws `undo-blocked`, naming what came later, and changes nothing then. */
export function replayBack(writing: Writing, action: number): void {
  const { store } = writing;
  store.db.pragma('defer_foreign_keys = ON');
  for (const change of changesOf(store, action)) {
    const later = laterChange(store, change, action);
    if (later !== null)
      throw new DeskError('undo-blocked', 'undo-blocked', {
        verb: later.verb,
        id: later.id,
        case: change.case_number ?? 0,
      });
    replay(store, change);
  }
  markUndone(writing, action, []);
}

/** The cases of a bulk action (or a slice of an import) that something else has touched since. */
export function touchedSince(store: Store, family: readonly number[]): Set<number> {
  const first = family[0] ?? 0;
  const members = JSON.stringify(family);
  return new Set(
    prepared<[string, number, string], { n: number }>(
      store,
      `SELECT DISTINCT c.case_number AS n FROM changes c JOIN actions a ON a.id = c.action
        WHERE c.case_number IN (SELECT case_number FROM changes WHERE action IN (SELECT value FROM json_each(?)))
          AND c.action > ? AND a.undone_by IS NULL AND a.undoes IS NULL
          AND c.action NOT IN (SELECT value FROM json_each(?))`,
    )
      .all(members, first, members)
      .map((row) => row.n),
  );
}

/** Takes back one slice of a bulk action case by case: the cases in `keep` stay as they are, with what they need. */
export function replayBackExcept(writing: Writing, action: number, keep: ReadonlySet<number>): void {
  const { store } = writing;
  store.db.pragma('defer_foreign_keys = ON');
  for (const change of changesOf(store, action)) {
    if (change.case_number !== null && keep.has(change.case_number)) continue;
    if (change.case_number === null && (stillNeeded(store, change) || laterChange(store, change, action) !== null))
      continue;
    replay(store, change);
  }
  markUndone(writing, action, [...keep]);
}

/** A customer that a kept case still belongs to stays, and so do their contact points. */
function stillNeeded(store: Store, change: Change): boolean {
  if (change.op !== 'insert') return false;
  if (change.tbl === 'outbox')
    return (
      prepared<[string], unknown>(store, "SELECT 1 FROM entries WHERE id = json_extract(?, '$.entry')").get(
        change.key,
      ) !== undefined
    );
  const customer =
    change.tbl === 'customers'
      ? "json_extract(?, '$.id')"
      : change.tbl === 'contact_points'
        ? "(SELECT customer FROM contact_points WHERE id = json_extract(?, '$.id'))"
        : null;
  if (customer === null) return false;
  return (
    prepared<[string], unknown>(store, `SELECT 1 FROM cases WHERE customer = ${customer}`).get(change.key) !== undefined
  );
}

function markUndone(writing: Writing, action: number, kept: readonly number[]): void {
  prepared(writing.store, 'UPDATE actions SET undone_by = ? WHERE id = ?').run(writing.action, action);
  // what an undo took back is in force again once that undo is undone
  prepared(writing.store, 'UPDATE actions SET undone_by = NULL WHERE undone_by = ? AND id <> ?').run(action, action);
  prepared(writing.store, 'UPDATE actions SET kept = ? WHERE id = ?').run(JSON.stringify(kept), writing.action);
}

function replay(store: Store, change: Change): void {
  const table = tables.get(change.tbl);
  if (table === undefined) throw new Error(`${change.tbl} is not journaled`);
  const key = imageOf(change.key);
  const where = table.key.map((column) => `"${column}" = ?`).join(' AND ');
  const keyValues = table.key.map((column) => key[column] ?? null);
  if (change.op === 'insert') {
    prepared(store, `DELETE FROM ${change.tbl} WHERE ${where}`).run(...keyValues);
    return;
  }
  const before = imageOf(change.before);
  const columns = Object.keys(before);
  const values = Object.values(before);
  if (change.op === 'update') {
    prepared(
      store,
      `UPDATE ${change.tbl} SET ${columns.map((column) => `"${column}" = ?`).join(', ')} WHERE ${where}`,
    ).run(...values, ...keyValues);
    return;
  }
  // the entry may have been kept out of this undo; then its addresses have nowhere to go
  const orphan =
    table.owned &&
    prepared<[unknown], unknown>(store, 'SELECT 1 FROM entries WHERE id = ?').get(before['entry']) === undefined;
  if (orphan) return;
  const names = columns.map((column) => `"${column}"`).join(', ');
  const places = columns.map(() => '?').join(', ');
  prepared(store, `INSERT INTO ${change.tbl} (${names}) VALUES (${places})`).run(...values);
}
