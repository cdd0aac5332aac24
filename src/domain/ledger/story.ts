import { isDone } from '../case.ts';
import { wordsThatCount } from '../standing.ts';
import { type CaseStory, inOrder, type StoryWord } from './facts.ts';

/** A word whose date is known. */
export type DatedWord = StoryWord & { readonly at: number };

const isDated = (word: StoryWord): word is DatedWord => word.at !== null;

const byCustomer = ({ party }: StoryWord): boolean => party === 'customer';
export const byAgent = ({ party }: StoryWord): boolean => party === 'agent';

/** A word that counts; `notBefore` is its moment, or without one the last known before it in the timeline. */
export type CountingWord = StoryWord & { readonly notBefore: number | null };

/** The words that count: of people, no thanks for an answer. */
export function countingWords({ words }: CaseStory): CountingWord[] {
  let latest: number | null = null;
  const placed = words.map((word): CountingWord => {
    latest = word.at ?? latest;
    return { ...word, notBefore: latest };
  });
  return wordsThatCount(placed);
}

/** The dated words of the customer that count. */
export const customerWords = (story: CaseStory): DatedWord[] =>
  wordsThatCount(story.words).filter(byCustomer).filter(isDated);

/** The customer's words in a row, until they were answered. */
export interface Round {
  /** the oldest dated one */
  readonly asked: DatedWord;
  /** when they were answered, or not before when; null: not yet */
  readonly until: number | null;
  /** Had we said nothing before? */
  readonly isFirst: boolean;
}

/** The rounds of a conversation in which somebody waited (help-desks.md 4, "Next reply time": one clock from the first). */
export function roundsOf(story: CaseStory): Round[] {
  const rounds: Round[] = [];
  let asked: DatedWord | null = null;
  let isFirst = true;
  for (const word of countingWords(story)) {
    if (byAgent(word)) {
      if (asked !== null) rounds.push({ asked, until: word.notBefore, isFirst });
      asked = null;
      isFirst = false;
    } else if (isDated(word)) asked ??= word;
  }
  return asked === null ? rounds : [...rounds, { asked, until: null, isFirst }];
}

/** A time in which nothing was left to do in a case: solved, then perhaps closed; `to` null: still. */
export interface DoneStretch {
  readonly from: number;
  readonly to: number | null;
}

export function doneStretches({ statuses }: CaseStory): DoneStretch[] {
  const stretches: DoneStretch[] = [];
  let from: number | null = null;
  for (const { at, to } of inOrder(statuses)) {
    if (isDone(to)) from ??= at;
    else {
      if (from !== null) stretches.push({ from, to: at });
      from = null;
    }
  }
  return from === null ? stretches : [...stretches, { from, to: null }];
}
