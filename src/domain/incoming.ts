import type { Channel, Kind, Mood, Priority, Status, Topic } from './case.ts';
import type { Segment } from './customer.ts';
import type { Address, AddressRole, AtSource, Direction, EntryType, Part, Party } from './entry.ts';

/** A mail as it came: bytes first, everything else is read from them later. */
export interface IncomingMail {
  readonly kind: 'mail';
  readonly raw: Buffer;
  /** the file or folder it was read from, as the user named it; `-` for stdin */
  readonly source: string;
  /** where in the source: byte offset in an mbox, file name in a Maildir, '' for a single file */
  readonly ref: string;
  /** dates the container knows, ms: the mbox From_ line's, the Maildir name's; never a file's mtime */
  readonly fromLineAt: number | null;
  readonly maildirAt: number | null;
}

/** A record of desk's own JSONL, checked but not yet written. */
export interface IncomingRecord {
  readonly kind: 'record';
  readonly source: string;
  readonly ref: string;
  readonly record: DeskRecord;
}

/** Something that could not be read as a whole record or mail; the import goes on. */
export interface IncomingProblem {
  readonly kind: 'problem';
  readonly source: string;
  readonly ref: string;
  readonly reason: string;
}

export type Incoming = IncomingMail | IncomingRecord | IncomingProblem;

/** What the parser made of a raw mail. Text is as written: cleaning happens on the way to a screen. */
export interface ParsedMail {
  /** without < >; null when missing or unusable */
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly addresses: readonly (Address & { readonly role: AddressRole })[];
  readonly subject: string | null;
  readonly at: number | null;
  readonly atSource: AtSource | null;
  readonly text: string;
  readonly quoted: string;
  readonly parts: readonly Part[];
  readonly automatic: string | null;
  /** what could not be read, or null */
  readonly problem: string | null;
  /** sha256 over the decoded content, the same in every container; left out when only the header could be read */
  readonly content?: string | undefined;
}

export interface RecordCustomer {
  readonly name: string;
  readonly givenName?: string | undefined;
  readonly honorific?: string | undefined;
  readonly language?: string | undefined;
  readonly segment?: Segment | undefined;
  readonly company?: string | undefined;
  readonly internal?: boolean | undefined;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly handles: readonly string[];
}

export interface RecordEntry {
  readonly type: Exclude<EntryType, 'event'>;
  readonly party: Party;
  readonly direction: Direction | null;
  readonly channel: Channel;
  /** ms, or null when not known */
  readonly at: number | null;
  readonly from?: Address | undefined;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly subject?: string | undefined;
  readonly text: string;
  readonly quoted: string;
  readonly minutes?: number | undefined;
  readonly messageId?: string | undefined;
  readonly automatic?: string | undefined;
}

export interface RecordCase {
  readonly type: 'case';
  readonly uid?: string | undefined;
  readonly subject: string;
  readonly kind: Kind;
  readonly topic?: Topic | undefined;
  readonly mood?: Mood | undefined;
  /** left out: worked out from who spoke last */
  readonly status?: Status | undefined;
  readonly priority: Priority;
  readonly channel: Channel;
  readonly tags: readonly string[];
  readonly product?: string | undefined;
  readonly department?: string | undefined;
  readonly snoozedUntil?: number | undefined;
  readonly unread?: boolean | undefined;
  readonly customer: RecordCustomer;
  readonly entries: readonly RecordEntry[];
}

export interface RecordTemplate {
  readonly type: 'template';
  /** short name, typed to find it: letters, digits, hyphens */
  readonly name: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** body by language; at least one */
  readonly bodies: Readonly<Record<string, string>>;
  /** set on the case when the template is used */
  readonly set: Readonly<Record<string, string>>;
  readonly addTags: readonly string[];
}

/** The first line of a file of demo cases: the moment its dates are told from. */
export interface RecordClock {
  readonly type: 'clock';
  readonly now: number;
}

export type DeskRecord = RecordCase | RecordTemplate | RecordClock;
