import {
  type Channel,
  type Kind,
  type Mood,
  type Priority,
  type Snooze,
  type SnoozeMode,
  STATUSES,
  type Status,
  type Topic,
} from '../domain/case.ts';
import type { Segment } from '../domain/customer.ts';
import type { FiledOnly } from '../domain/entry.ts';
import type { Query, Term } from '../domain/query.ts';
import { priorityOf, snoozeOf } from './case-rows.ts';
import { conditionOf } from './conditions.ts';
import { findPage } from './list-pages.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** One row of a list of cases. */
export interface ListRow {
  readonly number: number;
  readonly subject: string;
  readonly kind: Kind;
  readonly topic: Topic | null;
  readonly mood: Mood | null;
  readonly status: Status;
  readonly priority: Priority;
  readonly channel: Channel;
  readonly customer: number | null;
  readonly customerName: string | null;
  readonly segment: Segment | null;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  readonly waitingSince: number | null;
  readonly solvedAt: number | null;
  readonly snooze: Snooze | null;
  readonly unread: boolean;
  readonly messages: number;
  readonly tags: readonly string[];
  /** the case that it may be part of */
  readonly mayBelong: number | null;
  /** when the next of it is due, ms; null: nothing is */
  readonly dueAt: number | null;
  /** why its newest words changed nothing in it, or null */
  readonly filedOnly: FiledOnly | null;
  readonly version: number;
}

/** The numbers of the cases that a query finds, in its order. Merged cases are not found. */
export const findNumbers = (store: Store, query: Query, now: number, limit: number): number[] =>
  findPage(store, query, now, limit, 'start');

/** How many cases a query finds. Merged cases are not found. */
export function countCases(store: Store, query: Query, now: number): number {
  const statuses = onlyStatuses(query.where);
  if (statuses !== null) return countStatuses(store, statuses);
  const where = conditionOf(query.where, now);
  const sql = `SELECT count(*) AS n FROM cases c WHERE ${where.sql} AND c.merged_into IS NULL`;
  return Number(prepared<unknown[], { n: number }>(store, sql).get(...where.values)?.n ?? 0);
}

/** The statuses that a query asks for when it asks for nothing else: these are counted already. */
function onlyStatuses(term: Term): readonly string[] | null {
  if (term.type === 'and' && term.terms.length === 0) return STATUSES;
  if (term.type !== 'field' || term.key !== 'status' || term.op !== ':') return null;
  return term.values.every((value) => STATUSES.some((status) => status === value)) ? term.values : null;
}

function countStatuses(store: Store, statuses: readonly string[]): number {
  const sql = 'SELECT coalesce(sum(cases), 0) AS n FROM case_counts WHERE status IN (SELECT value FROM json_each(?))';
  return Number(prepared<[string], { n: number }>(store, sql).get(JSON.stringify(statuses))?.n ?? 0);
}

/** Who waits for us now, and since when the one who has waited longest (ms). */
export function queueCounts(store: Store, now: number): { waiting: number; oldestWaiting: number | null } {
  return (
    prepared<[number], { waiting: number; oldestWaiting: number | null }>(
      store,
      `SELECT count(*) AS waiting, min(waiting_since) AS oldestWaiting FROM cases
        WHERE waiting_since IS NOT NULL AND merged_into IS NULL
          AND (snooze_mode IS NULL OR (snooze_mode <> 'reply' AND snooze_until <= ?))`,
    ).get(now) ?? { waiting: 0, oldestWaiting: null }
  );
}

/** Cases of which something is due from `from` to before `until` (ms). */
export const countDue = (store: Store, from: number, until: number): number =>
  prepared<[number, number], { n: number }>(
    store,
    `SELECT count(*) AS n FROM cases WHERE due_at IS NOT NULL AND merged_into IS NULL
      AND coalesce(due_at, 9007199254740991) >= ? AND coalesce(due_at, 9007199254740991) < ?`,
  ).get(from, until)?.n ?? 0;

interface Row extends Omit<ListRow, 'priority' | 'snooze' | 'unread' | 'tags'> {
  priority: number;
  snoozeMode: SnoozeMode | null;
  snoozeUntil: number | null;
  unread: number;
  tags: string;
}

/** The rows of these cases, in the order of the numbers; numbers that are gone are left out. */
export function rowsOf(store: Store, numbers: readonly number[]): ListRow[] {
  const rows = prepared<[string], Row>(
    store,
    `SELECT c.number, c.subject, c.kind, c.topic, c.mood, c.status, c.priority, c.channel, c.customer,
            k.name AS customerName, k.segment, c.created_at AS createdAt, c.updated_at AS updatedAt,
            c.waiting_since AS waitingSince, c.solved_at AS solvedAt, c.snooze_mode AS snoozeMode,
            c.snooze_until AS snoozeUntil, c.unread, c.version, c.due_at AS dueAt,
            (SELECT count(*) FROM entries e WHERE e.case_number = c.number AND e.type = 'message') AS messages,
            (SELECT coalesce(m.merged_into, m.number) FROM cases m WHERE m.number = c.may_belong
              AND coalesce(m.merged_into, m.number) <> c.number) AS mayBelong,
            (SELECT e.filed_only FROM entries e WHERE e.case_number = c.number AND e.type IN ('message', 'call')
              ORDER BY e.id DESC LIMIT 1) AS filedOnly,
            (SELECT json_group_array(t.tag) FROM case_tags t WHERE t.case_number = c.number) AS tags
       FROM json_each(?) n JOIN cases c ON c.number = n.value LEFT JOIN customers k ON k.id = c.customer
      ORDER BY n.key`,
  ).all(JSON.stringify(numbers));
  return rows.map(({ snoozeMode, snoozeUntil, ...row }) => ({
    ...row,
    priority: priorityOf(row.priority),
    snooze: snoozeOf(snoozeMode, snoozeUntil),
    unread: row.unread === 1,
    tags: tagList(row.tags),
  }));
}

function tagList(json: string): string[] {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.map(String) : [];
}
