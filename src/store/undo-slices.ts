import { type Change, changesOf, imageOf, journaledTable, replay } from './changes.ts';
import { hasDraft } from './drafted.ts';
import { isNeeded } from './kept.ts';
import { type CaseGroup, groupsOf } from './linked-cases.ts';
import type { Store } from './open.ts';
import { leaveStandings } from './standings.ts';
import { inPhases, markUndone, takenBack } from './undo.ts';
import type { Writing } from './writing.ts';

/** What one slice of a bulk action did, as it is taken back: case by case, with what must come before and after. */
export interface SliceBack {
  readonly action: number;
  readonly first: readonly Change[];
  readonly groups: readonly CaseGroup[];
  readonly last: readonly Change[];
}

/** Reads a slice. Cases in `gone` have been taken back already, by an undo that was broken off. */
export function sliceBack(store: Store, action: number, gone: ReadonlySet<number>): SliceBack {
  const { first, cases, last } = inPhases(changesOf(store, action));
  const groups = groupsOf(cases).filter((group) => !group.cases.some((number) => gone.has(number)));
  const holders = new Map(groups.flatMap((group) => group.changes.map((change) => [rowOf(change), group])));
  const loose = last.filter((change) => {
    const holder = holders.get(ownerOf(change) ?? '');
    holder?.changes.push(change);
    return holder === undefined;
  });
  return { action, first, groups, last: loose };
}

const rowOf = ({ tbl, key }: Change): string => `${tbl} ${key}`;

/** The row that an owned row goes with and is indexed with, as `rowOf` names it: an address comes back with its entry. */
function ownerOf(change: Change): string | null {
  const { owned, parent } = journaledTable(change.tbl);
  if (owned !== true || parent === undefined) return null;
  const [key = 'id'] = journaledTable(parent.table).key;
  return `${parent.table} ${JSON.stringify({ [key]: imageOf(change.key)[parent.column] })}`;
}

/** How a bulk action is taken back. */
export interface BackRules {
  /** the action whose slices belong together */
  readonly head: number;
  /** cases that stay as they are, with what they need; grows by those that cannot go back */
  readonly keep: Set<number>;
  /** something else may have been done since; otherwise every row is as the slice left it, and nothing has to be asked */
  readonly asks: boolean;
  /** asked after each group of cases: is there time for another one? */
  readonly goesOn: () => boolean;
}

/** Takes back groups of cases from the one at `from` on, at least one. Returns how many are done: of all, the slice is. */
export function takeGroupsBack(writing: Writing, slice: SliceBack, from: number, rules: BackRules): number {
  const { store } = writing;
  const { head, keep } = rules;
  const { first, groups, last } = slice;
  if (from === 0) for (const change of first) one(store, change, rules);
  let at = from;
  while (at < groups.length && (at === from || rules.goesOn())) {
    groupBack(store, groups[at], rules);
    at += 1;
  }
  if (at < groups.length) return at;
  for (const change of last) if (!rules.asks || !isNeeded(store, change, head, keep)) one(store, change, rules);
  const numbers = new Set(groups.flatMap((group) => group.cases));
  // what those did that an earlier step took back still counted then
  if (from > 0) leaveStandings(store, [...numbers]);
  markUndone(
    writing,
    slice.action,
    [...keep].filter((number) => numbers.has(number)),
  );
  return at;
}

function one(store: Store, change: Change, { asks, head }: BackRules): void {
  if (asks) takenBack(store, [change], head);
  else replay(store, change);
}

/** Drafts, and messages on their way, are in no history: where there is one it is asked about in any case. */
function groupBack(store: Store, group: CaseGroup | undefined, { asks, head, keep }: BackRules): void {
  if (group === undefined) return;
  const { cases, changes } = group;
  const moves = changes.some((change) => change.tbl === 'outbox') || hasDraft(store, cases);
  if (!asks && !moves) for (const change of changes) replay(store, change);
  else if (cases.some((number) => keep.has(number)) || !takenBack(store, changes, head))
    for (const number of cases) keep.add(number);
}
