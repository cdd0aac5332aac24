import { type ContactPoint, type Customer, normalPoint, type PointKind } from '../domain/customer.ts';
import type { Address } from '../domain/entry.ts';
import { DeskError } from '../domain/errors.ts';
import { phoneForms } from '../domain/phone-forms.ts';
import { forgottenCustomer } from './forgetting/forgotten.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import { stringsIn } from './texts-in.ts';
import type { Writing } from './writing.ts';

type CustomerRow = Omit<Customer, 'internal' | 'points' | 'tags' | 'fields'> & { internal: number; fields: string };

const SELECT = `SELECT id, uid, name, given_name AS givenName, honorific, language, segment, company, internal, notes, consent,
  segment_since AS segmentSince, fields, merged_into AS mergedInto FROM customers`;

export function findCustomer(store: Store, id: number): Customer | null {
  const row = prepared<[number], CustomerRow>(store, `${SELECT} WHERE id = ?`).get(id);
  if (row === undefined) return null;
  return {
    ...row,
    internal: row.internal === 1,
    points: pointsOf(store, id),
    tags: tagsOfCustomer(store, id),
    fields: stringsIn(row.fields),
  };
}

/** Her name alone; null: there is no such customer. */
export const nameOfCustomer = (store: Store, id: number): string | null =>
  prepared<[number], { name: string }>(store, 'SELECT name FROM customers WHERE id = ?').get(id)?.name ?? null;

export const tagsOfCustomer = (store: Store, id: number): string[] =>
  prepared<[number], { tag: string }>(store, 'SELECT tag FROM customer_tags WHERE customer = ? ORDER BY tag')
    .all(id)
    .map((row) => row.tag);

/** The customer whom this one is part of by now, or she herself: whom an agent means by the number. */
export function wholeCustomer(store: Store, id: number): number {
  const into = prepared<[number], { into: number | null }>(
    store,
    'SELECT merged_into AS "into" FROM customers WHERE id = ?',
  );
  let at = id;
  for (let hops = 0; hops < 100; hops += 1) {
    const next = into.get(at)?.into ?? null;
    if (next === null) return at;
    at = next;
  }
  return at;
}

/** The customer with this id; throws `no-such-customer`, `customer-forgotten`. */
export function getCustomer(store: Store, id: number): Customer {
  const found = findCustomer(store, id);
  if (found !== null) return found;
  if (forgottenCustomer(store, id) !== null) throw new DeskError('not-found', 'customer-forgotten', { id });
  throw new DeskError('not-found', 'no-such-customer', { id });
}

function pointsOf(store: Store, customer: number): ContactPoint[] {
  return prepared<[number], ContactPoint>(
    store,
    'SELECT kind, value FROM contact_points WHERE customer = ? ORDER BY id',
  ).all(customer);
}

/** Customers reached by this address or number, oldest first: a family may share one. One who was merged is not among them. */
export function customersAt(store: Store, point: ContactPoint): number[] {
  const find = prepared<[string, PointKind], { customer: number }>(
    store,
    `SELECT p.customer FROM contact_points p JOIN customers k ON k.id = p.customer
      WHERE p.normal = ? AND p.kind = ? AND k.merged_into IS NULL ORDER BY p.customer`,
  );
  const forms = point.kind === 'phone' ? phoneForms(point.value) : [normalPoint(point)];
  const found = forms.flatMap((normal) => find.all(normal, point.kind).map((row) => row.customer));
  return forms.length === 1 ? found : [...new Set(found)].sort((one, other) => one - other);
}

type Later = 'segmentSince' | 'consent' | 'notes' | 'fields';
export type NewCustomer = Omit<Customer, 'id' | 'tags' | 'mergedInto' | Later> & Partial<Pick<Customer, Later>>;

