import type { Context } from '../context.ts';
import { type DuplicateSuggestion, POSSIBLE, suggestDuplicates, WEAK } from '../domain/care/duplicates.ts';
import { personFacts } from '../store/person-facts.ts';
import { fold } from '../text/fold.ts';

/** A pair who may be one person, with their names. */
export interface DuplicatePair extends DuplicateSuggestion {
  readonly aName: string;
  readonly bName: string;
}

/** Customers who may be one person, the likeliest first; with `all` families too. Nothing is merged by it. */
export function readDuplicates({ store, zone }: Context, all: boolean): DuplicatePair[] {
  const people = personFacts(store);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const home = zone() === 'Asia/Bangkok' ? '66' : '84';
  return suggestDuplicates(people, { home, fold, atLeast: all ? WEAK : POSSIBLE }).map((pair) => ({
    ...pair,
    ...{ aName: names.get(pair.a) ?? '', bName: names.get(pair.b) ?? '' },
  }));
}
