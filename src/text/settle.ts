import * as c from './classes.ts';
import { hex, isMark } from './neutralise.ts';

const MARKS_PER_BASE = 8;
const BLANKS_IN_A_ROW = 64;
const DOTTED_CIRCLE = '\u25CC';
const ZWNJ = '\u200C';

const flag = /^\p{RGI_Emoji_Flag_Sequence}$/v;

/** Thai and Lao sara am, with the tone mark before it: the width tables of terminals and libraries disagree on it. */
const splitSaraAm = (text: string): string =>
  text.replace(/([\u0E48-\u0E4B]*)\u0E33/g, '\u0E4D$1\u0E32').replace(/([\u0EC8-\u0ECB]*)\u0EB3/g, '\u0ECD$1\u0EB2');

/**
 * Second half of the rule, on neutral NFC text: makes what is left take the same number of columns in Ink
 * (string-width 8, which counts graphemes) and in a terminal (tmux, wcwidth, which count code points). Marks are
 * capped, a mark that starts a line gets a base, blanks are capped, and what would merge two letters into one grapheme
 * is kept apart: sara am, Indic conjuncts (a ZWNJ after the virama), odd Hangul jamo, flags that are none.
 */
export function settle(neutral: string): string {
  const text = /[\u0E33\u0EB3]/.test(neutral) ? splitSaraAm(neutral) : neutral;
  let out = '';
  let from = 0;
  let fresh = true; // at the start of a line
  let marks = 0;
  let blanks = 0;
  let linked = false; // a virama since the last letter
  let hangul = 0; // class of the jamo or syllable just before

  for (let i = 0; i < text.length; ) {
    const code = text.codePointAt(i) ?? 0;
    const size = code > 0xffff ? 2 : 1;
    const kind = c.classOf(code) & c.CLASS;
    let before = '';
    let shown: string | null = null;
    let taken = size;

    if (isMark(kind)) {
      if (fresh) before = DOTTED_CIRCLE;
      if (fresh) marks = 0;
      if (marks >= MARKS_PER_BASE) shown = '';
      else {
        marks++;
        if (kind === c.LINKER) linked = true;
        if (kind === c.JOINER && linked) shown = ZWNJ;
        if (kind === c.JOINER) linked = false;
      }
      fresh = false;
      hangul = 0;
    } else if (kind === c.BLANK) {
      if (++blanks > BLANKS_IN_A_ROW) shown = '';
      startBase();
    } else if (kind === c.LINE_FEED) {
      if (linked) before = ZWNJ;
      startBase();
      fresh = true;
    } else if (kind === c.JAMO_VOWEL || kind === c.JAMO_TAIL) {
      const fits = follows(hangul, kind);
      shown = fits === 0 ? hex(code) : null;
      startBase();
      hangul = fits;
    } else if (kind === c.REGIONAL) {
      startBase();
      const next = text.codePointAt(i + 2) ?? 0;
      const pair = (c.classOf(next) & c.CLASS) === c.REGIONAL;
      if (pair) taken = 4;
      if (!pair || !flag.test(text.slice(i, i + 4))) shown = letters(text.slice(i, i + taken));
      marks = MARKS_PER_BASE; // a mark would undo the flag, or compose with the letter
    } else {
      if (linked && kind === c.CONSONANT) before = ZWNJ;
      const led = hangul === c.JAMO_LEAD;
      startBase();
      if (kind === c.JAMO_LEAD) hangul = kind;
      // A syllable after a lead jamo takes no archaic tail: string-width would count it.
      if (kind === c.SYLLABLE && !led && (code - 0xac00) % 28 === 0) hangul = kind;
    }
    if (kind !== c.BLANK && shown !== '') blanks = 0;
    if (before !== '' || shown !== null) {
      out += text.slice(from, i) + before + (shown ?? text.slice(i, i + taken));
      from = i + taken;
    }
    i += taken;
  }
  if (linked) return `${out}${text.slice(from)}${ZWNJ}`; // else it would draw in the text printed after it
  return from === 0 ? text : out + text.slice(from);

  function startBase(): void {
    fresh = false;
    marks = 0;
    linked = false;
    hangul = 0;
  }
}

/** What a jamo becomes after another, or 0 where it would stand alone: terminals give it no column then. */
function follows(before: number, kind: number): number {
  if (kind === c.JAMO_TAIL) return before === c.JAMO_VOWEL || before === c.SYLLABLE ? c.JAMO_TAIL : 0;
  return before === c.JAMO_LEAD ? c.JAMO_VOWEL : 0;
}

const letters = (regional: string): string =>
  Array.from(regional, (one) => String.fromCharCode((one.codePointAt(0) ?? 0) - 0x1f1e6 + 0x41)).join('');
