import type { CaseStory } from './facts.ts';
import { counts, type Sign, signIn } from './mark.ts';
import { DAY, type LedgerRules } from './rules.ts';
import { type DoneStretch, doneStretches, type Round, roundsOf } from './story.ts';

/**
 * Late answers and long waits. One wait is one experience: of a round the first sign counts, so that an answer a week
 * late is not two strikes.
 */
export function waitSigns(story: CaseStory, now: number, rules: LedgerRules): Sign[] {
  const done = doneStretches(story);
  return roundsOf(story).flatMap((round) => {
    const signs = [lateSign(story, round), longSign(story, round, done, now, rules.waitDays)]
      .filter((sign) => sign !== null)
      .filter(({ rule }) => counts(rules, rule));
    return signs.toSorted((one, other) => one.at - other.at).slice(0, 1);
  });
}

/** The clock of that round was used up while the customer waited; where we wrote first, nobody waits for a first answer. */
function lateSign(story: CaseStory, { asked, until, isFirst }: Round): Sign | null {
  const waitsAt = (at: number): boolean => asked.at <= at && (until === null || until > at);
  const breaches = story.breaches
    .filter(({ clock, breachedAt }) => (clock === 'first') === isFirst && waitsAt(breachedAt))
    .map(({ breachedAt }) => breachedAt);
  if (breaches.length === 0) return null;
  return signIn(isFirst ? 'late-first' : 'late-next', story, Math.min(...breaches), asked.id, asked.id);
}

/** When more than that many days were gone before the answer; nobody waits while the case is done. */
function longSign(
  story: CaseStory,
  { asked, until }: Round,
  done: readonly DoneStretch[],
  now: number,
  days: number,
): Sign | null {
  const end = until ?? now;
  let [from, left] = [asked.at, days * DAY];
  for (const stretch of [...done, { from: end, to: end }]) {
    const waited = Math.min(stretch.from, end) - from;
    if (waited > left) return signIn('waited-long', story, from + left, asked.id, asked.id);
    left -= Math.max(waited, 0);
    from = Math.max(from, stretch.to ?? end);
  }
  return null;
}
