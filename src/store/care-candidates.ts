import type { Plan } from '../domain/care/plan.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** Who may be due by a plan is looked for row by row, in stretches that are read in less than a key takes. */
interface Search {
  readonly table: 'cases' | 'purchases' | 'customers';
  readonly key: 'number' | 'id';
  /** rows in a stretch */
  readonly rows: number;
  /** SQL: customers of rows in (@after, @upTo] whose occasion lies in [@from, @until] */
  readonly sql: string;
}

const BETWEEN = 'BETWEEN @from AND @until';

/** SQL: the plan is for customer `c`, as far as her own row tells. */
const MEANT = `c.internal = 0 AND c.merged_into IS NULL AND (c.consent = 'yes' OR (c.consent IS NULL AND @asks = 0))
  AND (@segments = '[]' OR c.segment IN (SELECT value FROM json_each(@segments)))`;

const BOUGHT: Search = {
  ...{ table: 'purchases', key: 'id', rows: 4000 },
  sql: `SELECT p.customer FROM purchases p JOIN customers c ON c.id = p.customer
    WHERE p.id > @after AND p.id <= @upTo AND p.at ${BETWEEN} AND ${MEANT}`,
};

const SEARCHES: Readonly<Record<Plan['event']['on'], Search>> = {
  solved: {
    ...{ table: 'cases', key: 'number', rows: 4000 },
    sql: `SELECT k.customer FROM cases k JOIN customers c ON c.id = k.customer
      WHERE k.number > @after AND k.number <= @upTo AND k.solved_at ${BETWEEN} AND k.merged_into IS NULL
        AND (@kinds = '[]' OR k.kind IN (SELECT value FROM json_each(@kinds)))
        AND (@topics = '[]' OR k.topic IN (SELECT value FROM json_each(@topics))) AND ${MEANT}`,
  },
  purchase: BOUGHT,
  'first-purchase': BOUGHT,
  segment: {
    ...{ table: 'customers', key: 'id', rows: 4000 },
    sql: `SELECT c.id AS customer FROM customers c WHERE c.id > @after AND c.id <= @upTo
      AND c.segment_since ${BETWEEN} AND c.segment = @segment AND ${MEANT}`,
  },
  // nothing tells by itself when somebody fell silent: all for whom the plan is are looked through
  silence: {
    ...{ table: 'customers', key: 'id', rows: 200 },
    sql: `SELECT c.id AS customer FROM customers c WHERE c.id > @after AND c.id <= @upTo AND ${MEANT}
      AND max(
        coalesce((SELECT max(e.at) FROM cases k JOIN entries e ON e.case_number = k.number
          WHERE k.customer = c.id AND e.party = 'customer' AND e.automatic IS NULL), 0),
        coalesce((SELECT max(p.at) FROM purchases p WHERE p.customer = c.id), 0)) ${BETWEEN}`,
  },
};

/**
 * The customers who may be due by a plan whose occasion lies in [from, until] (ms): all who are, and some who are not. They
 * come stretch by stretch, so that there can be time for keys between; one may come twice.
 */
export function* careCandidates(
  store: Store,
  { event, segments, needsConsent }: Plan,
  { from, until }: { readonly from: number; readonly until: number },
): Generator<readonly number[]> {
  const { table, key, rows, sql } = SEARCHES[event.on];
  const last =
    prepared<[], { last: number | null }>(store, `SELECT max(${key}) AS last FROM ${table}`).get()?.last ?? 0;
  const wanted = {
    ...{ from, until, asks: Number(needsConsent), segments: JSON.stringify(segments) },
    ...(event.on === 'segment' ? { segment: event.segment } : {}),
    ...(event.on === 'solved' ? { kinds: JSON.stringify(event.kinds), topics: JSON.stringify(event.topics) } : {}),
  };
  const found = prepared<[Readonly<Record<string, string | number>>], { customer: number }>(store, sql);
  for (let after = 0; after < last; after += rows)
    yield found.all({ ...wanted, after, upTo: after + rows }).map(({ customer }) => customer);
}
