import type { DoneAction } from '../store/history.ts';

export interface Undone {
  /** the action that was taken back (or brought back) */
  readonly target: DoneAction;
  /** cases that stay as they are because somebody has worked on them since */
  readonly kept: number[];
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
