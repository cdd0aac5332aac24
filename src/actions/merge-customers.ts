import * as z from 'zod';
import type { Customer } from '../domain/customer.ts';
import { DeskError } from '../domain/errors.ts';
import { type CustomerPatch, updateCustomer } from '../store/customer-changes.ts';
import { type Moved, mergeCustomers, unmergeCustomer } from '../store/customer-merges.ts';
import { getCustomer, wholeCustomer } from '../store/customers.ts';
import { describeAction } from '../store/writing.ts';
import type { Action } from './action.ts';

const id = z.int().positive();

export interface CustomersMerged {
  readonly from: number;
  readonly into: number;
  readonly name: string;
  readonly otherName: string;
  readonly moved: Moved;
  /** what the other one learned from her */
  readonly learned: readonly string[];
}

/** Makes a customer a part of another. Throws `no-such-customer`, `merge-customer-itself`. */
export const mergeCustomer: Action<{ from: number; into: number }, CustomersMerged> = {
  id: 'customer-merge',
  input: z.strictObject({ from: id, into: id }),
  run: (writing, _context, wanted) => {
    const { store } = writing;
    const from = getCustomer(store, wholeCustomer(store, wanted.from));
    const into = getCustomer(store, wholeCustomer(store, wanted.into));
    if (from.id === into.id) throw new DeskError('usage', 'merge-customer-itself', { id: into.id });
    const learned = updateCustomer(writing, into, lessons(from, into)).filter((field) => field !== 'segmentSince');
    const moved = mergeCustomers(writing, from.id, into.id);
    const what = `${from.name} (#${from.id}) → ${into.name} (#${into.id})`;
    describeAction(writing, { case: null, cases: moved.cases, what });
    return { from: from.id, into: into.id, name: from.name, otherName: into.name, moved, learned };
  },
};

/** What is known of one alone is known of both; a "no" to being contacted holds for both. */
function lessons(from: Customer, into: Customer): CustomerPatch {
  const notes = [into.notes, from.notes].filter((text, at, all) => text !== '' && all.indexOf(text) === at).join('\n');
  return {
    givenName: into.givenName ?? from.givenName,
    honorific: into.honorific ?? from.honorific,
    language: into.language ?? from.language,
    company: into.company ?? from.company,
    ...(into.segment === null ? { segment: from.segment, segmentSince: from.segmentSince } : {}),
    consent: from.consent === 'no' ? 'no' : (into.consent ?? from.consent),
    ...{ notes, fields: { ...from.fields, ...into.fields } },
  };
}

/** Takes a merged customer out again, at any time. Throws `no-such-customer`, `customer-not-merged`. */
export const unmergeCustomers: Action<{ customer: number }, CustomersMerged> = {
  id: 'customer-unmerge',
  input: z.strictObject({ customer: id }),
  run: (writing, _context, { customer }) => {
    const { store } = writing;
    const from = getCustomer(store, customer);
    const into = getCustomer(store, wholeCustomer(store, customer));
    const moved = unmergeCustomer(writing, customer);
    describeAction(writing, { case: null, cases: moved.cases, what: `${from.name} (#${from.id})` });
    return { from: from.id, into: into.id, name: from.name, otherName: into.name, moved, learned: [] };
  },
};
