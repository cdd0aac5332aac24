import type Database from 'better-sqlite3';
import { DeskError } from '../domain/errors.ts';
import { CALL_BACK_MS } from '../domain/outbox.ts';
import { changedCases, dueChanged } from './due.ts';
import { recordUnder, startJournal } from './journal.ts';
import type { Store } from './open.ts';
import { giveTimeAgain } from './outbox-time.ts';
import { indexChanged } from './search.ts';
import { asDeskError, inOurWords } from './sqlite-errors.ts';
import { standingsChanged } from './standings.ts';
import { prepared } from './statements.ts';

/** Who acts, and when. `session` is one window or one script; `z` takes back what the same session did. */
export interface Actor {
  readonly agent: string;
  readonly session: string;
  /** ms */
  readonly now: number;
}

/** The permission to write: it exists only inside an action's transaction, and every writer asks for it. */
export interface Writing extends Actor {
  readonly store: Store;
  readonly action: number;
  readonly verb: string;
}

export interface WriteOptions {
  /** the action that this one is a slice of */
  readonly parent?: number;
  readonly undoes?: number;
  /** rolls back at the end; the result is what would have come out */
  readonly dryRun?: boolean;
  /** an import, which can be run again: not every slice waits for the disk */
  readonly relaxed?: boolean;
}

class RolledBack extends Error {}

const journaling = new WeakSet<Database.Database>();

/**
 * Runs `work` as one action in one IMMEDIATE transaction: its changes are journaled for undo and indexed for search.
 * Throws `read-only`, `busy`, `disk-full`, `io-failed`; whatever `work` throws rolls everything back.
 */
export function write<Result>(
  store: Store,
  actor: Actor,
  verb: string,
  work: (writing: Writing) => Result,
  options: WriteOptions = {},
): { action: number; result: Result } {
  if (store.readOnly) throw new DeskError('read-only', 'read-only', { verb });
  if (!journaling.has(store.db)) {
    startJournal(store.db);
    journaling.add(store.db);
  }
  let outcome: { action: number; result: Result } | null = null;
  const run = store.db.transaction(() => {
    const action = Number(
      prepared<unknown[], unknown>(
        store,
        'INSERT INTO actions (verb, author, session, parent, at, undoes) VALUES (?, ?, ?, ?, ?, ?)',
      ).run(verb, actor.agent, actor.session, options.parent ?? null, actor.now, options.undoes ?? null)
        .lastInsertRowid,
    );
    recordUnder(store.db, action);
    const result = work({ ...actor, store, action, verb });
    recordUnder(store.db, null);
    if (options.undoes !== undefined) giveTimeAgain(store, action, actor.now + CALL_BACK_MS);
    indexChanged(store, action);
    followChanged(store, action, { now: actor.now, later: options.relaxed === true });
    outcome = { action, result };
    if (options.dryRun === true) throw new RolledBack();
  });
  if (options.relaxed === true) {
    store.db.pragma('synchronous = NORMAL');
    store.db.pragma(`wal_autocheckpoint = ${SERIES_PAGES}`);
  }
  try {
    run.immediate();
  } catch (error) {
    if (!(error instanceof RolledBack)) throw asDeskError(error);
  } finally {
    if (options.relaxed === true) store.db.pragma('synchronous = FULL');
  }
  if (outcome === null) throw new Error(`the action ${verb} ended without an outcome`);
  return outcome;
}

/** What is kept of what follows from the rest: actions, undo and redo all come through here. */
function followChanged(store: Store, action: number, when: { readonly now: number; readonly later: boolean }): void {
  const numbers = changedCases(store, action);
  dueChanged(store, numbers, when.now);
  standingsChanged(store, action, numbers, when);
}

/**
 * Pages in the write-ahead log (16 MB) until they are copied into the store, in a series of transactions: each writes the
 * same pages of the indexes again, and what is copied less often need not be waited for.
 */
const SERIES_PAGES = 4000;

/** Writes outside of any action: what an agent is typing, what she has seen. Never journaled, never undone. */
export function writeQuietly(store: Store, work: () => void): void {
  if (store.readOnly) return;
  inOurWords(() => store.db.transaction(work).immediate());
}

/** Facts about the action itself, shown in the undo list: counts, case numbers, names. */
export function describeAction(writing: Writing, facts: Readonly<Record<string, string | number | null>>): void {
  prepared(writing.store, 'UPDATE actions SET facts = ? WHERE id = ?').run(JSON.stringify(facts), writing.action);
}
