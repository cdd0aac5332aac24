import type { ContactPoint, PointKind } from '../../domain/customer.ts';
import type { Store } from '../open.ts';
import { prepared } from '../statements.ts';

/** Everything by which a customer is known, and all that is hers. */
export interface Person {
  /** the customer herself, whom the others are part of */
  readonly id: number;
  readonly name: string;
  /** she, those who were merged into her, and as whom an import that was taken back had known her */
  readonly customers: ReadonlySet<number>;
  /** hers, those that were taken back too */
  readonly cases: ReadonlySet<number>;
  readonly points: readonly (ContactPoint & { readonly normal: string })[];
  /** as she was ever called */
  readonly names: ReadonlySet<string>;
}

/** Reads who a customer is. `id` is a customer who is not part of another. */
export function personOf(store: Store, id: number): Person {
  const family = numbers(
    store,
    `WITH RECURSIVE family (id) AS (
       VALUES (?) UNION SELECT k.id FROM customers k JOIN family f ON k.merged_into = f.id)
     SELECT f.id FROM family f JOIN customers k ON k.id = f.id`,
    id,
  );
  const ids = JSON.stringify(family);
  const points = pointsOf(store, ids);
  const names = namesOf(store, ids);
  const customers = new Set([...family, ...takenBack(store, points, names)]);
  const name = prepared<[number], { name: string }>(store, 'SELECT name FROM customers WHERE id = ?').get(id)?.name;
  return { id, name: name ?? '', customers, cases: casesOf(store, customers), points, names };
}

/** Where she is reached, and where she was before, if nobody else is reached there now. */
const pointsOf = (store: Store, ids: string): (ContactPoint & { normal: string })[] =>
  prepared<[{ ids: string }], { kind: PointKind; value: string; normal: string }>(
    store,
    `SELECT kind, value, normal FROM contact_points WHERE customer IN (SELECT value FROM json_each(@ids))
     UNION SELECT json_extract(before, '$.kind'), json_extract(before, '$.value'), json_extract(before, '$.normal')
       FROM changes WHERE tbl = 'contact_points' AND op = 'delete'
        AND json_extract(before, '$.customer') IN (SELECT value FROM json_each(@ids))
        AND NOT EXISTS (SELECT 1 FROM contact_points p WHERE p.normal = json_extract(changes.before, '$.normal')
          AND p.customer NOT IN (SELECT value FROM json_each(@ids)))
      ORDER BY kind, value`,
  ).all({ ids });

const numbers = (store: Store, sql: string, ...values: unknown[]): number[] =>
  prepared<unknown[], { id: number }>(store, sql)
    .all(...values)
    .map((row) => row.id);

function namesOf(store: Store, ids: string): Set<string> {
  const rows = prepared<[{ ids: string }], { name: string | null }>(
    store,
    `SELECT name FROM customers WHERE id IN (SELECT value FROM json_each(@ids))
     UNION SELECT json_extract(h.before, '$.name') FROM json_each(@ids) n JOIN changes h
         ON h.tbl = 'customers' AND h.key = json_object('id', n.value) AND h.op = 'update'`,
  ).all({ ids });
  return new Set(rows.flatMap(({ name }) => name ?? []));
}

/**
 * An import that was taken back and done again has known the same person under another number, and the journal could
 * bring that one back: a customer who is gone, of the same name and reached at the same place.
 */
function takenBack(
  store: Store,
  points: readonly { readonly kind: string; readonly normal: string }[],
  names: ReadonlySet<string>,
): number[] {
  const gone = prepared<[], { customer: number; kind: string; normal: string; name: string }>(
    store,
    `SELECT json_extract(p.before, '$.customer') AS customer, json_extract(p.before, '$.kind') AS kind,
            json_extract(p.before, '$.normal') AS normal, json_extract(k.before, '$.name') AS name
       FROM changes p JOIN changes k ON k.tbl = 'customers' AND k.op = 'delete'
        AND k.key = json_object('id', json_extract(p.before, '$.customer'))
      WHERE p.tbl = 'contact_points' AND p.op = 'delete'
        AND NOT EXISTS (SELECT 1 FROM customers c WHERE c.id = json_extract(p.before, '$.customer'))`,
  );
  const hers = new Set(points.map(({ kind, normal }) => `${kind} ${normal}`));
  const found: number[] = [];
  for (const { customer, kind, normal, name } of gone.iterate())
    if (names.has(name) && hers.has(`${kind} ${normal}`)) found.push(customer);
  return found;
}

/** Her cases; one without a customer goes with the case that it was merged into. */
function casesOf(store: Store, customers: ReadonlySet<number>): Set<number> {
  const ids = JSON.stringify([...customers]);
  return new Set(
    numbers(
      store,
      `WITH RECURSIVE hers (number) AS (
         SELECT number FROM cases WHERE customer IN (SELECT value FROM json_each(@ids))
         UNION SELECT c.number FROM cases c JOIN hers h ON c.merged_into = h.number WHERE c.customer IS NULL)
       SELECT number AS id FROM hers
       UNION SELECT json_extract(key, '$.number') FROM changes WHERE tbl = 'cases' AND op = 'delete'
         AND json_extract(before, '$.customer') IN (SELECT value FROM json_each(@ids))
         AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.number = json_extract(changes.key, '$.number'))`,
      { ids },
    ),
  );
}

/** What she and her parts are called in every copy of the store. */
export const uidsOf = (store: Store, { customers }: Pick<Person, 'customers'>): string[] =>
  prepared<[string], { uid: string }>(store, 'SELECT uid FROM customers WHERE id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify([...customers]))
    .map((row) => row.uid);

/** The same, with those that only the journal still knows: a copy may be older than an import that was taken back. */
export const everyUid = (store: Store, { customers }: Pick<Person, 'customers'>): string[] =>
  prepared<[{ ids: string }], { uid: string }>(
    store,
    `SELECT uid FROM customers WHERE id IN (SELECT value FROM json_each(@ids))
     UNION SELECT json_extract(before, '$.uid') FROM changes WHERE tbl = 'customers' AND op = 'delete'
        AND key IN (SELECT json_object('id', value) FROM json_each(@ids))`,
  )
    .all({ ids: JSON.stringify([...customers]) })
    .map((row) => row.uid);

/** A case that was merged over the border between her and another customer, or null: it is to be taken out first. */
export const mixedMerge = (store: Store, { cases }: Person): number | null =>
  prepared<[{ hers: string }], { number: number }>(
    store,
    `SELECT c.number FROM cases c WHERE c.merged_into IS NOT NULL
       AND (c.number IN (SELECT value FROM json_each(@hers))) <> (c.merged_into IN (SELECT value FROM json_each(@hers)))
       LIMIT 1`,
  ).get({ hers: JSON.stringify([...cases]) })?.number ?? null;

/** The next of her cases to go, or null: one that no other was merged into any more; such as came in just now as well. */
export const nextCase = (store: Store, { cases, customers }: Person): number | null =>
  prepared<[string, string], { number: number }>(
    store,
    `SELECT number FROM cases c WHERE (number IN (SELECT value FROM json_each(?))
         OR customer IN (SELECT value FROM json_each(?)))
       AND NOT EXISTS (SELECT 1 FROM cases m WHERE m.merged_into = c.number) ORDER BY number LIMIT 1`,
  ).get(JSON.stringify([...cases]), JSON.stringify([...customers]))?.number ?? null;
