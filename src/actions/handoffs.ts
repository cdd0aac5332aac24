import * as z from 'zod';
import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import type { Department } from '../domain/handoff/department.ts';
import { type Given, type MissingWhy, missingFields, unknownGiven } from '../domain/handoff/filled.ts';
import type { Handoff } from '../domain/handoff/handoff.ts';
import { packetOf } from '../domain/handoff/packet.ts';
import { getCase, updateCase } from '../store/cases.ts';
import { getHandoff, insertHandoff } from '../store/handoffs.ts';
import { describeAction } from '../store/writing.ts';
import type { Action } from './action.ts';
import { careCase } from './care-facts.ts';
import { chosenFiles, evidenceParts, type HandoffFile, handoffFiles } from './handoff-evidence.ts';
import { answerDue, handoffFacts, momentTold, summaryOf } from './handoff-facts.ts';
import { putForDepartment } from './put-packet.ts';
import { getDepartment } from './read-pages.ts';
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
      const named = (...whys: readonly MissingWhy[]): string =>
        missing.flatMap(({ name, title, why }) => (whys.includes(why) ? [`${title} (${name})`] : [])).join(', ');
      throw new DeskError('bad-data', 'handoff-incomplete', {
        ...{ number, department: department.name, names: named('empty', 'not-a-date', 'not-money', 'no-evidence') },
        ...{ typed: named('empty', 'not-a-date', 'not-money'), dates: named('not-a-date') },
        ...{ sums: named('not-money'), evidence: named('no-evidence') },
      });
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
    const mailedTo = putForDepartment(writing, context, care.case, {
      ...{ department, text: packet, references: [], mail: wanted.mail },
      parts: () => evidenceParts(evidence),
    });
    const fields = { status: 'hold' as const, department: department.name };
    if (!changeCase(writing, getCase(writing.store, number), fields, [], []))
      updateCase(writing, getCase(writing.store, number), { touchedAt: writing.now, unread: false });
    describeAction(writing, { case: number, cases: 1, what: department.name });
    return { handoff: getHandoff(writing.store, id), mailedTo, evidence };
  },
};
