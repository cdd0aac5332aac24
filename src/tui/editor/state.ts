import type { Line } from './line.ts';

/** Between two graphemes: a line, and an offset (UTF-16 units) in it. */
export interface Place {
  readonly line: number;
  readonly offset: number;
}

/** One replacement, with what is needed to take it back. Offsets count in the lines as they were before it. */
export interface Edit {
  readonly from: Place;
  readonly removed: string;
  readonly inserted: string;
  readonly caretBefore: Place;
  /** edits of one run of typing are taken back together */
  readonly run: number;
}

/** The whole editor. Immutable: every operation returns a new one. */
export interface Editor {
  readonly lines: readonly Line[];
  readonly caret: Place;
  /** the column up and down try to keep; null after any other movement */
  readonly preferredColumn: number | null;
  readonly undo: readonly Edit[];
  readonly redo: readonly Edit[];
  readonly kill: string;
  /** number of the run of typing that goes on, 0 for none */
  readonly typing: number;
  readonly runs: number;
}

export const samePlace = (a: Place, b: Place): boolean => a.line === b.line && a.offset === b.offset;

/** The text between two places. */
export function textBetween(lines: readonly Line[], from: Place, to: Place): string {
  if (from.line === to.line) return (lines[from.line]?.text ?? '').slice(from.offset, to.offset);
  const first = (lines[from.line]?.text ?? '').slice(from.offset);
  const last = (lines[to.line]?.text ?? '').slice(0, to.offset);
  const middle = lines.slice(from.line + 1, to.line).map((line) => line.text);
  return [first, ...middle, last].join('\n');
}

/** Where a text ends that begins at `from`. */
export function endOf(from: Place, text: string): Place {
  const last = text.lastIndexOf('\n');
  if (last < 0) return { line: from.line, offset: from.offset + text.length };
  return { line: from.line + text.split('\n').length - 1, offset: text.length - last - 1 };
}
