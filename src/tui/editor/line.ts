import { type Clean, cleanPiece } from '../../text/clean.ts';
import { graphemes, isAscii } from '../../text/graphemes.ts';
import { width } from '../../text/width.ts';

/** One line of the text, verbatim, cut into graphemes once. Immutable: an edit makes a new line. */
export interface Line {
  readonly text: string;
  /** offsets (UTF-16) at which graphemes begin, and the end; null: every unit is a grapheme */
  readonly starts: Uint32Array | null;
}

export const EMPTY: Line = { text: '', starts: null };

/** Lines longer than this are cut anew only around an edit. */
const LONG = 2_000;
/** How far a grapheme can reach: flags and joined emoji look back, but not this far in anything a person types. */
const REACH = 64;

export function makeLine(text: string): Line {
  return { text, starts: isAscii(text) ? null : startsOf(text, 0) };
}

/** The line with `inserted` in place of the units from `from` to `to`; quick for long lines too. */
export function spliceLine(line: Line, from: number, to: number, inserted: string): Line {
  const text = line.text.slice(0, from) + inserted + line.text.slice(to);
  const old = line.starts;
  if (text.length < LONG || old === null || inserted.length > LONG) return makeLine(text);
  const shift = inserted.length - (to - from);
  const before = indexAt(line, Math.max(0, from - REACH));
  const after = indexAt(line, Math.min(line.text.length, to + REACH));
  const start = old[before] ?? 0;
  const end = old[after] ?? line.text.length;
  const middle = startsOf(text.slice(start, end + shift), start).subarray(0, -1);
  const starts = new Uint32Array(before + middle.length + old.length - after);
  starts.set(old.subarray(0, before));
  starts.set(middle, before);
  for (let i = after; i < old.length; i++) starts[before + middle.length + i - after] = (old[i] ?? 0) + shift;
  return { text, starts };
}

function startsOf(text: string, base: number): Uint32Array {
  const pieces = graphemes(text);
  const starts = new Uint32Array(pieces.length + 1);
  let offset = base;
  for (let i = 0; i < pieces.length; i++) {
    starts[i] = offset;
    offset += pieces[i]?.length ?? 0;
  }
  starts[pieces.length] = offset;
  return starts;
}

/** Number of graphemes. */
export const countOf = (line: Line): number => (line.starts ? line.starts.length - 1 : line.text.length);

/** Offset at which grapheme `index` begins (`count`: the end). */
export const offsetAt = (line: Line, index: number): number =>
  line.starts ? (line.starts[index] ?? line.text.length) : Math.min(index, line.text.length);

/** Index of the grapheme that holds `offset`; the count for the end. */
export function indexAt(line: Line, offset: number): number {
  const { starts } = line;
  if (!starts) return Math.min(offset, line.text.length);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export const graphemeAt = (line: Line, index: number): string =>
  line.text.slice(offsetAt(line, index), offsetAt(line, index + 1));

/** What of a grapheme the screen shows, and its columns: a tab, a control or an invisible character is seen here. */
export interface Shown {
  readonly text: Clean;
  readonly columns: number;
}

const shownBefore = new Map<string, Shown>();

export function shownOf(grapheme: string): Shown {
  const known = shownBefore.get(grapheme);
  if (known) return known;
  const text = grapheme === '\t' ? cleanPiece(grapheme, 'block') : cleanPiece(grapheme, 'identifier');
  const shown = { text, columns: width(text) };
  if (shownBefore.size > 4_000) shownBefore.clear();
  shownBefore.set(grapheme, shown);
  return shown;
}
