import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import { writeQuietly } from './writing.ts';

/** The agent has looked at the case. Not an action, and no change of its version: nobody's work is overtaken by a look. */
export function markSeen(store: Store, number: number): void {
  writeQuietly(store, () => {
    prepared(store, 'UPDATE cases SET unread = 0 WHERE number = ? AND unread = 1').run(number);
  });
}

/** When an agent last looked at this desk, ms; the start line counts what has come since. */
export function lastSeen(store: Store): number | null {
  const value = prepared<[], { value: string }>(store, "SELECT value FROM settings WHERE key = 'last-seen'").get()
    ?.value;
  return value === undefined ? null : Number(value);
}

export function rememberSeen(store: Store, now: number): void {
  writeQuietly(store, () => {
    prepared(
      store,
      "INSERT INTO settings (key, value) VALUES ('last-seen', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    ).run(String(now));
  });
}

/** SQL: the newest action up to a moment. Actions are numbered in the order of time, so this looks only at what came since. */
export const LAST_BEFORE = 'SELECT id FROM actions WHERE at <= ? ORDER BY id DESC LIMIT 1';

/** Cases in which a customer's word has come in since then, by the time it was filed. */
export function newsSince(store: Store, since: number): { cases: number; messages: number } {
  return (
    prepared<[number, number], { cases: number; messages: number }>(
      store,
      `SELECT count(DISTINCT e.case_number) AS cases, count(*) AS messages
         FROM actions a CROSS JOIN events e ON e.action = a.id JOIN cases c ON c.number = e.case_number
        WHERE a.id > coalesce((${LAST_BEFORE}), 0) AND a.at > ? AND a.undone_by IS NULL AND e.field = 'message' AND e.new = 'in' AND c.status IN ('new', 'open')`,
    ).get(since, since) ?? { cases: 0, messages: 0 }
  );
}
