import type { IncomingLargeMail, IncomingMail, IncomingProblem } from '../domain/incoming.ts';
import { LARGEST_KEPT, LARGEST_MAIL, tooLarge } from './limits.ts';
import { endPacking, type Packing, pack, startPacking, tailOf } from './pack.ts';

/** A mail whose bytes are still coming in. */
export interface OpenMail {
  readonly ref: string;
  readonly fromLineAt: number | null;
  readonly maildirAt: number | null;
  pieces: Buffer[];
  /** in place of the pieces, once it is large */
  packing: Packing | null;
  size: number;
}

export const openMail = (ref: string, fromLineAt: number | null, maildirAt: number | null = null): OpenMail => ({
  ...{ ref, fromLineAt, maildirAt },
  ...{ pieces: [], packing: null, size: 0 },
});

/** Adds bytes; of a mail that is too large to be kept only the size is. Copies, so that no read buffer stays alive. */
export function addBytes(mail: OpenMail, bytes: Buffer): void {
  mail.size += bytes.length;
  if (mail.size > LARGEST_KEPT) {
    mail.packing = null;
    mail.pieces = [];
  } else if (mail.packing) pack(mail.packing, Buffer.from(bytes));
  else if (bytes.length > 0) mail.pieces.push(Buffer.from(bytes));
  if (mail.packing === null && mail.size > LARGEST_MAIL && mail.size <= LARGEST_KEPT) {
    mail.packing = startPacking(mail.pieces);
    mail.pieces = [];
  }
}

/** The mail as a record, without the blank line that closes it in an mbox. */
export const closeMail = (mail: OpenMail, source: string): IncomingMail | IncomingLargeMail | IncomingProblem =>
  closed(mail, source, closingBlank);

/** The same of a file that is one mail: all of its bytes. */
export const closeFile = (mail: OpenMail, source: string): IncomingMail | IncomingLargeMail | IncomingProblem =>
  closed(mail, source, () => 0);

function closed(
  mail: OpenMail,
  source: string,
  cutAt: (end: Buffer) => number,
): IncomingMail | IncomingLargeMail | IncomingProblem {
  const { ref, fromLineAt, maildirAt, packing } = mail;
  if (mail.size > LARGEST_KEPT) return tooLarge(source, ref);
  const from = { source, ref, fromLineAt, maildirAt };
  if (packing) return { kind: 'large-mail', ...from, ...endPacking(packing, cutAt(tailOf(packing))) };
  const [only] = mail.pieces;
  const all = mail.pieces.length === 1 && only ? only : Buffer.concat(mail.pieces);
  return { kind: 'mail', ...from, raw: all.subarray(0, all.length - cutAt(all)) };
}

function closingBlank(bytes: Buffer): number {
  const end = bytes.length;
  if (bytes[end - 1] !== 0x0a) return 0;
  const line = bytes[end - 2] === 0x0d ? 2 : 1;
  return end === line || bytes[end - line - 1] === 0x0a ? line : 0;
}
