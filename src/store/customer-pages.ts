import type { Segment } from '../domain/customer.ts';
import { HOLDS, holdsValues } from './customer-search.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** One row of the list of customers. */
export interface CustomerRow {
  readonly id: number;
  readonly name: string;
  readonly honorific: string | null;
  readonly segment: Segment | null;
  /** the first by which she is reached */
  readonly point: string | null;
  readonly strikes: number;
  readonly atRisk: boolean;
  /** her last word, ms */
  readonly lastAt: number | null;
  readonly open: number;
}

/** Which customers are listed: all or those at risk, all or those in whom each word is found. */
export interface CustomerAsk {
  readonly atRisk: boolean;
  readonly words: readonly string[];
}

/** Ids from the newest down, and the id below which the next part begins; null: there is no more. */
export interface CustomerPage {
  readonly ids: readonly number[];
  readonly below: number | null;
}

/** Customers through whom one search goes at a time: a key waits for no more. */
const SEARCHED = 1500;

/** The next customers below an id (null: from the newest on), at most `limit`; of a search as far as a key can wait. */
export function customerPage(
  store: Store,
  { atRisk, words }: CustomerAsk,
  now: number,
  below: number | null,
  limit: number,
): CustomerPage {
  const before = below ?? Number.MAX_SAFE_INTEGER;
  const part = words.length === 0 ? limit : SEARCHED;
  const found = (atRisk ? riskyBelow(store, now, before, part) : allBelow(store, before, part)).map(({ id }) => id);
  const ids = words.length === 0 ? found : holding(store, found, words);
  return { ids, below: found.length < part ? null : (found.at(-1) ?? null) };
}

const allBelow = (store: Store, before: number, limit: number): { id: number }[] =>
  prepared<[number, number], { id: number }>(
    store,
    'SELECT id FROM customers WHERE id < ? AND merged_into IS NULL ORDER BY id DESC LIMIT ?',
  ).all(before, limit);

const riskyBelow = (store: Store, now: number, before: number, limit: number): { id: number }[] =>
  prepared<[number, number, number, number], { id: number }>(
    store,
    `SELECT s.customer AS id FROM standings s
      WHERE s.at_risk = 1 AND s.to_at > ? AND s.from_at <= ? AND s.customer < ? ORDER BY s.customer DESC LIMIT ?`,
  ).all(now, now, before, limit);

/** Those of these customers in whom each of the words is found, in this order. */
function holding(store: Store, ids: readonly number[], words: readonly string[]): number[] {
  const where = words.map(() => HOLDS).join(' AND ');
  const sql = `SELECT k.id FROM json_each(?) n JOIN customers k ON k.id = n.value WHERE ${where} ORDER BY n.key`;
  return prepared<unknown[], { id: number }>(store, sql)
    .all(JSON.stringify(ids), ...words.flatMap(holdsValues))
    .map(({ id }) => id);
}

type Row = Omit<CustomerRow, 'atRisk'> & { readonly atRisk: 0 | 1 };

/** The rows of these customers, in this order; ids that are gone are left out. `now` in ms. */
export const customerRows = (store: Store, ids: readonly number[], now: number): CustomerRow[] =>
  prepared<[{ ids: string; now: number }], Row>(
    store,
    `SELECT k.id, k.name, k.honorific, k.segment,
            (SELECT p.value FROM contact_points p WHERE p.customer = k.id ORDER BY p.id LIMIT 1) AS point,
            coalesce(s.strikes, 0) AS strikes, coalesce(s.at_risk, 0) AS atRisk,
            (SELECT max(e.at) FROM cases c JOIN entries e ON e.case_number = c.number
              WHERE c.customer = k.id AND e.party = 'customer' AND e.automatic IS NULL) AS lastAt,
            (SELECT count(*) FROM cases c WHERE c.customer = k.id AND c.is_open = 1 AND c.merged_into IS NULL) AS open
       FROM json_each(@ids) n JOIN customers k ON k.id = n.value AND k.merged_into IS NULL
       LEFT JOIN standings s ON s.customer = k.id AND s.from_at <= @now AND s.to_at > @now
      ORDER BY n.key`,
  )
    .all({ ids: JSON.stringify(ids), now })
    .map((row) => ({ ...row, atRisk: row.atRisk === 1 }));
