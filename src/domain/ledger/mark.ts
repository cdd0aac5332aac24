import { GOOD_RULES, type GoodRule, type LedgerRules, type MarkRule, type PoorRule } from './rules.ts';

interface Source {
  /** when it happened, ms */
  readonly at: number;
  readonly case: number | null;
  /** the entry it comes from */
  readonly entry: number | null;
  /** the promise it comes from */
  readonly commitment: number | null;
}

/** What a rule found. */
export interface Sign extends Source {
  readonly rule: MarkRule;
  /** what tells it from others of its rule in its case; null: a case has at most one */
  readonly what: string | number | null;
}

/** One good or poor experience of a customer, derived from facts and never stored. */
export type Mark = Source &
  ({ readonly sort: 'poor'; readonly rule: PoorRule } | { readonly sort: 'good'; readonly rule: GoodRule }) & {
    readonly weight: number;
    /**
     * `rule:case:what`, by which it is overruled; stays the same while what it comes from does. `what` is an entry, a
     * commitment, the name of an option, or a moment in ms.
     */
    readonly key: string;
  };

const isGood = (rule: MarkRule): rule is GoodRule => GOOD_RULES.some((one) => one === rule);

/** Is the rule in use? */
export const counts = (rules: LedgerRules, rule: MarkRule): boolean => rules.weights[rule] > 0;

/** The mark that a sign makes by those rules. */
export function markOf({ rule, what, at, case: number, entry, commitment }: Sign, rules: LedgerRules): Mark {
  const key = `${rule}:${number ?? '-'}:${what ?? '-'}`;
  const common = { at, case: number, entry, commitment, weight: rules.weights[rule], key };
  return isGood(rule) ? { rule, sort: 'good', ...common } : { rule, sort: 'poor', ...common };
}

/** A sign in a case, from an entry of it or from the case itself. */
export const signIn = (
  rule: MarkRule,
  story: { readonly number: number },
  at: number,
  entry: number | null,
  what: Sign['what'],
): Sign => ({ rule, at, case: story.number, entry, commitment: null, what });
