import * as z from 'zod';
import { CONSENTS, type ContactPoint, POINT_KINDS, pointsOfKind, SEGMENTS } from '../domain/customer.ts';
import { DeskError } from '../domain/errors.ts';
import { type CustomerPatch, changeCustomerTags, removePoint, updateCustomer } from '../store/customer-changes.ts';
import { addPoints, getCustomer, wholeCustomer } from '../store/customers.ts';
import { describeAction, type Writing } from '../store/writing.ts';
import type { Action } from './action.ts';
import { tagName } from './set-case.ts';

const id = z.int().positive();
const text = z.string().trim().min(1).nullable().optional();
const point = z.strictObject({ kind: z.enum(POINT_KINDS), value: z.string().trim().min(1) });

/** What can be set of a customer. */
export const customerFields = z.strictObject({
  name: z.string().trim().min(1).optional(),
  givenName: text,
  honorific: text,
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i)
    .nullable()
    .optional(),
  company: text,
  segment: z.enum(SEGMENTS).nullable().optional(),
  internal: z.boolean().optional(),
  consent: z.enum(CONSENTS).nullable().optional(),
  notes: z.string().optional(),
});
export type CustomerFields = z.infer<typeof customerFields>;

const input = z.strictObject({
  customer: id,
  fields: customerFields,
  /** fields of the desk's own; null takes one away */
  own: z.record(z.string().trim().min(1), z.string().nullable()),
  addTags: z.array(tagName),
  removeTags: z.array(tagName),
  addPoints: z.array(point),
  removePoints: z.array(point),
});
export type CustomerSet = z.infer<typeof input>;

/** The same of a customer who is found by what the rest says. */
export const customerChange = input.omit({ customer: true });

/** Nothing to change yet. */
export const NO_CHANGE: Omit<CustomerSet, 'customer'> = {
  ...{ fields: {}, own: {}, addTags: [], removeTags: [], addPoints: [], removePoints: [] },
};

export interface CustomerChanged {
  readonly customer: number;
  /** names of what differs now; empty: it was so already */
  readonly changed: readonly string[];
}

/** Changes what is known of a customer. Throws `no-such-customer`, `no-such-point`. */
export const setCustomer: Action<CustomerSet, CustomerChanged> = {
  id: 'customer-set',
  input,
  run: (writing, _context, wanted) => {
    const customer = wholeCustomer(writing.store, wanted.customer);
    const changed = changeCustomer(writing, customer, wanted);
    const { name } = getCustomer(writing.store, customer);
    describeAction(writing, { case: null, cases: 0, what: `${name}: ${told(wanted)}` });
    return { customer, changed };
  },
};

/** The same, as a part of another action. */
export function changeCustomer(
  writing: Writing,
  customer: number,
  { fields, own, addTags, removeTags, addPoints: more, removePoints }: Omit<CustomerSet, 'customer'>,
): string[] {
  const before = getCustomer(writing.store, customer);
  const differing = updateCustomer(writing, before, {
    ...patchOf(fields),
    ...(fields.segment === undefined || fields.segment === before.segment ? {} : { segmentSince: writing.now }),
    ...(Object.keys(own).length === 0 ? {} : { fields: ownFields(before.fields, own) }),
  });
  const changed: string[] = differing.filter((field) => field !== 'segmentSince');
  if (changeCustomerTags(writing, customer, addTags, removeTags)) changed.push('tags');
  for (const one of removePoints)
    if (!removePoint(writing, customer, one, more))
      throw new DeskError('not-found', 'no-such-point', { name: before.name, value: one.value });
  addPoints(writing, customer, more);
  const after = getCustomer(writing.store, customer);
  for (const kind of POINT_KINDS)
    if (pointsOfKind(after, kind).join('\n') !== pointsOfKind(before, kind).join('\n')) changed.push(NAMES[kind]);
  return changed;
}

const NAMES: Readonly<Record<ContactPoint['kind'], string>> = { email: 'emails', phone: 'phones', handle: 'handles' };

function patchOf(fields: CustomerFields): CustomerPatch {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function ownFields(
  before: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const fields = new Map(Object.entries(before));
  for (const [name, value] of Object.entries(own)) {
    if (value === null) fields.delete(name);
    else fields.set(name, value);
  }
  return Object.fromEntries([...fields].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What was set, for the list of what was done. */
function told({ fields, own, addTags, removeTags, addPoints: more, removePoints }: CustomerSet): string {
  return [
    ...Object.entries(fields).map(([key, value]) => `${key}=${value ?? 'none'}`),
    ...Object.entries(own).map(([key, value]) => `fields.${key}=${value ?? 'none'}`),
    ...addTags.map((tag) => `+${tag}`),
    ...removeTags.map((tag) => `-${tag}`),
    ...more.map(({ value }) => `+${value}`),
    ...removePoints.map(({ value }) => `-${value}`),
  ].join(' ');
}
