import * as z from 'zod';
import type { Context } from '../context.ts';
import { CHANNELS, KINDS } from '../domain/case.ts';
import { DeskError } from '../domain/errors.ts';
import { insertCase } from '../store/cases.ts';
import { customersAt, customersNamed, getCustomer, insertCustomer } from '../store/customers.ts';
import { insertEntry, writtenHere } from '../store/new-entries.ts';
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

/**
 * The customer meant by what was typed; an unknown address, number or name makes a new one, an unknown id does not. Throws
 * `which-customer` where several are meant: of an address that is shared, a name typed beside it says who.
 */
function findOrMakeCustomer(writing: Writing, context: Context, typed: string): number {
  const id = /^#?(\d{1,6})$/.exec(typed)?.[1];
  if (id !== undefined) return getCustomer(writing.store, Number(id)).id;
  const [, named = '', address = null] = /^(.*?)\s*<?([^\s<>@]+@[^\s<>@]+)>?$/.exec(typed) ?? [];
  const point =
    address !== null
      ? { kind: 'email' as const, value: address }
      : /^\+?[\d\s().-]{7,}$/.test(typed)
        ? { kind: 'phone' as const, value: typed }
        : null;
  const known = point === null ? customersNamed(writing.store, typed) : customersAt(writing.store, point);
  const called = named === '' || known.length < 2 ? [] : customersNamed(writing.store, named);
  const chosen = known.filter((one) => called.includes(one));
  const [one, another] = chosen.length === 1 ? chosen : known;
  if (another !== undefined) throw whichCustomer(writing, typed, known);
  if (one !== undefined) return one;
  return insertCustomer(writing, {
    uid: context.newId(),
    name: named !== '' ? named : (address ?? typed),
    givenName: null,
    honorific: null,
    language: null,
    segment: null,
    company: null,
    internal: false,
    points: point === null ? [] : [point],
  });
}

/** So many customers of one name are told. */
const CHOICES = 8;

function whichCustomer(writing: Writing, typed: string, ids: readonly number[]): DeskError {
  const choices = ids.slice(0, CHOICES).map((id) => {
    const { name, points } = getCustomer(writing.store, id);
    return `#${id} ${name}${points[0] === undefined ? '' : ` <${points[0].value}>`}`;
  });
  if (ids.length > CHOICES) choices.push('…');
  return new DeskError('usage', 'which-customer', { typed, choices: choices.join(', ') });
}
