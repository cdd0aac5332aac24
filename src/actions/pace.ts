/** A writer holds the lock at most this long (ms); a single piece of work that takes longer is written whole all the same. */
const SLICE_MS = 12;

/** How much work goes into one short transaction, learnt from those before it. */
export interface Pace {
  /** Runs one transaction. It asks `goesOn` after each piece of work: false when the time of this one is used up. */
  readonly slice: <Result>(transaction: (goesOn: () => boolean) => Result) => Result;
}

/** The share of a transaction that is the work itself is learnt; the rest is index and commit. */
export function createPace(): Pace {
  let factor = 4;
  return {
    slice: (transaction) => {
      const started = performance.now();
      let worked = started;
      const result = transaction(() => {
        worked = performance.now();
        return (worked - started) * factor < SLICE_MS;
      });
      const share = (performance.now() - started) / Math.max(worked - started, 0.1);
      factor = Math.min(Math.max(0.7 * factor + 0.3 * share, 1), 20);
      return result;
    },
  };
}
