import { isDone, type Kind, type Status, type Topic } from '../case.ts';
import type { Segment } from '../customer.ts';
import type { Plan } from './plan.ts';

/** May we write to them first? `unknown`: nobody has asked. */
export const CONSENTS = ['yes', 'no', 'unknown'] as const;
export type Consent = (typeof CONSENTS)[number];

/** What is known of a customer when plans are run. Times are ms; null is not known. */
export interface CareFacts {
  readonly customer: number;
  readonly internal: boolean;
  readonly segment: Segment | null;
  /** since when they are in it */
  readonly segmentSince: number | null;
  readonly consent: Consent;
  readonly cases: readonly CareCase[];
  /** `id` names the purchase for good */
  readonly purchases: readonly { readonly id: string; readonly at: number | null }[];
  /** the customer's last word, on any channel */
  readonly lastWordAt: number | null;
  /** what was planned with them, by hand or by a plan, whatever became of it */
  readonly followUps: readonly CareFollowUp[];
  /** all touches there ever were, whatever became of them, and when they were made */
  readonly made: readonly { readonly key: string; readonly at: number }[];
}

export interface CareCase {
  readonly number: number;
  readonly kind: Kind;
  readonly topic: Topic | null;
  readonly status: Status;
  readonly solvedAt: number | null;
}

export interface CareFollowUp {
  /** the case it is in, or null */
  readonly case: number | null;
  readonly template: string | null;
  readonly madeAt: number;
  /** still to be done */
  readonly toDo: boolean;
}

/** One getting in touch that is due. */
export interface Touch {
  /** the plan's name */
  readonly plan: string;
  readonly customer: number;
  /** the case it is about, or null */
  readonly case: number | null;
  /** when it was due */
  readonly at: number;
  /** the same for the same occasion at every run, so that nothing is made twice */
  readonly key: string;
}

const DAY = 86_400_000;

/** ms. */
export const TOUCH_RULES = {
  /** after a complaint is solved */
  rest: 30 * DAY,
  /** between two touches to one customer */
  apart: 7 * DAY,
  /** what has been due for longer is not caught up: a desk that was closed must not flood people */
  stale: 14 * DAY,
} as const;

/**
 * The touches of a plan that are due by now, in the order in which they came due, at most one to a customer. None for
 * colleagues, without the consent that the plan needs, while a complaint is open and thirty days after, within seven days
 * of another touch, where somebody has planned one already, or due for more than fourteen days. Once they stand in `made`, the same call gives none of them.
 */
export const dueTouches = (plan: Plan, customers: readonly CareFacts[], now: number): readonly Touch[] =>
  dueTouchesOf([plan], customers, now);

/** The same for several plans at once: what came due first goes first, the rest waits until seven days have gone by. */
export function dueTouchesOf(plans: readonly Plan[], customers: readonly CareFacts[], now: number): readonly Touch[] {
  return customers
    .filter((facts) => mayBeTouched(facts, now))
    .flatMap((facts) => firstOf(plans, facts, now))
    .sort(byTurn);
}

const byTurn = (a: Touch, b: Touch): number =>
  a.at - b.at || a.customer - b.customer || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

function mayBeTouched({ internal, consent, cases, made }: CareFacts, now: number): boolean {
  return (
    !internal &&
    consent !== 'no' &&
    !cases.some((one) => isSore(one, now)) &&
    !made.some(({ at }) => Math.abs(now - at) < TOUCH_RULES.apart)
  );
}

/** A complaint that is open, or solved not long ago. */
const isSore = ({ topic, status, solvedAt }: CareCase, now: number): boolean =>
  topic === 'complaint' && (!isDone(status) || (solvedAt !== null && now - solvedAt < TOUCH_RULES.rest));

function firstOf(plans: readonly Plan[], facts: CareFacts, now: number): readonly Touch[] {
  const made = new Set(facts.made.map(({ key }) => key));
  return plans
    .filter((plan) => isFor(plan, facts))
    .flatMap((plan) =>
      occasions(plan, facts)
        .filter((one) => !facts.followUps.some((planned) => isPlanned(plan, one, planned)))
        .map(
          ({ since, about, number }): Touch => ({
            plan: plan.name,
            customer: facts.customer,
            case: number,
            at: since + plan.after,
            key: `${plan.name}/${facts.customer}/${about}`,
          }),
        ),
    )
    .filter(({ at, key }) => at <= now && now - at <= TOUCH_RULES.stale && !made.has(key))
    .sort(byTurn)
    .slice(0, 1);
}

/**
 * Has somebody planned it already? With the same words it is the same, while it is to be done or where it was noted since;
 * in a case that was solved any follow-up that was noted since is about what comes after.
 */
function isPlanned({ template }: Plan, { since, number }: Occasion, planned: CareFollowUp): boolean {
  if (planned.case !== number) return false;
  const noted = planned.madeAt >= since;
  return planned.template === template ? noted || planned.toDo : noted && number !== null;
}

const isFor = ({ segments, needsConsent }: Plan, { segment, consent }: CareFacts): boolean =>
  (segments.length === 0 || (segment !== null && segments.includes(segment))) && (consent === 'yes' || !needsConsent);

interface Occasion {
  readonly since: number;
  /** names it within plan and customer, for good */
  readonly about: string;
  readonly number: number | null;
}

function occasions({ event }: Plan, facts: CareFacts): readonly Occasion[] {
  switch (event.on) {
    case 'solved':
      return (
        facts.cases
          .filter(({ status, kind }) => isDone(status) && (event.kinds.length === 0 || event.kinds.includes(kind)))
          .filter(({ topic }) => event.topics.length === 0 || (topic !== null && event.topics.includes(topic)))
          // one for a case, also where it is solved twice
          .flatMap(({ number, solvedAt }) => once(solvedAt, `case-${number}`, number))
      );
    case 'purchase':
      return facts.purchases.flatMap(({ id, at }) => once(at, `purchase-${id}`));
    case 'first-purchase':
      // of which one has no date nobody knows which was the first
      return facts.purchases.some(({ at }) => at === null) ? [] : once(least(dates(facts)), 'first-purchase');
    case 'silence': {
      const since = Math.max(facts.lastWordAt ?? -Infinity, ...dates(facts));
      // who has a case with us is not silent
      return Number.isFinite(since) && facts.cases.every(({ status }) => isDone(status))
        ? once(since, `silence-${since}`)
        : [];
    }
    case 'segment':
      return facts.segment === event.segment ? once(facts.segmentSince, `${event.segment}-${facts.segmentSince}`) : [];
  }
}

const once = (since: number | null, about: string, number: number | null = null): readonly Occasion[] =>
  since === null ? [] : [{ since, about, number }];

const dates = ({ purchases }: CareFacts): readonly number[] => purchases.flatMap(({ at }) => at ?? []);

const least = (times: readonly number[]): number | null => (times.length === 0 ? null : Math.min(...times));
