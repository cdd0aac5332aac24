import type { Address, AddressRole, Delivery } from '../../domain/entry.ts';
import type { RecordCase, RecordEntry } from '../../domain/incoming.ts';
import { isThanksMail } from '../../mail/thanks.ts';
import { insertEntry } from '../../store/new-entries.ts';
import { insertOutgoing, isOutgoing } from '../../store/outbox.ts';
import type { Writing } from '../../store/writing.ts';
import type { Filing } from './filing.ts';

/** An entry of a record with what tells it from all others; null where its uid does. */
export interface NamedEntry {
  readonly entry: RecordEntry;
  readonly identity: string | null;
}

/** Writes the entries of a record into a case. */
export function insertRecordEntries(
  writing: Writing,
  { context }: Filing,
  number: number,
  record: RecordCase,
  named: readonly NamedEntry[],
): void {
  for (const { entry, identity } of named) {
    const id = insertEntry(writing, {
      uid: entry.uid ?? context.newId(),
      case: number,
      type: entry.type,
      party: entry.party,
      direction: entry.direction,
      channel: entry.channel,
      at: entry.at,
      atSource: entry.at === null ? null : (entry.atSource ?? 'record'),
      author: authorOf(entry, record),
      subject: entry.subject ?? null,
      text: entry.text,
      quoted: entry.quoted,
      minutes: entry.minutes ?? null,
      automatic: entry.automatic ?? null,
      thanks: isThanks(entry),
      filedOnly: entry.filedOnly ?? null,
      authenticated: entry.authenticated ?? null,
      problem: entry.problem ?? null,
      messageId: entry.messageId ?? null,
      received: entry.raw !== undefined && context.store.raw().has(entry.raw) ? entry.raw : null,
      identity,
      parents: entry.references,
      addresses: entry.addresses ?? addressesOf(entry),
      parts: entry.attachments,
    });
    if (entry.outbox !== undefined && !isOutgoing(writing.store, entry.outbox.messageId))
      insertOutgoing(writing, {
        ...atRest(REST[entry.outbox.state]),
        ...entry.outbox,
        automatic: (entry.automatic ?? null) !== null,
        entry: id,
        state: REST[entry.outbox.state],
      });
  }
}

/** Is it a customer's bare thank-you, as the record says or its text? */
export const isThanks = ({ thanks, type, party, automatic, text, attachments }: RecordEntry): boolean =>
  thanks ?? (type === 'message' && party === 'customer' && automatic === undefined && isThanksMail(text, attachments));

/** Two desks must not send the same message: what was on its way waits here until somebody says so. */
const REST: Readonly<Record<Delivery, Delivery>> = {
  ...{ held: 'held', sent: 'sent', failed: 'failed', uncertain: 'uncertain', bounced: 'bounced', manual: 'manual' },
  ...{ queued: 'held', sending: 'uncertain' },
};

const atRest = (state: Delivery) => ({
  account: null,
  hold: state === 'held' ? ('no-account' as const) : null,
  notBefore: null,
});

const authorOf = ({ author, from, party }: RecordEntry, { customer }: RecordCase): string =>
  author ?? (from?.name || from?.address || (party === 'customer' ? customer.name : ''));

function addressesOf({ from, to, cc }: RecordEntry): (Address & { role: AddressRole })[] {
  return [
    ...(from === undefined ? [] : [{ ...from, role: 'from' as const }]),
    ...to.map((one) => ({ ...one, role: 'to' as const })),
    ...cc.map((one) => ({ ...one, role: 'cc' as const })),
  ];
}
