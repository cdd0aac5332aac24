import { normalPhone, SEGMENTS } from '../domain/customer.ts';
import { type Condition, knownValue } from './query-condition.ts';
import { matchExpression } from './query-words.ts';

/** Cases in which somebody with this in their name or address has written or called. */
export function fromCondition(value: string): Condition {
  const expression = matchExpression(value, true, 'who');
  if (expression === null) return { sql: '0', values: [] };
  // the index finds the entries that name such a person anywhere; who of them wrote is looked up
  const sql = `c.number IN (SELECT r.case_number FROM search s JOIN search_rows r ON r.row = s.rowid
    JOIN entries e ON e.id = r.entry WHERE search MATCH ? AND e.type IN ('message', 'call')
      AND (says(e.author, ?) OR EXISTS (SELECT 1 FROM entry_addresses a WHERE a.entry = e.id AND a.role = 'from'
        AND says(a.name || ' ' || a.address, ?))))`;
  return { sql, values: [expression, value, value] };
}

/** Cases of customers whom one more poor experience may drive away, as their ledgers stand at `now` (ms). */
export const atRiskCondition = (now: number): Condition => ({
  sql: 'c.customer IN (SELECT s.customer FROM standings s WHERE s.at_risk = 1 AND s.to_at > ? AND s.from_at <= ?)',
  values: [now, now],
});

export function customerCondition(key: 'customer' | 'segment' | 'lang', value: string): Condition {
  const of = (where: string): string => `c.customer IN (SELECT k.id FROM customers k WHERE ${where})`;
  if (key === 'segment') {
    if (value === 'none') return { sql: of('k.segment IS NULL'), values: [] };
    return { sql: of('k.segment = ?'), values: [knownValue(key, value, SEGMENTS)] };
  }
  if (key === 'lang') {
    if (value === 'none') return { sql: of('k.language IS NULL'), values: [] };
    return { sql: of('k.language = ?'), values: [value.toLowerCase()] };
  }
  return value === 'none' ? { sql: 'c.customer IS NULL', values: [] } : named(value);
}

/** By number (`customer:7`), by address or phone as a whole, or by the beginnings of words in name and addresses. */
function named(value: string): Condition {
  const reached = `SELECT c.number FROM contact_points p JOIN cases c ON c.customer = p.customer WHERE p.normal IN (?, ?)`;
  const parts: Condition[] = [{ sql: reached, values: [value.trim().toLowerCase(), normalPhone(value)] }];
  const id = /^#?(\d{1,9})$/.exec(value)?.[1];
  if (id !== undefined)
    parts.push({ sql: `SELECT c.number FROM cases c WHERE c.customer IN (${WHOLE})`, values: [Number(id)] });
  const expression = matchExpression(value, true, 'who');
  const called =
    'SELECT r.case_number FROM search s JOIN search_rows r ON r.row = s.rowid WHERE search MATCH ? AND r.entry IS NULL';
  if (expression !== null) parts.push({ sql: called, values: [expression] });
  return {
    sql: `c.number IN (${parts.map((part) => part.sql).join(' UNION ')})`,
    values: parts.flatMap((part) => part.values),
  };
}

/** The customer `?`, or whom she is part of by now. */
const WHOLE = `WITH RECURSIVE up (id, above) AS (
    SELECT k.id, k.merged_into FROM customers k WHERE k.id = ?
    UNION SELECT k.id, k.merged_into FROM up JOIN customers k ON k.id = up.above)
  SELECT id FROM up WHERE above IS NULL`;
