import { PROMISED_MINUTE } from '../commitment.ts';
import type { CustomerFacts } from './facts.ts';
import { type LedgerMark, ledgerOf, type Override } from './ledger.ts';
import { DAY, type LedgerRules, type MarkRule } from './rules.ts';

/** How a ledger stands from one moment to another (ms, without the last one) if nothing more happens. */
export interface Standing {
  readonly from: number;
  readonly to: number;
  readonly strikes: number;
  /** sums of the weights that count */
  readonly poor: number;
  readonly good: number;
  readonly atRisk: boolean;
}

/** Later than anything; a time that can still be added to. */
const EVER = 8_640_000_000_000_000;

/**
 * How the ledger stands at `now` and, if nothing more happens, ever after: what is not answered will be late, strikes grow
 * old. `facts` hold the breaches that are to come beside those that were. A ledger that stands empty has no part in it.
 */
export function standingsOf(
  facts: CustomerFacts,
  overrides: readonly Override[],
  rules: LedgerRules,
  now: number,
): Standing[] {
  const { marks } = ledgerOf(facts, overrides, rules, EVER);
  const turns = marks.flatMap((mark) => turnsOf(mark, rules)).toSorted((one, other) => one.at - other.at);
  const standings: Standing[] = [];
  let [strikes, poor, good] = [0, 0, 0];
  for (const [index, turn] of turns.entries()) {
    strikes += turn.strikes;
    poor += turn.poor;
    good += turn.good;
    const to = turns[index + 1]?.at ?? EVER;
    if (to <= Math.max(turn.at, now) || (strikes === 0 && poor === 0 && good === 0)) continue;
    const atRisk = strikes >= rules.strikesToLeave - 1;
    standings.push({ from: turn.at, to, strikes, poor: poor / 100, good: good / 100, atRisk });
  }
  return standings;
}

interface Turn {
  readonly at: number;
  readonly strikes: number;
  /** hundredths */
  readonly poor: number;
  readonly good: number;
}

/** When a mark begins to count, and when it is no longer a strike. */
function turnsOf({ rule, sort, at, weight, overruled }: LedgerMark, { windowDays }: LedgerRules): Turn[] {
  if (overruled !== null) return [];
  const sum = Math.round(weight * 100);
  const since = at + (LATER[rule] ?? 0);
  if (sort === 'good') return [{ at: since, strikes: 0, poor: 0, good: sum }];
  return [
    { at: since, strikes: 1, poor: sum, good: 0 },
    { at: at + windowDays * DAY + 1, strikes: -1, poor: 0, good: 0 },
  ];
}

/** At its moment itself nothing is late yet, and the minute that was promised is meant whole; ms. */
const LATER: Readonly<Partial<Record<MarkRule, number>>> = {
  ...{ 'late-first': 1, 'late-next': 1, 'waited-long': 1, 'promise-broken': PROMISED_MINUTE },
};
