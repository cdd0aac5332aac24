import type { Buffer } from 'node:buffer';

/** What a text looks like when its high bytes are read in pairs. */
interface Pairs {
  readonly all: number;
  /** high bytes that begin no pair of this set */
  readonly bad: number;
  /** pairs by their first byte */
  readonly leads: Uint32Array;
}

type Range = readonly [from: number, to: number];
const within = (byte: number, ranges: readonly Range[]): boolean =>
  ranges.some(([from, to]) => byte >= from && byte <= to);

/** First and second bytes of the sets, and where their everyday letters stand (level 1 of each standard). */
const EUC: readonly Range[] = [[0xa1, 0xfe]];
const SJIS_LEAD: readonly Range[] = [
  [0x81, 0x9f],
  [0xe0, 0xfc],
];
const SJIS_TRAIL: readonly Range[] = [
  [0x40, 0x7e],
  [0x80, 0xfc],
];
const BIG5_TRAIL: readonly Range[] = [
  [0x40, 0x7e],
  [0xa1, 0xfe],
];

/**
 * The double-byte charset of unlabelled bytes, or null when they are more likely something else. Judged by where the
 * everyday letters of Japanese, Korean and Chinese stand, so that Latin text with accents or curly quotes never passes.
 */
export function guessAsian(bytes: Buffer): 'shift_jis' | 'euc-jp' | 'euc-kr' | 'gb18030' | 'big5' | null {
  const euc = readPairs(bytes, EUC, EUC);
  if (isClean(euc)) {
    if (share(euc, 0xa4, 0xa5) > 0.25) return 'euc-jp';
    if (euc.all >= 4 && share(euc, 0xa1, 0xa3) + share(euc, 0xb0, 0xc8) > 0.95 && share(euc, 0xb0, 0xc8) > 0.5)
      return 'euc-kr';
    const early = share(euc, 0xa1, 0xbf) > 0.1 || euc.all < 8;
    if (early && share(euc, 0xa1, 0xa3) + share(euc, 0xb0, 0xd7) > 0.8) return 'gb18030';
  }
  const sjis = readPairs(bytes, SJIS_LEAD, SJIS_TRAIL);
  if (isClean(sjis) && share(sjis, 0x82, 0x83) > 0.25) return 'shift_jis';
  const big5 = readPairs(bytes, [[0xa1, 0xf9]], BIG5_TRAIL);
  return isClean(big5) && big5.all >= 4 && share(big5, 0xa1, 0xc6) > 0.85 ? 'big5' : null;
}

const isClean = ({ all, bad }: Pairs): boolean => all >= 2 && bad * 20 <= all;

function share({ all, leads }: Pairs, from: number, to: number): number {
  let found = 0;
  for (let lead = from; lead <= to; lead += 1) found += leads[lead] ?? 0;
  return found / all;
}

function readPairs(bytes: Buffer, leading: readonly Range[], trailing: readonly Range[]): Pairs {
  const leads = new Uint32Array(256);
  let all = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    if (within(lead, leading) && within(bytes[at + 1] ?? 0, trailing)) {
      all += 1;
      leads[lead] = (leads[lead] ?? 0) + 1;
      at += 1;
    } else bad += 1;
  }
  return { all, bad, leads };
}
