import { JOURNALED } from '../journaled.ts';
import type { Store } from '../open.ts';
import { prepared } from '../statements.ts';

/** A table whose rows go when the row goes that they name. */
export interface Tie {
  readonly table: string;
  /** the column that names it, and what it names it by */
  readonly column: string;
  readonly to: string;
  /** the columns of its own key */
  readonly key: readonly string[];
}

/** Rows that name another of their kind are told apart by hand: a merged case, a merged customer, the case of a customer. */
const BY_HAND: ReadonlySet<string> = new Set(['cases', 'customers']);

/**
 * Which tables hang on which, as the schema says it: what a later migration adds with a reference to a case, an entry or a
 * customer goes along without being named here.
 */
export function tiesOf(store: Store): ReadonlyMap<string, readonly Tie[]> {
  const rows = prepared<[], { child: string; parent: string; column: string; to: string | null; key: string }>(
    store,
    `SELECT t.name AS child, f."table" AS parent, f."from" AS "column", f."to" AS "to",
        (SELECT group_concat(name, ' ') FROM (SELECT name FROM pragma_table_info(t.name) WHERE pk > 0 ORDER BY pk)) AS key
       FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f
      WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'forgotten%'`,
  ).all();
  const ties = new Map<string, Tie[]>();
  for (const { child, parent, column, to, key } of rows) {
    if (BY_HAND.has(child)) continue;
    const tie = { table: child, column, to: to ?? column, key: key.split(' ') };
    ties.set(parent, [...(ties.get(parent) ?? []), tie]);
  }
  return ties;
}

const journaled: ReadonlySet<string> = new Set(JOURNALED.map((one) => one.table));

/** Does undo keep images of its rows? */
export const isJournaled = (table: string): boolean => journaled.has(table);

/** SQL: the key of a row as the journal writes it down. */
export const keyImage = (key: readonly string[]): string =>
  `json_object(${key.map((column) => `'${column}', "${column}"`).join(', ')})`;
