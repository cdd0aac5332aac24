import { CLAIM_MS, type Hold, type Outgoing } from '../domain/outbox.ts';
import type { Store } from './open.ts';
import { findOutgoing } from './outbox.ts';
import { prepared } from './statements.ts';
import { type Writing, writeQuietly } from './writing.ts';

/**
 * Takes the oldest message of an account that is due, for this process alone: one committed UPDATE, before anything is
 * said to a server. Null: nothing is due.
 */
export function claimNext(store: Store, account: number, claimant: string, now: number): Outgoing | null {
  let entry: number | null = null;
  writeQuietly(store, () => {
    entry =
      prepared<[string, number, number, number], { entry: number }>(
        store,
        `UPDATE outbox SET state = 'sending', claimed_by = ?, claimed_until = ?, attempts = attempts + 1
          WHERE entry = (SELECT entry FROM outbox WHERE state = 'queued' AND account = ?
            AND coalesce(not_before, 0) <= ? ORDER BY coalesce(not_before, 0), entry LIMIT 1) RETURNING entry`,
      ).get(claimant, now + CLAIM_MS, account, now)?.entry ?? null;
  });
  return entry === null ? null : findOutgoing(store, entry);
}

/** Where a message that was being sent comes to stand. */
export type Settled =
  | { readonly state: 'sent'; readonly sentAt: number; readonly problem: string | null }
  | { readonly state: 'queued'; readonly notBefore: number; readonly problem: string; readonly code: string | null }
  | { readonly state: 'failed'; readonly problem: string; readonly code: string | null }
  /** `notBefore`: when Sent is searched for it */
  | { readonly state: 'uncertain'; readonly notBefore: number; readonly problem: string; readonly code: null };

/** Ends this process's claim. False: the claim was lost meanwhile, and somebody else has settled the message. */
export function settleClaim(store: Store, entry: number, claimant: string, settled: Settled): boolean {
  let changed = 0;
  writeQuietly(store, () => {
    changed = settle(store, entry, settled, "state = 'sending' AND claimed_by = ?", [claimant]);
  });
  return changed === 1;
}

/** Settles a message that nobody knew the fate of; false where it is no longer so. */
export function settleUncertain(store: Store, entry: number, settled: Settled): boolean {
  let changed = 0;
  writeQuietly(store, () => {
    changed = settle(store, entry, settled, "state = 'uncertain'", []);
  });
  return changed === 1;
}

function settle(store: Store, entry: number, settled: Settled, condition: string, values: readonly string[]): number {
  return prepared<unknown[], unknown>(
    store,
    `UPDATE outbox SET ${settled.state === 'queued' ? BACK : 'state = ?, not_before = ?'}, sent_at = ?, problem = ?,
       code = ?, seen = 0, claimed_by = NULL, claimed_until = NULL WHERE entry = ? AND ${condition}`,
  ).run(
    ...(settled.state === 'queued' ? [] : [settled.state]),
    'notBefore' in settled ? settled.notBefore : null,
    settled.state === 'sent' ? settled.sentAt : null,
    settled.problem,
    settled.state === 'sent' ? null : settled.code,
    entry,
    ...values,
  ).changes;
}

/** Back into the queue, not before `?`; held where the account was removed meanwhile. */
const BACK = `state = iif(account IS NULL, 'held', 'queued'), hold = iif(account IS NULL, 'account-gone', NULL),
  not_before = iif(account IS NULL, NULL, ?)`;

/** A connection that never came to the message: it goes back as if it had not been tried. */
export function giveBack(store: Store, entry: number, claimant: string, notBefore: number, problem: string): void {
  writeQuietly(store, () => {
    prepared<unknown[], unknown>(
      store,
      `UPDATE outbox SET ${BACK}, attempts = attempts - 1, problem = ?,
         claimed_by = NULL, claimed_until = NULL WHERE entry = ? AND state = 'sending' AND claimed_by = ?`,
    ).run(notBefore, problem, entry, claimant);
  });
}

/** What else is due at this account waits until then too: the server is away for all of it. */
export function postponeDue(store: Store, account: number, now: number, until: number): void {
  writeQuietly(store, () => {
    prepared<[number, number, number], unknown>(
      store,
      "UPDATE outbox SET not_before = ? WHERE state = 'queued' AND account = ? AND coalesce(not_before, 0) <= ?",
    ).run(until, account, now);
  });
}

/** Sent is searched for this message again at `until`, not before. */
export function lookAgain(store: Store, entry: number, until: number): void {
  writeQuietly(store, () => {
    prepared<[number, number], unknown>(
      store,
      "UPDATE outbox SET not_before = ? WHERE entry = ? AND state = 'uncertain'",
    ).run(until, entry);
  });
}

