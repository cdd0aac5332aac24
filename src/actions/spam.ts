import * as z from 'zod';
import { isDone } from '../domain/case.ts';
import { ownAddresses } from '../domain/settings.ts';
import { turnAfterMove } from '../domain/standing.ts';
import { SPAM } from '../domain/tag.ts';
import { blockSenders, sendersIn, unblockSenders } from '../store/blocked-senders.ts';
import { getCase, tagsOf, updateCase, workingCase } from '../store/cases.ts';
import { spokenIn } from '../store/entries.ts';
import { readSetting } from '../store/settings.ts';
import { describeAction, type Writing } from '../store/writing.ts';
import type { Action } from './action.ts';
import { changeCase } from './set-case.ts';

const input = z.strictObject({
  cases: z.array(z.int().positive()).min(1),
  /** takes it back: the case comes back, and so may its senders */
  not: z.boolean(),
});

export interface SpamOutput {
  readonly changed: readonly number[];
  readonly unchanged: readonly number[];
  /** addresses whose mail is filed differently from now on */
  readonly senders: readonly string[];
}

/** Tags cases as spam, solves them, and files the next mail of their senders away; or takes that back. */
export const spam: Action<z.infer<typeof input>, SpamOutput> = {
  id: 'spam',
  input,
  run: (writing, _context, { cases, not }) => {
    const own = ownAddresses(readSetting(writing.store, 'me') ?? '');
    const wanted = [...new Set(cases.map((number) => workingCase(writing.store, number).number))];
    const changed: number[] = [];
    const senders: string[] = [];
    for (const number of wanted) {
      const theirs = sendersIn(writing.store, number).filter((address) => !own.has(address));
      const moved = not ? unblockSenders(writing, number, theirs) : blockSenders(writing, number, theirs);
      const differs = not ? bringBack(writing, number) : putAway(writing, number);
      senders.push(...moved);
      if (differs || moved.length > 0) changed.push(number);
    }
    describeAction(writing, {
      case: wanted.length === 1 ? (wanted[0] ?? null) : null,
      cases: wanted.length,
      what: not ? `-${SPAM}` : `+${SPAM}`,
    });
    return { changed, unchanged: wanted.filter((number) => !changed.includes(number)), senders };
  },
};

function putAway(writing: Writing, number: number): boolean {
  const before = getCase(writing.store, number);
  return changeCase(writing, before, isDone(before.status) ? {} : { status: 'solved' }, [SPAM], []);
}

/** What was solved as spam is nobody's fault: whose turn it is follows from who spoke last. */
function bringBack(writing: Writing, number: number): boolean {
  if (!tagsOf(writing.store, number).includes(SPAM)) return false;
  changeCase(writing, getCase(writing.store, number), {}, [], [SPAM]);
  const before = getCase(writing.store, number);
  const turn = turnAfterMove(before.status, spokenIn(writing.store, number), true);
  updateCase(writing, before, { ...turn, touchedAt: writing.now });
  return true;
}
