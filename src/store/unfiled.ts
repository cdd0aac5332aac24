import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** A mail whose bytes are kept, and that is in no case. */
export interface Unfiled {
  readonly sha256: string;
  readonly account: number | null;
  /** `problemText` */
  readonly problem: string;
}

/** Notes that a kept mail could not be filed; written by itself, the transaction that failed is gone. */
export function noteUnfiled(store: Store, { sha256, account, problem }: Unfiled, now: number): void {
  prepared<unknown[], unknown>(
    store,
    `INSERT INTO unfiled (sha256, account, at, problem) VALUES (?, (SELECT id FROM mail_accounts WHERE id = ?), ?, ?)
     ON CONFLICT (sha256) DO UPDATE SET at = excluded.at, problem = excluded.problem`,
  ).run(sha256, account, now, problem);
}

/** It is in a case now. */
export function clearUnfiled(store: Store, sha256: string): void {
  prepared<[string], unknown>(store, 'DELETE FROM unfiled WHERE sha256 = ?').run(sha256);
}

/** Oldest first. */
export const unfiledMails = (store: Store): Unfiled[] =>
  prepared<[], Unfiled>(store, 'SELECT sha256, account, problem FROM unfiled ORDER BY at, sha256').all();
