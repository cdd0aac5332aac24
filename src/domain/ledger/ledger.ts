import { type CustomerFacts, inOrder, knownAt } from './facts.ts';
import { angrySigns, complaintSigns, ratingSigns, thanksSigns } from './feelings.ts';
import { optionSigns, promiseSigns } from './given.ts';
import { counts, type Mark, markOf } from './mark.ts';
import { DAY, type LedgerRules } from './rules.ts';
import { firstContactSigns, reopenedSigns } from './solving.ts';
import { waitSigns } from './waits.ts';

/** An agent's word that a mark does not count; the latest for a key holds. */
export interface Override {
  readonly key: string;
  readonly reason: string;
  /** ms */
  readonly at: number;
}

/** A mark as it stands in the ledger. */
export type LedgerMark = Mark & {
  /** why it does not count; null: it does */
  readonly overruled: { readonly reason: string; readonly at: number } | null;
  /** Is it one of the strikes? */
  readonly strike: boolean;
};

/** How a customer's experiences stand. Every number is that of its marks. */
export interface Ledger {
  /** weights of the marks that count */
  readonly poor: number;
  readonly good: number;
  /** good - ratio x poor */
  readonly balance: number;
  /** poor marks in the window */
  readonly strikes: number;
  /** one more and this customer leaves, or there were enough already */
  readonly atRisk: boolean;
  readonly oneMore: boolean;
  /** the oldest first, with those that were overruled */
  readonly marks: readonly LedgerMark[];
}

/** The marks that follow from what was known at `now`, the oldest first. */
export function marksOf(facts: CustomerFacts, rules: LedgerRules, now: number): Mark[] {
  const { cases, promises, options } = knownAt(facts, now);
  const signs = [
    ...cases.flatMap((story) => [
      ...waitSigns(story, now, rules),
      ...reopenedSigns(story, rules),
      ...firstContactSigns(story, now, rules),
      ...complaintSigns(story),
      ...angrySigns(story),
      ...ratingSigns(story),
      ...thanksSigns(story),
    ]),
    ...promises.flatMap((promise) => promiseSigns(promise, now)),
    ...optionSigns(options),
  ];
  const marks = signs.filter(({ rule }) => counts(rules, rule)).map((sign) => markOf(sign, rules));
  return inOrder(marks.toSorted((one, other) => (one.key < other.key ? -1 : 1)));
}

/** The ledger of a customer at `now` (help-desks.md 7.5). An override that comes later, or of no mark, changes nothing. */
export function ledgerOf(
  facts: CustomerFacts,
  overrides: readonly Override[],
  rules: LedgerRules,
  now: number,
): Ledger {
  const reasons = new Map(
    inOrder(overrides.filter(({ at }) => at <= now)).map(({ key, reason, at }) => [key, { reason, at }]),
  );
  const marks = marksOf(facts, rules, now).map((mark): LedgerMark => {
    const overruled = reasons.get(mark.key) ?? null;
    const isRecent = now - mark.at <= rules.windowDays * DAY;
    return { ...mark, overruled, strike: mark.sort === 'poor' && overruled === null && isRecent };
  });
  const strikes = marks.filter(({ strike }) => strike).length;
  const [poor, good] = [sumOf(marks, 'poor'), sumOf(marks, 'good')];
  return {
    ...{ poor: poor / 100, good: good / 100, strikes, marks },
    balance: balanceOf(good / 100, poor / 100, rules.ratio),
    atRisk: strikes >= rules.strikesToLeave - 1,
    oneMore: strikes === rules.strikesToLeave - 1,
  };
}

/** The good ones, less as many as it takes to make up for the poor ones. */
export const balanceOf = (good: number, poor: number, ratio: number): number =>
  (hundredths(good) * 100 - hundredths(poor) * hundredths(ratio)) / 10_000;

/** In hundredths, so that 0.1 + 0.2 is 0.3. */
const hundredths = (value: number): number => Math.round(value * 100);

const sumOf = (marks: readonly LedgerMark[], sort: Mark['sort']): number =>
  marks
    .filter((mark) => mark.sort === sort && mark.overruled === null)
    .reduce((sum, { weight }) => sum + hundredths(weight), 0);
