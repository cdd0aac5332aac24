import type { IncomingMail, IncomingProblem } from '../domain/incoming.ts';
import { LARGEST_MAIL, tooLarge } from './limits.ts';

/** A mail whose bytes are still coming in from an mbox. */
export interface OpenMail {
  readonly ref: string;
  readonly fromLineAt: number | null;
  pieces: Buffer[];
  size: number;
}

export const openMail = (ref: string, fromLineAt: number | null): OpenMail => ({
  ref,
  fromLineAt,
  pieces: [],
  size: 0,
});

/** Adds bytes; of a mail that is too large only the size is kept. Copies, so that no read buffer stays alive. */
export function addBytes(mail: OpenMail, bytes: Buffer): void {
  mail.size += bytes.length;
  if (mail.size > LARGEST_MAIL) mail.pieces = [];
  else if (bytes.length > 0) mail.pieces.push(Buffer.from(bytes));
}

/** The mail as a record, without the blank line that closes it in an mbox. */
export function closeMail(mail: OpenMail, source: string): IncomingMail | IncomingProblem {
  if (mail.size > LARGEST_MAIL) return tooLarge(source, mail.ref);
  const [only] = mail.pieces;
  const all = mail.pieces.length === 1 && only ? only : Buffer.concat(mail.pieces);
  const raw = all.subarray(0, all.length - closingBlank(all));
  return { kind: 'mail', raw, source, ref: mail.ref, fromLineAt: mail.fromLineAt, maildirAt: null };
}

function closingBlank(bytes: Buffer): number {
  const end = bytes.length;
  if (bytes[end - 1] !== 0x0a) return 0;
  const line = bytes[end - 2] === 0x0d ? 2 : 1;
  return end === line || bytes[end - line - 1] === 0x0a ? line : 0;
}
