import { DeskError } from '../domain/errors.ts';
import { changeCustomerTags } from './customer-changes.ts';
import { unlearn } from './customer-lessons.ts';
import { getCustomer, tagsOfCustomer } from './customers.ts';
import { addEvent } from './events.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import { copyTouches } from './touches.ts';
import type { Writing } from './writing.ts';

/** What goes along with a customer who is merged, or comes back with her. */
export interface Moved {
  readonly cases: number;
  readonly points: number;
  readonly purchases: number;
  readonly commitments: number;
  readonly tags: number;
}

type MovedTable = 'cases' | 'contact_points' | 'purchases' | 'commitments';
const TABLES: readonly MovedTable[] = ['cases', 'contact_points', 'purchases', 'commitments'];
/** By what a row is remembered: a case by its uid, the others by their ids. */
const KEYS: Readonly<Record<MovedTable, string>> = {
  cases: 'uid',
  contact_points: 'id',
  purchases: 'id',
  commitments: 'id',
};

/**
 * Moves all that is the customer's to another, and remembers what came from whom, so that it can go back after any time.
 * An address that both have stays where it is.
 */
export function mergeCustomers(writing: Writing, source: number, target: number): Moved {
  const { store } = writing;
  const moved = Object.fromEntries(
    TABLES.map((table) => {
      const keys = rowsToMove(store, table, source, target);
      for (const key of keys) {
        remember(store, source, table, key);
        move(writing, table, key, source, target);
      }
      return [table, keys.length];
    }),
  );
  const had = tagsOfCustomer(store, target);
  const gained = tagsOfCustomer(store, source).filter((tag) => !had.includes(tag));
  for (const tag of gained) remember(store, source, 'customer_tags', tag);
  changeCustomerTags(writing, target, gained, []);
  copyTouches(writing, source, target);
  setMerged(store, source, target);
  return countsOf(moved, gained.length);
}

const countsOf = (moved: Readonly<Record<string, number>>, tags: number): Moved => ({
  cases: moved['cases'] ?? 0,
  points: moved['contact_points'] ?? 0,
  purchases: moved['purchases'] ?? 0,
  commitments: moved['commitments'] ?? 0,
  tags,
});

function rowsToMove(store: Store, table: MovedTable, source: number, target: number): string[] {
  const here = `SELECT CAST(s.${KEYS[table]} AS TEXT) AS key FROM ${table} s WHERE s.customer = @source`;
  const only =
    table === 'contact_points'
      ? ` AND NOT EXISTS (SELECT 1 FROM contact_points t
           WHERE t.customer = @target AND t.kind = s.kind AND t.normal = s.normal)`
      : '';
  return prepared<[{ source: number; target?: number }], { key: string }>(store, `${here}${only} ORDER BY s.rowid`)
    .all(table === 'contact_points' ? { source, target } : { source })
    .map((row) => row.key);
}

const remember = (store: Store, source: number, table: string, key: string): unknown =>
  prepared(store, 'INSERT OR IGNORE INTO customer_merge_rows (source, tbl, row) VALUES (?, ?, ?)').run(
    source,
    table,
    key,
  );

/** Gives one row another customer, if it is still with the first; false: it is not. */
function move(writing: Writing, table: MovedTable, key: string, from: number, to: number): boolean {
  const { store, now } = writing;
  const version = table === 'cases' ? ', version = version + 1' : '';
  const { changes } = prepared(
    store,
    `UPDATE ${table} SET customer = ?${version} WHERE CAST(${KEYS[table]} AS TEXT) = ? AND customer = ?`,
  ).run(to, key, from);
  if (changes > 0 && table === 'cases') {
    const number = prepared<[string], { number: number }>(store, 'SELECT number FROM cases WHERE uid = ?').get(key);
    const event = { field: 'customer', old: String(from), new: String(to) };
    addEvent(writing, { at: now, case: number?.number ?? null, ...event });
  }
  return changes > 0;
}

const setMerged = (store: Store, source: number, target: number | null): unknown =>
  prepared(store, 'UPDATE customers SET merged_into = ?, version = version + 1 WHERE id = ?').run(target, source);

/**
 * Brings back what came from a customer, from where it lies now: a case that was given to somebody else since stays there.
 * What the other one learned from her goes, unless it was changed since. Throws `customer-not-merged`.
 */
export function unmergeCustomer(writing: Writing, source: number): Moved {
  const { store } = writing;
  const path = pathFrom(store, source);
  const holder = path.at(-1);
  if (holder === undefined) throw new DeskError('usage', 'customer-not-merged', { id: source });
  const rows = prepared<[number], { tbl: string; row: string }>(
    store,
    'SELECT tbl, row FROM customer_merge_rows WHERE source = ? ORDER BY tbl, row',
  ).all(source);
  // in whoever lies between they were guests as well
  const guest = prepared(store, 'DELETE FROM customer_merge_rows WHERE source = ? AND tbl = ? AND row = ?');
  const moved: Record<string, number> = {};
  for (const { tbl, row } of rows) {
    const table = TABLES.find((one) => one === tbl);
    if (table === undefined) continue;
    for (const between of path.slice(0, -1)) guest.run(between, table, row);
    if (move(writing, table, row, holder, source)) moved[table] = (moved[table] ?? 0) + 1;
  }
  const tags = rows.filter(({ tbl }) => tbl === 'customer_tags').map(({ row }) => row);
  const gone = takeTagsBack(writing, source, path, tags);
  unlearn(writing, source, path);
  prepared(store, 'DELETE FROM customer_merge_rows WHERE source = ?').run(source);
  copyTouches(writing, holder, source);
  setMerged(store, source, null);
  return countsOf(moved, gone);
}

/** Whom she is a part of, one after the other. */
function pathFrom(store: Store, source: number): number[] {
  const path: number[] = [];
  for (let next = getCustomer(store, source).mergedInto; next !== null && path.length < 100; ) {
    path.push(next);
    next = getCustomer(store, next).mergedInto;
  }
  return path;
}

/** The tags that others have from her go, all along the path; one that another merged customer has too stays for her. */
function takeTagsBack(writing: Writing, source: number, path: readonly number[], tags: readonly string[]): number {
  const { store } = writing;
  const other = prepared<[number, number, string], { id: number }>(
    store,
    `SELECT k.id FROM customers k JOIN customer_tags t ON t.customer = k.id
      WHERE k.merged_into = ? AND k.id <> ? AND t.tag = ? ORDER BY k.id LIMIT 1`,
  );
  let from = source;
  let given = [...tags];
  for (const target of path) {
    const gone = given.filter((tag) => {
      const heir = other.get(target, from, tag);
      if (heir !== undefined) remember(store, heir.id, 'customer_tags', tag);
      return heir === undefined;
    });
    changeCustomerTags(writing, target, [], gone);
    const passed = prepared<[number], { row: string }>(
      store,
      "SELECT row FROM customer_merge_rows WHERE source = ? AND tbl = 'customer_tags'",
    );
    given = passed.all(target).flatMap(({ row }) => (gone.includes(row) ? [row] : []));
    for (const tag of given)
      prepared(store, "DELETE FROM customer_merge_rows WHERE source = ? AND tbl = 'customer_tags' AND row = ?").run(
        target,
        tag,
      );
    from = target;
  }
  return tags.length;
}
