import {
  type Case,
  type Channel,
  type Kind,
  type Mood,
  PRIORITIES,
  type Priority,
  type Snooze,
  type SnoozeMode,
  type Status,
  type Topic,
} from '../domain/case.ts';
import type { DueWhat } from '../domain/clock/due.ts';

/** A row of `cases` as SQLite gives it; the CHECKs of the schema vouch for the unions. */
export interface CaseRow {
  number: number;
  uid: string;
  subject: string;
  kind: Kind;
  topic: Topic | null;
  mood: Mood | null;
  status: Status;
  priority: number;
  channel: Channel;
  customer: number | null;
  product: string | null;
  department: string | null;
  created_at: number | null;
  updated_at: number | null;
  waiting_since: number | null;
  solved_at: number | null;
  snooze_mode: SnoozeMode | null;
  snooze_until: number | null;
  unread: number;
  touched_at: number | null;
  merged_into: number | null;
  may_belong: number | null;
  due_at: number | null;
  due_what: DueWhat | null;
  version: number;
}

export const priorityRank = (priority: Priority): number => PRIORITIES.indexOf(priority);
export const priorityOf = (rank: number): Priority => PRIORITIES[rank] ?? 'normal';

export function snoozeOf(mode: SnoozeMode | null, until: number | null): Snooze | null {
  if (mode === null) return null;
  if (mode === 'reply') return { mode, until: null };
  return until === null ? null : { mode, until };
}

export function caseOf(row: CaseRow): Case {
  return {
    number: row.number,
    uid: row.uid,
    subject: row.subject,
    kind: row.kind,
    topic: row.topic,
    mood: row.mood,
    status: row.status,
    priority: priorityOf(row.priority),
    channel: row.channel,
    customer: row.customer,
    product: row.product,
    department: row.department,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    waitingSince: row.waiting_since,
    solvedAt: row.solved_at,
    snooze: snoozeOf(row.snooze_mode, row.snooze_until),
    unread: row.unread === 1,
    touchedAt: row.touched_at,
    mergedInto: row.merged_into,
    mayBelong: row.may_belong,
    due: row.due_at === null || row.due_what === null ? null : { at: row.due_at, what: row.due_what },
    version: row.version,
  };
}
