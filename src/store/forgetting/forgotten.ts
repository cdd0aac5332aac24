import type { Store } from '../open.ts';
import { prepared } from '../statements.ts';

/** A customer who was forgotten, or is being: then `doneAt` is null. */
export interface ForgottenCustomer {
  readonly id: number;
  /** ms */
  readonly at: number;
  readonly doneAt: number | null;
}

export const forgottenCustomer = (store: Store, id: number): ForgottenCustomer | null =>
  prepared<[number], ForgottenCustomer>(
    store,
    'SELECT id, at, done_at AS doneAt FROM forgotten_customers WHERE id = ?',
  ).get(id) ?? null;

/** Customers of whom something is still to be removed: a kill came between. */
export const halfForgotten = (store: Store): number[] =>
  prepared<[], { id: number }>(store, 'SELECT id FROM forgotten_customers WHERE done_at IS NULL ORDER BY id')
    .all()
    .map((row) => row.id);

/** Was this number a case of somebody who was forgotten? */
export const isForgottenCase = (store: Store, number: number): boolean =>
  prepared<[number], unknown>(store, 'SELECT 1 FROM forgotten_cases WHERE number = ?').get(number) !== undefined;

/** The case in which its facts count: itself, or the one that it had been merged into. */
export function countedAs(store: Store, number: number): number {
  const into = prepared<[number], { into: number | null }>(
    store,
    'SELECT merged_into AS "into" FROM forgotten_cases WHERE number = ?',
  );
  let at = number;
  for (let hops = 0; hops < 100; hops += 1) {
    const next = into.get(at)?.into ?? null;
    if (next === null) return at;
    at = next;
  }
  return at;
}

/** From here on a kill leaves something that is gone on with. */
export function beginForgetting(store: Store, id: number, now: number): void {
  prepared(store, 'INSERT OR IGNORE INTO forgotten_customers (id, at) VALUES (?, ?)').run(id, now);
}

export function endForgetting(store: Store, id: number, now: number): void {
  prepared(store, 'UPDATE forgotten_customers SET done_at = ? WHERE id = ?').run(now, id);
}
