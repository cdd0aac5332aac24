import { clean } from '../text/clean.ts';
import { truncate } from '../text/width.ts';
import type { Session } from './command.ts';

/** One line that says how far something is. */
export interface Progress {
  readonly show: (sentence: () => string) => void;
  /** takes the line away */
  readonly clear: () => void;
}

const EVERY_MS = 100;
const BACK_AND_CLEAR = '\r\u001b[K';

/** A line on stderr that is written over, only where stderr is a terminal. */
export function createProgress({ io, globals }: Session): Progress {
  if (!io.errIsTerminal || globals.json) return { show: () => undefined, clear: () => undefined };
  let shownAt = Number.NEGATIVE_INFINITY;
  let shown = false;
  return {
    show: (sentence) => {
      const at = performance.now();
      if (at - shownAt < EVERY_MS) return;
      shownAt = at;
      shown = true;
      io.err(`${BACK_AND_CLEAR}${truncate(clean(sentence(), 'line'), io.columns - 1)}`);
    },
    clear: () => {
      if (shown) io.err(BACK_AND_CLEAR);
      shown = false;
      shownAt = Number.NEGATIVE_INFINITY;
    },
  };
}
