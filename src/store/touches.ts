import type { CareCase, CareFacts, CareFollowUp, Touch } from '../domain/care/touches.ts';
import type { Segment } from '../domain/customer.ts';
import { SPAM } from '../domain/tag.ts';
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

/** SQL: case `c` is none of those in which nobody is to be cared for. */
const NOT_SPAM = `NOT EXISTS (SELECT 1 FROM case_tags t WHERE t.case_number = c.number AND t.tag = '${SPAM}')`;

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
      `SELECT number, kind, topic, status, solved_at AS solvedAt FROM cases c
        WHERE customer = ? AND merged_into IS NULL AND ${NOT_SPAM}`,
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
         FROM family f CROSS JOIN commitments m ON m.case_number = f.number WHERE m.kind = 'follow-up'
       UNION ALL SELECT NULL, m.template, m.made_at, m.done_at IS NULL AND m.dropped_at IS NULL
         FROM commitments m WHERE m.customer = @customer AND m.kind = 'follow-up'`,
    )
      .all({ customer })
      .map(({ toDo, ...one }) => ({ ...one, toDo: toDo === 1 })),
    made: prepared<[number], { key: string; at: number }>(store, 'SELECT key, at FROM touches WHERE customer = ?').all(
      customer,
    ),
  };
}

/** How many each plan has made. */
export const touchCounts = (store: Store): ReadonlyMap<string, number> =>
  new Map(
    prepared<[], { plan: string; made: number }>(
      store,
      "SELECT plan, count(*) AS made FROM touches WHERE plan <> '' GROUP BY plan",
    )
      .all()
      .map(({ plan, made }) => [plan, made]),
  );

/** Notes that a touch is made, so that it is not made again. */
export function insertTouch({ store, now }: Writing, { key, plan, customer }: Touch): void {
  prepared(store, 'INSERT INTO touches (key, plan, customer, at) VALUES (?, ?, ?, ?)').run(key, plan, customer, now);
}

/** Two who are one person, or were: what was made for one is not made again for the other. No plan counts it as its own. */
export function copyTouches({ store }: Writing, from: number, to: number): void {
  prepared(
    store,
    `INSERT OR IGNORE INTO touches (key, plan, customer, at)
     SELECT name || '/' || @to || substr(key, length(name || '/' || @from) + 1), '', @to, at
       FROM (SELECT key, at, substr(key, 1, instr(key, '/') - 1) AS name FROM touches WHERE customer = @from)`,
  ).run({ from: String(from), to: String(to) });
}
