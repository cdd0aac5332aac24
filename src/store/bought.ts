import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** What a customer bought, as playbooks and hand-offs ask for it. Times in ms, money in the currency's everyday unit. */
export interface Bought {
  readonly product: string;
  readonly serial: string | null;
  readonly at: number | null;
  readonly deliveredAt: number | null;
  readonly warrantyUntil: number | null;
  readonly amount: number | null;
  readonly currency: string;
}

/** Everything a customer bought, the newest first. */
export const boughtBy = (store: Store, customer: number): Bought[] =>
  prepared<[number], Bought>(
    store,
    `SELECT product, serial, at, delivered_at AS deliveredAt, warranty_until AS warrantyUntil, amount, currency
       FROM purchases WHERE customer = ? ORDER BY coalesce(at, delivered_at, 0) DESC, id DESC`,
  ).all(customer);

/** How many of a customer's cases were rated 1 or 2 since (ms), by the rating that counts of each. */
export const poorRatingsSince = (store: Store, customer: number, since: number): number =>
  prepared<[number, number], { n: number }>(
    store,
    `SELECT count(*) AS n FROM cases c JOIN ratings r ON r.id = (
       SELECT id FROM ratings WHERE case_number = c.number ORDER BY at DESC, id DESC LIMIT 1)
      WHERE c.customer = ? AND r.score <= 2 AND r.at >= ?`,
  ).get(customer, since)?.n ?? 0;

/** A field that the kind of a case asks for, as it was filled in; null: it was not. */
export const caseField = (store: Store, number: number, field: string): string | null =>
  prepared<[number, string], { value: string }>(
    store,
    'SELECT value FROM case_fields WHERE case_number = ? AND field = ?',
  ).get(number, field)?.value ?? null;
