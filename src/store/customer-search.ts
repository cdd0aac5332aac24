import type { Segment } from '../domain/customer.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** Which customers are looked for; what is null or empty is not asked. */
export interface CustomerSearch {
  /** each in the name, the company, an address, a tag or the notes */
  readonly words: readonly string[];
  readonly segment: Segment | null;
  readonly tag: string | null;
  readonly language: string | null;
  readonly internal: boolean | null;
}

/** The customers who are found, the newest first; who was merged is found as whom she is part of. */
export function findCustomers(store: Store, search: CustomerSearch, limit: number): number[] {
  const where = ['k.merged_into IS NULL'];
  const values: (string | number)[] = [];
  const ask = (sql: string, ...asked: (string | number)[]): void => {
    where.push(sql);
    values.push(...asked);
  };
  if (search.segment !== null) ask('k.segment = ?', search.segment);
  if (search.language !== null) ask('k.language = ?', search.language);
  if (search.internal !== null) ask('k.internal = ?', search.internal ? 1 : 0);
  if (search.tag !== null)
    ask('EXISTS (SELECT 1 FROM customer_tags t WHERE t.customer = k.id AND t.tag = ?)', search.tag);
  for (const word of search.words) ask(HOLDS, ...holdsValues(word));
  return prepared<unknown[], { id: number }>(
    store,
    `SELECT k.id FROM customers k WHERE ${where.join(' AND ')} ORDER BY k.id DESC LIMIT ?`,
  )
    .all(...values, limit)
    .map((row) => row.id);
}

/** SQL: does customer `k` hold a word, in the name, the company, an address, a tag or the notes? */
export const HOLDS = `(says(k.name || char(10) || coalesce(k.company, '') || char(10) || k.notes, ?)
  OR EXISTS (SELECT 1 FROM contact_points p WHERE p.customer = k.id AND (says(p.value, ?) OR instr(p.normal, ?) > 0))
  OR EXISTS (SELECT 1 FROM customer_tags t WHERE t.customer = k.id AND says(t.tag, ?)))`;

export const holdsValues = (word: string): string[] => [word, word, digitsOf(word), word];

/** Digits as numbers are kept, so that `+84 90` finds `090`; what is no number is in none. */
const digitsOf = (word: string): string =>
  /^\+?[\d().-]{3,}$/.test(word) ? word.replace(/^\+(84|66)/, '0').replace(/\D/g, '') : '\u0000';
