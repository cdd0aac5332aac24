import { isDone, type Priority, type Snooze, type Status } from '../case.ts';
import { type Spoken, wordsThatCount } from '../standing.ts';
import type { Happened } from './history.ts';

/** What of a case decides over its clocks. */
export interface CaseState {
  readonly status: Status;
  readonly priority: Priority;
  /** the name of its schedule */
  readonly schedule: string;
  readonly snooze: Snooze | null;
}

/** A word of the conversation that counts, and its place in the history. */
export interface Word {
  readonly at: number;
  readonly by: 'customer' | 'agent';
  readonly index: number;
}

/** A case from its beginning: `after[i]` is its state right after `history[i]`. */
export interface CaseCourse {
  readonly history: readonly Happened[];
  readonly words: readonly Word[];
  readonly before: CaseState;
  readonly after: readonly CaseState[];
}

export const isOver = ({ status }: CaseState): boolean => isDone(status);

/**
 * Follows a case through its history. A word of the customer ends a snooze unless it is firm; one with a date also ends by
 * the clock, which is asked and not written (`isSnoozed`).
 */
export function courseOf(history: readonly Happened[], before: CaseState): CaseCourse {
  const words = wordsOf(history);
  const fromCustomer = new Set(words.filter(({ by }) => by === 'customer').map(({ index }) => index));
  const after: CaseState[] = [];
  let state = before;
  for (const [index, event] of history.entries()) {
    if (event.type === 'status') state = { ...state, status: event.to };
    if (event.type === 'priority') state = { ...state, priority: event.to };
    if (event.type === 'schedule') state = { ...state, schedule: event.to };
    if (event.type === 'snooze') state = { ...state, snooze: event.to };
    if (fromCustomer.has(index) && state.snooze?.mode !== 'firm') state = { ...state, snooze: null };
    after.push(state);
  }
  return { history, words, before, after };
}

export const lastState = ({ after, before }: CaseCourse): CaseState => after.at(-1) ?? before;

/** Public messages and calls of people (help-desks.md 4, "First reply time": no notes, no auto-replies, but calls). */
function wordsOf(history: readonly Happened[]): Word[] {
  const spoken = history.flatMap((event, index): (Spoken & { at: number; index: number })[] =>
    event.type === 'entry' ? [{ ...event.entry, at: event.at, index }] : [],
  );
  return wordsThatCount(spoken).map(({ at, party, index }) => ({
    ...{ at, index },
    by: party === 'agent' ? 'agent' : 'customer',
  }));
}
