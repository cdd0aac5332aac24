import type { Case, Status } from '../domain/case.ts';
import { DeskError } from '../domain/errors.ts';
import { setTags, tagsOf, updateCase } from './cases.ts';
import { addEvent } from './events.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

/** SQL: the case `?` and all that were merged into it, one by way of another too. */
export const FAMILY = `WITH RECURSIVE family (number) AS (
  VALUES (?) UNION SELECT c.number FROM cases c JOIN family f ON c.merged_into = f.number)`;

/** The cases that were merged into this one and still are, newest merge first. */
export function mergedInto(store: Store, number: number): number[] {
  return prepared<[number], { number: number }>(
    store,
    'SELECT number FROM cases WHERE merged_into = ? ORDER BY touched_at DESC, number DESC',
  )
    .all(number)
    .map((row) => row.number);
}

/**
 * Moves all entries of `source` into `target` and unites their tags; remembers what came from where, so that it can go
 * back after any time. Whose turn it is in the target is for the caller to say.
 */
export function mergeCase(writing: Writing, source: Case, target: Case, at: number | null = writing.now): void {
  const { store } = writing;
  prepared(store, 'INSERT INTO merges (source, status, waiting_since) VALUES (?, ?, ?)').run(
    source.number,
    source.status,
    source.waitingSince,
  );
  prepared(
    store,
    'INSERT INTO merge_entries (source, entry) SELECT case_number, id FROM entries WHERE case_number = ?',
  ).run(source.number);
  prepared(store, 'UPDATE entries SET case_number = ? WHERE case_number = ?').run(target.number, source.number);
  const had = tagsOf(store, target.number);
  const gained = tagsOf(store, source.number).filter((tag) => !had.includes(tag));
  const remember = prepared(store, 'INSERT INTO merge_tags (source, tag) VALUES (?, ?)');
  for (const tag of gained) remember.run(source.number, tag);
  setTags(writing, target.number, [...had, ...gained], at);
  addEvent(writing, { at, case: target.number, field: 'merged', old: null, new: String(source.number) });
}

/** How the case stood before it was merged. */
export interface Merged {
  readonly status: Status;
  readonly waitingSince: number | null;
}

/**
 * Brings back what came from `source`, from where it lies now; `path` leads there, one merge after the other. What has
 * been split off since stays where it was put. Throws `merge-unknown` where nothing is remembered.
 */
export function unmergeCase(writing: Writing, source: Case, path: readonly Case[]): Merged {
  const { store } = writing;
  const holder = path.at(-1)?.number ?? source.number;
  // in what lies between they were guests as well
  for (const between of path.slice(0, -1))
    prepared(
      store,
      'DELETE FROM merge_entries WHERE source = ? AND entry IN (SELECT entry FROM merge_entries WHERE source = ?)',
    ).run(between.number, source.number);
  prepared(
    store,
    `UPDATE entries SET case_number = ? WHERE case_number = ?
      AND id IN (SELECT entry FROM merge_entries WHERE source = ?)`,
  ).run(source.number, holder, source.number);
  takeTagsBack(writing, source.number, path);
  const merged = stateOf(store, source.number);
  prepared(store, 'DELETE FROM merge_entries WHERE source = ?').run(source.number);
  prepared(store, 'DELETE FROM merge_tags WHERE source = ?').run(source.number);
  prepared(store, 'DELETE FROM merges WHERE source = ?').run(source.number);
  addEvent(writing, { at: writing.now, case: holder, field: 'merged', old: String(source.number), new: null });
  return merged;
}

function stateOf(store: Store, source: number): Merged {
  const sql = 'SELECT status, waiting_since AS waitingSince FROM merges WHERE source = ?';
  const found = prepared<[number], Merged>(store, sql).get(source);
  if (found === undefined) throw new DeskError('bad-data', 'merge-unknown', { number: source });
  return found;
}

/** The tags that a case has from `source` go, all along the path; one that another merged case has too stays for it. */
function takeTagsBack(writing: Writing, source: number, path: readonly Case[]): void {
  const { store } = writing;
  const other = prepared<[number, number, string], { number: number }>(
    store,
    `SELECT c.number FROM cases c JOIN case_tags t ON t.case_number = c.number
      WHERE c.merged_into = ? AND c.number <> ? AND t.tag = ? ORDER BY c.number LIMIT 1`,
  );
  let from = source;
  let given = tagsFrom(store, source);
  for (const { number: target } of path) {
    const gone = given.filter((tag) => {
      const heir = other.get(target, from, tag);
      if (heir !== undefined)
        prepared(store, 'INSERT OR IGNORE INTO merge_tags (source, tag) VALUES (?, ?)').run(heir.number, tag);
      return heir === undefined;
    });
    setTags(
      writing,
      target,
      tagsOf(store, target).filter((tag) => !gone.includes(tag)),
    );
    from = target;
    given = tagsFrom(store, target).filter((tag) => gone.includes(tag));
    for (const tag of given) prepared(store, 'DELETE FROM merge_tags WHERE source = ? AND tag = ?').run(target, tag);
  }
}

const tagsFrom = (store: Store, source: number): string[] =>
  prepared<[number], { tag: string }>(store, 'SELECT tag FROM merge_tags WHERE source = ? ORDER BY tag')
    .all(source)
    .map((row) => row.tag);

/** An entry that came in for `number`, where that is merged: it lies where that leads to, and goes back with it. */
export function rememberGuest(writing: Writing, entry: number, number: number): void {
  prepared(
    writing.store,
    `WITH RECURSIVE way (number) AS (
       VALUES (?) UNION SELECT c.merged_into FROM cases c JOIN way w ON w.number = c.number WHERE c.merged_into IS NOT NULL)
     INSERT OR IGNORE INTO merge_entries (source, entry)
       SELECT m.source, ? FROM way w JOIN merges m ON m.source = w.number`,
  ).run(number, entry);
}

/** Entries that are put somewhere else on purpose belong to no merge any more. */
export function forgetOrigin(writing: Writing, entries: readonly number[]): void {
  const forget = prepared(writing.store, 'DELETE FROM merge_entries WHERE entry = ?');
  for (const entry of entries) forget.run(entry);
}

/** The mark of a merged case: it leads to the other one, is closed, and nobody waits in it. */
export function closeAsMerged(
  writing: Writing,
  source: Case,
  target: number,
  more: { touchedAt: number } | { updatedAt: number | null },
): void {
  updateCase(writing, source, { mergedInto: target, status: 'closed', waitingSince: null, unread: false, ...more });
}
