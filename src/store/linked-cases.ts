import { IN_FORCE } from './blockers.ts';
import { type Change, imageOf } from './changes.ts';
import { draftedSince } from './drafted.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** Cases that go back together or not at all, because entries moved between them or they know each other. */
export interface CaseGroup {
  readonly cases: number[];
  readonly changes: Change[];
}

/** Sorts changes by case, keeping their order. */
export function groupsOf(changes: readonly Change[]): CaseGroup[] {
  const groups = new Map<number, CaseGroup>();
  const groupFor = (number: number): CaseGroup => {
    const found = groups.get(number) ?? { cases: [number], changes: [] };
    groups.set(number, found);
    return found;
  };
  const caseOf = new Map(changes.flatMap(({ tbl, key, case_number: of }) => (tbl === 'entries' ? [[key, of]] : [])));
  for (const change of changes) {
    const [from, to] = tieOf(change) ?? guestOf(change, caseOf) ?? [];
    if (from === undefined || to === undefined) continue;
    const into = groupFor(to);
    const other = groupFor(from);
    if (into === other) continue;
    into.cases.push(...other.cases);
    for (const number of other.cases) groups.set(number, into);
  }
  for (const change of changes) if (change.case_number !== null) groupFor(change.case_number).changes.push(change);
  return [...new Set(groups.values())];
}

/** Two cases that the change ties together: entries went from one to the other, one was merged, or they were linked. */
function tieOf(change: Change): [number, number] | null {
  if (change.tbl === 'links') {
    const { a, b } = imageOf(change.key);
    return typeof a === 'number' && typeof b === 'number' ? [a, b] : null;
  }
  if (change.tbl !== 'cases' || change.op !== 'update') return moveOf(change);
  const into = imageOf(change.after)['merged_into'] ?? imageOf(change.before)['merged_into'];
  return typeof into === 'number' && change.case_number !== null ? [change.case_number, into] : null;
}

/** An entry that came into one case for another that is merged into it; null: it is none. */
function guestOf(change: Change, caseOf: ReadonlyMap<string, number | null>): [number, number] | null {
  if (change.tbl !== 'merge_entries' || change.case_number === null) return null;
  const holder = caseOf.get(JSON.stringify({ id: imageOf(change.key)['entry'] })) ?? null;
  return holder === null ? null : [change.case_number, holder];
}

/** From which case to which the change moved an entry, or null. */
function moveOf(change: Change): [number, number] | null {
  if (change.tbl !== 'entries' || change.op !== 'update') return null;
  const from = imageOf(change.before)['case_number'];
  const to = imageOf(change.after)['case_number'];
  return typeof from === 'number' && typeof to === 'number' ? [from, to] : null;
}

/** The cases of a bulk action (an import with its slices) that something else has touched since, a draft too. */
export function workedOnSince(store: Store, family: readonly number[]): Set<number> {
  const members = JSON.stringify(family);
  const touched = new Set(
    prepared<[string, number, string], { n: number }>(
      store,
      `SELECT DISTINCT c.case_number AS n FROM changes c JOIN actions a ON a.id = c.action
        WHERE c.case_number IN (SELECT f.case_number FROM changes f
            WHERE f.action IN (SELECT value FROM json_each(?)) AND f.case_number IS NOT NULL)
          AND c.action > ? AND a.undoes IS NULL AND ${IN_FORCE}
          AND c.action NOT IN (SELECT value FROM json_each(?))`,
    )
      .all(members, family[0] ?? 0, members)
      .map((row) => row.n),
  );
  for (const number of draftedSince(store, family)) touched.add(number);
  return touched;
}

/** `workedOnSince`, and the cases that those took entries from or gave entries to. */
export function touchedSince(store: Store, family: readonly number[]): Set<number> {
  const members = JSON.stringify(family);
  const touched = workedOnSince(store, family);
  if (touched.size === 0) return touched;
  const moves = prepared<[string], { tbl: 'entries'; op: 'update'; before: string; after: string }>(
    store,
    `SELECT before, after FROM changes INDEXED BY changes_by_action WHERE action IN (SELECT value FROM json_each(?))
       AND tbl = 'entries' AND op = 'update' AND json_type(before, '$.case_number') = 'integer'`,
  ).all(members);
  for (let before = -1; before < touched.size; ) {
    before = touched.size;
    for (const move of moves) {
      const from = imageOf(move.before)['case_number'];
      const to = imageOf(move.after)['case_number'];
      if (typeof from !== 'number' || typeof to !== 'number' || touched.has(from) === touched.has(to)) continue;
      touched.add(from).add(to);
    }
  }
  return touched;
}
