import Database from 'better-sqlite3';
import { DeskError } from '../domain/errors.ts';
import { type Blocker, blockerOf, DRAFT, isDangling, LEFT, NOBODY } from './blockers.ts';
import { type Change, changesOf, journaledTable, replay } from './changes.ts';
import { isNeeded } from './kept.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

/** Thrown inside a savepoint: this change cannot be taken back. */
class Blocked extends Error {
  readonly blocker: Blocker;
  readonly change: Change;
  constructor(blocker: Blocker, change: Change) {
    super('blocked');
    this.blocker = blocker;
    this.change = change;
  }
}

/**
 * Takes back one action whole; throws `undo-blocked`, naming what came later, and changes nothing then. Only a customer
 * whom another case needs by now stays.
 */
export function replayBack(writing: Writing, action: number): void {
  const { store } = writing;
  const { first, cases, last } = inPhases(changesOf(store, action));
  try {
    takeAllBack(store, [...first, ...cases, ...last], action, (change) => isNeeded(store, change, action, new Set()));
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    throw refusal(error);
  }
  markUndone(writing, action, []);
}

/** What stands in the way, in words. */
function refusal({ blocker, change }: Blocked): DeskError {
  const facts = { verb: blocker.verb, id: blocker.id, case: change.case_number ?? 0 };
  if (blocker === DRAFT) return new DeskError('undo-blocked', 'undo-drafted', facts);
  if (blocker === LEFT) return new DeskError('undo-blocked', 'undo-left', facts);
  return new DeskError('undo-blocked', blocker.id === 0 ? 'undo-moved-on' : 'undo-blocked', facts);
}

/** Customers come back before their cases and go after them; what is owned follows its owner. */
export function inPhases(changes: readonly Change[]): { first: Change[]; cases: Change[]; last: Change[] } {
  const loose = changes.filter((change) => change.case_number === null);
  const isFirst = (change: Change): boolean => change.op === 'delete' && journaledTable(change.tbl).owned !== true;
  return {
    first: loose.filter(isFirst),
    cases: changes.filter((change) => change.case_number !== null),
    last: loose.filter((change) => !isFirst(change)),
  };
}

/** Takes these changes back, all or none of them; false when something stands in the way. */
export function takenBack(store: Store, changes: readonly Change[], head: number): boolean {
  const all = store.db.transaction(() => takeAllBack(store, changes, head));
  try {
    all();
    return true;
  } catch (error) {
    if (error instanceof Blocked) return false;
    throw error;
  }
}

function takeAllBack(
  store: Store,
  changes: readonly Change[],
  head: number,
  stays: (change: Change) => boolean = () => false,
): void {
  for (const change of changes) if (!stays(change)) takeBack(store, change, head);
  for (const change of changes) if (isDangling(store, change)) throw new Blocked(NOBODY, change);
}

function takeBack(store: Store, change: Change, head: number): void {
  const blocker = blockerOf(store, change, head);
  if (blocker !== null) throw new Blocked(blocker, change);
  try {
    replay(store, change);
  } catch (error) {
    // what was taken out has come in another way since: the same mail by a later import, a template of that name
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT'))
      throw new Blocked(NOBODY, change);
    throw error;
  }
}

/** Notes that an action has been taken back by this one, except for the cases in `kept`. */
export function markUndone(writing: Writing, action: number, kept: readonly number[]): void {
  const { store } = writing;
  setUndone(store, action, writing.action);
  prepared(store, 'UPDATE actions SET kept = ? WHERE id = ?').run(JSON.stringify(kept), writing.action);
}

/** Notes on the head of a bulk action, whose slices are done with, what it stands at now. */
export function markHead(store: Store, action: number, by: number, kept: readonly number[]): void {
  setUndone(store, action, by);
  prepared(store, 'UPDATE actions SET kept = ? WHERE id = ?').run(JSON.stringify(kept), by);
}

/** Every case of the action had to stay: it is in force as before. */
export function markNotUndone(store: Store, family: readonly number[]): void {
  prepared(store, 'UPDATE actions SET undone_by = NULL WHERE id IN (SELECT value FROM json_each(?))').run(
    JSON.stringify(family),
  );
}

/** `action` is undone by `by`; what it had undone itself is in force again. */
function setUndone(store: Store, action: number, by: number): void {
  prepared(store, 'UPDATE actions SET undone_by = ? WHERE id = ?').run(by, action);
  prepared(store, 'UPDATE actions SET undone_by = NULL WHERE id = (SELECT undoes FROM actions WHERE id = ?)').run(
    action,
  );
}
