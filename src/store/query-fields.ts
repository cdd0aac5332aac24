import { CHANNELS, KINDS, MOODS, PRIORITIES, STATUSES, TOPICS } from '../domain/case.ts';
import { SEGMENTS } from '../domain/customer.ts';
import { DeskError } from '../domain/errors.ts';
import { HAS_VALUES, IS_VALUES, nearest, type Operator, type QueryKey } from '../domain/query.ts';
import { parseDay, parseSpan } from '../domain/span.ts';

/** A condition on `cases c`, with `?` for each of its values. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** The condition for `key op values`; `:a,b` means any of them. Throws `bad-query` naming the nearest right value. */
export function fieldCondition(key: QueryKey, op: Operator, values: readonly string[], now: number): Condition {
  if (key === 'priority' || key === 'status') {
    const order: readonly string[] = key === 'priority' ? PRIORITIES : STATUSES;
    if (op !== ':') return ranked(key, order, op, values[0] ?? '');
  }
  const each = values.map((value) => one(key, op, value, now));
  return {
    sql: `(${each.map((condition) => condition.sql).join(' OR ')})`,
    values: each.flatMap((condition) => condition.values),
  };
}

const CHOICES: Partial<Record<QueryKey, readonly string[]>> = {
  status: STATUSES,
  kind: KINDS,
  topic: TOPICS,
  mood: MOODS,
  channel: CHANNELS,
};

const TIMES: Partial<Record<QueryKey, string>> = {
  created: 'c.created_at',
  updated: 'c.updated_at',
  waiting: 'c.waiting_since',
  solved: 'c.solved_at',
  snoozed: 'c.snooze_until',
};

