import * as z from 'zod';
import { isDone } from '../domain/case.ts';
import { DeskError } from '../domain/errors.ts';
import { foldAnswer } from '../domain/handoff/fold-answer.ts';
import type { Handoff } from '../domain/handoff/handoff.ts';
import { type HandoffAnswer, readAnswer } from '../domain/handoff/read-answer.ts';
import { asWritten } from '../domain/placeholders.ts';
import { waitingSince } from '../domain/standing.ts';
import { updateCase, workingCase } from '../store/cases.ts';
import { spokenIn } from '../store/entries.ts';
import {
  answerHandoff,
  answerWithdrawn,
  getHandoff,
  handoffMarked,
  handoffsOf,
  waitingHandoffs,
} from '../store/handoffs.ts';
import { rememberGuest } from '../store/merges.ts';
import { insertEntry, writtenHere } from '../store/new-entries.ts';
import { describeAction, type Writing } from '../store/writing.ts';
import type { Action } from './action.ts';
import { readDepartments } from './read-pages.ts';

const receiveInput = z.strictObject({
  /** null: the mark in the text says which */
  case: z.int().positive().nullable(),
  text: z.string(),
});

/** Brings a department's answer into its case. Throws `empty-message`, `handoff-unknown`, `which-handoff`. */
export const handoffReceive: Action<z.infer<typeof receiveInput>, Handoff> = {
  id: 'handoff-receive',
  input: receiveInput,
  run: (writing, context, { case: named, text }) => {
    if (text.trim() === '') throw new DeskError('bad-value', 'empty-message');
    const read = readAnswer(text);
    const found = answered(writing, named, read);
    const answer = read === null ? { id: found.mark, fields: {}, words: text.trim() } : read;
    const { number, channel } = workingCase(writing.store, found.case);
    const department = readDepartments(context).good.find(({ value }) => value.name === found.department)?.value;
    const own = { uid: context.newId(), case: number, type: 'message', party: 'department', direction: 'in' } as const;
    const author = department?.titles[context.locale] ?? found.department;
    const shown = foldAnswer(asWritten(text), '') ?? { text: asWritten(text) };
    const entry = insertEntry(writing, writtenHere(writing, { ...own, channel, author, ...shown }));
    takeAnswer(writing, found, answer, entry);
    describeAction(writing, { case: number, cases: 1, what: found.department });
    return getHandoff(writing.store, found.id);
  },
};

/**
 * The hand-off that an answer is to: by its mark, else the only one that waits in the case, or was withdrawn from it, else
 * the only one at all that waits.
 */
function answered({ store }: Writing, named: number | null, read: HandoffAnswer | null): Handoff {
  const marked = read === null ? null : handoffMarked(store, read.id);
  const number = named === null ? null : workingCase(store, named).number;
  if (marked !== null && (number === null || workingCase(store, marked.case).number === number)) return marked;
  const lying = number === null ? waitingHandoffs(store) : handoffsOf(store, number);
  const waits = lying.filter(({ state }) => state === 'waiting');
  const waiting = waits.length > 0 ? waits : lying.filter(isUnheard);
  const [only] = waiting;
  if (only === undefined || read !== null) throw new DeskError('not-found', 'handoff-unknown', { number: number ?? 0 });
  if (waiting.length > 1) throw new DeskError('usage', 'which-handoff', { number: number ?? 0 });
  return only;
}

/** Withdrawn, and the department has said nothing since. */
export const isUnheard = ({ state, answer }: Handoff): boolean => state === 'withdrawn' && answer === null;

/**
 * What came back, with this entry, is noted with the hand-off, and its case is ours again: awake, and to be looked at. Where nobody waited for it
 * any more, the case is to be looked at, and whose turn it is stays.
 */
export function takeAnswer(
  writing: Writing,
  found: Handoff,
  { fields, words }: Omit<HandoffAnswer, 'id'>,
  entry: number,
): void {
  const { store } = writing;
  rememberGuest(writing, entry, found.case);
  const answer = { ...found.answer, ...fields, ...(words === '' ? {} : { '': words }) };
  const now = workingCase(store, found.case);
  if (found.state === 'withdrawn') {
    answerWithdrawn(writing, found, answer);
    updateCase(writing, now, { unread: true, updatedAt: writing.now });
    return;
  }
  answerHandoff(writing, found, answer);
  const wakes = now.snooze !== null && now.snooze.mode !== 'firm' ? { snooze: null } : {};
  const turn = isDone(now.status)
    ? {}
    : { status: 'open' as const, waitingSince: waitingSince(spokenIn(store, now.number)), solvedAt: null };
  updateCase(writing, now, { ...turn, ...wakes, unread: true, updatedAt: writing.now });
}
