import { wordAfter, wordBefore } from '../../text/graphemes.ts';
import { columnOf, indexNear, placeAt, rowAt, rowEnd, rowsOfLine } from './layout.ts';
import { countOf, EMPTY, indexAt, type Line, offsetAt } from './line.ts';
import type { Editor, Place } from './state.ts';

const lineAt = (e: Editor, n: number): Line => e.lines[n] ?? EMPTY;

/** Any movement ends the run of typing. */
const at = (e: Editor, caret: Place, preferredColumn: number | null = null): Editor => ({
  ...e,
  caret,
  preferredColumn,
  typing: 0,
});

/** The place one grapheme before, over line ends; the start of the text stays. */
export function before(e: Editor): Place {
  const { line, offset } = e.caret;
  if (offset > 0) return { line, offset: offsetAt(lineAt(e, line), indexAt(lineAt(e, line), offset) - 1) };
  return line > 0 ? { line: line - 1, offset: lineAt(e, line - 1).text.length } : e.caret;
}

/** Emoji sequences, flags and keycaps are typed in one piece, and erased in one. */
const inOnePiece = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3|\uFE0F/u;

/**
 * Where Backspace deletes from: one code point, so that a wrong tone mark costs no syllable. As Thai editors, Android
 * and Chromium have it.
 */
export function eraseStart(e: Editor): Place {
  const start = before(e);
  if (start.line !== e.caret.line) return start;
  const grapheme = lineAt(e, start.line).text.slice(start.offset, e.caret.offset);
  if (inOnePiece.test(grapheme)) return start;
  const last = [...grapheme].at(-1) ?? '';
  return { line: start.line, offset: e.caret.offset - last.length };
}

/** The place one grapheme after, over line ends; the end of the text stays. */
export function after(e: Editor): Place {
  const { line, offset } = e.caret;
  const here = lineAt(e, line);
  if (offset < here.text.length) return { line, offset: offsetAt(here, indexAt(here, offset) + 1) };
  return line < e.lines.length - 1 ? { line: line + 1, offset: 0 } : e.caret;
}

export const left = (e: Editor): Editor => at(e, before(e));
export const right = (e: Editor): Editor => at(e, after(e));

/** Words are looked for near the caret only, so that a line without end costs no more than another. */
const NEAR = 2_000;

/** The start of the word before the caret; Thai words by dictionary. */
export function wordStart(e: Editor): Place {
  const { line, offset } = e.caret;
  if (offset === 0) return before(e);
  const here = lineAt(e, line);
  const from = offsetAt(here, indexAt(here, Math.max(0, offset - NEAR)));
  return settled(here, line, from + wordBefore(here.text.slice(from, offset), offset - from));
}

/** The end of the word after the caret. */
export function wordEnd(e: Editor): Place {
  const { line, offset } = e.caret;
  const here = lineAt(e, line);
  if (offset >= here.text.length) return after(e);
  return settled(here, line, offset + wordAfter(here.text.slice(offset, offset + NEAR), 0));
}

function settled(here: Line, line: number, offset: number): Place {
  return { line, offset: offsetAt(here, indexAt(here, offset)) };
}

export const wordLeft = (e: Editor): Editor => at(e, wordStart(e));
export const wordRight = (e: Editor): Editor => at(e, wordEnd(e));

/** Start of the display row; of the line where no width is given. */
export function home(e: Editor, columns = Number.POSITIVE_INFINITY): Editor {
  const here = lineAt(e, e.caret.line);
  const rows = rowsOfLine(here, columns);
  const row = rows[rowAt(rows, indexAt(here, e.caret.offset))];
  return at(e, placeAt(e, e.caret.line, row?.start ?? 0));
}

/** End of the display row; of the line where no width is given. */
export function end(e: Editor, columns = Number.POSITIVE_INFINITY): Editor {
  const here = lineAt(e, e.caret.line);
  const rows = rowsOfLine(here, columns);
  return at(e, placeAt(e, e.caret.line, rowEnd(here, rows, rowAt(rows, indexAt(here, e.caret.offset)))));
}

export const docStart = (e: Editor): Editor => at(e, { line: 0, offset: 0 });

export function docEnd(e: Editor): Editor {
  const line = e.lines.length - 1;
  return at(e, placeAt(e, line, countOf(lineAt(e, line))));
}

/** One display row up at this width, keeping the column; on the first row to its start. */
export const up = (e: Editor, columns: number): Editor => vertical(e, columns, -1);
/** One display row down at this width, keeping the column; on the last row to its end. */
export const down = (e: Editor, columns: number): Editor => vertical(e, columns, 1);

function vertical(e: Editor, columns: number, step: -1 | 1): Editor {
  const { line } = e.caret;
  const here = lineAt(e, line);
  const rows = rowsOfLine(here, columns);
  const index = indexAt(here, e.caret.offset);
  const row = rowAt(rows, index);
  const column = e.preferredColumn ?? columnOf(here, rows[row] ?? { start: 0, end: 0 }, index, columns);
  if (rows[row + step]) return at(e, placeAt(e, line, indexNear(here, rows, row + step, column)), column);
  const other = e.lines[line + step];
  if (!other) return step < 0 ? docStart(e) : docEnd(e);
  const otherRows = rowsOfLine(other, columns);
  const otherRow = step < 0 ? otherRows.length - 1 : 0;
  return at(e, placeAt(e, line + step, indexNear(other, otherRows, otherRow, column)), column);
}
