import type { Sort } from '../domain/query.ts';
import type { Condition } from './query-condition.ts';

/** A column that a list is ordered by. */
interface Ordered {
  readonly sql: string;
  readonly falls: boolean;
  /** may be unknown; unknown comes last where it falls */
  readonly nullable: boolean;
}

const rises = (sql: string): Ordered => ({ sql, falls: false, nullable: false });
const falls = (sql: string, nullable: boolean): Ordered => ({ sql, falls: true, nullable });
const waiting = rises('coalesce(c.waiting_since, 9007199254740991)');
const number = rises('c.number');

/** The queue: what is urgent first, then who has waited longest; cases that nobody waits for come last. */
const ORDERS: Readonly<Record<Sort, readonly Ordered[]>> = {
  queue: [falls('c.priority', false), waiting, number],
  updated: [falls('c.updated_at', true), number],
  created: [falls('c.created_at', true), number],
  waiting: [waiting, number],
  number: [number],
  due: [rises('coalesce(c.due_at, 9007199254740991)'), number],
  snoozed: [rises('coalesce(c.snooze_until, 9007199254740991)'), number],
};

/** Where a case stands in an order: the values of its columns. */
export type ListKey = readonly (number | null)[];

/** The columns of an order as SQL gives them, and the case's number, which is the last of them. */
export const keyColumns = (sort: Sort): string[] => ORDERS[sort].map((one) => one.sql);

/** `ORDER BY …`, or the same from behind. */
export function orderBy(sort: Sort, backwards = false): string {
  return ORDERS[sort].map((one) => `${one.sql}${one.falls === backwards ? '' : ' DESC'}`).join(', ');
}

/**
 * The cases that come after (or before) a place in the order, or also the one that stands there; as conditions for one
 * query after the other, each of which an index answers from its place on.
 */
export function beyond(sort: Sort, key: ListKey, where: 'after' | 'before' | 'from'): Condition[] {
  const order = ORDERS[sort];
  const [first] = order;
  const [value = null] = key;
  const onward = where !== 'before';
  const ways = order.map((column, index): Condition => {
    const same = order.slice(0, index).map((one, place) => equal(one, key[place] ?? null));
    return allOf([...same, past(column, key[index] ?? null, onward)]);
  });
  if (where === 'from') ways.push(allOf(order.map((one, place) => equal(one, key[place] ?? null))));
  const exact = {
    sql: `(${ways.map((way) => `(${way.sql})`).join(' OR ')})`,
    values: ways.flatMap((way) => way.values),
  };
  if (first === undefined || value === null) return [exact];
  const near = { sql: `${first.sql} ${first.falls === onward ? '<=' : '>='} ?`, values: [value] };
  const rest = first.nullable && onward ? [{ sql: `${first.sql} IS NULL`, values: [] }] : [];
  return [allOf([near, exact]), ...rest];
}

const allOf = (parts: readonly Condition[]): Condition => ({
  sql: parts.map((part) => part.sql).join(' AND '),
  values: parts.flatMap((part) => part.values),
});

const equal = ({ sql }: Ordered, value: number | null): Condition =>
  value === null ? { sql: `${sql} IS NULL`, values: [] } : { sql: `${sql} = ?`, values: [value] };

function past({ sql, falls }: Ordered, value: number | null, onward: boolean): Condition {
  if (value === null) return { sql: onward ? '0' : `${sql} IS NOT NULL`, values: [] };
  return { sql: `${sql} ${falls === onward ? '<' : '>'} ?`, values: [value] };
}
