import { normalPoint } from '../domain/customer.ts';
import type { RecordMergedCustomer } from '../domain/incoming.ts';
import { lessonsFrom, rememberLesson } from './customer-lessons.ts';
import { customerWithUid, getCustomer, wholeCustomer } from './customers.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

/** What came from a merged customer, by names that hold in every store; null for one who stands for herself. */
export function mergedRecord(store: Store, source: number): RecordMergedCustomer | null {
  const { mergedInto } = getCustomer(store, source);
  if (mergedInto === null) return null;
  const holder = wholeCustomer(store, source);
  const rows = prepared<[number, string], { row: string }>(
    store,
    'SELECT row FROM customer_merge_rows WHERE source = ? AND tbl = ? ORDER BY row',
  );
  const of = (table: string): string[] => rows.all(source, table).map(({ row }) => row);
  const places = (table: 'purchases' | 'commitments'): number[] => {
    const all = idsOf(store, table, holder);
    return of(table)
      .map((id) => all.indexOf(Number(id)))
      .filter((at) => at >= 0)
      .sort((one, other) => one - other);
  };
  return {
    into: getCustomer(store, mergedInto).uid,
    cases: of('cases'),
    points: of('contact_points').flatMap((id) => pointNamed(store, Number(id))),
    ...{ purchases: places('purchases'), commitments: places('commitments'), tags: of('customer_tags') },
    lessons: lessonsFrom(store, source),
  };
}

const pointNamed = (store: Store, id: number): RecordMergedCustomer['points'] =>
  prepared<[number], RecordMergedCustomer['points'][number]>(
    store,
    'SELECT kind, value FROM contact_points WHERE id = ?',
  ).all(id);

/** In the order in which an export tells them. */
const idsOf = (store: Store, table: 'purchases' | 'commitments', customer: number): number[] =>
  prepared<[number], { id: number }>(store, `SELECT id FROM ${table} WHERE customer = ? ORDER BY at, id`)
    .all(customer)
    .map(({ id }) => id);

/** Merges an imported customer as she was; all that is named has been brought to whom she is part of. */
export function mergeAsRecorded({ store }: Writing, source: number, record: RecordMergedCustomer): void {
  const into = customerWithUid(store, record.into);
  if (into === null || into === source) return;
  const holder = wholeCustomer(store, into);
  if (holder === source) return;
  prepared(store, 'UPDATE customers SET merged_into = ? WHERE id = ?').run(into, source);
  const remember = (table: string, row: string | number | undefined): void => {
    if (row === undefined) return;
    prepared(store, 'INSERT OR IGNORE INTO customer_merge_rows (source, tbl, row) VALUES (?, ?, ?)').run(
      ...[source, table, String(row)],
    );
  };
  const point = prepared<[number, string, string], { id: number }>(
    store,
    'SELECT id FROM contact_points WHERE customer = ? AND kind = ? AND normal = ?',
  );
  for (const uid of record.cases) remember('cases', uid);
  for (const one of record.points) remember('contact_points', point.get(holder, one.kind, normalPoint(one))?.id);
  for (const table of ['purchases', 'commitments'] as const) {
    const ids = idsOf(store, table, holder);
    for (const at of record[table]) remember(table, ids[at]);
  }
  for (const tag of record.tags) remember('customer_tags', tag);
  for (const lesson of record.lessons ?? []) rememberLesson(store, source, lesson);
}
