import * as z from 'zod';
import type { Context } from '../context.ts';
import { isDone } from '../domain/case.ts';
import { standing } from '../domain/standing.ts';
import { isBareThanks } from '../mail/thanks.ts';
import { getCase, updateCase } from '../store/cases.ts';
import { spokenIn } from '../store/entries.ts';
import { type JudgedMail, setThanks, untouchedMails } from '../store/thanks.ts';
import { describeAction, type Writing } from '../store/writing.ts';
import { type Action, type PerformOptions, perform } from './action.ts';

/** The rule for bare thanks may have become better since a mail came in. */
const says = ({ text, brings }: JudgedMail): boolean => brings === 0 && isBareThanks(text);

/** Looks at all mails without holding the store; returns those of which the rule now says something else. */
function judgedOtherwise({ store }: Context): number[] {
  const found: number[] = [];
  for (const mail of untouchedMails(store)) if (says(mail) !== (mail.thanks === 1)) found.push(mail.id);
  return found;
}

const rejudge: Action<{ entries: number[] }, { rejudged: number }> = {
  id: 'reindex',
  input: z.strictObject({ entries: z.array(z.int().positive()).min(1) }),
  run: (writing, _context, { entries }) => {
    const wanted = new Set(entries);
    const mails = [...untouchedMails(writing.store)].filter(({ id }) => wanted.has(id));
    for (const mail of mails) setThanks(writing, mail.id, says(mail));
    const cases = [...new Set(mails.map((mail) => mail.case))];
    for (const number of cases) settle(writing, number);
    describeAction(writing, { case: cases.length === 1 ? (cases[0] ?? null) : null, cases: cases.length });
    return { rejudged: mails.length };
  },
};

/** Whose turn it is follows from who spoke last; a case that is done stays so. */
function settle(writing: Writing, number: number): void {
  const before = getCase(writing.store, number);
  if (isDone(before.status)) return;
  const stands = standing(spokenIn(writing.store, number), null);
  const unread = stands.status === before.status ? before.unread : stands.status !== 'pending';
  updateCase(writing, before, { ...stands, unread, updatedAt: before.updatedAt });
}

/**
 * Judges anew which mails say nothing but thanks, in cases that no agent has touched: where somebody has worked, she has
 * decided whose turn it is. An action of its own, which undo takes back. Returns how many mails are marked otherwise now.
 */
export function rejudgeThanks(context: Context, options: PerformOptions = {}): number {
  const entries = judgedOtherwise(context);
  return entries.length === 0 ? 0 : perform(context, rejudge, { entries }, options).output.rejudged;
}
