import { DeskError } from '../domain/errors.ts';
import { type Io, readAll } from './io.ts';

/** `42` or `#42`, or null. */
export function caseNumber(word: string): number | null {
  const digits = /^#?(\d{1,15})$/.exec(word)?.[1];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}

/** The case numbers named by these words, each once; `-` reads them from stdin. Throws `bad-case-number`, `no-numbers`. */
export async function caseNumbers(words: readonly string[], io: Io): Promise<number[]> {
  const numbers = new Set<number>();
  for (const word of words) {
    const named = word === '-' ? (await readAll(io.stdin)).split(/\s+/).filter((one) => one !== '') : [word];
    if (named.length === 0) throw new DeskError('no-input', 'no-numbers');
    for (const one of named) {
      const number = caseNumber(one);
      if (number === null) throw new DeskError('usage', 'bad-case-number', { text: one });
      numbers.add(number);
    }
  }
  return [...numbers];
}

/** A plain positive number (an entry, an action); throws `bad-id`. */
export function idNumber(word: string): number {
  const number = caseNumber(word);
  if (number === null) throw new DeskError('usage', 'bad-id', { value: word });
  return number;
}
