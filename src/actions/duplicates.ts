import type { Context } from '../context.ts';
import {
  type DuplicateReckoning,
  type DuplicateSuggestion,
  POSSIBLE,
  peopleAmong,
  searchDuplicates,
  suggestDuplicates,
  WEAK,
} from '../domain/care/duplicates.ts';
import { nameOfCustomer } from '../store/customers.ts';
import { everybody, personFactsNear, standingNames } from '../store/person-facts.ts';
import { fold } from '../text/fold.ts';

/** A pair who may be one person, with their names. */
export interface DuplicatePair extends DuplicateSuggestion {
  readonly aName: string;
  readonly bName: string;
}

/** Customers who may be one person, the likeliest first; with `all` families too. Nothing is merged by it. */
export const readDuplicates = (context: Context, all: boolean): DuplicatePair[] =>
  suggestDuplicates(everybody(context.store), reckoning(context, all ? WEAK : POSSIBLE)).map((one) =>
    named(context, one),
  );

/** A step of the search for such pairs: how much of it is done, 0 to 1, and what the step has found. */
export interface DuplicatesFound {
  readonly done: number;
  readonly found: readonly DuplicatePair[];
}

/** The same in short steps, between which keys are pressed; with the last one `done` is 1. */
export function* findDuplicates(context: Context): Generator<DuplicatesFound, DuplicatesFound> {
  for (const { done, found } of searchDuplicates(everybody(context.store), reckoning(context, POSSIBLE)))
    yield { done: Math.min(done, 0.99), found: found.map((one) => named(context, one)) };
  return { done: 1, found: [] };
}

/** Those pairs that were found whose two customers still stand for themselves, by the names that they have now. */
export function readPairsAgain({ store }: Context, pairs: readonly DuplicatePair[]): DuplicatePair[] {
  const names = standingNames(store, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
  return pairs.flatMap((pair): DuplicatePair[] => {
    const [aName, bName] = [names.get(pair.a), names.get(pair.b)];
    return aName === undefined || bName === undefined ? [] : [{ ...pair, aName, bName }];
  });
}

/**
 * Who may be the same person as this customer, the likeliest first: among those who share a phone, mailbox or handle, which
 * an index finds at once. Who only has a like name is found by going through everybody.
 */
export function readAlike(context: Context, customer: number): DuplicatePair[] {
  const near = personFactsNear(context.store, customer);
  if (near.length < 2) return [];
  return suggestDuplicates(peopleAmong(near), reckoning(context, POSSIBLE))
    .filter(({ a, b }) => a === customer || b === customer)
    .map((one) => named(context, one));
}

const reckoning = ({ zone }: Context, atLeast: number): DuplicateReckoning => ({
  ...{ fold, atLeast },
  home: zone() === 'Asia/Bangkok' ? '66' : '84',
});

const named = ({ store }: Context, pair: DuplicateSuggestion): DuplicatePair => ({
  ...pair,
  ...{ aName: nameOfCustomer(store, pair.a) ?? '', bName: nameOfCustomer(store, pair.b) ?? '' },
});
