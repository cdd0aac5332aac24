import { DAY } from '../ledger/rules.ts';
import type { JourneyFacts } from './facts.ts';
import type { JourneyLine } from './line.ts';

/** Days without a word that are worth a line: a third less than what the plans call silence. */
export const SILENT_DAYS = 60;

/**
 * The times in which the customer was not heard of: no word of hers, no call with her, no purchase, no rating. Our own mail
 * ends no silence, as in the plans of care. The last one is told at `now` (ms).
 */
export function silences(facts: JourneyFacts, now: number): JourneyLine[] {
  const heard = contacts(facts).filter((at) => at <= now);
  return heard.flatMap((from, index): JourneyLine[] => {
    const next = heard[index + 1];
    const days = Math.floor(((next ?? now) - from) / DAY);
    if (days < SILENT_DAYS) return [];
    const until = next === undefined ? 'now' : 'word';
    return [{ kind: 'silence', days, until, at: next ?? now, case: null, marks: [] }];
  });
}

/** When the customer was heard of, the oldest first. */
function contacts({ cases, calls, purchases, ratings }: JourneyFacts): number[] {
  const words = cases
    .flatMap(({ story }) => story.words)
    .filter(({ party, automatic, type }) => party === 'customer' && automatic === null && type !== 'note');
  return [...words, ...calls, ...purchases, ...ratings]
    .map(({ at }) => at)
    .filter((at) => at !== null)
    .toSorted((one, other) => one - other);
}
