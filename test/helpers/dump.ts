import { catchUp } from '../../src/store/due.ts';
import { JOURNALED } from '../../src/store/journaled.ts';
import type { Store } from '../../src/store/open.ts';

export type Row = Readonly<Record<string, unknown>>;
export type Dump = Readonly<Record<string, readonly Row[]>>;

/** Every row that undo answers for, and every word in the full-text index with the case and entry it stands for. */
export function dump(store: Store): Dump {
  // after other hours what is due follows a moment later
  while (catchUp(store, 0, 1000, () => 0));
  const tables = JOURNALED.map(({ table, key }): [string, Row[]] => {
    const order = key.map((column) => `"${column}"`).join(', ');
    return [table, store.db.prepare<[], Row>(`SELECT * FROM ${table} ORDER BY ${order}`).all()];
  });
  return { ...Object.fromEntries(tables), 'search words': words(store), 'wrong counts': wrongCounts(store) };
}

/** Row ids of the index may differ after undo and redo (they step aside for each other), so they are left out. */
function words(store: Store): Row[] {
  store.db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab (main, 'search', 'instance')`);
  return store.db
    .prepare<[], Row>(
      `SELECT r.case_number, r.entry, w.col, w.offset, w.term FROM temp.words w LEFT JOIN search_rows r ON r.row = w.doc
        ORDER BY r.case_number, r.entry, w.col, w.offset, w.term`,
    )
    .all();
}

/** Statuses whose cases are counted wrongly: none, ever. */
function wrongCounts(store: Store): Row[] {
  return store.db
    .prepare<[], Row>(
      `SELECT n.status, n.cases FROM case_counts n WHERE n.cases <>
        (SELECT count(*) FROM cases c WHERE c.status = n.status AND c.merged_into IS NULL)`,
    )
    .all();
}
