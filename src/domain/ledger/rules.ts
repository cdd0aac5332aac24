/** Experiences that drive a customer away. */
export const POOR_RULES = [
  'late-first',
  'late-next',
  'waited-long',
  'reopened',
  'rating-low',
  'complaint',
  'angry',
  'promise-broken',
] as const;
export type PoorRule = (typeof POOR_RULES)[number];

/** Experiences that make one stay. */
export const GOOD_RULES = ['first-contact', 'rating-5', 'rating-4', 'promise-kept', 'option-taken', 'thanks'] as const;
export type GoodRule = (typeof GOOD_RULES)[number];

export const MARK_RULES = [...POOR_RULES, ...GOOD_RULES] as const;
export type MarkRule = PoorRule | GoodRule;

/** How a desk reads its ledgers. Days are of 24 hours. */
export interface LedgerRules {
  /** what a mark counts in the sums, at most two decimals; 0: the rule is off and makes no marks */
  readonly weights: Readonly<Record<MarkRule, number>>;
  /** how long a poor mark is a strike */
  readonly windowDays: number;
  /** with how many strikes a customer is said to leave; at least 2 */
  readonly strikesToLeave: number;
  /** how many good ones make up for one bad, at most two decimals */
  readonly ratio: number;
  /** over how many days a wait is long */
  readonly waitDays: number;
  /** for how long after it was solved the customer can reopen a case */
  readonly reopenDays: number;
  /** how long a customer has to be silent for "solved at first contact" */
  readonly contactDays: number;
}

/**
 * help-desks.md 7.5: three strikes and twelve to one, claims of the field's articles and no law. 4, "FCR": seven days.
 * Reopening counts until a solved case closes (DESIGN 2, "closed").
 */
export const DEFAULT_LEDGER_RULES: LedgerRules = {
  weights: {
    ...{ 'late-first': 1, 'late-next': 1, 'waited-long': 1, reopened: 1 },
    ...{ 'rating-low': 1, complaint: 1, angry: 1, 'promise-broken': 1 },
    ...{ 'first-contact': 1, 'rating-5': 1, 'rating-4': 0.5, 'promise-kept': 1, 'option-taken': 1, thanks: 1 },
  },
  windowDays: 365,
  strikesToLeave: 3,
  ratio: 12,
  waitDays: 3,
  reopenDays: 14,
  contactDays: 7,
};

/** ms */
export const DAY = 86_400_000;
