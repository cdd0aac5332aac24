import { CASE_FIELD_NAMES, type CaseFieldName } from './case-fields.ts';
import { DeskError } from './errors.ts';
import { nearest } from './nearest.ts';
import { type QueryToken, tokenise } from './query-tokens.ts';

export { nearest } from './nearest.ts';

/** Keys of the query language. English in every language; an unknown key is an error that names the nearest one. */
const SHARED_KEYS = [
  'is',
  'has',
  'status',
  'kind',
  'topic',
  'mood',
  'priority',
  'tag',
  'channel',
  'from',
  'customer',
  'segment',
  'lang',
  'product',
  'department',
  'created',
  'updated',
  'waiting',
  'solved',
  'snoozed',
  'due',
  'number',
  'sort',
] as const;
/** Those, and every field of a kind of case. */
export type QueryKey = (typeof SHARED_KEYS)[number] | CaseFieldName;
export const QUERY_KEYS: readonly QueryKey[] = [...SHARED_KEYS, ...CASE_FIELD_NAMES];

/** Keys whose values have an order, so that `>` says something. */
const ORDERED: readonly QueryKey[] = [
  'status',
  'priority',
  'created',
  'updated',
  'waiting',
  'solved',
  'snoozed',
  'due',
  'number',
  'stage',
  'amount',
];

export const IS_VALUES = ['open', 'waiting', 'overdue', 'snoozed', 'unread', 'atrisk'] as const;
export const HAS_VALUES = ['attachment', 'note', 'draft', 'follow-up', 'promise'] as const;
export const SORT_VALUES = ['queue', 'updated', 'created', 'waiting', 'due', 'number', 'snoozed'] as const;
export type Sort = (typeof SORT_VALUES)[number];

export type Operator = ':' | '>' | '>=' | '<' | '<=';

export type Term =
  | { readonly type: 'word'; readonly text: string; readonly prefix: boolean }
  | { readonly type: 'phrase'; readonly text: string }
  | { readonly type: 'field'; readonly key: QueryKey; readonly op: Operator; readonly values: readonly string[] }
  | { readonly type: 'not'; readonly term: Term }
  | { readonly type: 'and'; readonly terms: readonly Term[] }
  | { readonly type: 'or'; readonly terms: readonly Term[] };

export interface Query {
  readonly where: Term;
  readonly sort: Sort | null;
}

/** A query is typed by a person; what is longer or deeper than these is no query, and the database could not read it. */
const MOST_LETTERS = 2000;
const MOST_TERMS = 200;
const DEEPEST = 40;

/**
 * Parses `status:open,pending -tag:spam waiting>4h "màn hình" (kind:care OR segment:loyal) sort:updated`.
 * `query := and ("OR" and)*`, `and := term+`, `term := ["-"] ( "(" query ")" | key op value | word | "phrase" | #number )`.
 * Throws `bad-query` for an unknown key, naming the nearest one, a missing value, an `OR` between nothing, or a query without end.
 */
export function parseQuery(text: string): Query {
  if (text.length > MOST_LETTERS) throw new DeskError('bad-query', 'query-too-long');
  const tokens = tokenise(text);
  if (tokens.length > MOST_TERMS) throw new DeskError('bad-query', 'query-too-long');
  let at = 0;
  let sort: Sort | null = null;

  function or(depth: number): Term {
    if (depth > DEEPEST) throw new DeskError('bad-query', 'query-too-long');
    const from = at;
    const terms = [and(depth)];
    let ors = 0;
    while (isSyntax(tokens[at], 'OR')) {
      at += 1;
      ors += 1;
      terms.push(and(depth));
    }
    // with a term on one side it is being typed; with none it would find everything
    if (ors > 0 && at - from === ors) throw new DeskError('bad-query', 'or-without-terms');
    return together(
      'or',
      terms.filter((term) => !saysNothing(term)),
    );
  }

  function and(depth: number): Term {
    const terms: Term[] = [];
    while (at < tokens.length && !isSyntax(tokens[at], ')') && !isSyntax(tokens[at], 'OR')) {
      const term = single(depth);
      if (term !== null && !saysNothing(term)) terms.push(term);
    }
    return together('and', terms);
  }

  function single(depth: number): Term | null {
    const token = tokens[at];
    at += 1;
    if (token === undefined) return null;
    if (isSyntax(token, '-')) return negated(single(depth));
    if (isSyntax(token, '(')) {
      const term = or(depth + 1);
      if (isSyntax(tokens[at], ')')) at += 1;
      return term;
    }
    if (token.kind === 'phrase') return { type: 'phrase', text: token.text };
    const field = /^([\p{L}-]+)(:|>=|<=|>|<)(.*)$/su.exec(token.text);
    if (field === null) return word(token.text);
    const [, key = '', op = ':', rest = ''] = field;
    const term = fieldTerm(key.toLowerCase(), op, rest);
    if (term.key !== 'sort') return term;
    sort = sortOf(term.values[0] ?? '');
    return null;
  }

  const terms: Term[] = [];
  while (at < tokens.length) {
    if (isSyntax(tokens[at], ')'))
      at += 1; // a bracket too many closes nothing
    else terms.push(or(0));
  }
  return {
    where: together(
      'and',
      terms.filter((term) => !saysNothing(term)),
    ),
    sort,
  };
}

const isSyntax = (token: QueryToken | undefined, text: string): boolean =>
  token?.kind === 'syntax' && token.text === text;
const saysNothing = (term: Term): boolean => term.type === 'and' && term.terms.length === 0;
const isQueryKey = (key: string): key is QueryKey => QUERY_KEYS.some((known) => known === key);
const isSort = (value: string): value is Sort => SORT_VALUES.some((known) => known === value);
const isOperator = (op: string): op is Operator => [':', '>', '>=', '<', '<='].includes(op);

function together(type: 'and' | 'or', terms: readonly Term[]): Term {
  return terms.length === 1 && terms[0] !== undefined ? terms[0] : { type: terms.length === 0 ? 'and' : type, terms };
}

function negated(term: Term | null): Term | null {
  if (term === null || saysNothing(term)) return null;
  return term.type === 'not' ? term.term : { type: 'not', term };
}

function fieldTerm(key: string, op: string, rest: string): Extract<Term, { type: 'field' }> {
  if (!isQueryKey(key)) throw new DeskError('bad-query', 'unknown-key', { key, nearest: nearest(key, QUERY_KEYS) });
  // `tag:"a, b",c`: a comma inside quotes belongs to the value
  const values = [...rest.matchAll(/"([^"]*)"?|[^,"]+/g)]
    .map((match) => match[1] ?? match[0])
    .filter((one) => one !== '');
  if (values.length === 0) throw new DeskError('bad-query', 'key-without-value', { key });
  if (op !== ':' && !ORDERED.includes(key)) throw new DeskError('bad-query', 'key-without-order', { key, op });
  return { type: 'field', key, op: isOperator(op) ? op : ':', values };
}

function sortOf(wanted: string): Sort {
  if (isSort(wanted)) return wanted;
  throw new DeskError('bad-query', 'unknown-value', {
    key: 'sort',
    value: wanted,
    nearest: nearest(wanted, SORT_VALUES),
  });
}

/** A word; `*` alone finds everything, `#42` is the case of that number. */
function word(text: string): Term | null {
  if (/^\**$/.test(text)) return null;
  if (/^#\d{1,9}$/.test(text)) return { type: 'field', key: 'number', op: ':', values: [text.slice(1)] };
  const prefix = text.endsWith('*');
  return { type: 'word', text: prefix ? text.slice(0, -1) : text, prefix };
}
