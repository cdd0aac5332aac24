import * as z from 'zod';
import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { type FactValue, unmet, writeCondition } from '../domain/playbook/condition.ts';
import { leadFor } from '../domain/playbook/ladder.ts';
import type { Lead } from '../domain/playbook/lead.ts';
import { costInVnd, type Playbook, type Step, stepOf } from '../domain/playbook/playbook.ts';
import { addDays } from '../domain/when/calendar.ts';
import { HOURS } from '../domain/when/lexeme.ts';
import { localOf, momentOf } from '../domain/when/zone.ts';
import { getCase, updateCase } from '../store/cases.ts';
import { insertCommitment } from '../store/commitments.ts';
import { insertPlaybookAnswer, playbookAnswersOf } from '../store/playbook-answers.ts';
import { describeAction, type Writing } from '../store/writing.ts';
import type { Action } from './action.ts';
import { type CareCase, careCase, priceOf } from './care-facts.ts';
import { getPlaybook, readPlaybooks } from './read-pages.ts';
import { ladderIn, playbookWith, waitingOffer } from './read-playbooks.ts';
import { changeCase } from './set-case.ts';
import { stepWords } from './step-words.ts';

const offerInput = z.strictObject({
  case: z.int().positive(),
  /** left out: the one that fits the case and has such a step */
  playbook: z.string().nullable(),
  step: z.string(),
  /** also where a condition of the step says otherwise */
  anyway: z.boolean(),
});

export interface Offered {
  readonly case: number;
  readonly playbook: string;
  readonly step: string;
  /** VND; null: it depends on a price that is not known */
  readonly cost: number | null;
  /** what is said to the customer, in her language */
  readonly text: string;
  readonly language: string;
}

/** Writes down that a step is offered, and gives its words for the customer. Throws `no-such-step`, `step-does-not-fit`. */
export const playbookOffer: Action<z.infer<typeof offerInput>, Offered> = {
  id: 'playbook-offer',
  input: offerInput,
  run: (writing, context, wanted) => {
    const care = careCase(context, wanted.case);
    const playbook = playbookWith(context, care, wanted.playbook, wanted.step);
    const step = stepIn(playbook, wanted.step);
    if (!wanted.anyway) expectFitting(step, care);
    const { number } = care.case;
    const cost = costInVnd(step.cost, priceOf(care.purchase));
    const { text, language } = stepWords(context, number, playbook, step);
    insertPlaybookAnswer(writing, { case: number, playbook: playbook.name, step: step.id, answer: 'offered', cost });
    updateCase(writing, getCase(writing.store, number), { touchedAt: writing.now, unread: false });
    describeAction(writing, { case: number, cases: 1, what: `${playbook.name}/${step.id}` });
    return { case: number, playbook: playbook.name, step: step.id, cost, text, language };
  },
};

function stepIn(playbook: Playbook, id: string): Step {
  const step = stepOf(playbook, id);
  if (step !== null) return step;
  const steps = playbook.steps.map((one) => one.id).join(', ');
  throw new DeskError('not-found', 'no-such-step', { name: id, steps });
}

/** What is not known is left to the agent; what is known to be otherwise is not. */
function expectFitting(step: Step, { facts }: CareCase): void {
  const against = unmet(step.conditions, facts).find(({ value }) => value !== null);
  if (against === undefined) return;
  const condition = writeCondition(against.condition);
  throw new DeskError('conflict', 'step-does-not-fit', { step: step.id, condition, value: told(against.value) });
}

const told = (value: FactValue): string => (typeof value === 'object' ? (value ?? []).join(', ') : String(value));

const answerInput = z.strictObject({
  case: z.int().positive(),
  answer: z.enum(['yes', 'no']),
  /** both left out: the offer that waits for its answer */
  playbook: z.string().nullable(),
  step: z.string().nullable(),
});

export interface StepAnswered {
  readonly case: number;
  readonly playbook: string;
  readonly step: string;
  readonly answer: 'yes' | 'no';
  readonly lead: Lead;
  /** the step to go on with; null: the ladder has ended */
  readonly next: string | null;
  /** ms; when the follow-up is due that it made, or null */
  readonly followUpAt: number | null;
}

/** Writes down the customer's answer to a step and does what follows from it. Throws `nothing-offered`, `step-unanswered`. */
export const playbookAnswer: Action<z.infer<typeof answerInput>, StepAnswered> = {
  id: 'playbook-answer',
  input: answerInput,
  run: (writing, context, { answer, ...wanted }) => {
    const care = careCase(context, wanted.case);
    const { number } = care.case;
    const { playbook, step } = meant(context, care, wanted);
    const lead = leadFor(playbook, step.id, answer);
    if (lead === null) throw new DeskError('bad-value', 'step-unanswered', { step: step.id });
    const row = { case: number, playbook: playbook.name, step: step.id };
    const before = playbookAnswersOf(writing.store, number);
    const offer = before.findLast((one) => one.playbook === row.playbook && one.step === row.step);
    const cost = offer === undefined ? costInVnd(step.cost, priceOf(care.purchase)) : offer.cost;
    if (offer === undefined) insertPlaybookAnswer(writing, { ...row, answer: 'offered', cost });
    insertPlaybookAnswer(writing, { ...row, answer, cost });
    const followUpAt = follow(writing, context, number, lead, step);
    const fields = {
      ...(lead.status === null ? {} : { status: lead.status }),
      ...(lead.priority === null ? {} : { priority: lead.priority }),
      ...(lead.kind === null ? {} : { kind: lead.kind }),
      ...(lead.topic === null ? {} : { topic: lead.topic }),
    };
    if (!changeCase(writing, getCase(writing.store, number), fields, lead.addTags, []))
      updateCase(writing, getCase(writing.store, number), { touchedAt: writing.now, unread: false });
    describeAction(writing, { case: number, cases: 1, what: `${row.playbook}/${row.step}: ${answer}` });
    const { next } = ladderIn(playbook, careCase(context, number), playbookAnswersOf(writing.store, number));
    return { ...row, answer, lead, next, followUpAt };
  },
};

/** The step that is answered: the named one, else the one that was offered last and waits. */
function meant(
  context: Context,
  care: CareCase,
  { playbook, step }: Pick<z.infer<typeof answerInput>, 'playbook' | 'step'>,
): { playbook: Playbook; step: Step } {
  if (step !== null) {
    const found = playbookWith(context, care, playbook, step);
    return { playbook: found, step: stepIn(found, step) };
  }
  const { number } = care.case;
  const all =
    playbook === null ? readPlaybooks(context).good.map(({ value }) => value) : [getPlaybook(context, playbook)];
  const mine = playbookAnswersOf(context.store, number).filter((one) => playbook === null || one.playbook === playbook);
  const waiting = waitingOffer(mine, all);
  const found = all.find((one) => one.name === waiting?.playbook);
  if (waiting === null || found === undefined) throw new DeskError('conflict', 'nothing-offered', { number });
  return { playbook: found, step: stepIn(found, waiting.step) };
}

/** A follow-up on the morning so many days from now; when it is due. */
function follow(writing: Writing, context: Context, number: number, { followUpDays }: Lead, step: Step): number | null {
  if (followUpDays === null) return null;
  const zone = context.zone();
  const day = addDays(localOf(writing.now, zone), followUpDays);
  const at = momentOf({ ...day, minutes: HOURS.morning * 60 }, zone);
  const text = step.titles[context.locale] ?? step.id;
  insertCommitment(writing, { kind: 'follow-up', case: number, customer: null, at, text, template: null });
  return at;
}
