import { DeskError } from '../domain/errors.ts';
import type { Operator } from '../domain/query.ts';
import { parseDay, parseSpan } from '../domain/span.ts';
import type { Condition } from './query-condition.ts';

const COLUMNS = {
  created: 'c.created_at',
  updated: 'c.updated_at',
  waiting: 'c.waiting_since',
  solved: 'c.solved_at',
  snoozed: 'c.snooze_until',
  // as the indexes have it, so that they are used
  due: 'coalesce(c.due_at, 9007199254740991)',
} as const;

/**
 * `waiting>4h`: for longer than that; `snoozed<2d`, `due<2d`: by then, counted from now; `created:2026-11`: in that month;
 * `created:a..b`: from a to b, both included, either may be left out.
 */
export function timeCondition(key: keyof typeof COLUMNS, op: Operator, value: string, now: number): Condition {
  if (key !== 'due') return value === 'none' ? isNull(COLUMNS[key]) : known(key, op, value, now);
  if (value === 'none') return isNull('c.due_at');
  const { sql, values } = known(key, op, value, now);
  return { sql: `(c.due_at IS NOT NULL AND ${sql})`, values };
}

const isNull = (column: string): Condition => ({ sql: `${column} IS NULL`, values: [] });

function known(key: keyof typeof COLUMNS, op: Operator, value: string, now: number): Condition {
  const column = COLUMNS[key];
  const span = parseSpan(value);
  if (span !== null) {
    if (key === 'snoozed' || key === 'due')
      return { sql: `${column} ${op === ':' ? '<=' : op} ?`, values: [now + span] };
    // longer ago is a smaller time, so the sign turns round
    const turned = { ':': '>=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' }[op];
    return { sql: `${column} ${turned} ?`, values: [now - span] };
  }
  const { from, to } = days(key, value, now);
  const after = (at: number): Condition => ({ sql: `${column} >= ?`, values: [at] });
  const before = (at: number): Condition => ({ sql: `${column} < ?`, values: [at] });
  if (op === '>' && to !== null) return after(to);
  if (op === '>=' && from !== null) return after(from);
  if (op === '<' && from !== null) return before(from);
  if (op === '<=' && to !== null) return before(to);
  const parts = [from === null ? null : after(from), to === null ? null : before(to)].filter((one) => one !== null);
  if (parts.length === 0) return { sql: `${column} IS NOT NULL`, values: [] };
  return { sql: `(${parts.map((one) => one.sql).join(' AND ')})`, values: parts.flatMap((one) => one.values) };
}

/** From the first moment of the day (or month, year) to the first moment after it; null: no bound on that side. */
function days(key: string, value: string, now: number): { from: number | null; to: number | null } {
  const [first = '', last = first, ...rest] = value.split('..');
  const from = first === '' ? null : parseDay(first, now);
  const to = last === '' ? null : parseDay(last, now);
  if ((first !== '' && from === null) || (last !== '' && to === null) || rest.length > 0)
    throw new DeskError('bad-query', 'bad-date', { key, value });
  return { from: from?.from ?? null, to: to?.to ?? null };
}
