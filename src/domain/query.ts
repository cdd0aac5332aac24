import { DeskError } from './errors.ts';

/** Keys of the query language. English in every language; an unknown key is an error that names the nearest one. */
export const QUERY_KEYS = [
  'is', 'has', 'status', 'kind', 'topic', 'mood', 'priority', 'tag', 'channel', 'from', 'customer', 'segment', 'lang',
  'product', 'department', 'created', 'updated', 'waiting', 'solved', 'snoozed', 'number', 'sort',
] as const;
export type QueryKey = (typeof QUERY_KEYS)[number];

export const IS_VALUES = ['open', 'waiting', 'snoozed', 'unread'] as const;
export const HAS_VALUES = ['attachment', 'note', 'draft'] as const;
export const SORT_VALUES = ['queue', 'updated', 'created', 'waiting', 'number', 'snoozed'] as const;
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

/** Everything: what `*` and the empty query say. */
export const EVERYTHING: Query = { where: { type: 'and', terms: [] }, sort: null };

interface Token {
  readonly text: string;
  /** the text stood in double quotes */
  readonly quoted: boolean;
}

/**
 * Parses `status:open,pending -tag:spam waiting>4h "màn hình" (kind:care OR segment:loyal) sort:updated`.
 * `query := and ("OR" and)*`, `and := term+`, `term := ["-"] ( "(" query ")" | key op value | word | "phrase" )`.
 * Throws `bad-query` for an unknown key or a missing value, naming the nearest key.
 */
export function parseQuery(text: string): Query {
  const tokens = tokenise(text);
  let at = 0;
  let sort: Sort | null = null;

  function or(): Term {
    const terms = [and()];
    while (tokens[at]?.text === 'OR' && !tokens[at]?.quoted) {
      at += 1;
      terms.push(and());
    }
    return terms.length === 1 && terms[0] !== undefined ? terms[0] : { type: 'or', terms };
  }

  function and(): Term {
    const terms: Term[] = [];
    while (at < tokens.length && !isSyntax(tokens[at], ')') && !isSyntax(tokens[at], 'OR')) {
      const term = single();
      if (term !== null) terms.push(term);
    }
    return terms.length === 1 && terms[0] !== undefined ? terms[0] : { type: 'and', terms };
  }

  function single(): Term | null {
    const token = tokens[at];
    at += 1;
    if (token === undefined) return null;
    if (isSyntax(token, '-')) {
      const term = single();
      return term === null ? null : { type: 'not', term };
    }
    if (isSyntax(token, '(')) {
      const term = or();
      if (isSyntax(tokens[at], ')')) at += 1;
      return term;
    }
    if (token.quoted) return { type: 'phrase', text: token.text };
    const field = /^([\p{L}-]+)(:|>=|<=|>|<)(.*)$/su.exec(token.text);
    if (field === null) return token.text === '*' || token.text === '' ? null : word(token.text);
    const [, key = '', op = ':', rest = ''] = field;
    return fieldTerm(key.toLowerCase(), op, rest);
  }

  function fieldTerm(key: string, op: string, rest: string): Term | null {
    if (!isQueryKey(key)) throw new DeskError('bad-query', 'unknown-key', { key, nearest: nearest(key, QUERY_KEYS) });
    if (rest === '') throw new DeskError('bad-query', 'key-without-value', { key });
    const values = rest.split(',').map((value) => value.replace(/^"(.*)"$/s, '$1'));
    if (key !== 'sort') return { type: 'field', key, op: isOperator(op) ? op : ':', values };
    const wanted = values[0] ?? '';
    if (!isSort(wanted)) throw new DeskError('bad-query', 'unknown-value', { key, value: wanted, nearest: nearest(wanted, SORT_VALUES) });
    sort = wanted;
    return null;
  }

  const terms: Term[] = [];
  while (at < tokens.length) {
    if (isSyntax(tokens[at], ')')) at += 1; // a bracket too many closes nothing
    else terms.push(or());
  }
  return { where: terms.length === 1 && terms[0] !== undefined ? terms[0] : { type: 'and', terms }, sort };
}

const isSyntax = (token: Token | undefined, text: string): boolean => token !== undefined && !token.quoted && token.text === text;
const isQueryKey = (key: string): key is QueryKey => QUERY_KEYS.some((known) => known === key);
const isSort = (value: string): value is Sort => SORT_VALUES.some((known) => known === value);
const isOperator = (op: string): op is Operator => [':', '>', '>=', '<', '<='].includes(op);

function word(text: string): Term {
  const prefix = text.length > 1 && text.endsWith('*');
  return { type: 'word', text: prefix ? text.slice(0, -1) : text, prefix };
}

/** Words, "phrases", brackets and the minus before a term; quotes inside `key:"two words"` stay with their key. */
function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s+|([()])|-(?=[^\s])|"([^"]*)"?|((?:[^\s()"]|"[^"]*"?)+)/guy;
  for (const match of text.matchAll(pattern)) {
    const [whole, bracket, phrase, plain] = match;
    if (bracket !== undefined) tokens.push({ text: bracket, quoted: false });
    else if (phrase !== undefined) tokens.push({ text: phrase, quoted: true });
    else if (plain !== undefined) tokens.push({ text: plain, quoted: false });
    else if (whole === '-') tokens.push({ text: '-', quoted: false });
  }
  return tokens;
}

/** The known word with the fewest edits to `wanted` (Levenshtein). */
export function nearest(wanted: string, known: readonly string[]): string {
  let best = known[0] ?? '';
  let fewest = Number.POSITIVE_INFINITY;
  for (const word of known) {
    const edits = distance(wanted, word);
    if (edits < fewest) {
      fewest = edits;
      best = word;
    }
  }
  return best;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}
