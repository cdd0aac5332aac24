import type { IncomingProblem } from '../domain/incoming.ts';

/** Bytes of the largest mail that is taken in; a larger one is reported and left where it is. */
export const LARGEST_MAIL = 64 * 1024 * 1024;

/** Bytes of the longest line of desk's own JSONL: the largest mail in base64 has room in it. */
export const LONGEST_LINE = 96 * 1024 * 1024;

/** A piece that could not be read; `reason` is plain English. */
export const problem = (source: string, ref: string, reason: string): IncomingProblem => ({
  kind: 'problem',
  source,
  ref,
  reason,
});

export const tooLarge = (source: string, ref: string): IncomingProblem =>
  problem(source, ref, 'larger than 64 MB: not read');
