import { brand, type Clean } from './brand.ts';
import { breakOffsets } from './breaks.ts';
import { graphemes, isAscii } from './graphemes.ts';
import { width } from './width.ts';

/**
 * Lines of at most `columns` (2 or more) columns. Breaks at blanks (which are left out there), between Thai words,
 * around ideographs, and inside a word only where it is longer than a line. Blank lines and indentation stay.
 */
export function wrap(text: Clean, columns: number): Clean[] {
  const most = Math.max(2, Math.floor(columns));
  const lines: Clean[] = [];
  for (const line of text.split('\n')) {
    if (width(line) <= most) lines.push(brand(line));
    else for (const row of rows(line, most)) lines.push(brand(row));
  }
  return lines;
}

/** Where the display rows of one line end: row i is units[starts[i] .. ends[i]) without the blanks broken at. */
export interface Row {
  readonly start: number;
  /** without the blanks hanging over the edge */
  readonly end: number;
}

/**
 * Greedy rows over pieces (graphemes) with their widths. `mayBreak(i)`: may a row begin with piece i besides after
 * blanks? Every piece belongs to a row: `end` of one to `start` of the next are blanks that hang over the edge.
 */
export function rowsOf(
  count: number,
  columns: number,
  widthAt: (i: number) => number,
  isBlank: (i: number) => boolean,
  mayBreak: (i: number) => boolean,
): Row[] {
  const found: Row[] = [];
  let start = 0;
  let used = 0;
  let turn = -1; // the last place in this row where the next could begin
  let turnUsed = 0; // what stands before it
  let inked = false; // something but indentation
  for (let i = 0; i < count; i++) {
    const blank = isBlank(i);
    const size = widthAt(i);
    if (!blank && inked && i > start && (isBlank(i - 1) || mayBreak(i))) {
      turn = i;
      turnUsed = used;
    }
    while (!blank && used + size > columns && i > start) {
      const next = turn > start ? turn : i;
      found.push({ start, end: unhung(start, next) });
      used = next === i ? 0 : used - turnUsed;
      start = next;
      turn = -1;
      inked = next < i;
    }
    used += size;
    if (!blank) inked = true;
  }
  found.push({ start, end: count });
  return found;

  function unhung(from: number, next: number): number {
    let end = next;
    while (end > from && isBlank(end - 1)) end--;
    return end;
  }
}

function rows(line: string, columns: number): string[] {
  const pieces = isAscii(line) ? line.split('') : graphemes(line).flatMap((piece) => splitWide(piece, columns));
  const breaks = isAscii(line) ? new Set<number>() : breakOffsets(line);
  const offsets = offsetsOf(pieces);
  const widths = pieces.map(width);
  const found = rowsOf(
    pieces.length,
    columns,
    (i) => widths[i] ?? 0,
    (i) => pieces[i] === ' ',
    (i) => breaks.has(offsets[i] ?? 0),
  );
  return found.map((row, n) => {
    const kept = pieces.slice(row.start, row.end).join('');
    return n === found.length - 1 ? trimTo(kept, columns) : kept;
  });
}

/** The last row keeps its trailing blanks as far as there is room. */
function trimTo(row: string, columns: number): string {
  const over = width(row) - columns;
  return over > 0 ? row.replace(new RegExp(` {1,${over}}$`), '') : row;
}

function offsetsOf(pieces: readonly string[]): number[] {
  let offset = 0;
  return pieces.map((piece) => {
    const at = offset;
    offset += piece.length;
    return at;
  });
}

/** A grapheme wider than a line (a base with many spacing marks) is shown piece by piece, nothing is lost. */
function splitWide(piece: string, columns: number): string[] {
  if (width(piece) <= columns) return [piece];
  return Array.from(piece, (one, n) => (n > 0 && /\p{M}/u.test(one) ? `\u25CC${one}` : one));
}
