import type { SegmentFacts } from '../domain/care/segments.ts';
import type { Status, Topic } from '../domain/case.ts';
import type { Customer } from '../domain/customer.ts';
import type { Purchase } from '../domain/purchase.ts';
import type { Score } from '../domain/rating.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** What is known of a customer's life with the shop, for the rules of segments. */
export function segmentFacts(
  store: Store,
  { id, segment, internal }: Customer,
  purchases: readonly Purchase[],
): SegmentFacts {
  const words = prepared<[number], { first: number | null; last: number | null }>(
    store,
    `SELECT min(e.at) AS first, max(e.at) AS last FROM cases c JOIN entries e ON e.case_number = c.number
      WHERE c.customer = ? AND e.party = 'customer' AND e.automatic IS NULL`,
  ).get(id);
  return {
    ...{ segment, internal, purchases },
    firstContactAt: words?.first ?? null,
    lastWordAt: words?.last ?? null,
    cases: prepared<[number], { topic: Topic | null; status: Status }>(
      store,
      'SELECT topic, status FROM cases WHERE customer = ? AND merged_into IS NULL',
    ).all(id),
    ratings: prepared<[number], { score: Score; at: number }>(
      store,
      'SELECT r.score, r.at FROM cases c JOIN ratings r ON r.case_number = c.number WHERE c.customer = ?',
    ).all(id),
  };
}
