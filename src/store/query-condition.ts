import { DeskError } from '../domain/errors.ts';
import { nearest, type Operator, type QueryKey } from '../domain/query.ts';

/** A condition on `cases c`, with `?` for each of its values. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** The value in lower case when it is one of these; throws `bad-query` naming the nearest. */
export function knownValue(key: QueryKey, value: string, choices: readonly string[]): string {
  const lower = value.toLowerCase();
  if (choices.includes(lower)) return lower;
  throw new DeskError('bad-query', 'unknown-value', { key, value, nearest: nearest(lower, choices) });
}

/** Does this place in an order stand on the wanted side of another? */
export function onRightSide(op: Operator, rank: number, wanted: number): boolean {
  switch (op) {
    case ':':
      return rank === wanted;
    case '<':
      return rank < wanted;
    case '<=':
      return rank <= wanted;
    case '>':
      return rank > wanted;
    case '>=':
      return rank >= wanted;
  }
}
