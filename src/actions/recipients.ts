import type { Context } from '../context.ts';
import type { Channel } from '../domain/case.ts';
import type { Customer } from '../domain/customer.ts';
import type { Address } from '../domain/entry.ts';
import { workingCase } from '../store/cases.ts';
import { findCustomer } from '../store/customers.ts';
import { entriesOf } from '../store/entries.ts';
import { composeReply } from './compose-reply.ts';

/** Addresses among these that are not the customer's: whoever names one of our Message-IDs can write in a case. */
export function strangersIn(to: readonly Address[], customer: Customer | null): string[] {
  const known = new Set(customer?.points.map((point) => point.value.toLowerCase()));
  return known.size === 0 ? [] : to.map((one) => one.address).filter((address) => !known.has(address.toLowerCase()));
}

/** Would the answer go out as mail, and to nobody? */
export const lacksAddress = (channel: Channel, to: readonly Address[]): boolean =>
  channel === 'email' && to.length === 0;

/** Cases by whom an answer in them would reach: the customer, a stranger, nobody. */
export interface Reached {
  readonly customer: readonly number[];
  readonly stranger: readonly number[];
  readonly nobody: readonly number[];
}

/** Sorts cases by whom an answer would reach now. A merged case counts as what it is part of. Throws `not-found`. */
export function whomReached(context: Context, cases: readonly number[]): Reached {
  const { store } = context;
  const reached = { customer: [] as number[], stranger: [] as number[], nobody: [] as number[] };
  for (const wanted of cases) {
    const found = workingCase(store, wanted);
    const { to } = composeReply(store, found, entriesOf(store, found.number));
    const customer = found.customer === null ? null : findCustomer(store, found.customer);
    if (lacksAddress(found.channel, to)) reached.nobody.push(found.number);
    else if (strangersIn(to, customer).length > 0) reached.stranger.push(found.number);
    else reached.customer.push(found.number);
  }
  return reached;
}
