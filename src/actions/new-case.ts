import * as z from 'zod';
import type { Context } from '../context.ts';
import { CHANNELS, KINDS } from '../domain/case.ts';
import { insertCase } from '../store/cases.ts';
import { getCustomer, insertCustomer } from '../store/customers.ts';
import { insertEntry, writtenHere } from '../store/new-entries.ts';
import { describeAction, type Writing } from '../store/writing.ts';
import type { Action } from './action.ts';
import { whichCustomer } from './which-customer.ts';

const input = z.strictObject({
  /** an address, a phone number, a customer's id (`#7` or `7`) or a name */
  customer: z.string().trim().min(1),
  subject: z.string().trim().min(1),
  kind: z.enum(KINDS),
  channel: z.enum(CHANNELS),
  /** the customer's words, as they were said or written */
  message: z.string().optional(),
});

/** Opens a case for something that came by another way than an import: a call, a visit, a chat. */
export const newCase: Action<z.infer<typeof input>, { number: number }> = {
  id: 'new',
  input,
  run: (writing, context, { customer, subject, kind, channel, message }) => {
    const customerId = findOrMakeCustomer(writing, context, customer);
    const said = message === undefined || message.trim() === '' ? null : message;
    const number = insertCase(writing, {
      uid: context.newId(),
      subject,
      kind,
      topic: null,
      mood: null,
      status: 'new',
      priority: 'normal',
      channel,
      customer: customerId,
      product: null,
      department: null,
      createdAt: writing.now,
      updatedAt: writing.now,
      waitingSince: said === null ? null : writing.now,
      solvedAt: null,
      snooze: null,
      unread: false,
      touchedAt: writing.now,
    });
    if (said !== null) {
      const { name, points } = getCustomer(writing.store, customerId);
      const email = points.find((point) => point.kind === 'email');
      insertEntry(
        writing,
        writtenHere(writing, {
          uid: context.newId(),
          case: number,
          type: 'message',
          party: 'customer',
          direction: 'in',
          channel,
          author: name,
          text: said,
          addresses: email === undefined ? [] : [{ role: 'from', name, address: email.value }],
        }),
      );
    }
    describeAction(writing, { case: number, cases: 1, what: subject });
    return { number };
  },
};

/** What a case is in which we write first: care, by mail where there is an address. */
export function asWrittenFirst({ store }: Context, customer: string): { kind: 'care'; channel: 'email' | 'phone' } {
  const { found } = whichCustomer(store, customer);
  const mailed = found !== null && getCustomer(store, found).points.some(({ kind }) => kind === 'email');
  return { kind: 'care', channel: mailed ? 'email' : 'phone' };
}

/** The customer meant by what was typed; an unknown address, number or name makes a new one, an unknown id does not. */
function findOrMakeCustomer(writing: Writing, context: Context, typed: string): number {
  const { found, named, point } = whichCustomer(writing.store, typed);
  if (found !== null) return found;
  return insertCustomer(writing, {
    uid: context.newId(),
    name: named !== '' ? named : (point?.value ?? typed),
    givenName: null,
    honorific: null,
    language: null,
    segment: null,
    company: null,
    internal: false,
    points: point === null ? [] : [point],
  });
}
