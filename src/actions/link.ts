import * as z from 'zod';
import { DeskError } from '../domain/errors.ts';
import { workingCase } from '../store/cases.ts';
import { addLink, removeLink } from '../store/links.ts';
import { describeAction, type Writing } from '../store/writing.ts';
import type { Action } from './action.ts';

const input = z.strictObject({ case: z.int().positive(), other: z.int().positive() });
type Pair = z.infer<typeof input>;

/** Makes two cases know each other: each is named in the other. */
export const link: Action<Pair, Pair & { changed: boolean }> = {
  id: 'link',
  input,
  run: (writing, _context, named) => {
    const pair = found(writing, named);
    return { ...pair, changed: addLink(writing, pair.case, pair.other) };
  },
};

/** Ends a link. Throws `not-linked`. */
export const unlink: Action<Pair, Pair> = {
  id: 'unlink',
  input,
  run: (writing, _context, named) => {
    const pair = found(writing, named);
    if (!removeLink(writing, pair.case, pair.other))
      throw new DeskError('bad-value', 'not-linked', { number: pair.case, other: pair.other });
    return pair;
  },
};

/** The two cases that are meant, merged ones followed; throws `link-itself`. */
function found(writing: Writing, named: Pair): Pair {
  const { number } = workingCase(writing.store, named.case);
  const { number: other } = workingCase(writing.store, named.other);
  if (number === other) throw new DeskError('bad-value', 'link-itself', { number });
  describeAction(writing, { case: number, cases: 1, what: `#${other}` });
  return { case: number, other };
}
