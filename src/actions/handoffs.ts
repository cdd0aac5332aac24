import * as z from 'zod';
import type { Context } from '../context.ts';
import { isDone } from '../domain/case.ts';
import { DeskError } from '../domain/errors.ts';
import type { Department } from '../domain/handoff/department.ts';
import { type Given, type MissingWhy, missingFields, unknownGiven } from '../domain/handoff/filled.ts';
import type { Handoff } from '../domain/handoff/handoff.ts';
import { packetOf } from '../domain/handoff/packet.ts';
import { type HandoffAnswer, readAnswer } from '../domain/handoff/read-answer.ts';
import { asWritten } from '../domain/placeholders.ts';
import { waitingSince } from '../domain/standing.ts';
import { getCase, updateCase, workingCase } from '../store/cases.ts';
import { spokenIn } from '../store/entries.ts';
import {
  answerHandoff,
  getHandoff,
  handoffMarked,
  handoffsOf,
  insertHandoff,
  waitingHandoffs,
} from '../store/handoffs.ts';
import { insertEntry, writtenHere } from '../store/new-entries.ts';
import { describeAction, type Writing } from '../store/writing.ts';
import type { Action } from './action.ts';
import { careCase } from './care-facts.ts';
import { chosenFiles, type HandoffFile, handoffFiles } from './handoff-evidence.ts';
import { answerDue, handoffFacts, momentTold, summaryOf } from './handoff-facts.ts';
import { putPacket } from './put-packet.ts';
import { getDepartment, readDepartments } from './read-pages.ts';
import { changeCase } from './set-case.ts';

/** What a department still needs to know before it can be handed anything. */
export interface StillMissing {
  readonly name: string;
  readonly title: string;
  readonly why: MissingWhy;
}

/** What is missing for a hand-off of this case, in the order in which the department asks. */
export function missingFor(
  context: Context,
  number: number,
  department: Department,
  given: Given,
  chosen: readonly string[] | null = null,
): StillMissing[] {
  const care = careCase(context, number);
  const facts = handoffFacts(context, care, chosenFiles(handoffFiles(context, care.case.number), department, chosen));
  return missingFields(department, given, facts).map(({ field, why }) => ({
    name: field.name,
    title: field.titles[context.locale] ?? field.name,
    why,
  }));
}

const handoffInput = z.strictObject({
  case: z.int().positive(),
  department: z.string(),
  /** by the names of the fields that the department asks for */
  given: z.record(z.string(), z.string()),
  /** what it is about; null: the customer's words */
  summary: z.string().nullable(),
  /** by mail, where there is an account to send it and an address to send it to */
  mail: z.boolean(),
  /** which of the customer's files go with it, by sha256; null: what the department asks for */
  evidence: z.array(z.string()).nullable(),
});

export interface HandedOff {
  readonly handoff: Handoff;
  /** whom the packet is on its way to; null: it goes as a file or as copied text */
  readonly mailedTo: string | null;
  /** what goes with it */
  readonly evidence: readonly HandoffFile[];
}

/** Hands a case to a department, with all it needs. Throws `no-such-department`, `no-such-field`, `handoff-incomplete`, `evidence-too-large`. */
export const handoff: Action<z.infer<typeof handoffInput>, HandedOff> = {
  id: 'handoff',
  input: handoffInput,
  run: (writing, context, wanted) => {
    const care = careCase(context, wanted.case);
    const { number } = care.case;
    const department = getDepartment(context, wanted.department);
    const { given } = wanted;
    const [slip] = unknownGiven(department, given);
    const names = department.needs.map(({ name }) => name).join(', ');
    if (slip !== undefined) throw new DeskError('usage', 'no-such-field', { name: slip, names });
    const missing = missingFor(context, number, department, given, wanted.evidence);
    if (missing.length > 0) {
      const named = missing.map(({ name, title }) => `${title} (${name})`).join(', ');
      throw new DeskError('bad-data', 'handoff-incomplete', { number, department: department.name, names: named });
    }
    const mark = context.newId().toLowerCase();
    const dueAt = answerDue(context, department, writing.now);
    const of = {
      ...{ id: mark, caseNumber: number, subject: care.case.subject, language: context.locale },
      summary: wanted.summary ?? summaryOf(context, number),
      due: dueAt === null ? '' : momentTold(context, dueAt),
    };
    const evidence = chosenFiles(handoffFiles(context, number), department, wanted.evidence);
    const packet = packetOf(department, of, given, handoffFacts(context, care, evidence));
    const id = insertHandoff(writing, { mark, case: number, department: department.name, given, packet, dueAt });
    const mailedTo = putPacket(writing, context, care.case, { department, packet, evidence, mail: wanted.mail });
    const fields = { status: 'hold' as const, department: department.name };
    if (!changeCase(writing, getCase(writing.store, number), fields, [], []))
      updateCase(writing, getCase(writing.store, number), { touchedAt: writing.now, unread: false });
    describeAction(writing, { case: number, cases: 1, what: department.name });
    return { handoff: getHandoff(writing.store, id), mailedTo, evidence };
  },
};

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
    insertEntry(writing, writtenHere(writing, { ...own, channel, author, text: asWritten(text) }));
    takeAnswer(writing, found, answer);
    describeAction(writing, { case: number, cases: 1, what: found.department });
    return getHandoff(writing.store, found.id);
  },
};

/** The hand-off that an answer is to: by its mark, else the only one that waits in the case, else the only one at all. */
function answered({ store }: Writing, named: number | null, read: HandoffAnswer | null): Handoff {
  const marked = read === null ? null : handoffMarked(store, read.id);
  const number = named === null ? null : workingCase(store, named).number;
  if (marked !== null && (number === null || workingCase(store, marked.case).number === number)) return marked;
  const lying = number === null ? waitingHandoffs(store) : handoffsOf(store, number);
  const waiting = lying.filter(({ state }) => state === 'waiting');
  const [only] = waiting;
  if (only === undefined || read !== null) throw new DeskError('not-found', 'handoff-unknown', { number: number ?? 0 });
  if (waiting.length > 1) throw new DeskError('usage', 'which-handoff', { number: number ?? 0 });
  return only;
}

/** What came back is noted with the hand-off, and its case is ours again: awake, and to be looked at. */
export function takeAnswer(writing: Writing, found: Handoff, { fields, words }: Omit<HandoffAnswer, 'id'>): void {
  const { store } = writing;
  answerHandoff(writing, found, { ...found.answer, ...fields, ...(words === '' ? {} : { '': words }) });
  const now = workingCase(store, found.case);
  const wakes = now.snooze !== null && now.snooze.mode !== 'firm' ? { snooze: null } : {};
  const turn = isDone(now.status)
    ? {}
    : { status: 'open' as const, waitingSince: waitingSince(spokenIn(store, now.number)), solvedAt: null };
  updateCase(writing, now, { ...turn, ...wakes, unread: true, updatedAt: writing.now });
}
