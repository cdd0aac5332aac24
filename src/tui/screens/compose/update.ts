import { textBeforeCaret } from '../../editor/at-caret.ts';
import { type Editor, layoutEditor } from '../../editor/editor.ts';
import type { Effect } from '../../effects.ts';
import type { Step } from '../../program.ts';
import type { State } from '../../state.ts';
import { DRAFT_MS } from '../../timing.ts';
import { composeLayout, textTop } from './lines.ts';

/** A change of the text: it is kept within half a second; `;;` that was typed, not pasted, opens the templates, and goes when one is chosen. */
export function typeInComposer(
  state: State,
  change: (editor: Editor, columns: number) => Editor,
  typed: boolean,
): Step {
  if (state.screen.name !== 'compose') return [state, []];
  const { draft } = state.screen;
  const { textColumns, textRows } = composeLayout(state);
  const changed = change(draft.editor, textColumns);
  if (changed === draft.editor) return [state, []];
  const asksTemplate =
    typed && textBeforeCaret(changed).endsWith(';;') && !textBeforeCaret(draft.editor).endsWith(';;');
  const { lines, caretRow } = layoutEditor(changed, textColumns);
  const top = textTop(draft.top, caretRow, lines.length, textRows);
  const next: State = {
    ...state,
    notice: null,
    screen: { name: 'compose', draft: { ...draft, editor: changed, top } },
  };
  const later: Effect = { do: 'after', ms: DRAFT_MS, timer: 'draft', message: { type: 'draft-due' } };
  return [next, [later, ...(asksTemplate ? [{ do: 'load-templates' as const, use: 'typed' as const }] : [])]];
}
