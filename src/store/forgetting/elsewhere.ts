import { normalPoint } from '../../domain/customer.ts';
import { phoneForms } from '../../domain/phone-forms.ts';
import type { Store } from '../open.ts';
import { matchExpression } from '../query-words.ts';
import { prepared } from '../statements.ts';
import type { Person } from './person.ts';

/** What is kept because it is others' as well. */
export interface Elsewhere {
  /** cases of others in which her name, an address or a number of hers stands, or a mail that went to her too */
  readonly cases: readonly number[];
  /** customers who are reached at the same place, or whose record names her */
  readonly customers: readonly number[];
}

/** A given name alone is in too many mails to say anything. */
const isFullName = (name: string): boolean => /\S\s+\S/.test(name);

/** Looks for her in what belongs to others. */
export function foundElsewhere(store: Store, { cases, customers, points, names }: Person): Elsewhere {
  const normal = points.flatMap((point) => (point.kind === 'phone' ? phoneForms(point.value) : [normalPoint(point)]));
  const written = prepared<[string], { number: number }>(
    store,
    `SELECT DISTINCT e.case_number AS number FROM entry_addresses a JOIN entries e ON e.id = a.entry
      WHERE a.normal IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(normal));
  const said = [...points.map(({ value }) => value), ...[...names].filter(isFullName)].flatMap((text) => {
    const expression = matchExpression(text, false);
    return expression === null ? [] : casesSaying(store, expression);
  });
  const shared = prepared<[string], { id: number }>(
    store,
    'SELECT DISTINCT customer AS id FROM contact_points WHERE normal IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(normal));
  const noted = [...names].filter(isFullName).concat(points.map(({ value }) => value));
  return {
    cases: others([...written.map((row) => row.number), ...said], cases),
    customers: others([...shared.map((row) => row.id), ...noted.flatMap((text) => notedOf(store, text))], customers),
  };
}

const others = (found: readonly number[], hers: ReadonlySet<number>): number[] =>
  [...new Set(found)].filter((one) => !hers.has(one)).sort((one, other) => one - other);

const casesSaying = (store: Store, expression: string): number[] =>
  prepared<[string], { number: number }>(
    store,
    'SELECT DISTINCT r.case_number AS number FROM search s JOIN search_rows r ON r.row = s.rowid WHERE search MATCH ?',
  )
    .all(expression)
    .map((row) => row.number);

const notedOf = (store: Store, text: string): number[] =>
  prepared<[{ text: string }], { id: number }>(
    store,
    'SELECT id FROM customers WHERE instr(notes, @text) > 0 OR instr(fields, @text) > 0',
  )
    .all({ text })
    .map((row) => row.id);
