import type { Context } from '../context.ts';
import { normalAddress } from '../domain/entry.ts';
import { standing } from '../domain/standing.ts';
import { getCase, updateCase } from '../store/cases.ts';
import { customersAt, findCustomer, insertCustomer, nameless } from '../store/customers.ts';
import { entriesOf, spokenIn } from '../store/entries.ts';
import { misdirected } from '../store/messages.ts';
import { setDirection } from '../store/new-entries.ts';
import type { Writing } from '../store/writing.ts';

/**
 * Our addresses have changed: what we wrote goes out, everything else came in. Cases that no agent has touched get the
 * status that follows, and their customer is never one of us. Returns how many mails were turned.
 */
export function turnDirections(writing: Writing, context: Context, own: ReadonlySet<string>): number {
  const turned = misdirected(writing.store, [...own]);
  for (const mail of turned)
    setDirection(writing, mail.id, mail.direction, mail.direction === 'out' ? 'agent' : 'customer');
  for (const number of new Set(turned.map((mail) => mail.case))) settleAgain(writing, context, number, own);
  return turned.length;
}

function settleAgain(writing: Writing, context: Context, number: number, own: ReadonlySet<string>): void {
  const before = getCase(writing.store, number);
  if (before.touchedAt !== null) return;
  const customer = otherCustomer(writing, context, number, before.customer, own);
  // an archive that came in as solved stays so
  const done = before.status === 'solved' || before.status === 'closed';
  const stands = done ? {} : standing(spokenIn(writing.store, number), null);
  updateCase(writing, before, { ...stands, customer, updatedAt: before.updatedAt });
}

/** The first who wrote and is not us, where the case had been put down to ourselves. */
function otherCustomer(
  writing: Writing,
  context: Context,
  number: number,
  now: number | null,
  own: ReadonlySet<string>,
): number | null {
  const customer = now === null ? null : findCustomer(writing.store, now);
  const isUs = customer?.points.some((point) => point.kind === 'email' && own.has(normalAddress(point.value))) ?? true;
  if (!isUs) return now;
  const addresses = entriesOf(writing.store, number).flatMap((entry) => entry.addresses);
  const stranger = (role: string) =>
    addresses.find((one) => one.role === role && one.address !== '' && !own.has(normalAddress(one.address)));
  const person = stranger('from') ?? stranger('to');
  if (person === undefined) return now;
  const known = customersAt(writing.store, { kind: 'email', value: person.address })[0];
  return known ?? insertCustomer(writing, nameless(context.newId(), person));
}
