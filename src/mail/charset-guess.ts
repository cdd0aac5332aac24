import type { Buffer } from 'node:buffer';
import type { Charset } from './charset-names.ts';

const SAMPLE = 64 * 1024;

/** The most likely charset of bytes that are not UTF-8 and carry no usable label. Windows-1252 when nothing speaks. */
export function guessCharset(bytes: Buffer): Charset {
  const sample = bytes.subarray(0, SAMPLE);
  if (isThai(sample)) return { by: 'iconv', name: 'windows-874' };
  if (isVietnamese(sample)) return { by: 'iconv', name: 'windows-1258' };
  const asian = guessAsian(sample);
  if (asian) return { by: 'platform', name: asian };
  return { by: 'iconv', name: isCyrillic(sample) ? 'windows-1251' : 'windows-1252' };
}

/** TIS-620: dense bytes A1–FB, whose vowels and tones above and below a consonant never stand elsewhere. */
function isThai(bytes: Buffer): boolean {
  let high = 0;
  let marks = 0;
  let wrong = 0;
  let before = 0;
  for (const byte of bytes) {
    if (byte > 0x7f) {
      high += 1;
      if (byte < 0xa0 || (byte > 0xda && byte < 0xdf) || byte > 0xfb) wrong += 1;
      if (byte === 0xd1 || (byte >= 0xd4 && byte <= 0xda) || (byte >= 0xe7 && byte <= 0xee)) {
        marks += 1;
        const carried = (before >= 0xa1 && before <= 0xce) || before === 0xd1 || (before >= 0xd4 && before <= 0xee);
        if (!carried) wrong += 1;
      }
    }
    before = byte;
  }
  return high >= 4 && marks * 12 >= high && wrong * 25 <= high;
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

/** One of the double-byte sets, if the bytes are without a mistake in it; the one with the most common letters wins. */
function guessAsian(bytes: Buffer): string | null {
  let best: string | null = null;
  let most = 0.5;
  for (const name of ['shift_jis', 'euc-jp', 'gb18030', 'euc-kr', 'big5']) {
    const score = asianScore(bytes, name);
    if (score > most) {
      best = name;
      most = score;
    }
  }
  return best;
}

/** Share of letters that are usual in running text of that language; rare characters count against it. */
function asianScore(bytes: Buffer, name: string): number {
  const text = new TextDecoder(name).decode(bytes);
  let usual = 0;
  let all = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    all += 1;
    if (code === 0xfffd || (code >= 0xff61 && code <= 0xff9f) || (code >= 0xe000 && code < 0xf900)) usual -= 1;
    else if (code >= 0x3040 && code <= 0x30ff) usual += name === 'shift_jis' || name === 'euc-jp' ? 1.2 : 0.2;
    else if (code >= 0xac00 && code <= 0xd7a3) usual += name === 'euc-kr' ? 1 : 0;
    else if (code >= 0x4e00 && code <= 0x9fff) usual += COMMON.has(letter) ? 1.3 : 0.6;
    else if ((code >= 0x3000 && code <= 0x303f) || (code >= 0xff01 && code <= 0xff5e)) usual += 0.8;
  }
  return all < 2 ? 0 : usual / all;
}

const COMMON = new Set(
  '的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让認識這個們來國時說會對後過發長開為電產務實問題點機關經業東車書氣還無當現動',
);

/** Windows-1251: most high bytes are letters C0–FF, and they come in words. */
function isCyrillic(bytes: Buffer): boolean {
  let letters = 0;
  let high = 0;
  let pairs = 0;
  let before = 0;
  for (const byte of bytes) {
    if (byte > 0x7f) high += 1;
    if (byte >= 0xc0) {
      letters += 1;
      if (before >= 0xc0) pairs += 1;
    }
    before = byte;
  }
  return high >= 8 && letters * 10 >= high * 9 && pairs * 3 >= letters * 2;
}
