import type { Buffer } from 'node:buffer';
import type { Auth, Endpoint } from '../../domain/mail-account.ts';
import type { Problem } from '../../domain/problem.ts';

/** What a server is told of who we are. Lives only as long as the connection; never written, never logged. */
export interface Login {
  readonly user: string;
  readonly auth: Auth;
  readonly secret: string;
}

/** What became of handing one message to a server (RFC 5321). */
export type SendOutcome =
  /** 250 after DATA; `refused` names recipients that the server did not take */
  | { readonly kind: 'sent'; readonly refused: readonly { readonly address: string; readonly code: string | null }[] }
  /** the server said no to this message: 5xx for good, 4xx for now */
  | {
      readonly kind: 'refused';
      readonly permanent: boolean;
      readonly code: string | null;
      readonly problem: Problem;
    }
  /** it never came to the message: no connection, no login, a certificate that is not theirs */
  | { readonly kind: 'unreachable'; readonly problem: Problem }
  /** the message was handed over, and no answer came */
  | { readonly kind: 'uncertain'; readonly problem: Problem };

/** Who gets it, as bare addr-specs; never read from the message. */
export interface SendTo {
  readonly from: string;
  readonly to: readonly string[];
}

/** One connection to a server for sending; several messages may go over it, one after the other. */
export interface SmtpTransport {
  /** Never rejects. The signal ends it as long as the message has not been handed over; then the answer is waited for. */
  readonly send: (message: Buffer, envelope: SendTo, signal?: AbortSignal) => Promise<SendOutcome>;
  /** Connects and logs in, sends nothing. Null: it went well. Never rejects. */
  readonly verify: () => Promise<Problem | null>;
  readonly close: () => void;
}

/** A mail on the server. One over the limit comes without its bytes. */
export interface ServerMail {
  readonly uid: number;
  readonly raw: Buffer | null;
  /** bytes */
  readonly size: number;
}

/** The folder that is open. */
export interface OpenFolder {
  readonly uidValidity: number;
  readonly uidNext: number;
}

/** Thrown by an ImapConnection whose connection or login failed; `problem` says it in the agent's words. */
export class MailServerError extends Error {
  override readonly name = 'MailServerError';
  readonly problem: Problem;
  constructor(problem: Problem, cause?: unknown) {
    super(problem.code, { cause });
    this.problem = problem;
  }
}

/** One logged-in connection to a server for reading. Everything throws MailServerError; afterwards only `close` is left. */
export interface ImapConnection {
  readonly open: (folder: string) => Promise<OpenFolder>;
  /** The UIDs after this one, and not received before `since` (ms), rising. */
  readonly uidsAfter: (uid: number, since: number | null) => Promise<number[]>;
  /** Reads without marking as seen. */
  readonly read: (uids: readonly number[]) => AsyncIterable<ServerMail>;
  /** Resolves when something has come, the signal says so, or `ms` have gone by. */
  readonly waitForNews: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly markSeen: (uids: readonly number[]) => Promise<void>;
  readonly moveTo: (uids: readonly number[], folder: string) => Promise<void>;
  /** Is there a message with this Message-ID in the folder of sent mail (or in all mail)? null: there is no such folder. */
  readonly isInSent: (messageId: string, folder: string | null) => Promise<boolean | null>;
  /** Puts a copy there, marked as seen; false: there is no such folder. */
  readonly appendToSent: (message: Buffer, folder: string | null) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** The network, as the actions see it; main.ts makes the real one, tests their own. */
export interface MailWorld {
  readonly smtp: (server: Endpoint, login: Login) => SmtpTransport;
  /** Connects and logs in; throws MailServerError. */
  readonly imap: (server: Endpoint, login: Login, signal?: AbortSignal) => Promise<ImapConnection>;
  /** The first line of what a command prints, without its line end; throws DeskError `secret-command`. */
  readonly runSecretCommand: (command: string) => Promise<string>;
  /** this process, so that another can tell whether it still lives: host, pid, start */
  readonly claimant: string;
  /** Is that process gone for sure? False where nobody can tell. */
  readonly isGone: (claimant: string) => boolean;
}
