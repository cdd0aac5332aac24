import * as z from 'zod';
import { DeskError } from '../domain/errors.ts';
import { learn } from '../store/customer-lessons.ts';
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
    const learned = learn(writing, from.id, into.id).filter((field) => field !== 'segmentSince');
    const moved = mergeCustomers(writing, from.id, into.id);
    const what = `${from.name} (#${from.id}) → ${into.name} (#${into.id})`;
    describeAction(writing, { case: null, cases: moved.cases, what });
    return { from: from.id, into: into.id, name: from.name, otherName: into.name, moved, learned };
  },
};

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
