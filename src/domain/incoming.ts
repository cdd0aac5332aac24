import type { Channel, Kind, Mood, Priority, Snooze, Status, Topic } from './case.ts';
import type { Commitment } from './commitment.ts';
import type { Consent, ContactPoint, Segment } from './customer.ts';
import type { DraftHead } from './draft-head.ts';
import type {
  Address,
  AddressRole,
  AtSource,
  Authenticated,
  Delivery,
  Direction,
  EntryType,
  FiledOnly,
  Part,
  Party,
} from './entry.ts';
import type { Handoff } from './handoff/handoff.ts';
import type { Lesson } from './lesson.ts';
import type { StepAnswer } from './playbook/ladder.ts';
import type { Problem } from './problem.ts';
import type { Purchase } from './purchase.ts';
import type { Score } from './rating.ts';

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

/** A mail that is too large to be held in memory as it is: kept whole, and parsed as far as its beginning goes. */
export interface IncomingLargeMail extends Omit<IncomingMail, 'kind' | 'raw'> {
  readonly kind: 'large-mail';
  /** its first bytes, more than the parser reads */
  readonly head: Buffer;
  /** of the whole, hex */
  readonly sha256: string;
  readonly size: number;
  /** one raw deflate stream (RFC 1951), in pieces */
  readonly deflated: readonly Buffer[];
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
  readonly problem: Problem;
}

export type Incoming = IncomingMail | IncomingLargeMail | IncomingRecord | IncomingProblem;

/** Noted with each mail that was read, for a later pass with a better parser. */
export const PARSER_VERSION = 1;

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
  /** it says nothing but thanks, and brings no file */
  readonly thanks: boolean;
  /** what could not be read, or null */
  readonly problem: Problem | null;
  /** sha256 over the decoded content, the same in every container; left out when only the header could be read */
  readonly content?: string | undefined;
}

export interface RecordCustomer {
  readonly uid?: string | undefined;
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
  readonly segmentSince?: number | undefined;
  readonly consent?: Consent | undefined;
  readonly notes?: string | undefined;
  readonly fields?: Readonly<Record<string, string>> | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly purchases?: readonly RecordPurchase[] | undefined;
  readonly overrides?: readonly RecordOverride[] | undefined;
}

export type RecordPurchase = Omit<Purchase, 'id' | 'customer'>;

/** A mark of the ledger that does not count, named in a way that holds in every store. */
export interface RecordOverride {
  readonly mark: string;
  readonly reason: string;
  readonly at: number;
  readonly author: string;
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
  /** left out: seen in the text */
  readonly thanks?: boolean | undefined;
  readonly filedOnly?: FiledOnly | undefined;
  readonly authenticated?: Authenticated | undefined;
  // from here on: what only a desk knows, so that an exported entry comes back as it was
  readonly uid?: string | undefined;
  readonly author?: string | undefined;
  readonly atSource?: AtSource | undefined;
  readonly problem?: Problem | undefined;
  /** everybody it names, in place of from, to and cc */
  readonly addresses?: readonly (Address & { readonly role: AddressRole })[] | undefined;
  readonly attachments: readonly Part[];
  /** Message-IDs it answers, nearest first */
  readonly references: readonly string[];
  readonly identity?: string | undefined;
  /** sha256 of the raw mail it came in as */
  readonly raw?: string | undefined;
  readonly outbox?: RecordOutbox | undefined;
}

/** An outgoing message as it lies in the outbox. */
export interface RecordOutbox {
  readonly state: Delivery;
  readonly messageId: string;
  readonly envelope: string;
}

/** What an agent had typed and not sent. */
export interface RecordDraft {
  readonly type: 'reply' | 'note';
  readonly text: string;
  readonly template?: string | undefined;
  readonly head?: DraftHead | undefined;
}

/** A follow-up or promise; times in ms. */
export type RecordCommitment = Pick<
  Commitment,
  'kind' | 'at' | 'text' | 'template' | 'madeAt' | 'author' | 'doneAt' | 'droppedAt' | 'missedAt'
