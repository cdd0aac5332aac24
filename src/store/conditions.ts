import type { Term } from '../domain/query.ts';
import type { Condition } from './query-condition.ts';
import { fieldCondition } from './query-fields.ts';
import { matchExpression } from './query-words.ts';

const EVERYTHING: Condition = { sql: '1', values: [] };

/** The WHERE of a query, on `cases c`. Throws `bad-query`. */
export const conditionOf = (term: Term, now: number): Condition => condition(term, now) ?? EVERYTHING;

/** `null` for a term that says nothing, such as a word without a letter or digit: it neither finds nor hides. */
function condition(term: Term, now: number): Condition | null {
  switch (term.type) {
    case 'and':
    case 'or': {
      const parts = term.terms.map((one) => condition(one, now)).filter((part) => part !== null);
      if (parts.length === 0) return null;
      const glue = term.type === 'and' ? ' AND ' : ' OR ';
      return { sql: `(${parts.map((part) => part.sql).join(glue)})`, values: parts.flatMap((part) => part.values) };
    }
    case 'not': {
      const inner = condition(term.term, now);
      // what is not known is not so: without a waiting time a case waits for no more than 4 h
      return inner === null ? null : { sql: `NOT coalesce(${inner.sql}, 0)`, values: inner.values };
    }
    case 'field':
      return fieldCondition(term.key, term.op, term.values, now);
    case 'word':
    case 'phrase': {
      const expression = matchExpression(term.text, term.type === 'word' && term.prefix);
      if (expression === null) return null;
      const sql = `c.number IN (SELECT r.case_number FROM search s JOIN search_rows r ON r.row = s.rowid WHERE search MATCH ?)`;
      return { sql, values: [expression] };
    }
  }
}
