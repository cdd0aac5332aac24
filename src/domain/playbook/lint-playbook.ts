import { isDeadEnd } from './lead.ts';
import { type InLanguages, PAGE_LANGUAGES } from './page.ts';
import { isAnswered, type Playbook, type Step, stepOf } from './playbook.ts';

/**
 * refusal-alone: fewer than two ways on · refusal-conditional: no way on that fits every customer · lost-step: leads to a
 * step that is not there · dead-end: an answer from which nothing follows · round: comes back without an answer ·
 * unreachable: no way leads there · missing-language · unknown-department
 */
export const LINT_CODES = [
  'refusal-alone',
  'refusal-conditional',
  'lost-step',
  'dead-end',
  'round',
  'unreachable',
  'missing-language',
  'unknown-department',
] as const;
export type LintCode = (typeof LINT_CODES)[number];

export interface LintFlaw {
  /** null: of the playbook itself */
  readonly step: string | null;
  readonly code: LintCode;
  /** the step, language, department or answer in question */
  readonly text: string;
}

/** What is wrong with a playbook as a whole; `departments` are the names there are. */
export function lintPlaybook(playbook: Playbook, departments: readonly string[]): LintFlaw[] {
  const reached = reachable(playbook);
  return [
    ...missing(null, playbook.titles),
    ...playbook.steps.flatMap((step) => [
      ...missing(step.id, step.titles),
      ...missing(step.id, step.words),
      ...refusal(playbook, step),
      ...targets(step)
        .filter((target) => stepOf(playbook, target) === null)
        .map((text): LintFlaw => ({ step: step.id, code: 'lost-step', text })),
      ...unknown(step, departments),
      ...deadEnds(step),
      ...(isRound(playbook, step) ? [flaw(step, 'round')] : []),
      ...(reached.has(step.id) ? [] : [flaw(step, 'unreachable')]),
    ]),
  ];
}

const flaw = (step: Step, code: LintCode, text = step.id): LintFlaw => ({ step: step.id, code, text });

function missing(step: string | null, words: InLanguages): LintFlaw[] {
  return PAGE_LANGUAGES.filter((language) => (words[language] ?? '').trim() === '').map((text) => ({
    step,
    code: 'missing-language',
    text,
  }));
}

/** A refusal needs two other steps that refuse nothing, and one of them for everybody. */
function refusal(playbook: Playbook, step: Step): LintFlaw[] {
  if (isAnswered(step)) return [];
  const ways = [...new Set(step.ways)]
    .map((way) => stepOf(playbook, way))
    .filter((way) => way !== null && isAnswered(way));
  if (ways.length < 2) return [flaw(step, 'refusal-alone')];
  return ways.some((way) => way?.conditions.length === 0) ? [] : [flaw(step, 'refusal-conditional')];
}

const targets = (step: Step): string[] =>
  isAnswered(step) ? [step.yes.next, step.no.next].filter((next) => next !== null) : [...step.ways];

function unknown(step: Step, departments: readonly string[]): LintFlaw[] {
  const named = isAnswered(step) ? [...step.yes.handOff, ...step.no.handOff] : [];
  return [...new Set([...(step.department === null ? [] : [step.department]), ...named])]
    .filter((name) => !departments.includes(name))
    .map((name) => flaw(step, 'unknown-department', name));
}

const deadEnds = (step: Step): LintFlaw[] =>
  isAnswered(step)
    ? (['yes', 'no'] as const)
        .filter((answer) => isDeadEnd(step[answer]))
        .map((answer) => flaw(step, 'dead-end', answer))
    : [];

/** The steps one comes to without anybody's answer: a refusal's ways, and what follows where a step is passed over. */
const unasked = (step: Step): readonly string[] => {
  if (!isAnswered(step)) return step.ways;
  return step.conditions.length === 0 || step.no.next === null ? [] : [step.no.next];
};

const isRound = (playbook: Playbook, step: Step): boolean => followed(playbook, unasked(step), unasked).has(step.id);

const reachable = (playbook: Playbook): ReadonlySet<string> =>
  followed(
    playbook,
    playbook.steps.slice(0, 1).map(({ id }) => id),
    targets,
  );

function followed(playbook: Playbook, from: readonly string[], on: (step: Step) => readonly string[]): Set<string> {
  const seen = new Set<string>();
  const left = [...from];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    const step = stepOf(playbook, id);
    if (step === null || seen.has(id)) continue;
    seen.add(id);
    left.push(...on(step));
  }
  return seen;
}
