import type { Home } from '../phone.ts';
import { createBlocks, PARTS } from './blocks.ts';
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
/** Customers that are read at a time. */
const AT_ONCE = 16;

/** People who are kept ready to be compared again: most stand in several blocks. 30 MB. */
const MOST_READY = 20_000;

/** Where customers are read from. */
export interface People {
  /** the highest id; 0: there is nobody */
  readonly last: () => number;
  /** the next ones after an id (0: from the first on), by rising id */
  readonly after: (id: number, limit: number) => readonly PersonFacts[];
  readonly these: (ids: readonly number[]) => readonly PersonFacts[];
}

/** A few people whose facts are at hand. */
export function peopleAmong(facts: readonly PersonFacts[]): People {
  const inOrder = facts.toSorted((x, y) => x.id - y.id);
  const places = new Map(inOrder.map(({ id }, place) => [id, place]));
  return {
    last: () => inOrder.at(-1)?.id ?? 0,
    after: (id, limit) => {
      const from = id === 0 ? 0 : (places.get(id) ?? inOrder.length) + 1;
      return inOrder.slice(from, from + limit);
    },
    these: (ids) => ids.flatMap((id) => inOrder[places.get(id) ?? -1] ?? []),
  };
}

/** A step of a search. */
export interface SearchStep {
  /** how much of the whole is done, 0 to 1 */
  readonly done: number;
  /** what this step has found */
  readonly found: readonly DuplicateSuggestion[];
}

/** The likeliest first. */
export const bySureness = (x: DuplicateSuggestion, y: DuplicateSuggestion): number =>
  y.score - x.score || x.a - y.a || x.b - y.b;

/** All pairs of customers who may be one person, the likeliest first; each pair once. */
export const suggestDuplicates = (people: People, reckoning: DuplicateReckoning): readonly DuplicateSuggestion[] =>
  [...searchDuplicates(people, reckoning)].flatMap(({ found }) => found).sort(bySureness);

/**
 * Looks for customers who may be one person, in short steps between which others can work. Only those are compared that
 * share a phone, mailbox or handle, or a name together with company, mail domain, local part or product, so it takes time
 * near to linear in the customers, and little room. Nothing is merged by it.
 */
export function* searchDuplicates(people: People, reckoning: DuplicateReckoning): Generator<SearchStep, void> {
  const { home, fold } = reckoning;
  const [signed, named] = [createBlocks(), createBlocks()];
  const end = people.last();
  let last = 0;
  for (let some = people.after(0, AT_ONCE); some.length > 0; some = people.after(last, AT_ONCE)) {
    for (const facts of some) {
      const person = personOf(facts, home, fold);
      for (const key of signKeys(person)) signed.add(key, person.id);
      for (const key of namedKeys(person)) named.add(key, person.id);
      last = person.id;
    }
    yield { done: Math.min(1, last / end) / 2, found: [] };
  }
  const compare = comparer(people, reckoning);
  let part = 0;
  for (const [blocks, crowded] of [
    [signed, true],
    [named, false],
  ] as const)
    for (const some of blocks.parts()) {
      part += 1;
      for (const block of some)
        for (const found of blockSteps(block, crowded, compare)) yield { done: (1 + part / (2 * PARTS)) / 2, found };
    }
}

type Compare = ReturnType<typeof comparer>;

/** The pairs of a block. A name that many have in one company, or with one model bought, is no sign; a phone of many may be. */
function* blockSteps(
  block: readonly number[],
  crowded: boolean,
  { peopleOf, compared }: Compare,
): Generator<readonly DuplicateSuggestion[]> {
  if (block.length <= MOST_IN_BLOCK) {
    yield compared([...pairs(block, block.length)]);
    return;
  }
  if (!crowded) return;
  const names = new Map<string, number[]>();
  for (let from = 0; from < block.length; from += AT_ONCE) {
    for (const { id, name } of peopleOf(block.slice(from, from + AT_ONCE))) {
      const known = names.get(name.key);
      if (known === undefined) names.set(name.key, [id]);
      else known.push(id);
    }
    yield [];
  }
  // one person a hundred times is a chain of pairs
  for (const ids of names.values())
    for (const some of chunks([...pairs(ids, ids.length <= MOST_IN_BLOCK ? ids.length : 1)])) yield compared(some);
}

function comparer(people: People, { home, fold, atLeast }: DuplicateReckoning) {
  const known = new Set<number>();
  const ready = new Map<number, Person>();
  const peopleOf = (ids: readonly number[]): Person[] => {
    const unread = ids.filter((id) => !ready.has(id));
    if (ready.size + unread.length > MOST_READY) {
      ready.clear();
      unread.splice(0, unread.length, ...ids);
    }
    if (unread.length > 0) for (const facts of people.these(unread)) ready.set(facts.id, personOf(facts, home, fold));
    return ids.flatMap((id) => ready.get(id) ?? []);
  };
  /** Each pair is compared once. */
  const compared = (some: readonly Pair[]): DuplicateSuggestion[] => {
    const fresh = some.filter((pair) => !known.has(keyOf(pair)));
    for (const pair of fresh) known.add(keyOf(pair));
    const by = new Map(peopleOf([...new Set(fresh.flat())]).map((person) => [person.id, person]));
    return fresh.flatMap(([first, second]): DuplicateSuggestion[] => {
      const [a, b] = [by.get(first), by.get(second)];
      if (a === undefined || b === undefined) return []; // gone meanwhile
      const { score, reasons } = likeness(a, b);
      return score >= atLeast ? [{ a: a.id, b: b.id, score, reasons }] : [];
    });
  };
  return { peopleOf, compared };
}

type Pair = readonly [number, number];

/** One number of two ids, each of up to 26 bits: 67 million customers. */
const keyOf = ([a, b]: Pair): number => a * 0x4000000 + b;

/** Each id with as many of those after it; ids come in rising order. */
function* pairs(ids: readonly number[], neighbours: number): Generator<Pair> {
  for (const [at, id] of ids.entries()) for (const other of ids.slice(at + 1, at + 1 + neighbours)) yield [id, other];
}

function* chunks<One>(all: readonly One[]): Generator<readonly One[]> {
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE);
}

const signKeys = ({ signs }: Person): readonly string[] =>
  (['phone', 'address', 'handle'] as const).flatMap((sign) => signs[sign].map((value) => `${sign} ${value}`));

function namedKeys({ name, signs }: Person): readonly string[] {
  const names = name.given === name.key ? [name.key] : [name.key, name.given];
  return (['company', 'domain', 'local-part', 'product'] as const).flatMap((sign) =>
    signs[sign].flatMap((value) => names.filter((one) => one !== '').map((one) => `${sign} ${one} ${value}`)),
  );
}
