import { type Aside, JOURNALED, type Journaled } from './journaled.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** One line of the journal: what an action did to one row. */
export interface Change {
  readonly action: number;
  readonly seq: number;
  readonly tbl: string;
  readonly op: 'insert' | 'update' | 'delete';
  readonly key: string;
  readonly case_number: number | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** Column values of a row. Journaled tables hold text, whole numbers and nothing else. */
export type Image = Readonly<Record<string, string | number | null>>;

const tables = new Map(JOURNALED.map((one) => [one.table, one]));

/** The rules of a journaled table. */
export function journaledTable(table: string): Journaled {
  const found = tables.get(table);
  if (found === undefined) throw new Error(`${table} is not journaled`);
  return found;
}

/** What an image holds was written by our own triggers; anything else in the file is damage, and is said so. */
export function imageOf(json: string | null): Image {
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
export function changesOf(store: Store, action: number): Change[] {
  const all = prepared<[number], Change>(
    store,
    'SELECT * FROM changes INDEXED BY changes_by_action WHERE action = ? ORDER BY seq DESC',
  ).all(action);
  const owned = (change: Change): boolean => journaledTable(change.tbl).owned === true;
  return [...all.filter((change) => !owned(change)), ...all.filter(owned)];
}

/** Where the changed row is: SQL and values for its key. */
export function place(change: Change): { where: string; values: (string | number | null)[] } {
  const { key } = journaledTable(change.tbl);
  const image = imageOf(change.key);
  return {
    where: key.map((column) => `"${column}" = ?`).join(' AND '),
    values: key.map((name) => image[name] ?? null),
  };
}

/** The row as it is now, or null. */
export function currentRow(store: Store, change: Change): Image | null {
  const { where, values } = place(change);
  return prepared<unknown[], Image>(store, `SELECT * FROM ${change.tbl} WHERE ${where}`).get(...values) ?? null;
}

/** Is the row there that a row with these values goes with? A table without a parent: always. */
export function parentIsThere(store: Store, change: Change, row: Image): boolean {
  const { parent } = journaledTable(change.tbl);
  return parent === undefined || isThere(store, parent.table, row[parent.column]);
}

/** Is there a row with this key? */
export function isThere(store: Store, table: string, value: string | number | null | undefined): boolean {
  const [key = 'id'] = journaledTable(table).key;
  const sql = `SELECT 1 FROM ${table} WHERE "${key}" = ?`;
  return prepared<[unknown], unknown>(store, sql).get(value ?? null) !== undefined;
}

/** Undoes one line of the journal: an insert goes, an update goes back, a deleted row returns. */
export function replay(store: Store, change: Change): void {
  const { where, values: key } = place(change);
  if (change.op === 'insert') {
    prepared(store, `DELETE FROM ${change.tbl} WHERE ${where}`).run(...key);
    return;
  }
  const before = imageOf(change.before);
  const columns = Object.keys(before);
  if (change.op === 'update') {
    const { aside = {} } = journaledTable(change.tbl);
    const after = imageOf(change.after);
    const assignments = columns.map((column) => `"${column}" = ${wayBack(column, aside[column])}`).join(', ');
    const values = columns.flatMap((column) => {
      const was = before[column] ?? null;
      return aside[column] === undefined ? [was] : [after[column] ?? null, was];
    });
    prepared(store, `UPDATE ${change.tbl} SET ${assignments} WHERE ${where}`).run(...values, ...key);
    return;
  }
  // the entry may have been kept out of this undo; then its addresses have nowhere to go
  if (!parentIsThere(store, change, before)) return;
  const names = columns.map((column) => `"${column}"`).join(', ');
  const places = columns.map(() => '?').join(', ');
  // a draft that was begun anew in the meantime is not lost: the old words come back above it
  const meet =
    change.tbl === 'drafts'
      ? `ON CONFLICT (case_number, type) DO UPDATE SET text = excluded.text || char(10, 10) || text
           WHERE text <> excluded.text`
      : '';
  prepared(store, `INSERT INTO ${change.tbl} (${names}) VALUES (${places}) ${meet}`).run(...Object.values(before));
}

/** SQL for the value that a column goes back to; a column aside that something later has written keeps what that says. */
function wayBack(column: string, aside: Aside | undefined): string {
  if (aside === undefined) return '?';
  if (aside === 'count') return `"${column}" - ? + ?`;
  return `iif("${column}" IS ?, ?, ${aside === 'version' ? '"version" + 1' : `"${column}"`})`;
}
