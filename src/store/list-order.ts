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

/** The cases that come after (or before) a place in the order, or also the one that stands there. */
export function beyond(sort: Sort, key: ListKey, where: 'after' | 'before' | 'from'): Condition {
  const order = ORDERS[sort];
  const ways: Condition[] = order.map((column, index) => {
    const same = order.slice(0, index).map((one) => `${one.sql} IS ?`);
    const further = past(column, key[index] ?? null, where !== 'before');
    return {
      sql: [...same, further.sql].join(' AND '),
      values: [...key.slice(0, index), ...further.values] as number[],
    };
  });
  const here = order.map((one) => `${one.sql} IS ?`).join(' AND ');
  if (where === 'from') ways.push({ sql: here, values: [...key] as number[] });
  return { sql: `(${ways.map((way) => `(${way.sql})`).join(' OR ')})`, values: ways.flatMap((way) => way.values) };
}

function past({ sql, falls, nullable }: Ordered, value: number | null, onward: boolean): Condition {
  if (value === null) return { sql: onward ? '0' : `${sql} IS NOT NULL`, values: [] };
  const smaller = falls === onward;
  if (smaller && nullable) return { sql: `(${sql} < ? OR ${sql} IS NULL)`, values: [value] };
  return { sql: `${sql} ${smaller ? '<' : '>'} ?`, values: [value] };
}
