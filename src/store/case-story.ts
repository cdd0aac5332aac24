import { type Case, isDone, MOODS, STATUSES } from '../domain/case.ts';
import type { CaseStory, StoryWord } from '../domain/ledger/facts.ts';
import type { HistoryEvent } from './case-history.ts';
import { breachesAhead, breachesAt, type ClockFacts } from './due.ts';
import { spokenOf } from './entries.ts';
import type { Store } from './open.ts';

/** Which breaches of targets are told: those that were, or also those that will be if nothing more happens. */
export type Breaches = 'until now' | 'and to come';

/** What the ledger reads of a case, as it is known at `now` (ms). */
export function storyOf(store: Store, found: Case, now: number, known: ClockFacts, breaches: Breaches): CaseStory {
  const { number, topic } = found;
  const { history } = known;
  const words = spokenOf(history);
  const rows = history.events.filter(({ field }) => field === 'created' || field === 'status' || field === 'mood');
  return {
    ...{ number, topic, words },
    statuses: statusesOf(found, rows, words),
    moods: moodsOf(found, rows, words),
    ratings: history.ratings.map(({ at, score }) => ({ at, score })),
    breaches: [
      ...breachesAt(store, found, now, known),
      ...(breaches === 'and to come' ? breachesAhead(store, found, now, known) : []),
    ],
  };
}

/** An event without a time counts at the one before it; where they do not lead to how the case stands, that is right. */
function statusesOf(found: Case, rows: readonly HistoryEvent[], words: readonly StoryWord[]): CaseStory['statuses'] {
  const statuses: { at: number; to: Case['status'] }[] = [];
  let last = found.createdAt ?? 0;
  for (const row of rows) {
    last = row.at ?? last;
    const to = STATUSES.find((one) => one === row.new);
    if (row.field === 'mood' || to === undefined) continue;
    // who brought it as solved knew its end: it was solved by then, not when it began
    const at = row.field === 'created' && isDone(to) ? Math.max(last, found.solvedAt ?? lastWord(words) ?? last) : last;
    statuses.push({ at, to });
  }
  if (statuses.at(-1)?.to !== found.status)
    statuses.push({ at: Math.max(last, (isDone(found.status) ? found.solvedAt : null) ?? last), to: found.status });
  return statuses;
}

const lastWord = (words: readonly StoryWord[]): number | null =>
  words.reduce<number | null>((latest, { at }) => (at === null ? latest : Math.max(at, latest ?? at)), null);

function moodsOf(found: Case, rows: readonly HistoryEvent[], words: readonly StoryWord[]): CaseStory['moods'] {
  const moods: { at: number; to: Case['mood'] }[] = [];
  let last = found.createdAt ?? words.find(({ at }) => at !== null)?.at ?? 0;
  for (const row of rows) {
    last = row.at ?? last;
    if (row.field === 'mood') moods.push({ at: last, to: MOODS.find((one) => one === row.new) ?? null });
  }
  // an import knows a mood, but not since when
  const begun = rows.length === 0 || moods.length === 0 ? (found.createdAt ?? last) : last;
  if ((moods.at(-1)?.to ?? null) !== found.mood) moods.push({ at: begun, to: found.mood });
  return moods;
}
