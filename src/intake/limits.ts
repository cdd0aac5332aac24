import type { IncomingProblem } from '../domain/incoming.ts';
import { type Problem, type ProblemCode, problemOf } from '../domain/problem.ts';

/** Bytes of the largest mail that is held in memory as it is; a larger one is packed while it comes. */
export const LARGEST_MAIL = 64 * 1024 * 1024;

/**
 * Bytes of the largest mail that is kept (mail servers take 150 MB at most: Exchange Online); a larger one is reported and
 * left where it is. Memory holds it packed, three times while it is written.
 */
export const LARGEST_KEPT = 160 * 1024 * 1024;

/** Bytes of the beginning of a large mail: more than the parser reads. */
export const LARGE_HEAD = 26 * 1024 * 1024;

/** Bytes of the longest line of desk's own JSONL: the largest mail in base64 has room in it. */
export const LONGEST_LINE = 216 * 1024 * 1024;

/** A piece that could not be read. */
export const problem = (
  source: string,
  ref: string,
  code: ProblemCode,
  facts: Problem['facts'] = {},
): IncomingProblem => ({ kind: 'problem', source, ref, problem: problemOf(code, facts) });

/** Bytes in the unit that limits are told in. */
export const megabytes = (bytes: number): number => bytes / (1024 * 1024);

export const tooLarge = (source: string, ref: string): IncomingProblem =>
  problem(source, ref, 'mail-too-large', { megabytes: megabytes(LARGEST_KEPT) });
