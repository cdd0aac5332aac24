import { type DuplicatePair, type DuplicatesFound, findDuplicates } from '../actions/duplicates.ts';
import type { Context } from '../context.ts';

/** A slice of a search; each search has a number of its own. */
export interface SearchSlice extends DuplicatesFound {
  readonly search: number;
}

/** ms of work between two keys. */
const SLICE_MS = 6;

/**
 * Looks for customers who may be one person, a slice each time that it is called. It goes on with the search of this
 * number if that was the last; else it begins a new one, as it does for null.
 */
export function createDuplicateFinder(context: Context): (wanted: number | null) => SearchSlice {
  let search = 0;
  let steps = findDuplicates(context);
  return (wanted) => {
    if (wanted !== search) {
      search += 1;
      steps = findDuplicates(context);
    }
    const until = performance.now() + SLICE_MS;
    const found: DuplicatePair[] = [];
    for (;;) {
      const { value, done } = steps.next();
      if (value === undefined) return { search, done: 1, found };
      found.push(...value.found);
      if (done === true || performance.now() >= until) return { search, done: value.done, found };
    }
  };
}
