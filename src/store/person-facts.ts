import type { PersonFacts } from '../domain/care/likeness.ts';
import type { PointKind } from '../domain/customer.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** What may show that two customers are one, of everybody who was not merged and is not one of us. */
export function personFacts(store: Store): PersonFacts[] {
  const points = Map.groupBy(
    prepared<[], { customer: number; kind: PointKind; value: string }>(
      store,
      'SELECT customer, kind, value FROM contact_points ORDER BY customer, id',
    ).all(),
    ({ customer }) => customer,
  );
  const products = Map.groupBy(
    prepared<[], { customer: number; product: string; serial: string | null }>(
      store,
      'SELECT customer, product, serial FROM purchases ORDER BY customer, id',
    ).all(),
    ({ customer }) => customer,
  );
  return prepared<[], Pick<PersonFacts, 'id' | 'name' | 'givenName' | 'company' | 'language'>>(
    store,
    `SELECT id, name, given_name AS givenName, company, language FROM customers
      WHERE merged_into IS NULL AND internal = 0 ORDER BY id`,
  )
    .all()
    .map((row) => {
      const of = (kind: PointKind): string[] =>
        (points.get(row.id) ?? []).filter((one) => one.kind === kind).map(({ value }) => value);
      return {
        ...row,
        ...{ emails: of('email'), phones: of('phone'), handles: of('handle') },
        products: (products.get(row.id) ?? []).map(({ product, serial }) => serial ?? product),
      };
    });
}
