import type { Case } from '../domain/case.ts';
import { type Address, type Entry, normalAddress } from '../domain/entry.ts';
import type { Envelope } from '../domain/outbox.ts';
import { findCustomer } from '../store/customers.ts';
import { findMailAccount } from '../store/mail-accounts.ts';
import type { Store } from '../store/open.ts';
import { readSetting } from '../store/settings.ts';
import { ourAddresses } from './our-addresses.ts';

/** What departments wrote, and what was written to them, is none of the customer's business. */
const withCustomer = ({ type, party }: Entry): boolean => party !== 'department' && type !== 'note';

/** The entry that the next answer goes to: what a person wrote last, else what came in last. */
const answered = (entries: readonly Entry[]): Entry | undefined =>
  entries.findLast((entry) => entry.type === 'message' && entry.party === 'customer' && entry.automatic === null) ??
  entries.findLast((entry) => entry.direction === 'in' && withCustomer(entry));

/** Would the next answer go to what a program wrote: a bounce, a newsletter, an absence note? Nobody may read it. */
export const answersAutomatic = (entries: readonly Entry[]): boolean => (answered(entries)?.automatic ?? null) !== null;

/** Something that was said between the customer and us; where nothing was, we write first. */
const isSaid = (entry: Entry): boolean => (entry.type === 'message' || entry.type === 'call') && withCustomer(entry);

/** To whom the next answer in this case goes, and under which subject. */
export function composeReply(store: Store, before: Case, entries: readonly Entry[]): Envelope {
  const own = ourAddresses(store);
  const lastIn = answered(entries);
  const ids = entries.flatMap((entry) =>
    entry.type === 'message' && withCustomer(entry) && entry.messageId !== null ? [entry.messageId] : [],
  );
  const references = ids.length > 40 ? [...ids.slice(0, 20), ...ids.slice(-20)] : ids;
  const subject =
    entries.find((entry) => withCustomer(entry) && entry.subject !== null && entry.subject !== '')?.subject ??
    before.subject;
  const address = ownAddressOf(lastIn, own);
  const name = findMailAccount(store, address)?.name ?? '';
  return {
    from: { name: name === '' ? (readSetting(store, 'agent') ?? '') : name, address },
    to: recipients(store, before, lastIn, own),
    cc: [],
    bcc: [],
    subject: /^re:/i.test(subject) || !entries.some(isSaid) ? subject : `Re: ${subject}`,
    references,
  };
}

/** The address the customer wrote to, if it is ours; else the first of ours. */
function ownAddressOf(lastIn: Entry | undefined, own: ReadonlySet<string>): string {
  const written = lastIn?.addresses.find(
    (one) => ['to', 'cc', 'delivered-to'].includes(one.role) && own.has(normalAddress(one.address)),
  );
  return written?.address ?? [...own][0] ?? '';
}

/**
 * Where the mail that is answered asks for the answer in another domain than its sender's: the agent must have said yes
 * first (a forged one would take our answer elsewhere). Null: nowhere.
 */
export function replyToElsewhere(store: Store, entries: readonly Entry[]): Address | null {
  const { from, replyTo } = askedBy(answered(entries));
  if (from === undefined || replyTo === undefined || domainOf(replyTo) === domainOf(from)) return null;
  const isOurs = ourAddresses(store).has(normalAddress(replyTo.address));
  return isOurs ? null : { name: replyTo.name, address: replyTo.address };
}

const askedBy = (lastIn: Entry | undefined) => ({
  from: lastIn?.addresses.find((one) => one.role === 'from'),
  replyTo: lastIn?.addresses.find((one) => one.role === 'reply-to'),
});

const domainOf = (one: Address): string => normalAddress(one.address).split('@')[1] ?? '';

/** Reply-To counts only where its domain is From's: a forged one would take our answer elsewhere. */
function recipients(store: Store, before: Case, lastIn: Entry | undefined, own: ReadonlySet<string>): Address[] {
  const { from, replyTo } = askedBy(lastIn);
  const chosen =
    from !== undefined && replyTo !== undefined && domainOf(replyTo) === domainOf(from) ? replyTo : (from ?? replyTo);
  if (chosen !== undefined && chosen.address !== '' && !own.has(normalAddress(chosen.address)))
    return [{ name: chosen.name, address: chosen.address }];
  const customer = before.customer === null ? null : findCustomer(store, before.customer);
  const email = customer?.points.find((point) => point.kind === 'email');
  return customer === null || email === undefined ? [] : [{ name: customer.name, address: email.value }];
}
