import * as z from 'zod';
import type { Case } from '../domain/case.ts';
import { DeskError } from '../domain/errors.ts';
import { turnAfterMove } from '../domain/standing.ts';
import { getCase, updateCase } from '../store/cases.ts';
import { spokenIn } from '../store/entries.ts';
import { cameBackSinceMerge } from '../store/handoffs.ts';
import { unmergeCase } from '../store/merges.ts';
import type { Store } from '../store/open.ts';
import { describeAction } from '../store/writing.ts';
import type { Action } from './action.ts';

const input = z.strictObject({ case: z.int().positive() });

/** Takes a merged case out again, whatever has happened since: its entries go back, and it is as it was. */
export const unmerge: Action<z.infer<typeof input>, { number: number; from: number }> = {
  id: 'unmerge',
  input,
  run: (writing, _context, { case: number }) => {
    const { store } = writing;
    const source = getCase(store, number);
    const path = wayFrom(store, source);
    const holder = path.at(-1);
    if (holder === undefined) throw new DeskError('bad-value', 'not-merged', { number });
    const { status, waitingSince } = unmergeCase(writing, source, path);
    const stands = status === 'hold' && cameBackSinceMerge(store, number) ? 'open' : status;
    updateCase(writing, source, { mergedInto: null, status: stands, waitingSince, touchedAt: writing.now });
    const turn = turnAfterMove(holder.status, spokenIn(store, holder.number), false);
    updateCase(writing, holder, { ...turn, touchedAt: writing.now });
    describeAction(writing, { case: number, cases: 1, what: `#${holder.number}` });
    return { number, from: holder.number };
  },
};

/** The cases that a merged one leads to, one after the other; the last one holds its entries. */
function wayFrom(store: Store, source: Case): Case[] {
  const way: Case[] = [];
  for (let next = source.mergedInto; next !== null && way.length < 100; ) {
    const found = getCase(store, next);
    way.push(found);
    next = found.mergedInto;
  }
  return way;
}
