import type { CareCase, CareFacts, CareFollowUp, Touch } from '../domain/care/touches.ts';
import type { Segment } from '../domain/customer.ts';
import { CUSTOMER_CASES } from './ledger-facts.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

interface CustomerRow {
  readonly internal: 0 | 1;
  readonly segment: Segment | null;
  readonly segmentSince: number | null;
  readonly consent: 'yes' | 'no' | null;
}

/** What the plans go by of a customer; null for one who is part of another, or gone. */
export function careFacts(store: Store, customer: number): CareFacts | null {
  const row = prepared<[number], CustomerRow>(
    store,
    `SELECT internal, segment, segment_since AS segmentSince, consent FROM customers
      WHERE id = ? AND merged_into IS NULL`,
  ).get(customer);
  if (row === undefined) return null;
  return {
    customer,
    internal: row.internal === 1,
    segment: row.segment,
    segmentSince: row.segmentSince,
    consent: row.consent ?? 'unknown',
    cases: prepared<[number], CareCase>(
      store,
      'SELECT number, kind, topic, status, solved_at AS solvedAt FROM cases WHERE customer = ? AND merged_into IS NULL',
    ).all(customer),
    purchases: prepared<[number], { id: string; at: number | null }>(
      store,
      'SELECT CAST(id AS TEXT) AS id, at FROM purchases WHERE customer = ?',
    ).all(customer),
    lastWordAt:
      prepared<[number], { at: number | null }>(
        store,
        `SELECT max(e.at) AS at FROM cases c JOIN entries e ON e.case_number = c.number
          WHERE c.customer = ? AND e.party = 'customer' AND e.automatic IS NULL`,
      ).get(customer)?.at ?? null,
    followUps: prepared<[{ customer: number }], Omit<CareFollowUp, 'toDo'> & { toDo: 0 | 1 }>(
      store,
      `${CUSTOMER_CASES} SELECT f.root AS "case", m.template, m.made_at AS madeAt,
              m.done_at IS NULL AND m.dropped_at IS NULL AS toDo
         FROM family f JOIN commitments m ON m.case_number = f.number WHERE m.kind = 'follow-up'
       UNION ALL SELECT NULL, m.template, m.made_at, m.done_at IS NULL AND m.dropped_at IS NULL
         FROM commitments m WHERE m.customer = @customer AND m.kind = 'follow-up'`,
    )
      .all({ customer })
      .map(({ toDo, ...one }) => ({ ...one, toDo: toDo === 1 })),
    made: touchesOf(store, customer),
  };
}

/** What the plans have made for a customer, the oldest first. */
export const touchesOf = (store: Store, customer: number): { key: string; plan: string; at: number }[] =>
  prepared<[number], { key: string; plan: string; at: number }>(
    store,
    'SELECT key, plan, at FROM touches WHERE customer = ? ORDER BY at, key',
  ).all(customer);

/** How many each plan has made. */
export const touchCounts = (store: Store): ReadonlyMap<string, number> =>
  new Map(
    prepared<[], { plan: string; made: number }>(store, 'SELECT plan, count(*) AS made FROM touches GROUP BY plan')
      .all()
      .map(({ plan, made }) => [plan, made]),
  );

/** Notes that a touch is made, so that it is not made again. */
export function insertTouch({ store, now }: Writing, { key, plan, customer }: Touch): void {
  prepared(store, 'INSERT INTO touches (key, plan, customer, at) VALUES (?, ?, ?, ?)').run(key, plan, customer, now);
}

/** Two who are one person, or were: what was made for one is not made again for the other. */
export function copyTouches({ store }: Writing, from: number, to: number): void {
  prepared(
    store,
    `INSERT OR IGNORE INTO touches (key, plan, customer, at)
     SELECT plan || '/' || @to || substr(key, length(plan || '/' || @from) + 1), plan, @to, at
       FROM touches WHERE customer = @from`,
  ).run({ from: String(from), to: String(to) });
}
