import { commonKind } from './common.ts';

/** What a code point is to the cleaner. Numbers, so that a class and its flags fit one byte of the table. */
export const PLAIN = 1;
export const BLANK = 2;
export const TAB = 3;
export const LINE_FEED = 4;
export const CARRIAGE_RETURN = 5;
export const LINE_BREAK = 6;
export const PICTURE = 7;
export const HEX = 8;
export const INVISIBLE = 9;
export const JOINER = 10;
export const MARK = 11;
export const LINKER = 12;
export const CONSONANT = 13;
export const NONCHARACTER = 14;
export const SKIN_TONE = 15;
export const VARIATION = 16;
export const KEYCAP = 17;
export const REGIONAL = 18;
export const JAMO_LEAD = 19;
export const JAMO_VOWEL = 20;
export const JAMO_TAIL = 21;
export const SYLLABLE = 22;
export const EMOJI = 23;

/** Flag beside the class: a joiner (ZWJ, ZWNJ) after this code point means something and is kept. */
export const JOINS = 0x40;
export const CLASS = 0x1f;

/** Filled as code points are met: most of its megabyte is never touched, so it costs no memory. */
const table = new Uint8Array(0x110000);

/** Class (`& CLASS`) and flags of a code point. Rule table: one row per class, in order of precedence. */
export function classOf(code: number): number {
  const known = table[code];
  if (known) return known;
  const found = classify(code, String.fromCodePoint(code));
  table[code] = found;
  return found;
}

/** Wide since Unicode 16 (hexagrams, counting rods), or wide in glibc alone: the terminal may count either way. */
const changedWidth = /[\u2630-\u2637\u268A-\u268F\u3248-\u324F\u4DC0-\u4DFF\u{1D300}-\u{1D356}\u{1D360}-\u{1D376}]/u;

/** Marks that several scripts share (script extensions) do not say which script they are in. */
const joiningMark =
  /[\p{sc=Mong}\p{sc=Sinh}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Mymr}\p{sc=Khmr}\p{sc=Tibt}]/u;

const joiningScript =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Sinh}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Mymr}\p{scx=Khmr}\p{scx=Tibt}]/u;

function classify(code: number, text: string): number {
  if (code < 0xa0) return classifyControl(code);
  const common = commonKind(code);
  if (common !== null) return common === 'letter' ? PLAIN : MARK;
  // Bidi controls come before the invisible ones: they are shown in every kind of field.
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return HEX;
  if (code === 0x2028 || code === 0x2029) return LINE_BREAK;
  if (code === 0x200c || code === 0x200d) return JOINER;
  if (code >= 0xfe00 && code <= 0xfe0f) return VARIATION;
  if (/\p{Noncharacter_Code_Point}|\p{Surrogate}/u.test(text)) return NONCHARACTER;
  if (/\p{Default_Ignorable_Code_Point}|[\u2800\uFFF9-\uFFFB]/u.test(text)) return INVISIBLE;
  if (code >= 0x1f3fb && code <= 0x1f3ff) return SKIN_TONE;
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return REGIONAL;
  if (code === 0x20e3) return KEYCAP;
  // What is left of format characters, and code points no table knows a width for.
  if (/\p{Format}|\p{Unassigned}/u.test(text) || changedWidth.test(text)) return HEX;
  if (/\p{Space_Separator}/u.test(text)) return BLANK;
  const hangul = classifyHangul(code);
  if (hangul) return hangul;
  if (/\p{Mark}/u.test(text)) return isLinker(text) ? LINKER | JOINS : MARK | (joiningMark.test(text) ? JOINS : 0);
  if (/\p{Letter}/u.test(text)) {
    if (code === 0x0e33 || code === 0x0eb3) return PLAIN; // sara am: settled later
    if (mergesAnywhere(text)) return HEX;
    if (isConsonant(text)) return CONSONANT | JOINS;
    return joiningScript.test(text) ? PLAIN | JOINS : PLAIN;
  }
  return /\p{Extended_Pictographic}/u.test(text) ? EMOJI : PLAIN;
}

function classifyControl(code: number): number {
  if (code === 0x09) return TAB;
  if (code === 0x0a) return LINE_FEED;
  if (code === 0x0d) return CARRIAGE_RETURN;
  if (code === 0x0b || code === 0x0c || code === 0x85) return LINE_BREAK;
  if (code < 0x20 || code === 0x7f) return PICTURE;
  if (code >= 0x80) return HEX;
  return code === 0x20 ? BLANK : PLAIN;
}

function classifyHangul(code: number): number {
  if ((code >= 0x1100 && code <= 0x115f) || (code >= 0xa960 && code <= 0xa97c)) return JAMO_LEAD;
  if ((code >= 0x1160 && code <= 0x11a7) || (code >= 0xd7b0 && code <= 0xd7c6)) return JAMO_VOWEL;
  if ((code >= 0x11a8 && code <= 0x11ff) || (code >= 0xd7cb && code <= 0xd7fb)) return JAMO_TAIL;
  return code >= 0xac00 && code <= 0xd7a3 ? SYLLABLE : 0;
}

/*
 * Which letters an Indic virama draws into one grapheme differs between Unicode versions, and Ink cuts with the
 * runtime's own tables. So the runtime is asked, once per code point, and not a list.
 */
let segmenter: Intl.Segmenter | undefined;

function clusterCount(text: string): number {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}

/** A few letters of rare scripts draw in a neighbour without any virama; no two programs agree on their columns. */
const mergesAnywhere = (letter: string): boolean =>
  [`${letter}a`, `a${letter}`, letter + letter].some((pair) => clusterCount(pair) === 1);
const isLinker = (mark: string): boolean => clusterCount(`\u0915${mark}\u0915`) === 1;
const isConsonant = (letter: string): boolean => clusterCount(`\u0915\u094d${letter}`) === 1;
