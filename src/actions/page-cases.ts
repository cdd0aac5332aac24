import type { Context } from '../context.ts';
import { parseQuery } from '../domain/query.ts';
import type { ListKey } from '../store/list-order.ts';
import { findPage, foundAmong, keyOf, type PageAt } from '../store/list-pages.ts';
import { countCases } from '../store/lists.ts';

export type { ListKey } from '../store/list-order.ts';

/** A part of a list that may be longer than what is held of it. */
export interface Window {
  readonly numbers: readonly number[];
  /** where it begins; null: at the beginning of the list */
  readonly from: ListKey | null;
  /** cases before and behind it, as far as that is known now */
  readonly skipped: number;
  readonly more: boolean;
}

/** The window of a query that begins at `from` and holds at most `limit` cases. Throws `bad-query`. */
export function openWindow(
  context: Context,
  query: string,
  limit: number,
  at: Pick<Window, 'from' | 'skipped'> | 'end',
): Window {
  const parsed = parseQuery(query);
  const now = context.now();
  const find = (part: PageAt, most: number): number[] => findPage(context.store, parsed, now, most, part);
  if (at !== 'end') {
    const found = find(at.from === null ? 'start' : { where: 'from', key: at.from }, limit + 1);
    if (found.length > 0 || at.from === null)
      return { from: at.from, skipped: at.skipped, numbers: found.slice(0, limit), more: found.length > limit };
  }
  // the end, also when everything from the window on has gone
  const numbers = find('end', limit);
  const all = numbers.length < limit ? numbers.length : countCases(context.store, { ...parsed, sort: null }, now);
  const [first] = numbers;
  const skipped = Math.max(0, all - numbers.length);
  return {
    numbers,
    skipped,
    more: false,
    from: skipped === 0 || first === undefined ? null : keyOf(context.store, parsed, first),
  };
}

/** The window moved on by half its size: as many cases as came at one end have gone at the other. Throws `bad-query`. */
export function moveWindow(
  context: Context,
  query: string,
  limit: number,
  held: Window,
  way: 'after' | 'before',
): Window {
  const parsed = parseQuery(query);
  const half = Math.floor(limit / 2);
  const kept = way === 'after' ? held.numbers.slice(-half) : held.numbers.slice(0, half);
  const edge = way === 'after' ? kept.at(-1) : kept[0];
  const key = edge === undefined ? null : keyOf(context.store, parsed, edge);
  if (key === null) return openWindow(context, query, limit, { from: null, skipped: 0 });
  const found = findPage(context.store, parsed, context.now(), half + 1, { where: way, key });
  if (way === 'after') {
    const numbers = [...kept, ...found.slice(0, half)];
    const skipped = held.skipped + held.numbers.length - kept.length;
    const from = skipped === 0 ? null : keyOf(context.store, parsed, numbers[0] ?? 0);
    return { numbers, from, skipped, more: found.length > half };
  }
  const atStart = found.length <= half;
  const numbers = [...(atStart ? found : found.slice(1)), ...kept];
  return {
    numbers,
    from: atStart ? null : keyOf(context.store, parsed, numbers[0] ?? 0),
    skipped: atStart ? 0 : Math.max(1, held.skipped - half),
    more: held.more || kept.length < held.numbers.length,
  };
}

/** Which of these cases a query finds, wherever in its list they stand. Throws `bad-query`. */
export const stillFound = (context: Context, query: string, numbers: readonly number[]): number[] =>
  foundAmong(context.store, parseQuery(query), context.now(), numbers);
