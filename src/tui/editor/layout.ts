import { breakOffsets } from '../../text/breaks.ts';
import { type Clean, cleanPiece, joinClean } from '../../text/clean.ts';
import { isAscii } from '../../text/graphemes.ts';
import { type Row, rowsOf } from '../../text/wrap.ts';
import { countOf, EMPTY, graphemeAt, indexAt, type Line, offsetAt, shownOf } from './line.ts';
import type { Editor, Place } from './state.ts';

/** The display rows of one line at one width, by grapheme index. */
interface Laid {
  readonly columns: number;
  readonly rows: readonly Row[];
  /** the text of a row, made when it is asked for */
  readonly texts: (Clean | undefined)[];
}

/** Lines do not change, so neither do their rows; an edit lays out the line it touched only. */
const laidBefore = new WeakMap<Line, Laid>();

/** Rows of a line. One column less than there is: the caret needs a cell behind the last letter. */
export function rowsOfLine(line: Line, columns: number): readonly Row[] {
  return laid(line, columns).rows;
}

function laid(line: Line, columns: number): Laid {
  const known = laidBefore.get(line);
  if (known?.columns === columns) return known;
  const count = countOf(line);
  const breaks = isAscii(line.text) ? new Set<number>() : breakOffsets(line.text);
  const rows =
    count < columns && line.starts === null && isAscii(line.text)
      ? [{ start: 0, end: count }]
      : rowsOf(
          count,
          Math.max(2, columns - 1),
          (i) => columnsAt(line, i),
          (i) => line.text.charCodeAt(line.starts ? offsetAt(line, i) : i) === 0x20,
          (i) => breaks.has(offsetAt(line, i)),
        );
  const made: Laid = { columns, rows, texts: [] };
  laidBefore.set(line, made);
  return made;
}

function columnsAt(line: Line, index: number): number {
  if (!line.starts) return 1;
  const offset = offsetAt(line, index);
  const code = line.text.charCodeAt(offset);
  if (code >= 0x20 && code < 0x7f && offsetAt(line, index + 1) === offset + 1) return 1;
  return shownOf(graphemeAt(line, index)).columns;
}

/** The row of its line a place stands in: between two rows it is the start of the second. */
export function rowAt(rows: readonly Row[], index: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rows[middle]?.start ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The last caret index of a row: behind its text, but before the next row begins. */
export function rowEnd(line: Line, rows: readonly Row[], row: number): number {
  const here = rows[row];
  const next = rows[row + 1];
  if (!here) return 0;
  return next ? Math.min(here.end, next.start - 1) : countOf(line);
}

/** Display column of a caret index in its row, counted as it is shown; blanks that hang over the edge take none. */
export function columnOf(line: Line, row: Row, index: number, columns: number): number {
  let column = 0;
  for (let i = row.start; i < index; i++) column += columnsAt(line, i);
  return Math.min(column, Math.max(2, columns - 1));
}

/** The caret index in a row nearest to a display column, from the left. */
export function indexNear(line: Line, rows: readonly Row[], row: number, column: number): number {
  const last = rowEnd(line, rows, row);
  let index = rows[row]?.start ?? 0;
  let used = 0;
  while (index < last) {
    used += columnsAt(line, index);
    if (used > column) break;
    index++;
  }
  return index;
}

export interface EditorLayout {
  readonly lines: readonly Clean[];
  readonly caretRow: number;
  readonly caretColumn: number;
}

/** An editor does not change either: what a key made is laid out once, for the caret and for the screen. */
const wholeBefore = new WeakMap<Editor, { readonly columns: number; readonly layout: EditorLayout }>();

/**
 * What the screen shows of the editor: clean rows of less than `columns` columns, and where the caret is in them,
 * counted on the shown form. The text itself is never changed by it.
 */
export function layoutEditor(e: Editor, columns: number): EditorLayout {
  const known = wholeBefore.get(e);
  if (known?.columns === columns) return known.layout;
  const layout = layOut(e, columns);
  wholeBefore.set(e, { columns, layout });
  return layout;
}

function layOut(e: Editor, columns: number): EditorLayout {
  const shown: Clean[] = [];
  let caretRow = 0;
  let caretColumn = 0;
  for (const [n, line] of e.lines.entries()) {
    const { rows, texts } = laid(line, columns);
    if (n === e.caret.line) {
      const index = indexAt(line, e.caret.offset);
      const row = rowAt(rows, index);
      caretRow = shown.length + row;
      caretColumn = columnOf(line, rows[row] ?? { start: 0, end: 0 }, index, columns);
    }
    for (const [r, row] of rows.entries()) {
      texts[r] ??= rowText(line, row, columns);
      shown.push(texts[r]);
    }
  }
  return { lines: shown, caretRow, caretColumn };
}

/** So many are cut in prose; here each stands for itself. */
const MANY_BLANKS = ' '.repeat(65);

function rowText(line: Line, row: Row, columns: number): Clean {
  const end = Math.min(row.end, row.start + Math.max(2, columns - 1));
  const plain = line.starts ? '' : line.text.slice(row.start, end);
  if (!line.starts && !plain.includes(MANY_BLANKS)) return cleanPiece(plain, 'line');
  const parts: Clean[] = [];
  let used = 0;
  for (let i = row.start; i < row.end; i++) {
    const shown = shownOf(graphemeAt(line, i));
    used += shown.columns;
    if (used > Math.max(2, columns - 1)) break; // blanks at the end of a line hang over the edge
    parts.push(shown.text);
  }
  return joinClean(...parts);
}

/** A place by grapheme index. */
export const placeAt = (e: Editor, line: number, index: number): Place => ({
  line,
  offset: offsetAt(e.lines[line] ?? EMPTY, index),
});
