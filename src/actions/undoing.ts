import type { DoneAction } from '../store/history.ts';
import { workedOnSince } from '../store/linked-cases.ts';
import type { Store } from '../store/open.ts';

export interface Undone {
  /** the action that was taken back (or brought back) */
  readonly target: DoneAction;
  /** cases that stay as they are: somebody has worked on them since, or on one they belong with */
  readonly kept: number[];
  /** those of them that nobody has worked on */
  readonly tied: number[];
  /** the action that this was: undoing it is redo */
  readonly action: number;
}

/** An undo or a redo on its way, in steps that hold the store shortly, so that keys and other programs have their turn. */
export interface Undoing {
  /** the action that is taken back */
  readonly target: DoneAction;
  /** how many cases have been gone through, and of how many */
  readonly progress: () => { readonly done: number; readonly of: number };
  /**
   * Does a piece; what came of the whole, once that is done. Throws `busy`, after which it may be called again, and
   * `undo-blocked`.
   */
  readonly step: () => Undone | null;
}

/** What stays of a bulk action, in order of number. */
export function whatStays(
  store: Store,
  family: readonly number[],
  keep: ReadonlySet<number>,
): Pick<Undone, 'kept' | 'tied'> {
  const kept = [...keep].sort((a, b) => a - b);
  const worked = kept.length === 0 ? new Set() : workedOnSince(store, family);
  return { kept, tied: kept.filter((number) => !worked.has(number)) };
}

/** Does all that is left, in one go. */
export function finish(undoing: Undoing): Undone {
  for (;;) {
    const undone = undoing.step();
    if (undone !== null) return undone;
  }
}

/** An undo that is one short step. */
export const inOneStep = (target: DoneAction, step: () => Undone): Undoing => ({
  target,
  progress: () => ({ done: 0, of: 1 }),
  step,
});
