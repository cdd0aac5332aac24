import type { Address, Delivery } from './entry.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** ms in which a message can be called back before anything is sent. */
export const CALL_BACK_MS = 10_000;

/** A message that was to leave longer ago than this (ms), and was never tried, asks before it goes. */
export const STALE_MS = 24 * HOUR;

/** ms that a claim lasts: longer than any connection with its time-outs, after which the sender is taken for dead. */
export const CLAIM_MS = 5 * MINUTE;

/** ms to the next try after the first, second … temporary failure (RFC 5321 4.5.4.1 asks for days of trying). */
const RETRY_AFTER: readonly number[] = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 24 * HOUR];

/** ms to wait after so many failed tries, or null: enough, it has failed. */
export const retryAfter = (attempts: number): number | null => RETRY_AFTER[attempts - 1] ?? null;

/** ms after which a server's own copy must be in Sent: not found then, the message has not left. */
export const SENT_COPY_MS = 2 * MINUTE;

/** ms to the next try of what has been waiting for so long: a server that is away, a fate that nobody knows. */
export const pauseAfter = (waited: number): number => Math.min(Math.max(Math.round(waited / 4), MINUTE / 2), HOUR / 2);

/**
 * Why a message is held: no account when it was written, an account added later, called back, left lying too long, its
 * account removed, or brought back from a backup, since which it may have left.
 */
export const HOLDS = ['no-account', 'before-account', 'called-back', 'stale', 'account-gone', 'restored'] as const;
export type Hold = (typeof HOLDS)[number];

/** States in which a message has left, or may have: no undo and no call takes it back. */
export const hasLeft = (state: Delivery): boolean =>
  state === 'sending' || state === 'sent' || state === 'uncertain' || state === 'bounced';

/** Who gets a message and what stands in its head, as the agent saw it in the review. */
export interface Envelope {
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly subject: string;
  /** Message-IDs without < >, oldest first, as in References (RFC 5322 3.6.4); the last one is what is answered */
  readonly references: readonly string[];
}

/** A message on its way out. Times in ms. */
export interface Outgoing {
  readonly entry: number;
  readonly case: number;
  readonly account: number | null;
  readonly state: Delivery;
  readonly hold: Hold | null;
  /** not sent before this; null: at once. Of an uncertain one: not looked for in Sent before this */
  readonly notBefore: number | null;
  /** without < >; fixed when written, the same at every try */
  readonly messageId: string;
  readonly envelope: Envelope;
  readonly attempts: number;
  /** `problemText` of the last try, or of the bounce */
  readonly problem: string | null;
  /** enhanced status code (RFC 3463) of the last refusal or bounce, "5.1.1" */
  readonly code: string | null;
  readonly sentAt: number | null;
  /** an automatic answer: says so in its header, and gets none itself */
  readonly automatic: boolean;
  /** an agent has looked at this failure: it stands no more in the status line */
  readonly seen: boolean;
}
