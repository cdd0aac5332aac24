import { fold, joinSaraAm } from './fold.ts';
import { capMarks } from './marks.ts';

/** Scripts written without spaces: every character (with its marks) is a token of its own, a word is a phrase. */
const SOLID =
  '\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}\\p{sc=Bopo}\\p{sc=Yiii}';
/** Thai and Lao vowels written before their consonant. No word begins between the two: สี is not in เสีย. */
const BEFORE = '[\\u0E40-\\u0E44\\u0EC0-\\u0EC4]{0,2}';
/** Marks that SQLite's tokenizer (categories L* N* Co Mn Mc) keeps inside a token. */
const MARKS = '[\\p{Mn}\\p{Mc}]*';
const token = new RegExp(
  `${BEFORE}[\\p{L}&&[${SOLID}]]${MARKS}(?:[\\u0E33\\u0EB3]${MARKS})?|[[\\p{L}\\p{N}]--[\\p{L}&&[${SOLID}]]][[\\p{L}\\p{N}\\p{Mn}\\p{Mc}]--[\\p{L}&&[${SOLID}]]]*`,
  'gv',
);
const solid = new RegExp(`^[\\p{L}&&[${SOLID}]]`, 'v');
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

export interface IndexTerms {
  /** tokens with marks off, separated by one space */
  readonly folded: string;
  /** the same tokens as written (NFC, lower case), or '' where nothing differs */
  readonly exact: string;
}

/**
 * What the full-text index stores of a text. Letters and digits make words; Thai, Lao, Khmer, Burmese, Chinese,
 * Japanese and Korean runs are cut into characters, so that a word inside a sentence is found as a phrase.
 * Both columns hold the same number of tokens in the same places. For FTS5 `unicode61 remove_diacritics 0
 * categories 'L* N* Co Mn Mc'`, which takes them as they are.
 */
export function indexTerms(text: string): IndexTerms {
  const tokens = tokensOf(text);
  const written = tokens.join(' ');
  const folded = isAscii.test(written) ? written : tokens.map(foldToken).join(' ');
  return { folded, exact: folded === written ? '' : written };
}

export interface QueryTokens {
  /** a phrase: all of them, one after the other, in the folded column */
  readonly folded: string[];
  /**
   * null: typed without marks, any spelling matches. Else phrases (their tokens separated by a space), each of which
   * must also stand in the exact column.
   */
  readonly exact: string[] | null;
}

/**
 * The tokens of a typed word or phrase. Marks count per word: a Vietnamese word typed with marks must match them, its
 * neighbour typed without matches any; neighbours with marks make one exact phrase. In scripts without spaces the
 * whole run counts as one word: with one tone mark typed, all of it must match.
 */
export function queryTokens(word: string): QueryTokens {
  const written = tokensOf(word);
  const folded = written.map(fold);
  const exact: string[] = [];
  let phrase: string[] = [];
  for (const group of groups(word, written)) {
    if (group.some((one) => fold(one) !== one)) phrase.push(...group);
    else close();
  }
  close();
  return { folded, exact: exact.length === 0 ? null : exact };

  function close(): void {
    if (phrase.length > 0) exact.push(phrase.join(' '));
    phrase = [];
  }
}

/** Tokens by typed word: one each, but a run of a script without spaces is one group. */
function groups(word: string, written: readonly string[]): string[][] {
  const found: string[][] = [];
  let rest = written.length;
  for (const part of word.split(/[^\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}]+/u)) {
    let run: string[] | null = null;
    for (const one of tokensOf(part)) {
      if (rest-- <= 0) break;
      if (!solid.test(one)) {
        run = null;
        found.push([one]);
      } else if (run) {
        run.push(one);
      } else {
        run = [one];
        found.push(run);
      }
    }
  }
  return found;
}

function tokensOf(text: string): string[] {
  if (isAscii.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return normal(text).match(token) ?? [];
}

/** The words of a language are few and come again and again. */
const foldedBefore = new Map<string, string>();

function foldToken(one: string): string {
  const known = foldedBefore.get(one);
  if (known !== undefined) return known;
  const folded = fold(one);
  if (foldedBefore.size > 20_000) foldedBefore.clear();
  if (one.length <= 40) foldedBefore.set(one, folded);
  return folded;
}

const isAscii = /^[\0-\x7f]*$/;

const thaiOrLao = /[\u0E00-\u0EFF]/;

/** One spelling for what is written in several: composed, lower case, sara am and sara ae whole, tones in the newer place. */
function normal(text: string): string {
  const lower = capMarks(text.toLowerCase().replace(invisible, '')).normalize('NFC');
  const whole = thaiOrLao.test(lower) ? joinSaraAm(lower).replace(/เเ/g, 'แ') : lower;
  return whole.replace(olderTone, (pair) => NEWER_TONE[pair] ?? pair);
}

/** Vietnamese is spelt both hoà and hòa: the tone stands on either vowel of oa, oe, uy at the end of a word. */
const NEWER_TONE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'oà òa',
    'oá óa',
    'oả ỏa',
    'oã õa',
    'oạ ọa',
    'oè òe',
    'oé óe',
    'oẻ ỏe',
    'oẽ õe',
    'oẹ ọe',
    'uỳ ùy',
    'uý úy',
    'uỷ ủy',
    'uỹ ũy',
    'uỵ ụy',
  ].map((pair) => [pair.slice(0, 2), pair.slice(3)]),
);
const olderTone = new RegExp(`(?:${Object.keys(NEWER_TONE).join('|')})(?![\\p{L}\\p{M}])`, 'gu');
