import type { Context } from '../context.ts';
import { type DuplicateSuggestion, POSSIBLE, suggestDuplicates, WEAK } from '../domain/care/duplicates.ts';
import type { PersonFacts } from '../domain/care/likeness.ts';
import { personFacts, personFactsNear } from '../store/person-facts.ts';
import { fold } from '../text/fold.ts';

/** A pair who may be one person, with their names. */
export interface DuplicatePair extends DuplicateSuggestion {
  readonly aName: string;
  readonly bName: string;
}

/** Customers who may be one person, the likeliest first; with `all` families too. Nothing is merged by it. */
export const readDuplicates = (context: Context, all: boolean): DuplicatePair[] =>
  pairsAmong(context, personFacts(context.store), all ? WEAK : POSSIBLE);

/**
 * Who may be the same person as this customer, the likeliest first: among those who share a phone, mailbox or handle, which
 * an index finds at once. Who only has a like name is found by going through everybody.
 */
export function readAlike(context: Context, customer: number): DuplicatePair[] {
  const near = personFactsNear(context.store, customer);
  if (near.length < 2) return [];
  return pairsAmong(context, near, POSSIBLE).filter(({ a, b }) => a === customer || b === customer);
}

function pairsAmong({ zone }: Context, people: readonly PersonFacts[], atLeast: number): DuplicatePair[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const home = zone() === 'Asia/Bangkok' ? '66' : '84';
  return suggestDuplicates(people, { home, fold, atLeast }).map((pair) => ({
    ...pair,
    ...{ aName: names.get(pair.a) ?? '', bName: names.get(pair.b) ?? '' },
  }));
}
