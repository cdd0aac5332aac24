import type { Condition } from './condition.ts';
import type { Lead } from './lead.ts';
import type { InLanguages } from './page.ts';

/** VND, or percent of the purchase's price. */
export type Cost = { readonly vnd: number } | { readonly percent: number };

interface AnyStep {
  readonly id: string;
  readonly titles: InLanguages;
  /** all of them must be met */
  readonly conditions: readonly Condition[];
  readonly cost: Cost | null;
  readonly department: string | null;
  /** what is said to the customer; Liquid placeholders as in templates */
  readonly words: InLanguages;
}

/** offer: an option · ask: something we need to know · try: a step of trouble-shooting, answered fixed or not fixed */
export interface AnsweredStep extends AnyStep {
  readonly kind: 'offer' | 'ask' | 'try';
  readonly yes: Lead;
  readonly no: Lead;
}

/** A refusal: it never stands alone, but goes on to the first of its ways that fits. */
export interface Refusal extends AnyStep {
  readonly kind: 'no';
  readonly ways: readonly string[];
}

export type Step = AnsweredStep | Refusal;
export type StepKind = Step['kind'];
export const STEP_KINDS = ['offer', 'ask', 'try', 'no'] as const satisfies readonly StepKind[];

/** A ladder of options, or a trouble-shooting guide: steps in the order in which one climbs them. */
export interface Playbook {
  readonly name: string;
  readonly titles: InLanguages;
  /** the conditions by which it is proposed; none: for any case */
  readonly when: readonly Condition[];
  readonly steps: readonly Step[];
}

export const isAnswered = (step: Step): step is AnsweredStep => step.kind !== 'no';

/** Is it a trouble-shooting guide? Its steps are tried, and answered fixed or not fixed. */
export const isGuide = (playbook: Playbook): boolean => playbook.steps[0]?.kind === 'try';

export const stepOf = (playbook: Playbook, id: string): Step | null =>
  playbook.steps.find((step) => step.id === id) ?? null;

/** What a step costs in VND; null where it depends on a price that is not known. */
export function costInVnd(cost: Cost | null, price: number | null): number | null {
  if (cost === null) return 0;
  if ('vnd' in cost) return cost.vnd;
  return price === null ? null : Math.round((price * cost.percent) / 100);
}
