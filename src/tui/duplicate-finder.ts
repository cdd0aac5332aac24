import { type DuplicatePair, type DuplicatesFound, findDuplicates } from '../actions/duplicates.ts';
import type { Context } from '../context.ts';

/** ms of work between two keys. */
const SLICE_MS = 6;

/** Looks for customers who may be one person, a slice each time that it is called; `anew`: from the beginning. */
export function createDuplicateFinder(context: Context): (anew: boolean) => DuplicatesFound {
  let search = findDuplicates(context);
  return (anew) => {
    if (anew) search = findDuplicates(context);
    const until = performance.now() + SLICE_MS;
    const found: DuplicatePair[] = [];
    for (;;) {
      const { value, done } = search.next();
      if (value === undefined) return { done: 1, found };
      found.push(...value.found);
      if (done === true || performance.now() >= until) return { done: value.done, found };
    }
  };
}
