import type { Mood, Status, Topic } from '../case.ts';
import type { ClockKind } from '../clock/targets.ts';
import type { Commitment } from '../commitment.ts';
import type { Score } from '../rating.ts';
import type { Spoken } from '../standing.ts';

/** One entry of a case's timeline, of any party. */
export type StoryWord = Spoken & { readonly id: number };

/** What the ledger reads of a case; those that were merged away are a part of the case they went to. Times are ms. */
export interface CaseStory {
  readonly number: number;
  readonly topic: Topic | null;
  /** in the order of the timeline */
  readonly words: readonly StoryWord[];
  /** what its status became and when, without what was undone; a case that an import brought as solved says so here */
  readonly statuses: readonly { readonly at: number; readonly to: Status }[];
  readonly moods: readonly { readonly at: number; readonly to: Mood | null }[];
  readonly ratings: readonly { readonly at: number; readonly score: Score }[];
  /** when clocks of its rounds were used up before the answer (`Clock.dueAt` where breached) */
  readonly breaches: readonly { readonly clock: Exclude<ClockKind, 'resolution'>; readonly breachedAt: number }[];
}

export type PromiseFact = Pick<Commitment, 'id' | 'case' | 'at' | 'doneAt' | 'droppedAt' | 'missedAt'>;

/** What a customer answered to an option of a playbook; `option` is the name of the step. */
export interface OptionAnswer {
  readonly at: number;
  readonly case: number;
  readonly option: string;
  readonly answer: 'taken' | 'refused';
}

/** All that the ledger of a customer is derived from. */
export interface CustomerFacts {
  readonly cases: readonly CaseStory[];
  readonly promises: readonly PromiseFact[];
  readonly options: readonly OptionAnswer[];
}

/** The facts as they were known at `now`. */
export function knownAt({ cases, promises, options }: CustomerFacts, now: number): CustomerFacts {
  const happened = ({ at }: { readonly at: number }): boolean => at <= now;
  const known = (at: number | null): number | null => (at !== null && at <= now ? at : null);
  return {
    cases: cases.map((story) => ({
      ...story,
      words: wordsUntil(story.words, now),
      statuses: story.statuses.filter(happened),
      moods: story.moods.filter(happened),
      ratings: story.ratings.filter(happened),
      breaches: story.breaches.filter(({ breachedAt }) => breachedAt <= now),
    })),
    promises: promises.map((promise) => ({
      ...promise,
      doneAt: known(promise.doneAt),
      droppedAt: known(promise.droppedAt),
      missedAt: known(promise.missedAt),
    })),
    options: options.filter(happened),
  };
}

/** An undated word was said after those before it in the timeline; it tells who answered whom, though not when. */
function wordsUntil(words: readonly StoryWord[], now: number): StoryWord[] {
  const later = words.findIndex(({ at }) => at !== null && at > now);
  return words.filter(({ at }, index) => (at === null ? later < 0 || index < later : at <= now));
}

/** In the order of time; what is of one moment stays in the order in which it was given. */
export const inOrder = <One extends { readonly at: number }>(all: readonly One[]): One[] =>
  all.toSorted((one, other) => one.at - other.at);
