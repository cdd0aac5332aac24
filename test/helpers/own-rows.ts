import { JOURNALED } from '../../src/store/journaled.ts';
import type { Store } from '../../src/store/open.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * Bookkeeping of one desk, which another has in its own way: numbers of rows that nobody sees, how often a row was
 * written, when it was last typed, what has been seen, and the rules that its index is built with.
 */
const BOOKKEEPING: Readonly<Record<string, readonly string[]>> = {
  // what is due follows from the history, which stays behind
  cases: ['version', 'due_at', 'due_what'],
  commitments: ['id'],
  customers: ['id', 'version'],
  contact_points: ['id'],
  entries: ['id'],
  handoffs: ['id'],
  playbook_answers: ['id'],
  ratings: ['id'],
  purchases: ['id'],
  templates: ['id'],
  drafts: ['updated_at', 'case_version'],
};
/** What the plans have made is known elsewhere by the follow-ups that come along. */
const STAYS = new Set(['touches']);
const OWN_SETTINGS = new Set(['fold-version', 'last-seen']);

/** Columns that name a row of another table by a number of this desk's own, and the name it has everywhere. */
const NAMES: Readonly<Record<string, string>> = {
  entry: 'SELECT id, uid AS name FROM entries',
  customer: 'SELECT id, uid AS name FROM customers',
  template: 'SELECT id, name FROM templates',
};

/** The same where a column of that name is something else elsewhere. */
const NAMES_IN: Readonly<Record<string, string>> = {
  'customers merged_into': 'customer',
  'customer_merge_rows source': 'customer',
};
/** A merged customer's rows are remembered by ids of this desk. */
const ownId = (table: string, column: string, value: unknown): unknown =>
  table === 'customer_merge_rows' && column === 'row' && /^\d+$/.test(String(value)) ? 'id' : value;

/** Every row of every table that holds the desk's work, in the words that two desks share, in a fixed order. */
export function ownRows({ db }: Store): Readonly<Record<string, readonly string[]>> {
  const names = Object.fromEntries(
    Object.entries(NAMES).map(([column, sql]) => {
      const rows = db.prepare<[], { id: number; name: string }>(sql).all();
      return [column, new Map(rows.map(({ id, name }) => [id, name]))];
    }),
  );
  const told = (table: string, row: Row): string =>
    JSON.stringify(
      Object.entries(row)
        .filter(([column]) => BOOKKEEPING[table]?.includes(column) !== true)
        .map(([column, value]) => [
          column,
          typeof value === 'number'
            ? (names[NAMES_IN[`${table} ${column}`] ?? column]?.get(value) ?? value)
            : ownId(table, column, value),
        ]),
    );
  return Object.fromEntries(
    JOURNALED.filter(({ table }) => !STAYS.has(table)).map(({ table }) => {
      const rows = db.prepare<[], Row>(`SELECT * FROM ${table}`).all();
      const own = table === 'settings' ? rows.filter(({ key }) => !OWN_SETTINGS.has(String(key))) : rows;
      return [table, own.map((row) => told(table, row)).sort()];
    }),
  );
}
