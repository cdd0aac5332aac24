import { paste } from './editor.ts';
import type { Editor } from './state.ts';

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
