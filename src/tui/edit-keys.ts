import {
  backspace,
  deleteForward,
  docEnd,
  docStart,
  down,
  type Editor,
  end,
  home,
  insert,
  killLine,
  killToStart,
  killWord,
  left,
  newline,
  paste,
  redo,
  right,
  undo,
  up,
  wordLeft,
  wordRight,
  yank,
} from './editor/editor.ts';
import type { Key } from './keys.ts';

/** What a key does in a text field of this width. The same keys as in a shell and in most terminal editors. */
const EDITS: Readonly<Record<string, (editor: Editor, columns: number) => Editor>> = {
  Enter: newline,
  Backspace: backspace,
  Delete: deleteForward,
  'C-d': deleteForward,
  Left: left,
  'C-b': left,
  Right: right,
  'C-f': right,
  Up: up,
  'C-p': up,
  Down: down,
  'C-n': down,
  'C-Left': wordLeft,
  'C-Right': wordRight,
  Home: home,
  'C-a': home,
  End: end,
  'C-e': end,
  PageUp: docStart,
  PageDown: docEnd,
  'C-w': killWord,
  'C-l': killLine,
  'C-u': killToStart,
  'C-y': yank,
  'C-_': undo,
  'C-/': undo,
  'C-r': redo,
};

/** The text after a key, typed or pasted; the same editor when the key is no edit. */
export function edit(editor: Editor, key: Key, how: 'type' | 'paste', columns = Number.POSITIVE_INFINITY): Editor {
  if (key.text !== null) return how === 'paste' ? paste(editor, key.text) : insert(editor, key.text);
  const change = EDITS[key.name];
  return change === undefined ? editor : change(editor, columns);
}
