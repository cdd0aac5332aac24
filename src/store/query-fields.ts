import { CHANNELS, KINDS, MOODS, PRIORITIES, STATUSES, TOPICS } from '../domain/case.ts';
import { isCaseField } from '../domain/case-fields.ts';
import type { CommitmentKind } from '../domain/commitment.ts';
import { DeskError } from '../domain/errors.ts';
import { HAS_VALUES, IS_VALUES, type Operator, type QueryKey } from '../domain/query.ts';
import { caseFieldCondition } from './query-case-fields.ts';
import { type Condition, knownValue, onRightSide } from './query-condition.ts';
import { atRiskCondition, customerCondition, fromCondition } from './query-people.ts';
import { timeCondition } from './query-times.ts';

/** The condition for `key op values`; `:a,b` means any of them. Throws `bad-query` naming the nearest right value. */
export function fieldCondition(key: QueryKey, op: Operator, values: readonly string[], now: number): Condition {
  const each = values.map((value) => one(key, op, value, now));
  return {
    sql: `(${each.map((condition) => condition.sql).join(' OR ')})`,
    values: each.flatMap((condition) => condition.values),
  };
}

const CHOICES: Partial<Record<QueryKey, readonly string[]>> = {
  kind: KINDS,
  topic: TOPICS,
  mood: MOODS,
  channel: CHANNELS,
};

function one(key: QueryKey, op: Operator, value: string, now: number): Condition {
  const choices = CHOICES[key];
  if (choices !== undefined) {
    if (value === 'none') return { sql: `c.${key} IS NULL`, values: [] };
    return { sql: `c.${key} = ?`, values: [knownValue(key, value, choices)] };
  }
  switch (key) {
    case 'status':
      return ranked('c.status', key, op, value, STATUSES, (name) => name);
    case 'priority':
      return ranked('c.priority', key, op, value, PRIORITIES, (_name, rank) => rank);
    case 'created':
    case 'updated':
    case 'waiting':
    case 'solved':
    case 'snoozed':
    case 'due':
      return timeCondition(key, op, value, now);
    case 'is':
      return is(knownValue(key, value, IS_VALUES), now);
    case 'has':
      return has(knownValue(key, value, HAS_VALUES));
    case 'tag':
      return tag(value);
    case 'from':
      return fromCondition(value);
    case 'customer':
    case 'segment':
    case 'lang':
      return customerCondition(key, value);
    case 'number':
      return number(op, value);
    case 'product':
    case 'department':
      if (value === 'none') return { sql: `c.${key} IS NULL`, values: [] };
      return { sql: `says(c.${key}, ?)`, values: [value] };
    default:
      if (isCaseField(key)) return caseFieldCondition(key, op, value);
      throw new DeskError('bad-query', 'unknown-key', { key, nearest: key });
  }
}

/** Values that have an order: all of those on the right side of the wanted one. */
function ranked(
  column: string,
  key: QueryKey,
  op: Operator,
  value: string,
  order: readonly string[],
  stored: (name: string, rank: number) => string | number,
): Condition {
  const wanted = order.indexOf(knownValue(key, value, order));
  const allowed = order.map(stored).filter((_, rank) => onRightSide(op, rank, wanted));
  if (allowed.length === 0) return { sql: '0', values: [] };
  return { sql: `${column} IN (${allowed.map(() => '?').join(', ')})`, values: allowed };
}

function is(value: string, now: number): Condition {
  switch (value) {
    case 'open':
      return { sql: 'c.is_open = 1', values: [] };
    case 'waiting':
      return { sql: 'c.waiting_since IS NOT NULL', values: [] };
    case 'overdue':
      // as the index has it, so that a page of them is read in its order
      return { sql: '(c.due_at IS NOT NULL AND coalesce(c.due_at, 9007199254740991) < ?)', values: [now] };
    case 'atrisk':
      return atRiskCondition(now);
    case 'unread':
      return { sql: 'c.unread = 1', values: [] };
    default:
      return { sql: "(c.snooze_mode IS NOT NULL AND (c.snooze_mode = 'reply' OR c.snooze_until > ?))", values: [now] };
  }
}

/** Cases with a draft, and those that they were merged into: there it shows. */
const DRAFTED = `(WITH RECURSIVE drafted (number) AS (
  SELECT case_number FROM drafts
  UNION SELECT m.merged_into FROM cases m JOIN drafted d ON m.number = d.number WHERE m.merged_into IS NOT NULL)
  SELECT number FROM drafted)`;

function has(value: string): Condition {
  if (value === 'draft') return { sql: `c.number IN ${DRAFTED}`, values: [] };
  const tables: Readonly<Record<string, string>> = {
    attachment: 'SELECT 1 FROM entries e JOIN parts p ON p.entry = e.id WHERE e.case_number = c.number',
    'follow-up': committed('follow-up'),
    promise: committed('promise'),
    note: "SELECT 1 FROM entries e WHERE e.case_number = c.number AND e.type = 'note'",
  };
  return { sql: `EXISTS (${tables[value]})`, values: [] };
}

/** Something of that kind is still to be done in the case, or in one that was merged into it. */
const committed = (kind: CommitmentKind): string => `WITH RECURSIVE family (number) AS (
  VALUES (c.number) UNION SELECT f.number FROM cases f JOIN family g ON f.merged_into = g.number)
  SELECT 1 FROM commitments m WHERE m.kind = '${kind}' AND m.done_at IS NULL AND m.dropped_at IS NULL
    AND m.case_number IN (SELECT number FROM family)`;

function tag(value: string): Condition {
  if (value === 'none')
    return { sql: 'NOT EXISTS (SELECT 1 FROM case_tags t WHERE t.case_number = c.number)', values: [] };
  return {
    sql: 'c.number IN (SELECT t.case_number FROM case_tags t WHERE t.tag = ?)',
    values: [value.normalize('NFC')],
  };
}

/** The number of a merged case leads to the one it is in. */
const WAY = `(WITH RECURSIVE way (number, onward) AS (
  SELECT number, merged_into FROM cases WHERE number = ?
  UNION SELECT m.number, m.merged_into FROM cases m JOIN way w ON m.number = w.onward)
  SELECT number FROM way WHERE onward IS NULL)`;

function number(op: Operator, value: string): Condition {
  const digits = /^#?(\d{1,15})$/.exec(value)?.[1];
  if (digits === undefined) throw new DeskError('bad-query', 'bad-number', { key: 'number', value });
  return { sql: op === ':' ? `c.number = ${WAY}` : `c.number ${op} ?`, values: [Number(digits)] };
}
