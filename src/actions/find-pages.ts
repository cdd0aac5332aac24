import type { Context } from '../context.ts';
import { findCases } from './read-cases.ts';

/**
 * The numbers that `findCases` gives, in its order, in pieces that grow: `first` of them, then ten times as many, then the
 * rest. Each piece is looked for when it is asked for, so a reader that leaves early costs little more than what it has
 * read. No number comes twice, also where cases change between two pieces.
 */
export function* findPages(context: Context, query: string, limit: number, first: number): Generator<number[]> {
  const given = new Set<number>();
  for (const upTo of [first, first * 11, limit]) {
    const wanted = Math.min(upTo, limit);
    const found = findCases(context, query, wanted);
    const page = found.filter((number) => !given.has(number));
    if (page.length > 0) yield page;
    if (found.length < wanted || wanted === limit) return;
    for (const number of page) given.add(number);
  }
}
