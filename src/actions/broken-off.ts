import { DeskError, type ErrorCode } from '../domain/errors.ts';
import { asDeskError } from '../store/sqlite-errors.ts';

const OUTSIDE: ReadonlySet<ErrorCode> = new Set(['disk-full', 'io-failed', 'busy']);

/**
 * A failure of the disk, or another writer, in the midst of work that is done in steps: what is done stays, so the
 * sentence `what` tells of that instead of "nothing was changed". Any other failure stays what it is.
 */
export function brokenOff(error: unknown, what: string, facts: Readonly<Record<string, number>>): unknown {
  const known = asDeskError(error);
  if (!(known instanceof DeskError) || !OUTSIDE.has(known.code)) return error;
  return new DeskError(known.code, what, { ...facts, why: known.code, detail: known.facts['detail'] ?? '' }, known);
}
