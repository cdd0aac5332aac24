import { makeLine } from './line.ts';
import { after, eraseStart, wordStart } from './move.ts';
import { replace } from './replace.ts';
import type { Editor, Place } from './state.ts';

export { layoutEditor } from './layout.ts';
export { docEnd, docStart, down, end, home, left, right, up, wordLeft, wordRight } from './move.ts';
export { redo, undo } from './replace.ts';
export type { Editor } from './state.ts';

/** An editor over a text, the caret at its end. The text is kept as it is, but that line ends become LF. */
export function createEditor(text = ''): Editor {
  const lines = plainLineEnds(text).split('\n').map(makeLine);
  const line = lines.length - 1;
  const caret = { line, offset: lines[line]?.text.length ?? 0 };
  return { lines, caret, preferredColumn: null, undo: [], redo: [], kill: '', typing: 0, runs: 0 };
}

/** The text, verbatim. */
export const editorText = (e: Editor): string => e.lines.map((line) => line.text).join('\n');

/** Terminals send CR for the line ends of a paste. */
const plainLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Types a text at the caret. One run of typing, also with backspaces of an input method in it, is one undo step. */
export const insert = (e: Editor, text: string): Editor => replace(e, e.caret, e.caret, plainLineEnds(text), true);

/** A new line begins an undo step of its own. */
export const newline = (e: Editor): Editor => replace(e, e.caret, e.caret, '\n');

/** A pasted text is one undo step; nothing in it is a key. */
export const paste = (e: Editor, text: string): Editor => replace(e, e.caret, e.caret, plainLineEnds(text));

/**
 * Deletes what was typed last before the caret: a tone or vowel mark without its consonant, an emoji as a whole; at the
 * start of a line, the line end. Input methods that write decomposed letters count on it.
 */
export const backspace = (e: Editor): Editor => replace(e, eraseStart(e), e.caret, '', true);

/** Deletes the grapheme after the caret. */
export const deleteForward = (e: Editor): Editor => replace(e, e.caret, after(e), '');

/** Cuts the word before the caret (Ctrl-W). */
export const killWord = (e: Editor): Editor => cut(e, wordStart(e), e.caret);

/** Cuts to the end of the line, or the line end itself when the caret stands there (Ctrl-K). */
export function killLine(e: Editor): Editor {
  const length = e.lines[e.caret.line]?.text.length ?? 0;
  const rest = { line: e.caret.line, offset: length };
  return cut(e, e.caret, e.caret.offset < length ? rest : after(e));
}

/** Cuts from the start of the line to the caret (Ctrl-U). */
export const killToStart = (e: Editor): Editor => cut(e, { line: e.caret.line, offset: 0 }, e.caret);

/** Puts back what was cut last (Ctrl-Y). */
export const yank = (e: Editor): Editor => replace(e, e.caret, e.caret, e.kill);

function cut(e: Editor, from: Place, to: Place): Editor {
  const next = replace(e, from, to, '');
  return next === e ? e : { ...next, kill: next.undo.at(-1)?.removed ?? '' };
}
