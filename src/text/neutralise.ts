import * as c from './classes.ts';
import { LONGEST_RUN } from './marks.ts';

/** What the kinds of field differ in: the shown line end, the shown tab, and whether invisible characters show. */
export interface Manner {
  readonly lineEnd: string;
  readonly tab: string;
  readonly invisible: boolean;
}

export interface Neutral {
  readonly text: string;
  /** something of the text is not shown, so an empty rest must say so */
  readonly dropped: boolean;
}

/** `‹009B›`: a code point shown by its number. */
export const hex = (code: number): string => `‹${code.toString(16).toUpperCase().padStart(4, '0')}›`;

const isKeycapBase = (code: number): boolean => (code >= 0x30 && code <= 0x39) || code === 0x23 || code === 0x2a;

/**
 * First half of the rule: maps code point by code point, without parsing sequences, so that it can hide nothing and
 * has no parser to differ from the terminal's. Source: the rule table of the reference on reliability, part 1.
 * Afterwards the text has no control, no invisible and no bidi character left, but joiners that mean something.
 */
export function neutralise(text: string, manner: Manner): Neutral {
  let out = '';
  let from = 0;
  let dropped = false;
  let kept = 0; // last code point that stayed
  let marks = 0;
  let joins = false;
  let joined = false;
  let emoji = false;

  for (let i = 0; i < text.length; ) {
    const code = text.codePointAt(i) ?? 0;
    const size = code > 0xffff ? 2 : 1;
    const row = c.classOf(code);
    const shown = show(code, row & c.CLASS);
    if (shown !== null) {
      out += text.slice(from, i) + shown;
      from = i + size;
      if (shown === '') dropped = true;
    }
    i += size;
    if (shown === '') continue;
    if (shown === null && isMark(row & c.CLASS)) {
      marks++;
      joins ||= (row & c.JOINS) !== 0;
      joined = (row & c.CLASS) === c.JOINER;
      emoji = false;
    } else {
      marks = 0;
      joins = shown === null && (row & c.JOINS) !== 0;
      joined = false;
      emoji = shown === null && (row & c.CLASS) === c.EMOJI;
    }
    kept = shown === null ? code : 0;
    if (code === 0x0d && text.charCodeAt(i) === 0x0a) from = ++i; // CR LF is one line end
  }
  return { text: from === 0 ? text : out + text.slice(from), dropped };

  /** null: as it is; '': not shown */
  function show(code: number, kind: number): string | null {
    switch (kind) {
      case c.PLAIN:
      case c.CONSONANT:
      case c.BLANK:
        return null;
      case c.LINKER:
      case c.MARK:
        return marks < LONGEST_RUN ? null : '';
      case c.KEYCAP:
        return isKeycapBase(kept) || marks >= LONGEST_RUN ? '' : null;
      case c.LINE_FEED:
      case c.CARRIAGE_RETURN:
      case c.LINE_BREAK:
        return manner.lineEnd;
      case c.TAB:
        return manner.tab;
      case c.PICTURE:
        return String.fromCharCode(code === 0x7f ? 0x2421 : 0x2400 + code);
      case c.HEX:
        return hex(code);
      case c.NONCHARACTER:
        return '\uFFFD';
      case c.SKIN_TONE:
        return emoji ? '' : hex(code);
      case c.VARIATION:
        return emoji || isKeycapBase(kept) || !manner.invisible ? '' : hex(code);
      case c.JOINER:
        if (joins && !joined && marks < LONGEST_RUN) return null;
        return emoji || !manner.invisible ? '' : hex(code);
      case c.INVISIBLE:
        return manner.invisible ? hex(code) : '';
      default:
        return null;
    }
  }
}

/** Does a code point of this class sit on the one before it? */
export const isMark = (kind: number): boolean =>
  kind === c.MARK || kind === c.LINKER || kind === c.JOINER || kind === c.KEYCAP;
