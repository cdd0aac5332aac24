import type { Piece } from './asked.ts';
import type { Lexeme } from './lexeme.ts';
import { lexemesAt, type Typed, type Where } from './lexer.ts';
import { fits, type Rule, reader } from './rule.ts';
import { CLOCK_RULES } from './rules-clock.ts';
import { DAY_RULES } from './rules-day.ts';
import { SPAN_RULES } from './rules-span.ts';

const RULES: readonly Rule[] = [...SPAN_RULES, ...DAY_RULES, ...CLOCK_RULES];

/** A way to read the whole text, with where each of its words ends. */
export interface Reading extends Piece {
  readonly ends: readonly number[];
}

/** A piece that stands somewhere in a text: where its words end, and where it ends. */
export interface Matched {
  readonly piece: Piece;
  readonly ends: readonly number[];
  readonly end: number;
}

/** The pieces of a text, each read once however often it is asked for. */
export interface Pieces {
  readonly wordsAt: (at: number) => readonly Lexeme[];
  /** in the order of the rules */
  readonly piecesAt: (at: number) => readonly Matched[];
  /** the same place, after the blank that may stand there */
  readonly blank: (at: number) => number;
}

/** What was read and one more piece; null when that piece has been said. */
export function joined(reading: Reading, { asked, unclear }: Piece, ends: readonly number[]): Reading | null {
  if (Object.keys(asked).some((name) => name in reading.asked)) return null;
  return {
    asked: { ...reading.asked, ...asked },
    unclear: [...reading.unclear, ...unclear],
    ends: [...reading.ends, ...ends],
  };
}

/** Texts are short; a text that can be read in more ways than this is nonsense. */
const MOST_READINGS = 64;

/** What can be read at each place of a text; `where` says whether it is only a time, or a sentence with one in it. */
export function piecesOf(text: Typed, where: Where): Pieces {
  const words = new Map<number, readonly Lexeme[]>();
  const matched = new Map<number, readonly Matched[]>();

  function wordsAt(at: number): readonly Lexeme[] {
    const here = words.get(at) ?? lexemesAt(text, at, where);
    words.set(at, here);
    return here;
  }

  function piecesAt(at: number): readonly Matched[] {
    const here = matched.get(at) ?? RULES.flatMap((rule) => matches(rule, at, []));
    matched.set(at, here);
    return here;
  }

  /** The ways in which the rest of a rule's row stands here. */
  function matches(rule: Rule, at: number, taken: readonly Lexeme[]): readonly Matched[] {
    const kinds = rule.row[taken.length];
    if (kinds === undefined) {
      const said = rule.says(reader(taken));
      return said === null ? [] : [{ piece: said, ends: taken.map((word) => word.end), end: at }];
    }
    return wordsAt(blank(at)).flatMap((word) => {
      if (fits(word, kinds)) return matches(rule, word.end, [...taken, word]);
      return word.kind === 'filler' && taken.length > 0 ? matches(rule, word.end, taken) : [];
    });
  }

  const blank = (at: number): number => (text.marked[at] === ' ' ? at + 1 : at);

  return { wordsAt, piecesAt, blank };
}

/** Every way to read the text as pieces in any order, each said once; the likeliest first. */
export function readings(text: Typed): readonly Reading[] {
  const found: Reading[] = [];
  const { wordsAt, piecesAt, blank } = piecesOf(text, 'alone');

  function read(from: number, reading: Reading): void {
    if (found.length >= MOST_READINGS) return;
    const at = blank(from);
    if (at >= text.marked.length) {
      if (Object.keys(reading.asked).length > 0) found.push(reading);
      return;
    }
    for (const { piece, ends, end } of [...piecesAt(at)].sort((a, b) => b.end - a.end)) {
      const both = joined(reading, piece, ends);
      if (both !== null) read(end, both);
    }
    for (const word of wordsAt(at)) if (word.kind === 'filler' || word.kind === 'at') read(word.end, reading);
  }

  read(0, { asked: {}, unclear: [], ends: [] });
  return found;
}
