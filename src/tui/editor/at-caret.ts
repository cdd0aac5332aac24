import { editorText, paste } from './editor.ts';
import { replace } from './replace.ts';
import { type Editor, endOf, type Place } from './state.ts';

/** The line's text before the caret: what a trigger like `;;` looks at. */
export const textBeforeCaret = (editor: Editor): string =>
  (editor.lines[editor.caret.line]?.text ?? '').slice(0, editor.caret.offset);

/** Inserts text and leaves the caret `cursor` UTF-16 units into it (null: behind it). */
export function insertAt(editor: Editor, text: string, cursor: number | null): Editor {
  if (cursor === null) return paste(editor, text);
  const first = paste(editor, text.slice(0, cursor));
  const whole = paste(first, text.slice(cursor));
  return { ...whole, caret: first.caret, preferredColumn: null };
}

const START: Place = { line: 0, offset: 0 };

/** Makes the text say this, as one undo step, in whole lines; the caret stays where it was in the words around it. */
export function rewrite(editor: Editor, text: string): Editor {
  const before = editorText(editor).split('\n');
  const after = text.split('\n');
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first] === after[first]) first += 1;
  let rest = 0;
  while (rest < most - first && before.at(-1 - rest) === after.at(-1 - rest)) rest += 1;
  const { caret } = editor;
  const changed = replace(editor, START, endOf(START, before.join('\n')), text);
  if (caret.line < first) return { ...changed, caret };
  const line = caret.line + after.length - before.length;
  return caret.line >= before.length - rest ? { ...changed, caret: { ...caret, line } } : changed;
}
