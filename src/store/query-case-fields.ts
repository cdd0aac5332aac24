import { type CaseFieldName, choicesOf, formOf } from '../domain/case-fields.ts';
import { DeskError } from '../domain/errors.ts';
import { readMoney } from '../domain/money.ts';
import type { Operator } from '../domain/query.ts';
import { type Condition, knownValue, onRightSide } from './query-condition.ts';

/** The condition for a field of a kind of case; throws `bad-query`. */
export function caseFieldCondition(key: CaseFieldName, op: Operator, value: string): Condition {
  const rows = formOf(key) === 'lines' ? `f.field > '${key}/' AND f.field < '${key}0'` : `f.field = '${key}'`;
  if (value === 'none') return { sql: `NOT ${among(`${rows} AND f.value <> ''`)}`, values: [] };
  const choices = choicesOf(key);
  if (choices !== null) {
    const wanted = choices.indexOf(knownValue(key, value, choices));
    const values = choices.filter((_, rank) => onRightSide(op, rank, wanted));
    return { sql: among(`${rows} AND f.value IN (${values.map(() => '?').join(', ')})`), values };
  }
  if (formOf(key) === 'amount') {
    const money = readMoney(value);
    if (money === null) throw new DeskError('bad-query', 'bad-number', { key, value });
    const sql = among(`${rows} AND f.value <> '' AND CAST(f.value AS INTEGER) ${op === ':' ? '=' : op} ?`);
    return { sql, values: [money.amount] };
  }
  return { sql: among(`${rows} AND says(f.value, ?)`), values: [value] };
}

/** The cases with such a row, and those that they were merged into: there it counts unless they have a row of their own. */
const among = (rows: string): string => `c.number IN (WITH RECURSIVE holder (number, field) AS (
  SELECT f.case_number, f.field FROM case_fields f WHERE ${rows}
  UNION SELECT m.merged_into, h.field FROM cases m JOIN holder h ON m.number = h.number WHERE m.merged_into IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM case_fields o WHERE o.case_number = m.merged_into AND o.field = h.field))
  SELECT number FROM holder)`;
