import type { PlanEvent } from '../../domain/care/plan.ts';
import type { Say } from '../say.ts';

const days = (n: number): string => `${n} ${n === 1 ? 'day' : 'days'}`;

/** When a plan is due. */
const after: Readonly<Record<PlanEvent['on'], (n: number, segment: string) => string>> = {
  solved: (n) => `${days(n)} after a case is solved`,
  purchase: (n) => `${days(n)} after each purchase`,
  'first-purchase': (n) => `${days(n)} after the first purchase`,
  silence: (n) => `after ${days(n)} of silence`,
  segment: (n, segment) => `${days(n)} after becoming: ${segment}`,
};

/** Plans of care: files that make follow-ups. */
export const plans = {
  after,
  about: (kinds: string) => `for cases: ${kinds}`,
  forSegments: (segments: string) => `for customers: ${segments}`,
  consent: { yes: 'only with their consent', no: 'needs no consent' },
  template: (name: string) => `begins with the template ${name}`,
  noTemplate: (name: string) => `there is no template “${name}”`,
  off: 'off',
  isOff: 'It is switched off: desk config get plans-off',
  made: (n: number) => `${n} made`,

  nothing: 'No follow-up is due by the plans.',
  ran: (n: number, dry: boolean) =>
    `${n} ${n === 1 ? 'follow-up' : 'follow-ups'} ${dry ? 'would be made' : 'made'} by the plans.`,
  /** on the screens, where they stand in the day’s list */
  told: (n: number) => `${n} new ${n === 1 ? 'follow-up' : 'follow-ups'} from the plans: g f.`,
  running: 'Looking what the plans have due …',
  lintFine: (n: number) => `${n} ${n === 1 ? 'plan' : 'plans'}, nothing wrong.`,
};

/** What can go wrong with them. */
export const planErrors = {
  'no-such-plan': (f) => [
    `There is no plan “${f.name}”.`,
    f.nearest ? `Did you mean ${f.nearest}?` : 'See: desk plans list',
  ],
} satisfies Readonly<Record<string, Say>>;
