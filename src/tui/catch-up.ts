import { isBehind, isDueBehind, workOutSome } from '../actions/clocks.ts';
import { expected } from '../actions/expected.ts';
import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { wordsFor } from '../i18n/index.ts';
import type { Send } from './perform.ts';

/** ms of work between two keys, and of room for them after it: a key waits for no more than a slice. */
const SLICE_MS = 6;
const PAUSE_MS = 20;

/**
 * Works out what is due in every case after hours or targets have changed, here or in another window, and how ledgers
 * stand, in slices between the keys; of the latter, which no list is ordered by, nothing is said. Where another program
 * writes, the next look at the clock tries again.
 */
export function createCatchUp(context: Context, after: (ms: number, work: () => void) => void): (send: Send) => void {
  let running = false;
  // the bar may be telling of other work: what this did not say it does not take back
  let told = false;

  function step(send: Send): void {
    running = workOut();
    if (running) after(PAUSE_MS, () => step(send));
    else {
      if (told) send({ type: 'working', text: null });
      told = false;
      send({ type: 'store-changed' });
    }
  }

  function workOut(): boolean {
    try {
      return workOutSome(context, SLICE_MS);
    } catch (caught) {
      const error = expected(caught);
      if (error instanceof DeskError) return false;
      throw error;
    }
  }

  return (send) => {
    if (running || !isBehind(context)) return;
    const seen = isDueBehind(context);
    step(send);
    if (!running || !seen) return;
    told = true;
    send({ type: 'working', text: wordsFor(context.locale).due.workingOut });
  };
}
