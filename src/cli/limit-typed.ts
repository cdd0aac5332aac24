import { DeskError } from '../domain/errors.ts';
import type { Io } from './io.ts';

/** More would scroll away. */
const ON_A_TERMINAL = 50;

/** How many rows are wanted: as typed, else 50 on a terminal and all in a pipe. Throws `bad-limit`. */
export function limitTyped(typed: string | undefined, { outIsTerminal }: Pick<Io, 'outIsTerminal'>): number {
  if (typed === undefined) return outIsTerminal ? ON_A_TERMINAL : Number.MAX_SAFE_INTEGER;
  return rowsWanted(typed);
}

/** A number of rows; throws `bad-limit`. */
export function rowsWanted(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new DeskError('usage', 'bad-limit', { value });
  return Number(value);
}
