import * as z from 'zod';
import type { Context } from '../context.ts';
import type { Customer } from '../domain/customer.ts';
import type { Entry } from '../domain/entry.ts';
import { DeskError } from '../domain/errors.ts';
import { type FeedbackGroup, type FeedbackLine, feedbackPacket, groupedFeedback } from '../domain/handoff/feedback.ts';
import { nameless } from '../domain/handoff/nameless.ts';
import { PACKET_WORDS } from '../domain/handoff/packet-words.ts';
import { getCase, insertCase } from '../store/cases.ts';
import { entriesOf } from '../store/entries.ts';
import { collectedFeedback, getHandoff, insertHandoff } from '../store/handoffs.ts';
import { describeAction } from '../store/writing.ts';
import type { Action } from './action.ts';
import { careCase } from './care-facts.ts';
import { answerDue, dayIn, momentTold } from './handoff-facts.ts';
import type { HandedOff } from './handoffs.ts';
import { putForDepartment } from './put-packet.ts';
import { findCases } from './read-cases.ts';
import { getDepartment } from './read-pages.ts';

/** Cases in which customers speak to the makers: by their topic, or as an agent or a playbook has marked them. */
const FEEDBACK = 'topic:feedback OR tag:feedback OR tag:to-rnd';

const wanted = z.strictObject({
  /** of this product alone, whatever its capitals; null: of all */
  product: z.string().nullable(),
  /** ms; null: however old */
  since: z.number().nullable(),
});
export type FeedbackWanted = z.infer<typeof wanted>;

/** Lines of one packet; what is more waits for the next. */
const MOST_LINES = 300;
const MOST_CASES = 5000;
const LONGEST = 600;

/** What customers said of products and no department has been given yet, grouped by product. */
export function readFeedback(context: Context, { product, since }: FeedbackWanted): FeedbackGroup[] {
  const { store } = context;
  const had = collectedFeedback(store);
  const lines = findCases(context, `${FEEDBACK} sort:created`, MOST_CASES).flatMap((number): FeedbackLine[] => {
    const { case: found, customer, facts } = careCase(context, number);
    if (product !== null && facts.product?.toLowerCase() !== product.toLowerCase()) return [];
    return entriesOf(store, number)
      .filter((entry) => isWord(entry) && !had.has(entry.uid) && (since === null || (entry.at ?? 0) >= since))
      .map((entry) => ({
        ...{ uid: entry.uid, case: number, product: facts.product ?? null, mood: found.mood, at: entry.at },
        text: withoutHer(entry, customer),
      }));
  });
  return groupedFeedback(lines.slice(0, MOST_LINES));
}

const isWord = ({ type, party, automatic, thanks, filedOnly, text }: Entry): boolean =>
  (type === 'message' || type === 'call') &&
  party === 'customer' &&
  automatic === null &&
  !thanks &&
  filedOnly !== 'spam' &&
  text.trim() !== '';

function withoutHer({ text, author, addresses }: Entry, customer: Customer | null): string {
  const names = [customer?.name ?? '', customer?.givenName ?? '', author, ...addresses.map(({ name }) => name)];
  const known = [...(customer?.points.map(({ value }) => value) ?? []), ...Object.values(customer?.fields ?? {})];
  const letters = [...nameless(text.trim(), names, known)];
  return letters.length <= LONGEST ? letters.join('') : `${letters.slice(0, LONGEST).join('')} …`;
}

const input = wanted.extend({
  department: z.string(),
  /** by mail, where there is an account to send it */
  mail: z.boolean(),
});

export interface FeedbackSent extends HandedOff {
  readonly groups: readonly FeedbackGroup[];
}

/**
 * Gives a department what customers said since it was last given any: one packet over many cases, in a case of its own, which
 * waits for the department. Throws `no-such-department`, `no-feedback`.
 */
export const sendFeedback: Action<z.infer<typeof input>, FeedbackSent> = {
  id: 'feedback-send',
  input,
  run: (writing, context, { department: name, mail, product, since }) => {
    const department = getDepartment(context, name);
    const groups = readFeedback(context, { product, since });
    if (groups.length === 0) throw new DeskError('not-found', 'no-feedback');
    const words = PACKET_WORDS[context.locale];
    const number = insertCase(writing, {
      ...{ uid: context.newId(), kind: 'care', topic: 'feedback', mood: null, status: 'hold', priority: 'normal' },
      ...{ channel: 'email', customer: null, product, department: department.name, snooze: null, unread: false },
      subject: `${words.feedback} ${dayIn(context, writing.now)}`,
      ...{ createdAt: writing.now, updatedAt: writing.now, touchedAt: writing.now, waitingSince: null, solvedAt: null },
    });
    const mark = context.newId().toLowerCase();
    const dueAt = answerDue(context, department, writing.now);
    const due = dueAt === null ? '' : momentTold(context, dueAt);
    const of = { id: mark, caseNumber: number, due, language: context.locale, day: (at: number) => dayIn(context, at) };
    const packet = feedbackPacket(department, groups, of);
    const given = { [COLLECTED]: JSON.stringify(groups.flatMap(({ lines }) => lines.map(({ uid }) => uid))) };
    const id = insertHandoff(writing, { mark, case: number, department: department.name, given, packet, dueAt });
    const mailedTo = putForDepartment(writing, context, getCase(writing.store, number), {
      ...{ department, text: packet, parts: () => [], references: [], mail },
    });
    describeAction(writing, { case: number, cases: 1, what: department.name });
    return { handoff: getHandoff(writing.store, id), mailedTo, evidence: [], groups };
  },
};

/** Under this name a hand-off remembers whose words went with it: uids of entries. */
const COLLECTED = 'feedback-lines';
