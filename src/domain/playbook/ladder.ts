import { type PlaybookFacts, type Unmet, unmet } from './condition.ts';
import type { Lead } from './lead.ts';
import { isAnswered, type Playbook, type Step, stepOf } from './playbook.ts';

/** offered: said to the customer, no answer yet · yes: taken, or fixed · no: declined, or not fixed */
export const STEP_ANSWERS = ['offered', 'yes', 'no'] as const;
export type StepAnswer = (typeof STEP_ANSWERS)[number];

/** What was recorded of a step; of several for one step the last counts. */
export interface Answered {
  readonly step: string;
  readonly answer: StepAnswer;
}

/** A step as it stands for a case. */
export type Rung = {
  readonly step: Step;
  readonly answer: StepAnswer | null;
} & ({ readonly fits: true } | { readonly fits: false; readonly why: readonly Unmet[] });

export interface Ladder {
  /** every step, in the order of the file */
  readonly rungs: readonly Rung[];
  /** the step to offer now, or the one that waits for its answer; null: the ladder has ended */
  readonly next: string | null;
  /** is `next` offered already, and the customer's answer missing? */
  readonly waiting: boolean;
}

/**
 * How a playbook stands for a case. `answers` in the order in which they were given: the last one says where we are, so
 * that an agent may also offer a step out of turn. A step that does not fit is passed over as if it were declined; a
 * refusal goes on to the first of its ways that fits.
 */
export function ladderFor(playbook: Playbook, facts: PlaybookFacts, answers: readonly Answered[]): Ladder {
  const known = answers.filter(({ step }) => stepOf(playbook, step) !== null);
  const rungs = playbook.steps.map((step): Rung => {
    const answer = known.findLast((one) => one.step === step.id)?.answer ?? null;
    const why = unmet(step.conditions, facts);
    return why.length === 0 ? { step, answer, fits: true } : { step, answer, fits: false, why };
  });
  const last = known.at(-1);
  const step = last === undefined ? null : stepOf(playbook, last.step);
  if (last === undefined || step === null)
    return { rungs, next: fitting(rungs, playbook.steps[0]?.id ?? null), waiting: false };
  if (!isAnswered(step)) return { rungs, next: firstWay(rungs, step.ways, new Set([step.id])), waiting: false };
  if (last.answer === 'offered') return { rungs, next: step.id, waiting: true };
  return { rungs, next: fitting(rungs, step[last.answer].next), waiting: false };
}

/** The step itself where it fits, else the one that follows from passing it over. */
function fitting(rungs: readonly Rung[], id: string | null, passed: Set<string> = new Set()): string | null {
  const rung = rungs.find(({ step }) => step.id === id);
  if (rung === undefined || passed.has(rung.step.id)) return null; // round and round without an answer: lint refuses it
  if (rung.fits) return rung.step.id;
  passed.add(rung.step.id);
  return isAnswered(rung.step) ? fitting(rungs, rung.step.no.next, passed) : firstWay(rungs, rung.step.ways, passed);
}

function firstWay(rungs: readonly Rung[], ways: readonly string[], passed: Set<string>): string | null {
  const straight = ways.find((way) => rungs.some(({ step, fits }) => fits && step.id === way));
  if (straight !== undefined) return straight;
  for (const way of ways) {
    const found = fitting(rungs, way, passed);
    if (found !== null) return found;
  }
  return null;
}

/** What an answer leads to; null where the step is a refusal, or is not in the playbook. */
export function leadFor(playbook: Playbook, id: string, answer: 'yes' | 'no'): Lead | null {
  const step = stepOf(playbook, id);
  return step !== null && isAnswered(step) ? step[answer] : null;
}

/** Reads an answer as it is typed: yes, no, and for guides fixed, not fixed. */
export function readStepAnswer(text: string): 'yes' | 'no' | null {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, ' ');
  if (word === 'yes' || word === 'fixed') return 'yes';
  return word === 'no' || word === 'not fixed' ? 'no' : null;
}

/** A playbook for a case; `sure`: every condition is met, else only facts that are not known stand in the way. */
export interface Proposal {
  readonly playbook: Playbook;
  readonly sure: boolean;
}

/**
 * The playbooks that fit a case, the sure ones first, then those that say most exactly what they are for; facts that are
 * not known do not rule out.
 */
export const proposed = (playbooks: readonly Playbook[], facts: PlaybookFacts): Proposal[] =>
  playbooks
    .map((playbook) => ({ playbook, why: unmet(playbook.when, facts) }))
    .filter(({ why }) => why.every(({ value }) => value === null))
    .map(({ playbook, why }) => ({ playbook, sure: why.length === 0 }))
    .sort((a, b) => Number(b.sure) - Number(a.sure) || exactness(b.playbook) - exactness(a.playbook));

/** Many cases have a kind and a topic; fewer are of a warranty or ten days after a delivery, and fewest of one product. */
const exactness = ({ when }: Playbook): number =>
  when.reduce((all, { field }) => all + (field === 'product' ? 3 : field === 'kind' || field === 'topic' ? 1 : 2), 0);
