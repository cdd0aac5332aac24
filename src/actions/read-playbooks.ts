import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { type Ladder, ladderFor, type Proposal, proposed } from '../domain/playbook/ladder.ts';
import type { PageTitles } from '../domain/playbook/page.ts';
import { isAnswered, type Playbook, stepOf } from '../domain/playbook/playbook.ts';
import { workingCase } from '../store/cases.ts';
import {
  type PlaybookAnswer,
  playbookAnswersOf,
  playbookFigures,
  type StepFigures,
} from '../store/playbook-answers.ts';
import { type CareCase, careCase } from './care-facts.ts';
import { departmentTitles } from './page-titles.ts';
import { askedFor } from './read-handoffs.ts';
import { type BrokenPage, getPlaybook, readPlaybooks } from './read-pages.ts';
import { allStepWords } from './step-words.ts';

export type { PlaybookAnswer, StepFigures } from '../store/playbook-answers.ts';

/** A playbook as it stands for a case. */
export interface PlaybookStanding {
  readonly playbook: Playbook;
  /** every condition of the playbook itself is met */
  readonly sure: boolean;
  readonly ladder: Ladder;
}

/** The same with what is said to this customer, by step; a step whose words can't be filled in is not there. */
export interface PlaybookInWords extends PlaybookStanding {
  readonly said: Readonly<Record<string, string>>;
}

/** What a case's playbooks are, how each of them stands, and what was offered in it. */
export interface CasePlaybooks {
  readonly number: number;
  readonly subject: string;
  /** the one in which something was offered last, then those that fit */
  readonly standing: readonly PlaybookInWords[];
  /** departments that a taken option asks for, and that nobody has handed off to since */
  readonly asked: readonly string[];
  readonly figures: readonly StepFigures[];
  readonly broken: readonly BrokenPage[];
  /** what departments are called, by name */
  readonly departments: PageTitles;
}

/** The playbooks that fit a case, those begun first. Throws `not-found`. */
export function readCasePlaybooks(context: Context, wanted: number): CasePlaybooks {
  const care = careCase(context, wanted);
  const { number, subject } = care.case;
  const { good, broken } = readPlaybooks(context);
  const playbooks = good.map(({ value }) => value);
  const answers = playbookAnswersOf(context.store, number);
  return {
    ...{ number, subject, broken },
    standing: inOrder(playbooks, care, answers).map(({ playbook, sure }) => ({
      ...{ playbook, sure },
      ladder: ladderIn(playbook, care, answers),
      said: allStepWords(context, number, playbook),
    })),
    asked: askedFor(context.store, number, playbooks, answers),
    figures: playbookFigures(context.store),
    departments: departmentTitles(context),
  };
}

/** The departments that taken options of a case ask for, and that nobody has handed it to since. */
export function readAsked(context: Context, wanted: number): readonly string[] {
  const { number } = workingCase(context.store, wanted);
  const playbooks = readPlaybooks(context).good.map(({ value }) => value);
  return askedFor(context.store, number, playbooks, playbookAnswersOf(context.store, number));
}

/** How one playbook stands for a case, whether it is proposed for it or not. */
export function readLadder(context: Context, wanted: number, name: string): PlaybookStanding {
  const care = careCase(context, wanted);
  const playbook = getPlaybook(context, name);
  const sure = proposed([playbook], care.facts)[0]?.sure ?? false;
  const { number } = care.case;
  const ladder = ladderIn(playbook, care, playbookAnswersOf(context.store, number));
  return { playbook, sure, ladder };
}

/** How every option that was ever offered has done. */
export const readFigures = (context: Context): StepFigures[] => playbookFigures(context.store);

export const ladderIn = (playbook: Playbook, { facts }: CareCase, answers: readonly PlaybookAnswer[]): Ladder =>
  ladderFor(
    playbook,
    facts,
    answers.filter((one) => one.playbook === playbook.name),
  );

/** Those that were begun, the latest first, then those that are proposed. */
function inOrder(playbooks: readonly Playbook[], { facts }: CareCase, answers: readonly PlaybookAnswer[]): Proposal[] {
  const begun = [...new Set(answers.map((one) => one.playbook).toReversed())].flatMap((name) => {
    const playbook = playbooks.find((one) => one.name === name);
    return playbook === undefined ? [] : [{ playbook, sure: true }];
  });
  const fresh = proposed(playbooks, facts).filter(({ playbook }) => !begun.some((one) => one.playbook === playbook));
  return [...begun, ...fresh];
}

/**
 * The playbook that a step's name means in a case: the one that was named, else the first with such a step of those begun,
 * of those that fit, of all. Throws `no-such-playbook`, `no-such-step`.
 */
export function playbookWith(context: Context, care: CareCase, name: string | null, step: string): Playbook {
  if (name !== null) return withStep(getPlaybook(context, name), step);
  const playbooks = readPlaybooks(context).good.map(({ value }) => value);
  const first = inOrder(playbooks, care, playbookAnswersOf(context.store, care.case.number)).map((one) => one.playbook);
  const found = [...first, ...playbooks].find((one) => stepOf(one, step) !== null);
  if (found !== undefined) return found;
  const steps = (first.length === 0 ? playbooks : first).flatMap((one) => one.steps.map(({ id }) => id));
  throw new DeskError('not-found', 'no-such-step', { name: step, steps: [...new Set(steps)].join(', ') });
}

function withStep(playbook: Playbook, step: string): Playbook {
  if (stepOf(playbook, step) !== null) return playbook;
  const steps = playbook.steps.map(({ id }) => id).join(', ');
  throw new DeskError('not-found', 'no-such-step', { name: step, steps });
}

/** The offer in a case that waits for its answer: the latest. Null: nothing does. */
export function waitingOffer(
  answers: readonly PlaybookAnswer[],
  playbooks: readonly Playbook[],
): PlaybookAnswer | null {
  const last = answers.findLast(({ playbook, step, answer }) => {
    if (answer !== 'offered') return false;
    const found = playbooks.find((one) => one.name === playbook);
    const known = found === undefined ? null : stepOf(found, step);
    return known !== null && isAnswered(known);
  });
  if (last === undefined) return null;
  const same = (one: PlaybookAnswer): boolean => one.playbook === last.playbook && one.step === last.step;
  return answers.findLast(same)?.answer === 'offered' ? last : null;
}
