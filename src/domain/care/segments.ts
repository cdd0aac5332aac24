import { isDone, type Status, type Topic } from '../case.ts';
import type { Segment } from '../customer.ts';
import type { Score } from '../rating.ts';

const DAY = 86_400_000;

/** What is known of a customer's life with the shop. Times are ms; null is not known. */
export interface SegmentFacts {
  readonly segment: Segment | null;
  readonly internal: boolean;
  readonly firstContactAt: number | null;
  /** `amount` in the shop's currency */
  readonly purchases: readonly { readonly at: number | null; readonly amount: number | null }[];
  /** the customer's last word, on any channel */
  readonly lastWordAt: number | null;
  readonly cases: readonly { readonly topic: Topic | null; readonly status: Status }[];
  readonly ratings: readonly { readonly score: Score; readonly at: number }[];
}

export interface SegmentThresholds {
  /** days after the first purchase from which one is no longer new */
  readonly newDays: number;
  readonly loyalPurchases: number;
  /** days in which they were bought */
  readonly loyalDays: number;
  /** the sum of all purchases, in the shop's currency, that makes loyal by itself; null: none does */
  readonly loyalValue: number | null;
  /** days without a word and a purchase */
  readonly formerDays: number;
  /** the worst last rating of a loyal customer */
  readonly loyalRating: Score;
}

/** What a desk starts with; the value is in đồng. */
export const SEGMENT_THRESHOLDS: SegmentThresholds = {
  newDays: 90,
  loyalPurchases: 3,
  loyalDays: 730,
  loyalValue: 30_000_000,
  formerDays: 365,
  loyalRating: 3,
};

/** The rule that a suggestion rests on, with the figures that met it. */
export type SegmentRule =
  | { readonly rule: 'first-purchase'; readonly at: number | null }
  | { readonly rule: 'bought-again'; readonly purchases: number }
  | { readonly rule: 'time-since-first'; readonly days: number }
  | { readonly rule: 'often-bought'; readonly purchases: number; readonly withinDays: number }
  | { readonly rule: 'value'; readonly value: number; readonly over: number }
  | { readonly rule: 'silent'; readonly days: number }
  | { readonly rule: 'came-back'; readonly at: number };

export interface SegmentSuggestion {
  readonly to: Segment;
  readonly why: SegmentRule;
}

/**
 * Where a customer belongs by now, with the last rule that led there; null where they are. Several moves in a row are
 * one suggestion: a prospect who bought twice is current. Who has no segment begins as prospect, but nobody is made one:
 * most desks do not write down every purchase. Purchases later than `now` are no purchases yet.
 */
export function suggestSegment(
  facts: SegmentFacts,
  now: number,
  thresholds: SegmentThresholds = SEGMENT_THRESHOLDS,
): SegmentSuggestion | null {
  if (facts.internal) return null;
  const life = lifeOf(facts, now);
  const been = new Set<Segment>();
  let from = facts.segment ?? 'prospect';
  let found: SegmentSuggestion | null = null;
  while (!been.has(from)) {
    been.add(from);
    const step = next(from, life, now, thresholds);
    if (step === null) break;
    found = step;
    from = step.to;
  }
  return found === null || found.to === facts.segment ? null : found;
}

interface Life {
  readonly bought: number;
  readonly value: number;
  /** times of the purchases that have one, oldest first */
  readonly dates: readonly number[];
  readonly lastSign: number | null;
  readonly complains: boolean;
  readonly lastRating: Score | null;
}

function lifeOf({ purchases, lastWordAt, firstContactAt, cases, ratings }: SegmentFacts, now: number): Life {
  const made = purchases.filter(({ at }) => at === null || at <= now);
  const dates = made.flatMap(({ at }) => at ?? []).toSorted((a, b) => a - b);
  const signs = [lastWordAt, firstContactAt, dates.at(-1)].filter((at) => at !== null && at !== undefined);
  return {
    bought: made.length,
    value: made.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
    dates,
    lastSign: signs.length === 0 ? null : Math.max(...signs),
    complains: cases.some(({ topic, status }) => topic === 'complaint' && !isDone(status)),
    lastRating: ratings.toSorted((a, b) => a.at - b.at).at(-1)?.score ?? null,
  };
}

function next(from: Segment, life: Life, now: number, thresholds: SegmentThresholds): SegmentSuggestion | null {
  switch (from) {
    case 'prospect':
      return life.bought === 0 ? null : { to: 'new', why: { rule: 'first-purchase', at: life.dates[0] ?? null } };
    case 'new':
      return settled(life, now, thresholds);
    case 'current':
      return gone(life, now, thresholds) ?? loyal(life, now, thresholds);
    case 'loyal':
      return gone(life, now, thresholds);
    case 'former':
      return cameBack(life, now, thresholds);
  }
}

const daysSince = (at: number, now: number): number => Math.floor((now - at) / DAY);

function settled({ bought, dates }: Life, now: number, { newDays }: SegmentThresholds): SegmentSuggestion | null {
  if (bought >= 2) return { to: 'current', why: { rule: 'bought-again', purchases: bought } };
  const [first] = dates;
  const days = first === undefined ? 0 : daysSince(first, now);
  return days >= newDays ? { to: 'current', why: { rule: 'time-since-first', days } } : null;
}

function loyal(life: Life, now: number, thresholds: SegmentThresholds): SegmentSuggestion | null {
  const { loyalPurchases, loyalDays, loyalValue, loyalRating } = thresholds;
  if (life.complains || (life.lastRating !== null && life.lastRating < loyalRating)) return null;
  const purchases = life.dates.filter((at) => now - at <= loyalDays * DAY).length;
  if (purchases >= loyalPurchases)
    return { to: 'loyal', why: { rule: 'often-bought', purchases, withinDays: loyalDays } };
  return loyalValue !== null && life.value > loyalValue
    ? { to: 'loyal', why: { rule: 'value', value: life.value, over: loyalValue } }
    : null;
}

function gone({ lastSign }: Life, now: number, { formerDays }: SegmentThresholds): SegmentSuggestion | null {
  const days = lastSign === null ? 0 : daysSince(lastSign, now);
  return days >= formerDays ? { to: 'former', why: { rule: 'silent', days } } : null;
}

function cameBack({ dates }: Life, now: number, { formerDays }: SegmentThresholds): SegmentSuggestion | null {
  const last = dates.at(-1);
  return last !== undefined && daysSince(last, now) < formerDays
    ? { to: 'current', why: { rule: 'came-back', at: last } }
    : null;
}
