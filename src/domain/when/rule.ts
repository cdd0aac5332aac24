import type { Asked, Piece, Unclear } from './asked.ts';
import { KINDS, type Kind, type Lexeme } from './lexeme.ts';

/** The number of the first (or nth) word of that kind in what was matched; null when there is none. */
export type Read = (kind: Kind, nth?: number) => number | null;

/** A row of words that says one piece, and what it says; null: these numbers say nothing. */
export interface Rule {
  readonly row: readonly (readonly Kind[])[];
  readonly says: (read: Read) => Piece | null;
}

/** The rules of some rows, written as kinds with blanks between them and bars between choices. */
export function rules(rows: readonly string[], says: (read: Read) => Piece | null): readonly Rule[] {
  return rows.map((row) => ({ row: row.split(' ').map((choice) => choice.split('|').map(kindNamed)), says }));
}

function kindNamed(name: string): Kind {
  const kind = KINDS.find((one) => one === name);
  if (kind === undefined) throw new Error(`no kind of word: ${name}`);
  return kind;
}

export const piece = (asked: Asked, ...unclear: readonly Unclear[]): Piece => ({ asked, unclear });

/** Does a word do where a rule wants that kind? Digits are a number. */
export const fits = (lexeme: Lexeme, kinds: readonly Kind[]): boolean =>
  kinds.includes(lexeme.kind) || (kinds.includes('num') && (lexeme.kind === 'digits' || lexeme.kind === 'ordinal'));

/** Reads the numbers of matched words. */
export const reader =
  (lexemes: readonly Lexeme[]): Read =>
  (kind, nth = 0) =>
    lexemes.filter((lexeme) => fits(lexeme, [kind]))[nth]?.n ?? null;
