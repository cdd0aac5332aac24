import type { Channel } from './case.ts';
import type { Problem } from './problem.ts';

export const ENTRY_TYPES = ['message', 'note', 'call', 'event'] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

/** Whose word an entry is. Department words never reach a quote to the customer. */
export const PARTIES = ['customer', 'agent', 'department', 'system'] as const;
export type Party = (typeof PARTIES)[number];

export type Direction = 'in' | 'out';

/** Where the date of an entry was read; null with an unknown date. */
export const AT_SOURCES = ['date', 'received', 'from-line', 'maildir', 'record', 'clock'] as const;
export type AtSource = (typeof AT_SOURCES)[number];

export const ADDRESS_ROLES = ['from', 'sender', 'reply-to', 'to', 'cc', 'bcc', 'delivered-to'] as const;
export type AddressRole = (typeof ADDRESS_ROLES)[number];

/** A mail address as written: `name` may be empty, `address` is the addr-spec as found (compare with `normalAddress`). */
export interface Address {
  readonly name: string;
  readonly address: string;
}

/** A part of a message that is shown as a file. It is cut from the raw mail on demand. */
export interface Part {
  readonly n: number;
  readonly name: string;
  readonly type: string;
  /** bytes, decoded */
  readonly size: number;
  readonly sha256: string;
  /** Content-ID of an inline image, without <> */
  readonly cid: string | null;
}

export const DELIVERIES = ['held', 'queued', 'sending', 'sent', 'failed', 'uncertain', 'bounced', 'manual'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** Why a live mail is filed without bringing its case back. */
export const FILED_ONLY = ['thanks', 'automatic', 'flood', 'spam'] as const;
export type FiledOnly = (typeof FILED_ONLY)[number];

/** What our own mail server found out about a sender: it is who From says, it is not, or nobody can tell. */
export const AUTHENTICATED = ['pass', 'fail', 'none'] as const;
export type Authenticated = (typeof AUTHENTICATED)[number];

/** One line of a case's timeline. */
export interface Entry {
  readonly id: number;
  readonly uid: string;
  readonly case: number;
  readonly type: EntryType;
  readonly party: Party;
  readonly direction: Direction | null;
  readonly channel: Channel;
  readonly at: number | null;
  readonly atSource: AtSource | null;
  readonly author: string;
  readonly subject: string | null;
  /** what they wrote now */
  readonly text: string;
  /** the folded rest: quoted history and what else is not new; with `text` nothing is missing */
  readonly quoted: string;
  readonly minutes: number | null;
  /** why the mail counts as automatic, or null */
  readonly automatic: string | null;
  /** a message of the customer that says nothing but thanks */
  readonly thanks: boolean;
  /** why it changed nothing in its case when it came, or null */
  readonly filedOnly: FiledOnly | null;
  /** null: our own mail server says nothing */
  readonly authenticated: Authenticated | null;
  /** what could not be read, or null; the raw mail is kept */
  readonly problem: Problem | null;
  readonly messageId: string | null;
  /** sha256 of the raw mail it came in as, or null */
  readonly received: string | null;
  readonly delivery: Delivery | null;
  readonly addresses: readonly (Address & { readonly role: AddressRole })[];
  readonly parts: readonly Part[];
}

/** What may be meant as a mail address; whether a server takes it is asked where it is sent to. */
export const LOOKS_LIKE_ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** The form in which two mail addresses are compared: trimmed, lower case. */
export const normalAddress = (address: string): string => address.trim().toLowerCase();

/** Of a call. A whole day: nobody is on the phone for longer. */
export const MOST_MINUTES = 1440;
