import type { MailState, ReadUpTo } from '../domain/mail-account.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import { writeQuietly } from './writing.ts';

/** How far this folder has been read, or null: never. */
export const readUpTo = (store: Store, account: number, mailbox: string): ReadUpTo | null =>
  prepared<[number, string], ReadUpTo>(
    store,
    'SELECT uid_validity AS uidValidity, last_uid AS lastUid FROM mailboxes WHERE account = ? AND mailbox = ?',
  ).get(account, mailbox) ?? null;

/**
 * Notes how far a folder has been read: inside the transaction that files the mail, or by itself for one that was there
 * already. Never goes back within one uidValidity. Of an account that is gone meanwhile nothing is noted, here and below.
 */
export function noteReadUpTo(store: Store, account: number, mailbox: string, { uidValidity, lastUid }: ReadUpTo): void {
  prepared<[string, number, number, number], unknown>(
    store,
    `INSERT INTO mailboxes (account, mailbox, uid_validity, last_uid)
     SELECT id, ?, ?, ? FROM mail_accounts WHERE id = ?
     ON CONFLICT (account, mailbox) DO UPDATE SET uid_validity = excluded.uid_validity,
       last_uid = CASE WHEN uid_validity = excluded.uid_validity THEN max(last_uid, excluded.last_uid)
         ELSE excluded.last_uid END`,
  ).run(mailbox, uidValidity, lastUid, account);
}

/** Notes how far back the first fetch goes (ms; 0: to the beginning). Not an action. */
export function rememberSince(store: Store, account: number, since: number): void {
  writeQuietly(store, () => {
    prepared<[number, number], unknown>(store, 'UPDATE mail_accounts SET since = ? WHERE id = ?').run(since, account);
  });
}

/** How every account does, in the order of their ids. */
export const mailStates = (store: Store): MailState[] =>
  prepared<[], MailState>(
    store,
    `SELECT a.id AS account, s.fetched_at AS fetchedAt, s.fetch_problem AS fetchProblem,
       s.fetch_failed_at AS fetchFailedAt, s.send_problem AS sendProblem, s.send_failed_at AS sendFailedAt
     FROM mail_accounts a LEFT JOIN mail_state s ON s.account = a.id ORDER BY a.id`,
  ).all();

const OWN_ROW = 'INSERT OR IGNORE INTO mail_state (account) SELECT id FROM mail_accounts WHERE id = ?';

const COLUMNS = { fetch: ['fetch_problem', 'fetch_failed_at'], send: ['send_problem', 'send_failed_at'] } as const;

/** Notes how fetching or sending went: `problem` as `problemText` makes it, or null for well. Not an action. */
export function noteMailState(
  store: Store,
  account: number,
  what: 'fetch' | 'send',
  problem: string | null,
  now: number,
): void {
  const [told, at] = COLUMNS[what];
  writeQuietly(store, () => {
    prepared<[number], unknown>(store, OWN_ROW).run(account);
    prepared<unknown[], unknown>(store, `UPDATE mail_state SET ${told} = ?, ${at} = ? WHERE account = ?`).run(
      problem,
      problem === null ? null : now,
      account,
    );
    if (what === 'fetch' && problem === null)
      prepared<[number, number], unknown>(store, 'UPDATE mail_state SET fetched_at = ? WHERE account = ?').run(
        now,
        account,
      );
  });
}

/**
 * Takes or keeps the watch over an account until `until` (ms); false where another process that may be alive has it, or
 * the account is gone.
 * One watcher an account is enough; a second one does no harm, it only asks the server twice.
 */
export function keepWatch(
  store: Store,
  account: number,
  watcher: string,
  until: number,
  now: number,
  isGone: (watcher: string) => boolean,
): boolean {
  let mine = false;
  writeQuietly(store, () => {
    prepared<[number], unknown>(store, OWN_ROW).run(account);
    const held = prepared<[number], { watcher: string | null; until: number | null }>(
      store,
      'SELECT watcher, watched_until AS until FROM mail_state WHERE account = ?',
    ).get(account);
    if (held === undefined) return;
    mine = held.watcher === null || held.watcher === watcher || (held.until ?? 0) <= now || isGone(held.watcher);
    if (mine)
      prepared<unknown[], unknown>(store, 'UPDATE mail_state SET watcher = ?, watched_until = ? WHERE account = ?').run(
        watcher,
        until,
        account,
      );
  });
  return mine;
}

/** Gives the watch up. */
export const endWatch = (store: Store, watcher: string): void =>
  writeQuietly(store, () => {
    prepared<[string], unknown>(
      store,
      'UPDATE mail_state SET watcher = NULL, watched_until = NULL WHERE watcher = ?',
    ).run(watcher);
  });
