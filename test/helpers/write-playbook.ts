import { writeConditions } from '../../src/domain/playbook/condition.ts';
import { writeLead } from '../../src/domain/playbook/lead.ts';
import { writeTexts, writeTitles } from '../../src/domain/playbook/page.ts';
import type { Cost, Playbook, Step } from '../../src/domain/playbook/playbook.ts';

/** The playbook as its file; reading it again gives the same playbook. */
export function writePlaybook({ name, titles, when, steps }: Playbook): string {
  const conditions = when.length === 0 ? [] : [`when: ${writeConditions(when)}`];
  const head = ['---', `name: ${name}`, ...writeTitles(titles), ...conditions, '---'];
  return `${[...head, ...steps.flatMap(writeStep)].join('\n')}\n`;
}

function writeStep(step: Step): string[] {
  const [yes, no] = step.kind === 'try' ? ['fixed', 'not fixed'] : ['yes', 'no'];
  return [
    '',
    `## ${step.id}`,
    `kind: ${step.kind}`,
    ...writeTitles(step.titles),
    ...(step.conditions.length === 0 ? [] : [`if: ${writeConditions(step.conditions)}`]),
    ...(step.cost === null ? [] : [`cost: ${writeCost(step.cost)}`]),
    ...(step.department === null ? [] : [`department: ${step.department}`]),
    ...(step.kind === 'no'
      ? [`ways: ${step.ways.join(', ')}`]
      : [`${yes}: ${writeLead(step.yes)}`.trimEnd(), `${no}: ${writeLead(step.no)}`.trimEnd()]),
    ...writeTexts(step.words),
  ];
}

const writeCost = (cost: Cost): string => ('vnd' in cost ? `${cost.vnd}` : `${cost.percent}%`);