/** A customer of whom nothing is known but how they sign and where they write from. */
export const nameless = (uid: string, person: Address): NewCustomer => ({
  uid,
  name: person.name === '' ? person.address : person.name,
  givenName: null,
  honorific: null,
  language: null,
  segment: null,
  company: null,
  internal: false,
  points: [{ kind: 'email', value: person.address }],
});

export function insertCustomer(writing: Writing, fresh: NewCustomer): number {
  const id = Number(
    prepared(
      writing.store,
      `INSERT INTO customers
         (uid, name, given_name, honorific, language, segment, company, internal, segment_since, consent, notes, fields)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      fresh.uid,
      fresh.name,
      fresh.givenName,
      fresh.honorific,
      fresh.language,
      fresh.segment,
      fresh.company,
      fresh.internal ? 1 : 0,
      ...[fresh.segmentSince ?? null, fresh.consent ?? null, fresh.notes ?? '', JSON.stringify(fresh.fields ?? {})],
    ).lastInsertRowid,
  );
  addPoints(writing, id, fresh.points);
  return id;
}

/** Adds the contact points that the customer does not have yet. */
export function addPoints(writing: Writing, customer: number, points: readonly ContactPoint[]): void {
  const has = prepared<[number, PointKind, string], unknown>(
    writing.store,
    'SELECT 1 FROM contact_points WHERE customer = ? AND kind = ? AND normal = ?',
  );
  const insert = prepared(
    writing.store,
    'INSERT INTO contact_points (customer, kind, value, normal) VALUES (?, ?, ?, ?)',
  );
  for (const point of points) {
    const normal = normalPoint(point);
    if (normal !== '' && has.get(customer, point.kind, normal) === undefined)
      insert.run(customer, point.kind, point.value, normal);
  }
}

/** The customer with this uid, or null. */
export function customerWithUid(store: Store, uid: string): number | null {
  return prepared<[string], { id: number }>(store, 'SELECT id FROM customers WHERE uid = ?').get(uid)?.id ?? null;
}

/** Customers of whom there is no case, for whom something is to be done in none, or who were merged: these at the end. */
export function customersWithoutCases(store: Store): Customer[] {
  return prepared<[], { id: number }>(
    store,
    `SELECT id FROM customers k WHERE NOT EXISTS (SELECT 1 FROM cases c WHERE c.customer = k.id)
        OR EXISTS (SELECT 1 FROM commitments m WHERE m.customer = k.id)
        OR EXISTS (SELECT 1 FROM customers o WHERE o.merged_into = k.id)
      ORDER BY k.merged_into IS NOT NULL, id`,
  )
    .all()
    .map(({ id }) => getCustomer(store, id));
}

/** Customers of exactly this name, whatever the case of its letters, oldest first. */
export function customersNamed(store: Store, name: string): number[] {
  const all = prepared<[string], { id: number }>(
    store,
    'SELECT id FROM customers WHERE name = ? COLLATE NOCASE ORDER BY id',
  )
    .all(name)
    .map((row) => wholeCustomer(store, row.id));
  return [...new Set(all)];
}

/** Is a customer, or one who was merged into her, called so, whatever the case of its letters? */
export const isCalled = (store: Store, id: number, name: string): boolean =>
  prepared<[number, string, number, string], unknown>(
    store,
    `SELECT 1 FROM customers WHERE id = ? AND name = ? COLLATE NOCASE
     UNION ALL SELECT 1 FROM customers WHERE merged_into = ? AND name = ? COLLATE NOCASE LIMIT 1`,
  ).get(id, name, id, name) !== undefined;

/** The customer's cases, newest first. */
export function casesOfCustomer(
  store: Store,
  id: number,
): { number: number; subject: string; status: string; updatedAt: number | null }[] {
  return prepared<[number], { number: number; subject: string; status: string; updatedAt: number | null }>(
    store,
    'SELECT number, subject, status, updated_at AS updatedAt FROM cases WHERE customer = ? ORDER BY updated_at DESC, number DESC',
  ).all(id);
}
