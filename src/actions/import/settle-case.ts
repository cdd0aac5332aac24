import { standing, waitingSince } from '../../domain/standing.ts';
import { getCase, updateCase } from '../../store/cases.ts';
import { spokenIn } from '../../store/entries.ts';
import type { Store } from '../../store/open.ts';
import type { Writing } from '../../store/writing.ts';
import type { Filing } from './filing.ts';

/** How far a case had come before an import: its newest entry by id, and the date of the customer's newest word. */
export interface StateBefore {
  readonly lastId: number;
  readonly lastAt: number;
}

export function stateOf(store: Store, number: number): StateBefore {
  const entries = spokenIn(store, number);
  return {
    lastId: entries.reduce((last, entry) => Math.max(last, entry.id), 0),
    lastAt: entries
      .filter((entry) => entry.party === 'customer' && !entry.thanks)
      .reduce((last, entry) => Math.max(last, entry.at ?? Number.NEGATIVE_INFINITY), Number.NEGATIVE_INFINITY),
  };
}

/** Works out whose turn it is after mails came in. What an agent has decided stays, unless the customer wrote since. */
export function settleCase(writing: Writing, filing: Filing, number: number, before: StateBefore): void {
  const now = getCase(writing.store, number);
  if (now.touchedAt !== null) {
    noteNews(writing, number, before);
    return;
  }
  const entries = spokenIn(writing.store, number);
  const stands = standing(entries, filing.solvedBefore);
  const createdAt = entries.find((entry) => entry.at !== null)?.at ?? null;
  const unread = stands.status !== 'solved' && stands.status !== 'pending';
  updateCase(writing, now, { ...stands, createdAt, updatedAt: newest(entries, now.updatedAt), unread });
}

/** What came in changes nobody's turn: spam. */
export function noteDate(writing: Writing, number: number): void {
  const now = getCase(writing.store, number);
  updateCase(writing, now, { updatedAt: newest(spokenIn(writing.store, number), now.updatedAt) });
}

/**
 * New words of the customer bring a case back, also when they cross something we did here: what came in now was not
 * known then. Only an imported mail of ours that follows them has answered them; words older than what the agent knew of
 * the customer change nothing, nor do bare thanks.
 */
export function noteNews(writing: Writing, number: number, before: StateBefore): void {
  const now = getCase(writing.store, number);
  const entries = spokenIn(writing.store, number);
  const updatedAt = newest(entries, now.updatedAt);
  const lastOfOurs = entries.findLastIndex(
    (entry) => entry.party === 'agent' && entry.type !== 'note' && entry.id > before.lastId,
  );
  const news = entries.find(
    (entry, index) =>
      index > lastOfOurs &&
      entry.id > before.lastId &&
      entry.party === 'customer' &&
      entry.type !== 'note' &&
      entry.automatic === null &&
      !entry.thanks &&
      (entry.at === null || entry.at > before.lastAt),
  );
  if (news === undefined) {
    updateCase(writing, now, { updatedAt });
    return;
  }
  const status = now.status === 'new' ? 'new' : 'open';
  const wakes = now.snooze !== null && now.snooze.mode !== 'firm';
  updateCase(writing, now, {
    status,
    waitingSince: waitingSince(entries) ?? news.at,
    solvedAt: null,
    unread: true,
    updatedAt,
    ...(wakes ? { snooze: null } : {}),
  });
}

const newest = (entries: readonly { readonly at: number | null }[], last: number | null): number | null =>
  entries.reduce<number | null>((at, entry) => (entry.at === null ? at : Math.max(at ?? entry.at, entry.at)), last);
