import type { Status } from '../../../../src/domain/case.ts';

/** A case of the desk in one story; the test gives it a real number and uid. */
export type Key = 'A' | 'B' | 'C';

/**
 * A mail as header lines, an empty line, and the body; lines end with CRLF on the wire, a line that begins with white
 * space continues the one before. `{{…}}` are placeholders, see `PLACEHOLDERS`.
 */
export interface Written {
  readonly lines: readonly string[];
}

/** A mail of the corpora, read from there; `id` says which one of an mbox: its Message-ID as written, without < >. */
export interface Real {
  readonly corpus: string;
  readonly id?: string;
}

export type Source = Written | Real;

/** What happened at the desk before the mail came, one after the other. */
export type Step =
  /** This mail made the case; its customer is the mail's From, or as told. */
  | {
      readonly did: 'opened';
      readonly key: Key;
      readonly by: Source;
      readonly number?: number;
      readonly customer?: string;
    }
  /** This mail was filed in the case as one of its entries. */
  | { readonly did: 'received'; readonly key: Key; readonly mail: Source }
  /** An agent answered from desk: the id is minted as `key.message`; the case is pending. */
  | { readonly did: 'replied'; readonly key: Key; readonly message: number; readonly to: string; readonly cc?: string }
  /** Our answer that another program sent and an import brought in: a mail, or only its id. The case is pending. */
  | { readonly did: 'sent'; readonly key: Key; readonly mail: Source }
  | { readonly did: 'sent'; readonly key: Key; readonly id: string; readonly to: string }
  | { readonly did: 'solved' | 'closed' | 'called spam' | 'unmerged'; readonly key: Key }
  | { readonly did: 'merged'; readonly key: Key; readonly into: Key }
  /** The entry with this minted number or Message-ID went to the new case `to`. */
  | { readonly did: 'split'; readonly key: Key; readonly entry: number | string; readonly to: Key }
  | { readonly did: 'changed customer'; readonly key: Key; readonly to: string }
  /** The action that made the case was undone: there is no such case any more. */
  | { readonly did: 'undid opening'; readonly key: Key }
  /** So many other mails of this address came in the 60 minutes before and were filed in the case. */
  | { readonly did: 'was flooded'; readonly key: Key; readonly from: string; readonly mails: number };

export interface Expected {
  /** the case it joins; null: a new case */
  readonly joins: Key | null;
  /** the case the new one "may belong to" */
  readonly mayBelong: Key | null;
  /** afterwards, of the case it lies in; `new` where it is a new one */
  readonly status: Status;
  /** a person's mail that lies in its case and changes nothing of it */
  readonly filedOnly?: true;
  /** written by a machine, or by ourselves: noted, changes nothing */
  readonly automatic?: true;
  /** the closed case that the new one is linked with */
  readonly linkedTo?: Key;
  /** the very same mail lay there before: no second entry */
  readonly alreadyThere?: true;
  /** another mail that bears the Message-ID of a stored one: kept, and marked */
  readonly reusedId?: true;
}

export const KINDS = [
  'minted id',
  'token',
  'stored id',
  'number',
  'odd header',
  'stranger',
  'no sign',
  'automatic',
  'state',
  'thanks',
  'same mail',
] as const;

export interface LiveThread {
  readonly name: string;
  readonly kind: (typeof KINDS)[number];
  /** addresses of this desk */
  readonly own: readonly string[];
  readonly given: readonly Step[];
  readonly mail: Source;
  readonly expect: Expected;
}

/** What stands in `{{name:argument}}`, and what the judging test puts there. */
export const PLACEHOLDERS = {
  /** A.1 → the id desk minted for message 1 of case A, without < > */
  minted: /^[ABC]\.\d+$/,
  /** the same in capitals, as some gateways write ids */
  'upper-minted': /^[ABC]\.\d+$/,
  /** case, message and domain right, one letter of the HMAC wrong */
  forged: /^[ABC]\.\d+$/,
  /** minted by another desk: same case and message, its own key and domain */
  foreign: /^[ABC]\.\d+$/,
  /** A → what stands after the + of our address for case A */
  token: /^[ABC]$/,
  'upper-token': /^[ABC]$/,
  /** names case A, its HMAC is wrong */
  'forged-token': /^[ABC]$/,
  /** so many different ids of other people in < >, one to a folded line */
  ids: /^\d+$/,
  /** an id of so many characters, without < >, always the same one */
  'long-id': /^\d+$/,
} as const;

export const mail = (...lines: string[]): Written => ({ lines });
export const real = (corpus: string, id?: string): Real => (id === undefined ? { corpus } : { corpus, id });

/** A person's mail that joins and is answered by the usual turn of statuses. */
export const joins = (key: Key, status: Status = 'open'): Expected => ({ joins: key, mayBelong: null, status });
export const newCase = (mayBelong: Key | null = null): Expected => ({ joins: null, mayBelong, status: 'new' });
export const linked = (to: Key): Expected => ({ joins: null, mayBelong: null, status: 'new', linkedTo: to });
export const noted = (key: Key, status: Status): Expected => ({ ...joins(key, status), automatic: true });
export const filed = (key: Key, status: Status): Expected => ({ ...joins(key, status), filedOnly: true });