>;

/** A step of a playbook that was offered in a case, or its customer's answer; times in ms, cost in VND. */
export interface RecordOption {
  readonly playbook: string;
  readonly step: string;
  readonly answer: StepAnswer;
  readonly cost: number | null;
  readonly at: number;
  readonly author: string;
}

/** What a case handed to a department, and what came back. */
export type RecordHandoff = Omit<Handoff, 'id' | 'case'>;

/** What ties a case to others (named by their uids) and to what its customer said of it. */
export interface RecordTies {
  readonly ratings?:
    | readonly { readonly score: Score; readonly comment: string; readonly at: number; readonly author: string }[]
    | undefined;
  /** what was to be done in it, or was promised */
  readonly commitments?: readonly RecordCommitment[] | undefined;
  /** options that were offered in it, and the answers */
  readonly options?: readonly RecordOption[] | undefined;
  readonly handoffs?: readonly RecordHandoff[] | undefined;
  /** the fields of its kind, as rows: `serial`, `steps/1773280800000`, `stage`, `stage/repaired` */
  readonly fields?: Readonly<Record<string, string>> | undefined;
  readonly linkedWith?: readonly string[] | undefined;
  /** senders whose mail is filed away since this case was called spam */
  readonly blockedSenders?: readonly { readonly address: string; readonly at: number }[] | undefined;
  /** what un-merge gives back: how the case stood, its entries by uid, the tags the other case has from it */
  readonly merge?:
    | {
        readonly status: Status;
        readonly waitingSince: number | null;
        readonly entries: readonly string[];
        readonly tags: readonly string[];
      }
    | undefined;
}

export interface RecordCase extends RecordTies {
  readonly type: 'case';
  readonly uid?: string | undefined;
  /** taken where no case has or had it */
  readonly number?: number | undefined;
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
  readonly snooze?: Snooze | undefined;
  readonly unread?: boolean | undefined;
  /** left out: worked out from the entries; null: there is none */
  readonly createdAt?: number | null | undefined;
  readonly updatedAt?: number | null | undefined;
  readonly waitingSince?: number | null | undefined;
  readonly solvedAt?: number | null | undefined;
  readonly touchedAt?: number | null | undefined;
  /** uid of the case that this one was merged into */
  readonly mergedInto?: string | undefined;
  readonly drafts?: readonly RecordDraft[] | undefined;
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
  readonly used?: number | undefined;
}

/** A customer of whom there is no case, or for whom something is to be done in none. */
export interface RecordPerson {
  readonly type: 'customer';
  readonly customer: RecordCustomer;
  /** what is to be done for her, in no case */
  readonly commitments?: readonly RecordCommitment[] | undefined;
  /** she is a part of another customer */
  readonly merged?: RecordMergedCustomer | undefined;
}

/** What un-merge gives back: of purchases and commitments the places among those of whom she is part of. */
export interface RecordMergedCustomer {
  /** uid of the customer whom she was merged into */
  readonly into: string;
  readonly cases: readonly string[];
  readonly points: readonly ContactPoint[];
  readonly purchases: readonly number[];
  readonly commitments: readonly number[];
  readonly tags: readonly string[];
  /** what the other one learned from her; left out by older exports */
  readonly lessons?: readonly Lesson[] | undefined;
}

/** A raw mail, byte for byte; it stands before the case whose entries name it. */
export interface RecordRaw {
  readonly type: 'raw';
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** The desk's own settings; those that a store has already stay. */
export interface RecordSettings {
  readonly type: 'settings';
  readonly values: Readonly<Record<string, string>>;
}

/** The first line of a file of demo cases: the moment its dates are told from. */
export interface RecordClock {
  readonly type: 'clock';
  readonly now: number;
}

export type DeskRecord = RecordCase | RecordTemplate | RecordClock | RecordPerson | RecordRaw | RecordSettings;
