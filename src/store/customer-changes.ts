import { type ContactPoint, type Customer, normalPoint } from '../domain/customer.ts';
import { phoneForms } from '../domain/phone-forms.ts';
import { tagsOfCustomer } from './customers.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

const COLUMNS = {
  name: 'name',
  givenName: 'given_name',
  honorific: 'honorific',
  language: 'language',
  segment: 'segment',
  segmentSince: 'segment_since',
  company: 'company',
  internal: 'internal',
  consent: 'consent',
  notes: 'notes',
  fields: 'fields',
} as const satisfies Partial<Record<keyof Customer, string>>;

type Field = keyof typeof COLUMNS;
export type CustomerPatch = Partial<Pick<Customer, Field>>;

const FIELDS = Object.keys(COLUMNS).filter((name): name is Field => name in COLUMNS);

const stored = (value: Customer[Field] | undefined): string | number | null =>
  typeof value === 'boolean' ? Number(value) : typeof value === 'object' ? jsonOrNull(value) : (value ?? null);

const jsonOrNull = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

/** Changes the fields that differ, and gives their names. */
export function updateCustomer({ store }: Writing, before: Customer, patch: CustomerPatch): Field[] {
  const differing = FIELDS.filter((field) => field in patch && stored(patch[field]) !== stored(before[field]));
  if (differing.length === 0) return [];
  const assignments = differing.map((field) => `${COLUMNS[field]} = ?`).join(', ');
  prepared(store, `UPDATE customers SET ${assignments}, version = version + 1 WHERE id = ?`).run(
    ...differing.map((field) => stored(patch[field])),
    before.id,
  );
  return differing;
}

/** Puts tags on and takes tags off; true when anything differed. */
export function changeCustomerTags(
  { store }: Writing,
  customer: number,
  add: readonly string[],
  remove: readonly string[],
): boolean {
  const has = tagsOfCustomer(store, customer);
  const gone = has.filter((tag) => remove.includes(tag) && !add.includes(tag));
  const fresh = [...new Set(add)].filter((tag) => !has.includes(tag));
  for (const tag of gone)
    prepared(store, 'DELETE FROM customer_tags WHERE customer = ? AND tag = ?').run(customer, tag);
  for (const tag of fresh)
    prepared(store, 'INSERT INTO customer_tags (customer, tag) VALUES (?, ?)').run(customer, tag);
  return gone.length + fresh.length > 0;
}

/**
 * Takes a way to reach the customer away; false when there is none like it. What is in `staying` is only written anew: a
 * row that went and came in one action could not be undone.
 */
export function removePoint(
  { store }: Writing,
  customer: number,
  point: ContactPoint,
  staying: readonly ContactPoint[] = [],
): boolean {
  const forms = point.kind === 'phone' ? phoneForms(point.value) : [normalPoint(point)];
  let found = 0;
  for (const { id, normal, value } of prepared<[number, string, string], { id: number; normal: string; value: string }>(
    store,
    `SELECT id, normal, value FROM contact_points WHERE customer = ? AND kind = ?
      AND normal IN (SELECT value FROM json_each(?))`,
  ).all(customer, point.kind, JSON.stringify(forms))) {
    const stays = staying.find((one) => one.kind === point.kind && normalPoint(one) === normal);
    if (stays === undefined) prepared(store, 'DELETE FROM contact_points WHERE id = ?').run(id);
    else if (stays.value !== value)
      prepared(store, 'UPDATE contact_points SET value = ? WHERE id = ?').run(stays.value, id);
    found += 1;
  }
  return found > 0;
}
