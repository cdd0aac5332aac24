import { isDone, type Status } from '../case.ts';
import type { Commitment } from '../commitment.ts';
import type { Clock, Clocks } from './clocks.ts';
import { CLOCKS, type ClockKind, type Pause } from './targets.ts';

/** What has a date of its own: what we have to do, what was promised, and the answer that a department owes us. */
export interface Dated {
  readonly kind: Commitment['kind'] | 'handoff';
  /** ms */
  readonly at: number;
}

export type DueWhat = ClockKind | Dated['kind'];

/** What of a case is due next: the nearest of its clocks, follow-ups, promises and answers of departments. `at` in ms. */
export interface Due {
  readonly at: number;
  readonly what: DueWhat;
}

/** When an open clock is used up if nothing more happens but waking; null: it stands, or has ended. */
export const clockDueAt = (clock: Clock): number | null =>
  clock.metAt !== null ? null : clock.onWaking === null ? clock.dueAt : clock.onWaking.dueAt;

/**
 * The clocks that ask something of us now: none of a case that is done, nor those that stand while it is the customer's or a
 * department's turn, also where one was used up before that.
 */
export function askingClocks(clocks: Clocks, status: Status, pausedBy: ReadonlySet<Pause>): Clocks {
  if (isDone(status) || (status === 'hold' && pausedBy.has('hold'))) return {};
  const { next } = clocks;
  if (status !== 'pending' || !pausedBy.has('pending')) return clocks;
  return next === undefined ? {} : { next };
}

/** The nearest of all that is still to be done; of two at one moment what the customer was told comes first. */
export function dueOf(clocks: Clocks, dated: readonly Dated[]): Due | null {
  const all: Due[] = dated.map(({ kind, at }) => ({ what: kind, at }));
  all.sort((one, other) => Number(other.what === 'promise') - Number(one.what === 'promise'));
  for (const what of CLOCKS) {
    const clock = clocks[what];
    const at = clock === undefined ? null : clockDueAt(clock);
    if (at !== null) all.push({ what, at });
  }
  return all.reduce<Due | null>((nearest, due) => (nearest === null || due.at < nearest.at ? due : nearest), null);
}
