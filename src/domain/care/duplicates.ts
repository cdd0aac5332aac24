import type { Home } from '../phone.ts';
import { type DuplicateReason, likeness, type Person, type PersonFacts, personOf } from './likeness.ts';
import type { Fold } from './person-name.ts';

export interface DuplicateSuggestion {
  /** the older customer, by number */
  readonly a: number;
  readonly b: number;
  /** 0 to 1 */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

export interface DuplicateReckoning {
  /** country code of numbers without one */
  readonly home: Home;
  /** how the index folds words: lower case, marks off, đ as d */
  readonly fold: Fold;
  /** the least score to suggest; LIKELY, POSSIBLE or WEAK */
  readonly atLeast: number;
}

/** Almost surely one person. */
export const LIKELY = 0.7;
/** Worth a look. */
export const POSSIBLE = 0.4;
/** A family, mostly. */
export const WEAK = 0.2;

/** What more customers share tells nothing of any two: of them only those of one name are compared. */
const MOST_IN_BLOCK = 16;

/**
 * Pairs of customers who may be one person, the likeliest first; each pair once. Only those are compared that share a
 * phone, mailbox or handle, or a name together with company, mail domain, local part or product, so it takes time near to
 * linear in the customers. Nothing is merged by it.
 */
export function suggestDuplicates(
  customers: readonly PersonFacts[],
  { home, fold, atLeast }: DuplicateReckoning,
): readonly DuplicateSuggestion[] {
  const people = customers.map((facts) => personOf(facts, home, fold)).toSorted((x, y) => x.id - y.id);
  const compared = new Set<number>();
  const found: DuplicateSuggestion[] = [];
  for (const [first, second] of candidates(people)) {
    const [a, b] = [people[first], people[second]];
    const pair = first * people.length + second;
    if (a === undefined || b === undefined || a.id === b.id || compared.has(pair)) continue;
    compared.add(pair);
    const { score, reasons } = likeness(a, b);
    if (score >= atLeast) found.push({ a: a.id, b: b.id, score, reasons });
  }
  return found.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
}

/** Pairs of places in `people`, the lower first; a pair may come more than once. */
function* candidates(people: readonly Person[]): Generator<readonly [number, number]> {
  for (const sign of ['phone', 'address', 'handle'] as const)
    for (const block of blocksBy(people, ({ signs }) => signs[sign])) {
      if (block.length <= MOST_IN_BLOCK) yield* pairs(block, block.length);
      // one person a hundred times is a chain of pairs
      else
        for (const named of Map.groupBy(block, (place) => people[place]?.name.key).values())
          yield* pairs(named, named.length <= MOST_IN_BLOCK ? named.length : 1);
    }
  // a name that many have in one company, or with one model bought, is no sign
  for (const block of blocksBy(people, namedKeys)) if (block.length <= MOST_IN_BLOCK) yield* pairs(block, block.length);
}

function blocksBy(
  people: readonly Person[],
  keysOf: (person: Person) => readonly string[],
): Iterable<readonly number[]> {
  const blocks = new Map<string, number[]>();
  for (const [place, person] of people.entries())
    for (const key of keysOf(person)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [place]);
      else block.push(place);
    }
  return blocks.values();
}

/** Each place with as many of those after it; places come in rising order. */
function* pairs(places: readonly number[], neighbours: number): Generator<readonly [number, number]> {
  for (const [at, place] of places.entries())
    for (const other of places.slice(at + 1, at + 1 + neighbours)) yield [place, other];
}

function namedKeys({ name, signs }: Person): readonly string[] {
  const names = name.given === name.key ? [name.key] : [name.key, name.given];
  return (['company', 'domain', 'local-part', 'product'] as const).flatMap((sign) =>
    signs[sign].flatMap((value) => names.filter((one) => one !== '').map((one) => `${sign} ${one} ${value}`)),
  );
}
