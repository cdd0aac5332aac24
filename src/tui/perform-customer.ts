import { perform as act } from '../actions/action.ts';
import { NO_CHANGE, setCustomer } from '../actions/customers.ts';
import { overruleMark } from '../actions/ledger.ts';
import { type CustomersMerged, mergeCustomer, unmergeCustomers } from '../actions/merge-customers.ts';
import { addPurchase, removePurchase } from '../actions/purchases.ts';
import { readPerson } from '../actions/read-customers.ts';
import { whomTyped } from '../actions/which-customer.ts';
import type { Context } from '../context.ts';
import { wordsFor } from '../i18n/index.ts';
import type { CustomerNamed, CustomerWork } from './customer-use.ts';

/** Does what a key asked for with a customer, and says so in a line; throws DeskError. */
export function performCustomer(context: Context, work: CustomerWork): string {
  const { customers } = wordsFor(context.locale);
  switch (work.what) {
    case 'customer-set': {
      const { customer, change } = work;
      const { output } = act(context, setCustomer, { ...NO_CHANGE, ...change, customer });
      const { name } = readPerson(context, output.customer);
      if (output.changed.length === 0) return customers.unchanged(name);
      return customers.changed(name, output.changed.map((field) => customers.fields[field] ?? field).join(', '), false);
    }
    case 'buy':
      return customers.noted(act(context, addPurchase, work.made).output.product);
    case 'unbuy':
      return customers.purchaseRemoved(act(context, removePurchase, { id: work.id }).output.product, false);
    case 'overrule': {
      const { customer, mark, reason } = work;
      const { output } = act(context, overruleMark, { customer, mark, reason });
      const what = customers.rules[output.rule];
      return reason === null ? customers.countsSaid(what, false) : customers.overrulesSaid(what, false);
    }
    case 'customer-merge':
      return told(context, act(context, mergeCustomer, { from: work.from, into: work.into }).output, 'merged');
    case 'customer-unmerge':
      return told(context, act(context, unmergeCustomers, { customer: work.customer }).output, 'unmerged');
  }
}

function told(context: Context, done: CustomersMerged, how: 'merged' | 'unmerged'): string {
  const { customers } = wordsFor(context.locale);
  return customers[how](`${done.name} (#${done.from})`, `${done.otherName} (#${done.into})`, false);
}

/** What the merge would do; nothing is done. Throws DeskError. */
export const rehearseMerge = (context: Context, from: number, into: number): CustomersMerged =>
  act(context, mergeCustomer, { from, into }, { dryRun: true }).output;

/** The customer that is meant by what is typed so far; null: nobody, or several. */
export function namedSoFar(context: Context, typed: string): CustomerNamed | null {
  const id = whomTyped(context, typed);
  if (id === null) return null;
  const { name, points } = readPerson(context, id);
  return { id, name, points: points.map(({ value }) => value) };
}
