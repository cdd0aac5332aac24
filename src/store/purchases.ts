import { DeskError } from '../domain/errors.ts';
import type { Purchase } from '../domain/purchase.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

const SELECT = `SELECT id, customer, at, delivered_at AS deliveredAt, product, serial, warranty_until AS warrantyUntil,
  amount, currency FROM purchases`;

/** What a customer bought, the oldest first. */
export const purchasesOf = (store: Store, customer: number): Purchase[] =>
  prepared<[number], Purchase>(store, `${SELECT} WHERE customer = ? ORDER BY at, id`).all(customer);

/** The purchase with this id; throws `no-such-purchase`. */
export function getPurchase(store: Store, id: number): Purchase {
  const found = prepared<[number], Purchase>(store, `${SELECT} WHERE id = ?`).get(id);
  if (found === undefined) throw new DeskError('not-found', 'no-such-purchase', { id });
  return found;
}

export function insertPurchase({ store }: Writing, fresh: Omit<Purchase, 'id'>): number {
  const { lastInsertRowid } = prepared(
    store,
    `INSERT INTO purchases (customer, at, delivered_at, product, serial, warranty_until, amount, currency)
     VALUES (@customer, @at, @deliveredAt, @product, @serial, @warrantyUntil, @amount, @currency)`,
  ).run(fresh);
  return Number(lastInsertRowid);
}

export function deletePurchase({ store }: Writing, id: number): void {
  prepared(store, 'DELETE FROM purchases WHERE id = ?').run(id);
}
