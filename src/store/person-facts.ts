import type { People } from '../domain/care/duplicates.ts';
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

/** Everybody who was not merged and is not one of us, with what may show that two of them are one. */
export const everybody = (store: Store): People => ({
  last: () => prepared<[], { id: number | null }>(store, 'SELECT max(id) AS id FROM customers').get()?.id ?? 0,
  after: (id, limit) =>
    factsOf(
      store,
      prepared<[number, number], Named>(store, `${NAMED} WHERE k.id > ? AND ${NOT_MERGED} ORDER BY k.id LIMIT ?`).all(
        id,
        limit,
      ),
    ),
  these: (ids) =>
    factsOf(
      store,
      prepared<[string], Named>(
        store,
        `${NAMED} JOIN json_each(?) n ON k.id = n.value WHERE ${NOT_MERGED} ORDER BY k.id`,
      ).all(JSON.stringify(ids)),
    ),
});

/** The names of those among these who were not merged and are none of us. */
export const standingNames = (store: Store, ids: readonly number[]): ReadonlyMap<number, string> =>
  new Map(
    prepared<[string], { id: number; name: string }>(
      store,
      `SELECT k.id, k.name FROM json_each(?) n CROSS JOIN customers k ON k.id = n.value WHERE ${NOT_MERGED}`,
    )
      .all(JSON.stringify(ids))
      .map(({ id, name }) => [id, name]),
  );

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
  return people.length > MOST + 1 ? [] : factsOf(store, people);
}

/** The same of these: what belongs to them is asked for once, not for each. */
function factsOf(store: Store, people: readonly Named[]): PersonFacts[] {
  const ids = JSON.stringify(people.map(({ id }) => id));
  const each = <Row extends { readonly customer: number }>(sql: string): Map<number, Row[]> =>
    Map.groupBy(prepared<[string], Row>(store, sql).all(ids), ({ customer }) => customer);
  const points = each<Point>(
    `SELECT o.customer, o.kind, o.value FROM json_each(?) n CROSS JOIN contact_points o ON o.customer = n.value
      ORDER BY o.id`,
  );
  const bought = each<Bought>(
    `SELECT o.customer, o.product, o.serial FROM json_each(?) n CROSS JOIN purchases o ON o.customer = n.value
      ORDER BY o.id`,
  );
  return people.map((row) => {
    const of = (kind: PointKind): string[] =>
      (points.get(row.id) ?? []).filter((one) => one.kind === kind).map(({ value }) => value);
    return {
      ...row,
      ...{ emails: of('email'), phones: of('phone'), handles: of('handle') },
      products: (bought.get(row.id) ?? []).map(({ product, serial }) => serial ?? product),
    };
  });
}
