import { eastAsianWidth } from 'get-east-asian-width';
import { brand, type Clean } from './brand.ts';
import { CLASS, classOf, JAMO_TAIL, JAMO_VOWEL } from './classes.ts';
import { commonKind } from './common.ts';
import { eachGrapheme, isAscii, isSingles } from './graphemes.ts';

/** Columns + 1 per code point, 0 for "not asked yet". */
const columnsOf = new Uint8Array(0x110000);

const hidden =
  /[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/u;

function codeWidth(code: number): number {
  const known = columnsOf[code];
  if (known) return known - 1;
  const common = commonKind(code);
  if (common !== null) return common === 'letter' ? 1 : 0;
  const kind = classOf(code) & CLASS;
  const columns = kind === JAMO_VOWEL || kind === JAMO_TAIL ? 0 : columnsAlone(code);
  columnsOf[code] = columns + 1;
  return columns;
}

/** What string-width gives a code point that stands alone; its own question for emoji loads tables, 20 to 35 ms. */
export const columnsAlone = (code: number): number =>
  hidden.test(String.fromCodePoint(code)) ? 0 : eastAsianWidth(code);

/**
 * Terminal columns of a clean text. After `clean`, string-width (which Ink lays out by) and the sum of the code
 * points' widths (which terminals go by) are the same; the sum is the quick one of the two.
 */
export function width(text: string): number {
  if (isAscii(text)) return text.length;
  let columns = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    columns += code >= 0x20 && code < 0x7f ? 1 : codeWidth(code);
  }
  return columns;
}

/** At most `columns` wide: cut between graphemes, with … as the last of them where something was cut. */
export function truncate(text: Clean, columns: number): Clean {
  if (columns <= 0) return brand('');
  if (isSingles(text.slice(0, columns + 1))) {
    if (text.length <= columns) return text;
    return brand(`${text.slice(0, columns - 1)}…`);
  }
  // what fits needs no graphemes: their tables would cost a short list its start
  if (text.length <= columns * 4 && width(text) <= columns) return text;
  let used = 0;
  let cut = 0; // where … still fits behind
  for (const { segment, index } of eachGrapheme(text)) {
    if (used <= columns - 1) cut = index;
    used += width(segment);
    if (used > columns) return brand(`${text.slice(0, cut)}…`);
  }
  return text;
}

/** Exactly `columns` wide: cut or filled with blanks. */
export function pad(text: Clean, columns: number, align: 'left' | 'right' = 'left'): Clean {
  const cut = truncate(text, columns);
  const blanks = ' '.repeat(Math.max(0, columns - width(cut)));
  return brand(align === 'left' ? cut + blanks : blanks + cut);
}
