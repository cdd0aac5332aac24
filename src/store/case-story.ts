import { type Case, isDone, MOODS, STATUSES } from '../domain/case.ts';
import type { CaseStory, StoryWord } from '../domain/ledger/facts.ts';
import type { Score } from '../domain/rating.ts';
import { breachesAhead, breachesAt } from './due.ts';
import { spokenIn } from './entries.ts';
import { FAMILY } from './merges.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

interface EventRow {
  at: number | null;
  field: 'created' | 'status' | 'mood';
  new: string | null;
}

/** What was taken back has never been; a bulk change may have been taken back but for some cases. */
const EVENTS = `SELECT e.at, e.field, e.new FROM events e JOIN actions a ON a.id = e.action
  WHERE e.case_number = ? AND e.field IN ('created', 'status', 'mood')
    AND (a.undone_by IS NULL OR EXISTS (
      SELECT 1 FROM actions u, json_each(u.kept) k WHERE u.id = a.undone_by AND k.value = e.case_number))
  ORDER BY e.id`;

/** Which breaches of targets are told: those that were, or also those that will be if nothing more happens. */
export type Breaches = 'until now' | 'and to come';

/** What the ledger reads of a case, as it is known at `now` (ms). */
export function storyOf(store: Store, found: Case, now: number, breaches: Breaches = 'until now'): CaseStory {
  const { number, topic } = found;
  const words = spokenIn(store, number);
  const rows = prepared<[number], EventRow>(store, EVENTS).all(number);
  return {
    ...{ number, topic, words },
    statuses: statusesOf(found, rows, words),
    moods: moodsOf(found, rows, words),
    ratings: prepared<[number], { at: number; score: Score }>(
      store,
      `${FAMILY} SELECT at, score FROM ratings WHERE case_number IN (SELECT number FROM family) ORDER BY at, id`,
    ).all(number),
    breaches: [
      ...breachesAt(store, found, now),
      ...(breaches === 'and to come' ? breachesAhead(store, found, now) : []),
    ],
  };
}

/** An event without a time counts at the one before it; where they do not lead to how the case stands, that is right. */
function statusesOf(found: Case, rows: readonly EventRow[], words: readonly StoryWord[]): CaseStory['statuses'] {
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

function moodsOf(found: Case, rows: readonly EventRow[], words: readonly StoryWord[]): CaseStory['moods'] {
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
