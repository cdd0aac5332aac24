import type { PersonFacts } from '../domain/care/likeness.ts';
import type { PointKind } from '../domain/customer.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

type Named = Pick<PersonFacts, 'id' | 'name' | 'givenName' | 'company' | 'language'>;
interface Point {
  readonly customer: number;
  readonly kind: PointKind;
  readonly value: string;
}
interface Bought {
  readonly customer: number;
  readonly product: string;
  readonly serial: string | null;
}

const NAMED = 'SELECT k.id, k.name, k.given_name AS givenName, k.company, k.language FROM customers k';
const NOT_MERGED = 'k.merged_into IS NULL AND k.internal = 0';

/** What may show that two customers are one, of everybody who was not merged and is not one of us. */
export function personFacts(store: Store): PersonFacts[] {
  const points = prepared<[], Point>(
    store,
    'SELECT customer, kind, value FROM contact_points ORDER BY customer, id',
  ).all();
  const bought = prepared<[], Bought>(
    store,
    'SELECT customer, product, serial FROM purchases ORDER BY customer, id',
  ).all();
  return factsOf(prepared<[], Named>(store, `${NAMED} WHERE ${NOT_MERGED} ORDER BY k.id`).all(), points, bought);
}

/** How many may share a phone or a mailbox with somebody before it tells nothing of any of them. */
const MOST = 16;

/** The same of one customer and of those who share a phone, mailbox or handle with her; of more than a few, of nobody. */
export function personFactsNear(store: Store, customer: number): PersonFacts[] {
  const people = prepared<[{ customer: number; most: number }], Named>(
    store,
    `WITH near (id) AS (SELECT @customer UNION SELECT o.customer FROM contact_points p
       CROSS JOIN contact_points o ON o.normal = p.normal AND o.kind = p.kind WHERE p.customer = @customer LIMIT @most)
     ${NAMED} JOIN near USING (id) WHERE ${NOT_MERGED} ORDER BY k.id`,
  ).all({ customer, most: MOST + 2 });
  if (people.length > MOST + 1) return [];
  const each = <T>(sql: string): T[] =>
    people.flatMap(({ id }) => prepared<[number], T>(store, `${sql} WHERE customer = ? ORDER BY id`).all(id));
  return factsOf(
    people,
    each<Point>('SELECT customer, kind, value FROM contact_points'),
    each<Bought>('SELECT customer, product, serial FROM purchases'),
  );
}

function factsOf(people: readonly Named[], all: readonly Point[], purchases: readonly Bought[]): PersonFacts[] {
  const points = Map.groupBy(all, ({ customer }) => customer);
  const products = Map.groupBy(purchases, ({ customer }) => customer);
  return people.map((row) => {
    const of = (kind: PointKind): string[] =>
      (points.get(row.id) ?? []).filter((one) => one.kind === kind).map(({ value }) => value);
    return {
      ...row,
      ...{ emails: of('email'), phones: of('phone'), handles: of('handle') },
      products: (products.get(row.id) ?? []).map(({ product, serial }) => serial ?? product),
    };
  });
}
