import * as z from 'zod';
import type { Context } from '../context.ts';
import { CHANNELS, KINDS } from '../domain/case.ts';
import { DeskError } from '../domain/errors.ts';
import { insertCase } from '../store/cases.ts';
import { customersAt, customersNamed, findCustomer, getCustomer, insertCustomer } from '../store/customers.ts';
import { insertEntry } from '../store/new-entries.ts';
import { describeAction, type Writing } from '../store/writing.ts';
import type { Action } from './action.ts';

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
      insertEntry(writing, {
        uid: context.newId(),
        case: number,
        type: 'message',
        party: 'customer',
        direction: 'in',
        channel,
        at: writing.now,
        atSource: 'clock',
        author: name,
        subject: null,
        text: said,
        quoted: '',
        minutes: null,
        automatic: null,
        problem: null,
        messageId: null,
        received: null,
        identity: null,
        parents: [],
        addresses: email === undefined ? [] : [{ role: 'from', name, address: email.value }],
        parts: [],
      });
    }
    describeAction(writing, { case: number, cases: 1, what: subject });
    return { number };
  },
};

/** The customer meant by what was typed; an unknown address, number or name makes a new one, an unknown id does not. */
function findOrMakeCustomer(writing: Writing, context: Context, typed: string): number {
  const id = /^#?(\d{1,6})$/.exec(typed)?.[1];
  if (id !== undefined) {
    const found = findCustomer(writing.store, Number(id));
    if (found === null) throw new DeskError('not-found', 'no-such-customer', { id: Number(id) });
    return found.id;
  }
  const address = /^(.*?)\s*<?([^\s<>@]+@[^\s<>@]+)>?$/.exec(typed);
  const phone = /^\+?[\d\s().-]{7,}$/.test(typed);
  const point =
    address !== null
      ? { kind: 'email' as const, value: address[2] ?? '' }
      : phone
        ? { kind: 'phone' as const, value: typed }
        : null;
  const known = point === null ? customersNamed(writing.store, typed) : customersAt(writing.store, point);
  if (known[0] !== undefined) return known[0];
  const name = address === null ? typed : address[1] === '' ? (address[2] ?? '') : (address[1] ?? '');
  return insertCustomer(writing, {
    uid: context.newId(),
    name,
    givenName: null,
    honorific: null,
    language: null,
    segment: null,
    company: null,
    internal: false,
    points: point === null ? [] : [point],
  });
}
