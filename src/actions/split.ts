import * as z from 'zod';
import type { Context } from '../context.ts';
import type { Case } from '../domain/case.ts';
import type { Entry } from '../domain/entry.ts';
import { DeskError } from '../domain/errors.ts';
import { bareSubject, standing, turnAfterMove } from '../domain/standing.ts';
import { getCase, insertCase, updateCase, workingCase } from '../store/cases.ts';
import { entriesOf, spokenIn } from '../store/entries.ts';
import { handoffsOf, moveHandoffs } from '../store/handoffs.ts';
import { addLink } from '../store/links.ts';
import { forgetOrigin } from '../store/merges.ts';
import { moveEntries } from '../store/new-entries.ts';
import { describeAction, type Writing } from '../store/writing.ts';
import type { Action } from './action.ts';

const input = z.strictObject({
  case: z.int().positive(),
  entries: z.array(z.int().positive()).min(1),
});

export interface SplitOutput {
  readonly from: number;
  /** the new case */
  readonly number: number;
  readonly subject: string;
}

/** Makes a new case of some entries, for the same customer. Both are worked out anew and know each other. */
export const split: Action<z.infer<typeof input>, SplitOutput> = {
  id: 'split',
  input,
  run: (writing, context, { case: named, entries: ids }) => {
    const before = workingCase(writing.store, named);
    const all = entriesOf(writing.store, before.number);
    for (const id of ids)
      if (!all.some((entry) => entry.id === id))
        throw new DeskError('not-found', 'not-in-case', { id, number: before.number });
    const chosen = all.filter((entry) => ids.includes(entry.id));
    if (chosen.length === all.length) throw new DeskError('bad-value', 'split-all', { number: before.number });
    const subject = subjectOf(before, chosen);
    const number = openFor(writing, context, before, chosen, subject);
    const moved = chosen.map((entry) => entry.id);
    forgetOrigin(writing, moved);
    moveEntries(writing, moved, number);
    moveHandoffs(writing, moved, number);
    const turn = turnAfterMove(before.status, spokenIn(writing.store, before.number), false);
    updateCase(writing, before, { ...turn, touchedAt: writing.now, unread: false });
    passTurn(writing, before.number, number);
    addLink(writing, before.number, number);
    describeAction(writing, { case: before.number, cases: 1, what: `#${number}` });
    return { from: before.number, number, subject };
  },
};

/** The department's turn goes with what lies there. */
function passTurn(writing: Writing, from: number, to: number): void {
  const { store } = writing;
  const waiting = (number: number) => handoffsOf(store, number).find(({ state }) => state === 'waiting');
  const gone = waiting(to);
  if (gone === undefined) return;
  updateCase(writing, getCase(store, to), { status: 'hold', department: gone.department });
  const left = waiting(from);
  const before = getCase(store, from);
  if (before.status !== 'hold') return;
  if (left === undefined) updateCase(writing, before, { status: 'open', department: null });
  else updateCase(writing, before, { department: left.department });
}

/** What the entries call themselves, unless that is what the case is called already; it is read by the customer in our answer. */
function subjectOf(before: Case, entries: readonly Entry[]): string {
  const hers = entries.filter(({ type, party }) => type !== 'note' && party !== 'department');
  const own = hers.map((entry) => bareSubject(entry.subject ?? '')).find((subject) => subject !== '');
  return own === undefined || own === bareSubject(before.subject) ? `#${before.number}: ${before.subject}` : own;
}

function openFor(writing: Writing, context: Context, before: Case, entries: readonly Entry[], subject: string): number {
  const { kind, priority, customer, product, department } = before;
  const dates = entries.flatMap((entry) => (entry.at === null ? [] : [entry.at]));
  return insertCase(writing, {
    ...{ kind, priority, customer, product, department, subject },
    uid: context.newId(),
    topic: null,
    mood: before.mood,
    channel: entries[0]?.channel ?? before.channel,
    createdAt: dates.length === 0 ? null : Math.min(...dates),
    updatedAt: writing.now,
    ...standing(entries, null),
    snooze: null,
    unread: false,
    touchedAt: writing.now,
  });
}
