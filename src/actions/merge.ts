import * as z from 'zod';
import { type Case, isDone } from '../domain/case.ts';
import { DeskError } from '../domain/errors.ts';
import { turnAfterMove } from '../domain/standing.ts';
import { type CasePatch, getCase, updateCase } from '../store/cases.ts';
import { spokenIn } from '../store/entries.ts';
import { closeAsMerged, mergeCase } from '../store/merges.ts';
import { describeAction, type Writing } from '../store/writing.ts';
import type { Action } from './action.ts';

const input = z.strictObject({
  from: z.array(z.int().positive()).min(1),
  into: z.int().positive(),
});

export interface MergeOutput {
  readonly into: number;
  readonly merged: readonly number[];
  /** the cases among them whose customer is another one than that of `into`: allowed, and worth a word */
  readonly otherCustomers: readonly number[];
}

/** Merges cases into another one: their entries move there, their numbers lead there, and un-merge takes it back. */
export const merge: Action<z.infer<typeof input>, MergeOutput> = {
  id: 'merge',
  input,
  run: (writing, _context, { from, into }) => {
    const sources = [...new Set(from)];
    const customer = unmerged(writing, into).customer;
    const otherCustomers: number[] = [];
    for (const number of sources) {
      if (number === into) throw new DeskError('bad-value', 'merge-itself', { number });
      const source = unmerged(writing, number);
      if (source.customer !== customer) otherCustomers.push(number);
      mergeOne(writing, source, getCase(writing.store, into));
    }
    describeAction(writing, { case: into, cases: 1, what: sources.map((number) => `#${number}`).join(' ') });
    return { into, merged: sources, otherCustomers };
  },
};

/** The case, which must not be merged already; throws `case-merged`. */
function unmerged(writing: Writing, number: number): Case {
  const found = getCase(writing.store, number);
  if (found.mergedInto !== null) throw new DeskError('bad-value', 'case-merged', { number, into: found.mergedInto });
  return found;
}

function mergeOne(writing: Writing, source: Case, target: Case): void {
  mergeCase(writing, source, target);
  closeAsMerged(writing, source, target.number, { touchedAt: writing.now });
  updateCase(writing, target, { ...turnWith(writing, source, target), touchedAt: writing.now, unread: false });
}

/** A customer who waits in the one waits in both, and wakes it; words that were done with wake nobody. */
function turnWith(writing: Writing, source: Case, target: Case): CasePatch {
  const live = !isDone(source.status);
  if (!live && target.waitingSince === null) return {};
  const turn = turnAfterMove(target.status, spokenIn(writing.store, target.number), live);
  const wakes = live && source.snooze === null && target.snooze !== null && target.snooze.mode !== 'firm';
  return { ...turn, ...(wakes && turn.waitingSince !== null ? { snooze: null } : {}) };
}
