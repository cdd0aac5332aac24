import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** Messages that this action (an undo, a redo) brought back into the queue leave at `until` at the earliest. */
export function giveTimeAgain(store: Store, action: number, until: number): void {
  prepared<[number, number, number], unknown>(
    store,
    `UPDATE outbox SET not_before = ? WHERE state = 'queued' AND coalesce(not_before, 0) < ?
       AND entry IN (SELECT json_extract(key, '$.entry') FROM changes INDEXED BY changes_by_action
         WHERE action = ? AND tbl = 'outbox')`,
  ).run(until, until, action);
}
