import * as z from 'zod';
import { isDone } from '../domain/case.ts';
import { MOST_MINUTES } from '../domain/entry.ts';
import { getCase, updateCase, workingCase } from '../store/cases.ts';
import { insertEntry, writtenHere } from '../store/new-entries.ts';
import { describeAction } from '../store/writing.ts';
import type { Action } from './action.ts';
import { changeCase } from './set-case.ts';

const input = z.strictObject({
  case: z.int().positive(),
  minutes: z.int().positive().max(MOST_MINUTES),
  /** what was said, in the agent's words; may be empty */
  text: z.string(),
  /** who called: out is us */
  direction: z.enum(['in', 'out']),
});

/**
 * Writes down a call. Whoever began it, the agent has spoken with the customer: it counts as an answer, and the turn is
 * the customer's. A case that is done stays done.
 */
export const call: Action<z.infer<typeof input>, { case: number; entry: number }> = {
  id: 'call',
  input,
  run: (writing, context, { case: named, minutes, text, direction }) => {
    const before = workingCase(writing.store, named);
    const { number } = before;
    const own = {
      uid: context.newId(),
      case: number,
      type: 'call',
      channel: 'phone',
      direction,
      minutes,
      text,
    } as const;
    const entry = insertEntry(writing, writtenHere(writing, own));
    const fields = isDone(before.status) ? {} : { status: 'pending' as const };
    if (!changeCase(writing, before, fields, [], []))
      updateCase(writing, getCase(writing.store, number), { touchedAt: writing.now, unread: false });
    describeAction(writing, { case: number, cases: 1 });
    return { case: number, entry };
  },
};
