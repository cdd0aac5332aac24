import { plainLetter, type Typed, typed } from './lexer.ts';

/** A text made ready to be read, with the place in the text as it came of each letter, and one more for its end. */
export interface Placed extends Typed {
  readonly places: readonly number[];
}

/** A letter with all that belongs to it: marks, letters without width, the two halves of ำ. */
const LETTER = /[\s\S][\p{M}\u200B-\u200D\uFEFF]*(?:(?<=\u0E4D)\u0E32)?/gu;

/** As `typed`, letter by letter; blanks at the ends stay. */
export function placed(text: string): Placed {
  const letters: string[] = [];
  const places: number[] = [];
  const known = new Map<string, string>();
  for (const { 0: letter, index } of text.matchAll(LETTER)) {
    const before = letters.at(-1) ?? '';
    if (/^\s/.test(letter) || (/[-_]/.test(letter) && joins(before, text[index + 1]))) {
      if (before === ' ') continue;
      letters.push(' ');
      places.push(index);
      continue;
    }
    const ready = known.get(letter) ?? typed(letter).marked;
    known.set(letter, ready);
    for (const one of ready.split('')) {
      letters.push(one);
      places.push(index);
    }
  }
  places.push(text.length);
  return { marked: letters.join(''), plain: letters.map(plainLetter).join(''), places };
}

/** A hyphen between a letter and a letter or digit is a blank. */
const joins = (before: string, after = ''): boolean => /^\p{L}$/u.test(before) && /^[\p{L}\d]/u.test(after);
