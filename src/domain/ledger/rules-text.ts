import { DEFAULT_LEDGER_RULES, type LedgerRules, MARK_RULES, type MarkRule } from './rules.ts';

type Measure = Exclude<keyof LedgerRules, 'weights'>;

/** What a number of the text may be. */
interface Allowed {
  readonly least: number;
  readonly most: number;
  readonly decimals: 0 | 2;
}

const MEASURES: readonly (Allowed & { readonly key: Measure; readonly name: string })[] = [
  { key: 'windowDays', name: 'window-days', least: 1, most: 36_500, decimals: 0 },
  { key: 'strikesToLeave', name: 'strikes', least: 2, most: 100, decimals: 0 },
  { key: 'ratio', name: 'ratio', least: 0, most: 1000, decimals: 2 },
  { key: 'waitDays', name: 'wait-days', least: 1, most: 365, decimals: 0 },
  { key: 'reopenDays', name: 'reopen-days', least: 0, most: 365, decimals: 0 },
  { key: 'contactDays', name: 'contact-days', least: 1, most: 365, decimals: 0 },
];
const WEIGHT: Allowed = { least: 0, most: 100, decimals: 2 };

/** Every name that can be set, in the order in which it is written. */
export const LEDGER_RULE_NAMES: readonly string[] = [...MARK_RULES, ...MEASURES.map(({ name }) => name)];

/** What is wrong with a word of the text; `least` and `most` are what its number may be. */
export type LedgerRulesProblem =
  | { readonly why: 'unknown' | 'twice' | 'no-number'; readonly word: string }
  | ({ readonly why: 'not-allowed'; readonly word: string } & Allowed);

export type ReadLedgerRules =
  | { readonly ok: true; readonly rules: LedgerRules }
  | { readonly ok: false; readonly problems: readonly LedgerRulesProblem[] };

/**
 * Reads rules as the configuration writes them: `late-first=1 rating-low=2.5 window-days=365 ratio=12`. What is not
 * named is as by default.
 */
export function readLedgerRules(text: string): ReadLedgerRules {
  const { weights: byDefault, ...measures } = DEFAULT_LEDGER_RULES;
  const weights: Record<MarkRule, number> = { ...byDefault };
  const set: Record<Measure, number> = measures;
  const problems: LedgerRulesProblem[] = [];
  const seen = new Set<string>();
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const [name = '', written = ''] = word.split(/=(.*)/s);
    const rule = MARK_RULES.find((one) => one === name);
    const measure = MEASURES.find((one) => one.name === name);
    const allowed = measure ?? WEIGHT;
    const problem = rule === undefined && measure === undefined ? 'unknown' : seen.has(name) ? 'twice' : null;
    const value = problem === null ? numberOf(written, allowed) : 0;
    seen.add(name);
    if (problem !== null || value === null) problems.push({ why: problem ?? 'no-number', word });
    else if (value === 'not-allowed') {
      const { least, most, decimals } = allowed;
      problems.push({ why: value, word, least, most, decimals });
    } else if (rule !== undefined) weights[rule] = value;
    else if (measure !== undefined) set[measure.key] = value;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rules: { weights, ...set } };
}

/** The number that is written; null: none is. */
function numberOf(written: string, { least, most, decimals }: Allowed): number | 'not-allowed' | null {
  const match = /^-?\d+(?:\.(\d+))?$/.exec(written);
  if (match === null) return null;
  const value = Number(written);
  return (match[1]?.length ?? 0) > decimals || !(value >= least && value <= most) ? 'not-allowed' : value;
}

/** Writes all of the rules, so that `readLedgerRules` gives them back. */
export function writeLedgerRules(rules: LedgerRules): string {
  const weights = MARK_RULES.map((rule) => `${rule}=${rules.weights[rule]}`);
  return [...weights, ...MEASURES.map(({ key, name }) => `${name}=${rules[key]}`)].join(' ');
}
