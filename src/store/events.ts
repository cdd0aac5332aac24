import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

/** A fact: what changed in a case, or that a message went in or out. */
export interface NewEvent {
  /** when it happened, ms; the date of the mail for an imported one; null when not known */
  readonly at: number | null;
  readonly case: number | null;
  readonly field: string;
  readonly old: string | null;
  readonly new: string | null;
}

export interface StoredEvent extends NewEvent {
  readonly id: number;
  readonly author: string;
  readonly action: number;
  readonly verb: string;
  readonly undone: boolean;
}

export function addEvent(writing: Writing, event: NewEvent): void {
  prepared(
    writing.store,
    'INSERT INTO events (at, author, action, case_number, field, old, new) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(event.at, writing.agent, writing.action, event.case, event.field, event.old, event.new);
}

/** The facts of a case, oldest first; those of undone actions are marked, not left out. */
export function eventsOf(store: Store, number: number): StoredEvent[] {
  return prepared<[number], Omit<StoredEvent, 'undone'> & { undone: number }>(
    store,
    `SELECT e.id, e.at, e.author, e.action, a.verb, e.case_number AS "case", e.field, e.old, e.new,
            (a.undone_by IS NOT NULL AND NOT EXISTS (
              SELECT 1 FROM actions u, json_each(u.kept) k WHERE u.id = a.undone_by AND k.value = e.case_number)) AS undone
       FROM events e JOIN actions a ON a.id = e.action
      WHERE e.case_number = ? ORDER BY e.id`,
  )
    .all(number)
    .map((row) => ({ ...row, undone: row.undone === 1 }));
}