function one(key: QueryKey, op: Operator, value: string, now: number): Condition {
  const choices = CHOICES[key];
  if (choices !== undefined) {
    if (value === 'none') return { sql: `c.${key} IS NULL`, values: [] };
    return { sql: `c.${key} = ?`, values: [known(key, value, choices)] };
  }
  const column = TIMES[key];
  if (column !== undefined) return time(key, column, op, value, now);
  switch (key) {
    case 'priority':
      return {
        sql: 'c.priority = ?',
        values: [PRIORITIES.findIndex((name) => name === known(key, value, PRIORITIES))],
      };
    case 'is':
      return is(known(key, value, IS_VALUES), now);
    case 'has':
      return has(known(key, value, HAS_VALUES));
    case 'tag':
      return tag(value);
    case 'from':
      return from(value);
    case 'customer':
    case 'segment':
    case 'lang':
      return customer(key, value);
    case 'number':
      return { sql: `c.number ${op === ':' ? '=' : op} ?`, values: [Number(value.replace(/^#/, ''))] };
    case 'product':
    case 'department':
      if (value === 'none') return { sql: `c.${key} IS NULL`, values: [] };
      return { sql: `c.${key} LIKE ? ESCAPE '\\'`, values: [contains(value)] };
    default:
      throw new DeskError('bad-query', 'unknown-key', { key, nearest: key });
  }
}

function known(key: QueryKey, value: string, choices: readonly string[]): string {
  const lower = value.toLowerCase();
  if (!choices.includes(lower))
    throw new DeskError('bad-query', 'unknown-value', { key, value, nearest: nearest(lower, choices) });
  return lower;
}

function ranked(key: 'priority' | 'status', order: readonly string[], op: Operator, value: string): Condition {
  const rank = order.indexOf(known(key, value, order));
  if (key === 'priority') return { sql: `c.priority ${op} ?`, values: [rank] };
  const allowed = order.filter((_, index) =>
    op === '<' ? index < rank : op === '<=' ? index <= rank : op === '>' ? index > rank : index >= rank,
  );
  return { sql: `c.status IN (${allowed.map(() => '?').join(', ')})`, values: allowed };
}

/** `waiting>4h`: for longer than that; `created:2026-11`: in that month; `created:a..b`: from a to b, both included. */
function time(key: QueryKey, column: string, op: Operator, value: string, now: number): Condition {
  if (value === 'none') return { sql: `${column} IS NULL`, values: [] };
  const span = parseSpan(value);
  if (span !== null) {
    if (key === 'snoozed') return { sql: `${column} ${op === ':' ? '<=' : op} ?`, values: [now + span] };
    // longer ago is a smaller time, so the sign turns round
    const turned = { ':': '>=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' }[op];
    return { sql: `${column} ${turned} ?`, values: [now - span] };
  }
  const [first = '', last] = value.split('..');
  const from = first === '' ? null : parseDay(first, now);
  const to = last === undefined ? from : last === '' ? null : parseDay(last, now);
  if (first !== '' && from === null) throw new DeskError('bad-query', 'bad-date', { key, value });
  if (last !== undefined && last !== '' && to === null) throw new DeskError('bad-query', 'bad-date', { key, value });
  if (op === '>' && from !== null) return { sql: `${column} >= ?`, values: [from.to] };
  if (op === '>=' && from !== null) return { sql: `${column} >= ?`, values: [from.from] };
  if (op === '<' && from !== null) return { sql: `${column} < ?`, values: [from.from] };
  if (op === '<=' && from !== null) return { sql: `${column} < ?`, values: [from.to] };
  const parts = [from === null ? null : `${column} >= ?`, to === null ? null : `${column} < ?`].filter(
    (part) => part !== null,
  );
  const bounds = [from?.from, to?.to].filter((bound) => bound !== undefined);
  return { sql: parts.length === 0 ? `${column} IS NOT NULL` : `(${parts.join(' AND ')})`, values: bounds };
}

function is(value: string, now: number): Condition {
  switch (value) {
    case 'open':
      return { sql: "c.status IN ('new', 'open')", values: [] };
    case 'waiting':
      return { sql: 'c.waiting_since IS NOT NULL', values: [] };
    case 'unread':
      return { sql: 'c.unread = 1', values: [] };
    default:
      return { sql: "(c.snooze_mode IS NOT NULL AND (c.snooze_mode = 'reply' OR c.snooze_until > ?))", values: [now] };
  }
}

function has(value: string): Condition {
  const tables: Readonly<Record<string, string>> = {
    attachment: 'SELECT 1 FROM entries e JOIN parts p ON p.entry = e.id WHERE e.case_number = c.number',
    note: "SELECT 1 FROM entries e WHERE e.case_number = c.number AND e.type = 'note'",
    draft: 'SELECT 1 FROM drafts d WHERE d.case_number = c.number',
  };
  return { sql: `EXISTS (${tables[value]})`, values: [] };
}

function tag(value: string): Condition {
  if (value === 'none')
    return { sql: 'NOT EXISTS (SELECT 1 FROM case_tags t WHERE t.case_number = c.number)', values: [] };
  return { sql: 'c.number IN (SELECT t.case_number FROM case_tags t WHERE t.tag = ?)', values: [value] };
}

function from(value: string): Condition {
  const sql = `c.number IN (SELECT e.case_number FROM entry_addresses a JOIN entries e ON e.id = a.entry
    WHERE a.role = 'from' AND (a.normal LIKE ? ESCAPE '\\' OR a.name LIKE ? ESCAPE '\\'))`;
  return { sql, values: [contains(value), contains(value)] };
}

function customer(key: 'customer' | 'segment' | 'lang', value: string): Condition {
  if (value === 'none')
    return key === 'customer'
      ? { sql: 'c.customer IS NULL', values: [] }
      : {
          sql: `c.customer IN (SELECT id FROM customers WHERE ${key === 'lang' ? 'language' : key} IS NULL)`,
          values: [],
        };
  if (key === 'segment')
    return { sql: 'c.customer IN (SELECT id FROM customers WHERE segment = ?)', values: [known(key, value, SEGMENTS)] };
  if (key === 'lang') return { sql: 'c.customer IN (SELECT id FROM customers WHERE language = ?)', values: [value] };
  const sql = `c.customer IN (SELECT k.id FROM customers k WHERE k.name LIKE ? ESCAPE '\\' OR k.id IN
    (SELECT p.customer FROM contact_points p WHERE p.normal LIKE ? ESCAPE '\\'))`;
  return { sql, values: [contains(value), contains(value.toLowerCase())] };
}

const contains = (value: string): string => `%${value.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
