import { EMPTY, indexAt, type Line, makeLine, offsetAt, spliceLine } from './line.ts';
import { type Edit, type Editor, endOf, type Place, samePlace, textBetween } from './state.ts';

/** How many edits are remembered; older ones are forgotten. */
const MOST_EDITS = 10_000;

/** The lines with `inserted` in place of what stands between two places. */
function spliced(lines: readonly Line[], from: Place, to: Place, inserted: string): Line[] {
  const first = lines[from.line] ?? EMPTY;
  const next = lines.slice();
  if (from.line === to.line && !inserted.includes('\n')) {
    next[from.line] = spliceLine(first, from.offset, to.offset, inserted);
    return next;
  }
  const tail = (lines[to.line] ?? EMPTY).text.slice(to.offset);
  const made = `${first.text.slice(0, from.offset)}${inserted}${tail}`.split('\n').map(makeLine);
  return next.slice(0, from.line).concat(made, next.slice(to.line + 1));
}

/** A caret never stands inside a grapheme: a mark typed after a letter moves it behind both. */
function settled(lines: readonly Line[], place: Place): Place {
  const line = lines[place.line] ?? EMPTY;
  const index = indexAt(line, place.offset);
  const offset = offsetAt(line, index);
  return { line: place.line, offset: offset === place.offset ? offset : offsetAt(line, index + 1) };
}

/**
 * The one way to change the text. `typing`: joins the run of typing that goes on, if the caret stands where it was
 * left; else the change is an undo step of its own.
 */
export function replace(e: Editor, from: Place, to: Place, inserted: string, typing = false): Editor {
  const removed = textBetween(e.lines, from, to);
  if (removed === '' && inserted === '') return e;
  const run = typing && e.typing > 0 ? e.typing : e.runs + 1;
  const edit: Edit = { from, removed, inserted, caretBefore: e.caret, run };
  const lines = spliced(e.lines, from, to, inserted);
  return {
    ...e,
    lines,
    caret: settled(lines, endOf(from, inserted)),
    preferredColumn: null,
    undo: remember(e.undo, edit),
    redo: [],
    typing: typing ? run : 0,
    runs: Math.max(e.runs, run),
  };
}

/** Letters typed one after the other are one edit, so that a long run costs no more than its text. */
function remember(undo: readonly Edit[], edit: Edit): readonly Edit[] {
  const last = undo.at(-1);
  const follows =
    last?.run === edit.run && edit.removed === '' && samePlace(endOf(last.from, last.inserted), edit.from);
  if (last && follows) return [...undo.slice(0, -1), { ...last, inserted: last.inserted + edit.inserted }];
  return [...(undo.length >= MOST_EDITS ? undo.slice(1) : undo), edit];
}

/** Takes back the last run of typing or the last other change; the caret returns to where it was. */
export function undo(e: Editor): Editor {
  let { lines, caret } = e;
  const steps = e.undo.slice();
  const redo = e.redo.slice();
  const run = steps.at(-1)?.run;
  for (let edit = steps.at(-1); edit && edit.run === run; edit = steps.at(-1)) {
    lines = spliced(lines, edit.from, endOf(edit.from, edit.inserted), edit.removed);
    caret = edit.caretBefore;
    redo.push(edit);
    steps.pop();
  }
  return { ...e, lines, caret, undo: steps, redo, preferredColumn: null, typing: 0 };
}

/** Does again what undo took back. */
export function redo(e: Editor): Editor {
  let { lines, caret } = e;
  const steps = e.undo.slice();
  const rest = e.redo.slice();
  const run = rest.at(-1)?.run;
  for (let edit = rest.at(-1); edit && edit.run === run; edit = rest.at(-1)) {
    lines = spliced(lines, edit.from, endOf(edit.from, edit.removed), edit.inserted);
    caret = settled(lines, endOf(edit.from, edit.inserted));
    steps.push(edit);
    rest.pop();
  }
  return { ...e, lines, caret, undo: steps, redo: rest, preferredColumn: null, typing: 0 };
}
