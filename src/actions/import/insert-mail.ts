import type { Context } from '../../context.ts';
import type { ParsedMail } from '../../domain/incoming.ts';
import { parentIds } from '../../mail/thread.ts';
import { insertEntry, type NewEntry } from '../../store/new-entries.ts';
import type { Writing } from '../../store/writing.ts';

/** A mail that is known to be in no case yet. */
export interface ReadMail {
  readonly parsed: ParsedMail;
  /** of the raw bytes, which are kept */
  readonly sha256: string;
  readonly identity: string;
  /** we wrote it */
  readonly ours: boolean;
}

/** Writes a mail into a case as its entry; returns the entry's id. `more` is what only a live mail has. */
export function insertMail(
  writing: Writing,
  context: Context,
  number: number,
  { parsed, sha256, identity, ours }: ReadMail,
  more: Pick<NewEntry, 'filedOnly' | 'authenticated' | 'cameAt'> & { readonly party?: 'department' } = {},
): number {
  const from = parsed.addresses.find((one) => one.role === 'from');
  return insertEntry(writing, {
    uid: context.newId(),
    case: number,
    type: 'message',
    party: ours ? 'agent' : 'customer',
    direction: ours ? 'out' : 'in',
    channel: 'email',
    at: parsed.at,
    atSource: parsed.atSource,
    author: from === undefined ? '' : from.name === '' ? from.address : from.name,
    subject: parsed.subject,
    text: parsed.text,
    quoted: parsed.quoted,
    minutes: null,
    automatic: parsed.automatic,
    thanks: parsed.thanks,
    problem: parsed.problem,
    messageId: parsed.messageId,
    received: sha256,
    identity,
    parents: parentIds(parsed),
    addresses: parsed.addresses,
    parts: parsed.parts,
    ...more,
  });
}
