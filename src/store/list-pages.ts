import type { Query } from '../domain/query.ts';
import { conditionOf } from './conditions.ts';
import { beyond, keyColumns, type ListKey, orderBy } from './list-order.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** Which part of a list: its beginning, its end, or what lies from, after or before a place in it. */
export type PageAt = 'start' | 'end' | { readonly where: 'from' | 'after' | 'before'; readonly key: ListKey };

/** The numbers of at most `limit` cases that a query finds, in its order, from a part of the list. */
export function findPage(store: Store, query: Query, now: number, limit: number, at: PageAt): number[] {
  const sort = query.sort ?? 'queue';
  const where = conditionOf(query.where, now);
  const parts = typeof at === 'string' ? [{ sql: '1', values: [] }] : beyond(sort, at.key, at.where);
  const backwards = at === 'end' || (typeof at !== 'string' && at.where === 'before');
  const numbers: number[] = [];
  for (const part of parts) {
    if (numbers.length >= limit) break;
    const sql = `SELECT c.number AS number FROM cases c WHERE ${where.sql} AND c.merged_into IS NULL AND ${part.sql}
      ORDER BY ${orderBy(sort, backwards)} LIMIT ?`;
    const values = [...where.values, ...part.values, limit - numbers.length];
    for (const row of prepared<unknown[], { number: number }>(store, sql).all(...values)) numbers.push(row.number);
  }
  return backwards ? numbers.reverse() : numbers;
}

/** Where a case stands in the order of a query, whether or not it is found by it; null when there is no such case. */
export function keyOf(store: Store, query: Query, number: number): ListKey | null {
  const columns = keyColumns(query.sort ?? 'queue').map((sql, index) => `${sql} AS k${index}`);
  const sql = `SELECT ${columns.join(', ')} FROM cases c WHERE c.number = ?`;
  const row = prepared<[number], Record<string, number | null>>(store, sql).get(number);
  return row === undefined ? null : Object.values(row);
}

/** Which of these cases a query finds. */
export function foundAmong(store: Store, query: Query, now: number, numbers: readonly number[]): number[] {
  const where = conditionOf(query.where, now);
  const sql = `SELECT c.number AS number FROM cases c WHERE ${where.sql} AND c.merged_into IS NULL
    AND c.number IN (SELECT value FROM json_each(?))`;
  return prepared<unknown[], { number: number }>(store, sql)
    .all(...where.values, JSON.stringify(numbers))
    .map((row) => row.number);
}
