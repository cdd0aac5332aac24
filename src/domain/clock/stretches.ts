import { isSnoozed } from '../case.ts';
import type { CaseCourse, CaseState } from './case-states.ts';

/** What of the case itself stops a clock. `solved` is closed too. */
export type Paused = 'pending' | 'hold' | 'solved' | 'snooze';

/** Moments [from, to) of one clock; `paused` null: the case lets it run. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly paused: Paused | null;
}

/** How the case stood between two moments, by what `pauses` says of its state; stretches follow without gaps. */
export function stretchesOf(
  { history, before, after }: CaseCourse,
  from: number,
  to: number,
  pauses: (state: CaseState, snoozed: boolean) => Paused | null,
): Stretch[] {
  const stretches: Stretch[] = [];
  const add = (start: number, end: number, paused: Paused | null): void => {
    const stretch = { from: Math.max(start, from), to: Math.min(end, to), paused };
    const last = stretches.at(-1);
    if (stretch.from >= stretch.to) return;
    if (last?.paused === paused) stretches.splice(-1, 1, { ...last, to: stretch.to });
    else stretches.push(stretch);
  };
  const states = [before, ...after];
  for (const [index, state] of states.entries()) {
    const start = history[index - 1]?.at ?? Number.NEGATIVE_INFINITY;
    const end = history[index]?.at ?? to;
    const wakes = isSnoozed(state.snooze, start) ? Math.min(state.snooze?.until ?? end, end) : start;
    add(start, wakes, pauses(state, true));
    add(wakes, end, pauses(state, false));
  }
  return stretches;
}
