import { createHash, type Hash } from 'node:crypto';
import { constants, deflateRawSync } from 'node:zlib';
import type { IncomingLargeMail } from '../domain/incoming.ts';
import { LARGE_HEAD } from './limits.ts';

/** A large mail whose bytes are packed as they come. */
export interface Packing {
  readonly hash: Hash;
  readonly deflated: Buffer[];
  head: Buffer;
  /** not packed yet */
  rest: Buffer[];
  restSize: number;
  size: number;
}

const PIECE = 4 * 1024 * 1024;
/** Bytes that wait, so that a closing blank line can still be cut off. */
const TAIL = 4;
/** A piece ends at a byte and refers to none before it, so that pieces one after the other are one stream. */
const OPEN = { level: 4, finishFlush: constants.Z_SYNC_FLUSH };
/** An empty last block. */
const END = Buffer.from([0x03, 0x00]);

/** Begins with the bytes that have come so far. */
export function startPacking(pieces: readonly Buffer[]): Packing {
  const fresh: Packing = {
    ...{ hash: createHash('sha256'), deflated: [], head: Buffer.alloc(0) },
    ...{ rest: [], restSize: 0, size: 0 },
  };
  for (const piece of pieces) pack(fresh, piece);
  return fresh;
}

export function pack(packing: Packing, bytes: Buffer): void {
  packing.rest.push(bytes);
  packing.restSize += bytes.length;
  if (packing.restSize >= PIECE) packRest(packing, TAIL);
}

/** What came last and may not belong to the mail: the blank line that closes it in an mbox. */
export const tailOf = (packing: Packing): Buffer => Buffer.concat(packing.rest);

/** The whole, without so many bytes at its end. */
export function endPacking(
  packing: Packing,
  cut: number,
): Pick<IncomingLargeMail, 'head' | 'sha256' | 'size' | 'deflated'> {
  packRest(packing, cut);
  const { head, size, deflated, hash } = packing;
  return { head, size, deflated: [...deflated, END], sha256: hash.digest('hex') };
}

function packRest(packing: Packing, left: number): void {
  const all = Buffer.concat(packing.rest);
  const bytes = all.subarray(0, all.length - left);
  if (packing.head.length < LARGE_HEAD) packing.head = Buffer.concat([packing.head, bytes]).subarray(0, LARGE_HEAD);
  packing.hash.update(bytes);
  packing.deflated.push(deflateRawSync(bytes, OPEN));
  packing.size += bytes.length;
  packing.rest = [Buffer.from(all.subarray(bytes.length))];
  packing.restSize = left;
}