/** What went wrong beside the sending itself. */
export function noteProblem(store: Store, entry: number, problem: string): void {
  writeQuietly(store, () => {
    prepared<[string, number], unknown>(store, 'UPDATE outbox SET problem = coalesce(problem, ?) WHERE entry = ?').run(
      problem,
      entry,
    );
  });
}

/** The bytes that were sent, as they lie among the raw mails. */
export function noteSentBytes(store: Store, entry: number, sha256: string): void {
  writeQuietly(store, () => {
    prepared<[string, number], unknown>(store, 'UPDATE entries SET received = ? WHERE id = ?').run(sha256, entry);
  });
}

/**
 * Messages whose sender is gone in the middle: nobody knows whether they have left; Sent is searched from `lookAt` on.
 * Returns their entries.
 */
export function markOrphans(
  store: Store,
  now: number,
  isGone: (claimant: string) => boolean,
  problem: string,
  lookAt: number,
): number[] {
  const claimed = prepared<[], { entry: number; claimedBy: string; claimedUntil: number }>(
    store,
    `SELECT entry, claimed_by AS claimedBy, claimed_until AS claimedUntil FROM outbox WHERE state = 'sending'`,
  );
  const orphans: number[] = [];
  if (claimed.all().length === 0) return orphans;
  writeQuietly(store, () => {
    for (const { entry, claimedBy, claimedUntil } of claimed.all()) {
      if (claimedUntil > now && !isGone(claimedBy)) continue;
      prepared<[string, number, number], unknown>(
        store,
        `UPDATE outbox SET state = 'uncertain', problem = ?, not_before = ?, seen = 0, claimed_by = NULL,
           claimed_until = NULL WHERE entry = ? AND state = 'sending'`,
      ).run(problem, lookAt, entry);
      orphans.push(entry);
    }
  });
  return orphans;
}

/** Holds what was to leave before `before` (ms) and was never tried: after so long, somebody should look at it first. */
export function holdStale(store: Store, before: number): number {
  let held = 0;
  writeQuietly(store, () => {
    held = prepared<[number], unknown>(
      store,
      `UPDATE outbox SET state = 'held', hold = 'stale', not_before = NULL WHERE state = 'queued' AND attempts = 0
         AND coalesce(not_before, (SELECT at FROM entries WHERE id = entry), 0) < ?`,
    ).run(before).changes;
  });
  return held;
}

/** An agent has looked at what failed: it stands no more in the status line. Not an action. */
export function markLookedAt(store: Store): void {
  const failed = "state IN ('failed', 'uncertain', 'bounced') AND seen = 0";
  if (prepared(store, `SELECT 1 FROM outbox WHERE ${failed} LIMIT 1`).get() === undefined) return;
  writeQuietly(store, () => void prepared(store, `UPDATE outbox SET seen = 1 WHERE ${failed}`).run());
}

/** What an agent does with a message that has not left; part of an action, so that undo takes it back. */
export function queueOutgoing(writing: Writing, entry: number, account: number, notBefore: number | null): void {
  prepared<unknown[], unknown>(
    writing.store,
    `UPDATE outbox SET state = 'queued', hold = NULL, account = ?, not_before = ?, attempts = 0, seen = 0 WHERE entry = ?`,
  ).run(account, notBefore, entry);
}

export function holdOutgoing(writing: Writing, entry: number, hold: Hold): void {
  prepared<[string, number], unknown>(
    writing.store,
    "UPDATE outbox SET state = 'held', hold = ?, not_before = NULL WHERE entry = ?",
  ).run(hold, entry);
}

/** An agent says what became of it. */
export function noteSent(writing: Writing, entry: number, sentAt: number): void {
  prepared<[number, number], unknown>(
    writing.store,
    "UPDATE outbox SET state = 'sent', hold = NULL, not_before = NULL, sent_at = ?, problem = NULL, code = NULL WHERE entry = ?",
  ).run(sentAt, entry);
}

/** Takes every message off an account that goes: what has not left is held. Returns how many are. */
export function holdOfAccount(writing: Writing, account: number): number {
  const { changes } = prepared<[number], unknown>(
    writing.store,
    "UPDATE outbox SET state = 'held', hold = 'account-gone', not_before = NULL WHERE account = ? AND state = 'queued'",
  ).run(account);
  prepared<[number], unknown>(writing.store, 'UPDATE outbox SET account = NULL WHERE account = ?').run(account);
  return changes;
}
