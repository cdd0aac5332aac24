import type { Buffer } from 'node:buffer';
import { guessAsian } from './charset-asian.ts';
import type { Charset } from './charset-names.ts';

const SAMPLE = 64 * 1024;

/** The most likely charset of bytes that are not UTF-8 and carry no usable label. Windows-1252 when nothing speaks. */
export function guessCharset(bytes: Buffer): Charset {
  const sample = bytes.subarray(0, SAMPLE);
  if (isThai(sample)) return { by: 'iconv', name: 'windows-874' };
  if (isVietnamese(sample)) return { by: 'iconv', name: 'windows-1258' };
  const asian = guessAsian(sample);
  if (asian) return { by: 'platform', name: asian };
  return { by: 'iconv', name: cyrillic(sample) ?? 'windows-1252' };
}

/** า, the vowels written first, and the two common tones: a fifth of any Thai text. */
const THAI_FREQUENT = new Set([0xd2, 0xe0, 0xe1, 0xe2, 0xe3, 0xe4, 0xe8, 0xe9]);

/** TIS-620: dense bytes A1–FB, whose vowels and tones above and below a consonant never stand elsewhere. */
function isThai(bytes: Buffer): boolean {
  let high = 0;
  let marks = 0;
  let frequent = 0;
  let wrong = 0;
  let before = 0;
  for (const byte of bytes) {
    if (byte > 0x7f) {
      high += 1;
      if (THAI_FREQUENT.has(byte)) frequent += 1;
      if (byte < 0xa0 || (byte > 0xda && byte < 0xdf) || byte > 0xfb) wrong += 1;
      if (byte === 0xd1 || (byte >= 0xd4 && byte <= 0xda) || (byte >= 0xe7 && byte <= 0xee)) {
        marks += 1;
        const carried = (before >= 0xa1 && before <= 0xce) || before === 0xd1 || (before >= 0xd4 && before <= 0xee);
        if (!carried) wrong += 1;
      }
    }
    before = byte;
  }
  return high >= 4 && marks * 12 >= high && frequent * 8 >= high && wrong * 25 <= high;
}

const TONES = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2]);
const VOWELS = new Set([...'aeiouyAEIOUY'].map((letter) => letter.charCodeAt(0)));
for (const byte of [0xe2, 0xe3, 0xea, 0xf4, 0xf5, 0xfd, 0xc2, 0xc3, 0xca, 0xd4, 0xd5, 0xdd]) VOWELS.add(byte);
const OWN_LETTERS = new Set([0xf0, 0xd0, 0xf5, 0xfd, 0xd5, 0xdd, 0xe3]);

/** Windows-1258: tone bytes right after a vowel, and đ, ơ, ư. */
function isVietnamese(bytes: Buffer): boolean {
  let tones = 0;
  let letters = 0;
  let high = 0;
  let before = 0;
  for (const byte of bytes) {
    if (byte > 0x7f) high += 1;
    if (TONES.has(byte) && VOWELS.has(before)) tones += 1;
    else if (OWN_LETTERS.has(byte)) letters += 1;
    before = byte;
  }
  return tones >= 2 && letters >= 1 && (tones + letters) * 2 >= high;
}

/** KOI8-R or Windows-1251: most high bytes are letters C0–FF, and they come in words; small letters tell which. */
function cyrillic(bytes: Buffer): string | null {
  let letters = 0;
  let high = 0;
  let pairs = 0;
  let low = 0;
  let before = 0;
  for (const byte of bytes) {
    if (byte > 0x7f) high += 1;
    if (byte >= 0xc0) {
      letters += 1;
      if (byte < 0xe0) low += 1;
      if (before >= 0xc0) pairs += 1;
    }
    before = byte;
  }
  if (high < 8 || letters * 10 < high * 9 || pairs * 3 < letters * 2) return null;
  return low * 2 > letters ? 'koi8-r' : 'windows-1251';
}
