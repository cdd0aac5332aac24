import type { Context } from '../../context.ts';
import type { Case } from '../../domain/case.ts';
import { normalAddress } from '../../domain/entry.ts';
import type { Handoff } from '../../domain/handoff/handoff.ts';
import { type HandoffAnswer, readAnswer } from '../../domain/handoff/read-answer.ts';
import { workingCase } from '../../store/cases.ts';
import { handoffMarked, handoffsOf } from '../../store/handoffs.ts';
import { isCustomersOwn, noteMailedAs } from '../../store/live-signs.ts';
import { readDepartments } from '../read-pages.ts';
import { isUnheard } from '../receive-handoff.ts';
import type { Read } from './read-live.ts';

/** A mail that a department wrote in a case that was handed to it. */
export interface DepartmentWord {
  readonly number: number;
  /** what it answers; null: it says something else, or a program wrote it */
  readonly handoff: Handoff | null;
  readonly answer: Omit<HandoffAnswer, 'id'>;
}

/**
 * Is this mail a department's word? By the department's address, and the mark of a hand-off to it; without the mark by the
 * case it joins, which must have been handed to that department. Null: it is mail as any other.
 */
export function departmentWord(context: Context, arrival: Read, joins: Case | null): DepartmentWord | null {
  const { from, parsed, bounce, authenticated } = arrival;
  if (from === '' || bounce !== null) return null;
  const names = readDepartments(context)
    .good.filter(({ value }) => normalAddress(value.address) === from)
    .map(({ value }) => value.name);
  if (names.length === 0) return answerToPacket(context, arrival, joins);
  const { store } = context;
  const theirs = ({ department }: Handoff): boolean => names.includes(department);
  const read = readAnswer(`${parsed.text}\n${parsed.quoted}`);
  const marked = read === null ? null : handoffMarked(store, read.id);
  // a forged sender, and a note that somebody is away, answer nothing
  const counts = authenticated !== 'fail' && parsed.automatic === null;
  if (read !== null && marked !== null && theirs(marked)) {
    const words = readAnswer(parsed.text)?.words ?? parsed.text.trim();
    const { number } = workingCase(store, marked.case);
    return { number, handoff: counts ? marked : null, answer: { fields: read.fields, words } };
  }
  const handed = joins === null ? [] : handoffsOf(store, joins.number).filter(theirs);
  if (joins === null || handed.length === 0) return null;
  const waits = handed.filter(({ state }) => state === 'waiting');
  const waiting = waits.length > 0 ? waits : handed.filter(isUnheard);
  const only = waiting.length === 1 && counts ? (waiting[0] ?? null) : null;
  return { number: joins.number, handoff: only, answer: { fields: {}, words: parsed.text.trim() } };
}

/**
 * Whoever answers a mail of ours to a department has it from the department, by whatever address: a colleague, or somebody
 * there who writes under her own. Nobody else can know the id that we signed; but the customer may have been let in by them.
 */
function answerToPacket(
  { store }: Context,
  { signs, from, parsed, authenticated }: Read,
  joins: Case | null,
): DepartmentWord | null {
  if (joins === null || isCustomersOwn(store, joins.number, from)) return null;
  const read = readAnswer(`${parsed.text}\n${parsed.quoted}`);
  for (const { id } of signs.minted) {
    const mark = readAnswer(noteMailedAs(store, id) ?? '')?.id;
    const handoff = mark === undefined ? null : handoffMarked(store, mark);
    if (handoff === null) continue;
    const { number } = workingCase(store, handoff.case);
    const counts = authenticated !== 'fail' && parsed.automatic === null;
    const fields = read?.id === handoff.mark ? read.fields : {};
    const words = readAnswer(parsed.text)?.words ?? parsed.text.trim();
    return { number, handoff: counts ? handoff : null, answer: { fields, words } };
  }
  return null;
}
