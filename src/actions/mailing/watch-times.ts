import { setTimeout as wait } from 'node:timers/promises';

/** All in ms; tests wait shorter. */
export interface Times {
  /** between two looks at the store, for changed accounts and messages that are due */
  readonly look: number;
  /** a server that tells nothing is asked again */
  readonly poll: number;
  /** how long the watch of a process counts that says nothing more; on one machine its end is seen at once */
  readonly lease: number;
  /** before the first new connection after a loss; each further pause is twice as long … */
  readonly firstPause: number;
  /** … up to this */
  readonly longestPause: number;
  /** the queue is looked over also when nothing is due: somebody's fate may have become known */
  readonly sendAnyway: number;
}

export const TIMES: Times = {
  look: 300,
  poll: 120_000,
  lease: 180_000,
  firstPause: 5_000,
  longestPause: 300_000,
  sendAnyway: 60_000,
};

/** Waits so long, or until the signal. */
export const rest = (ms: number, signal: AbortSignal): Promise<unknown> =>
  wait(ms, null, { signal }).catch(() => undefined);

/** Pauses that grow, and begin anew after something went well. */
export function growingPause({ firstPause, longestPause }: Times): { next: () => number; reset: () => void } {
  let pause = firstPause;
  return {
    next: () => {
      const now = pause;
      pause = Math.min(pause * 2, longestPause);
      return now;
    },
    reset: () => {
      pause = firstPause;
    },
  };
}
