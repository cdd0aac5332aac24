import type { BrokenPage } from '../actions/read-pages.ts';
import type { PlaybookStanding, StepFigures } from '../actions/read-playbooks.ts';
import { writeCondition, writeConditions } from '../domain/playbook/condition.ts';
import { type Lead, writeLead } from '../domain/playbook/lead.ts';
import { isAnswered, type Playbook, type Step } from '../domain/playbook/playbook.ts';

const NONE = { offered: 0, taken: 0, declined: 0, cost: 0, rating: null };

/** How an option has done over all cases; cost in VND, rating 1 to 5. */
export function figuresJson(figures: readonly StepFigures[], playbook: string, step: string) {
  const { offered, taken, declined, cost, rating } =
    figures.find((one) => one.playbook === playbook && one.step === step) ?? NONE;
  return { offered, taken, declined, cost, rating };
}

/** A playbook as scripts get it. Keys are only ever added. */
export const playbookJson = (
  playbook: Playbook,
  figures: readonly StepFigures[],
  standing: PlaybookStanding | null,
) => ({
  name: playbook.name,
  titles: playbook.titles,
  when: writeConditions(playbook.when),
  ...(standing === null ? {} : { fits: standing.sure, next: standing.ladder.next, waiting: standing.ladder.waiting }),
  steps: playbook.steps.map((step) => ({
    ...stepJson(step),
    figures: figuresJson(figures, playbook.name, step.id),
    ...(standing === null ? {} : standingJson(standing, step)),
  })),
});

const stepJson = (step: Step) => ({
  id: step.id,
  kind: step.kind,
  titles: step.titles,
  if: writeConditions(step.conditions),
  cost: step.cost,
  department: step.department,
  words: step.words,
  ...(isAnswered(step) ? { yes: leadJson(step.yes), no: leadJson(step.no) } : { ways: step.ways }),
});

const leadJson = (lead: Lead): string => writeLead(lead);

function standingJson({ ladder }: PlaybookStanding, step: Step) {
  const rung = ladder.rungs.find((one) => one.step.id === step.id);
  const why = rung === undefined || rung.fits ? [] : rung.why;
  return {
    fits: rung?.fits ?? false,
    answer: rung?.answer ?? null,
    whyNot: why.map(({ condition, value }) => ({ condition: writeCondition(condition), value })),
  };
}

/** A file that can't be read, with each place where it is wrong. */
export const brokenJson = ({ name, path, flaws }: BrokenPage) => ({ name, path, flaws });
