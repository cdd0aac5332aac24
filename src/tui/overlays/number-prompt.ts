import { editorText } from '../editor/editor.ts';
import type { Effect } from '../effects.ts';
import type { Step } from '../program.ts';
import type { NumberUse, PromptState, PromptUse, State } from '../state.ts';

/** Does this prompt ask for a case's number? */
export const asksNumber = (use: PromptUse): use is NumberUse => 'target' in use;

/** `42` or `#42`, or null. */
export function numberTyped(text: string): number | null {
  const digits = /^#?(\d{1,15})$/.exec(text.trim())?.[1];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}

/** While a number is typed, the case that has it is looked up, so that its subject stands there before Enter. */
export function numberEdited(state: State, prompt: PromptState): Step {
  if (!asksNumber(prompt.use)) return [state, []];
  const number = numberTyped(editorText(prompt.input));
  const cleared: State = { ...state, overlay: { ...prompt, use: { ...prompt.use, target: null } } };
  return [cleared, number === null ? [] : [{ do: 'load-target', number }]];
}

/** Enter: the prompt stays open until it has worked. */
export function numberEntered(state: State, use: NumberUse, text: string): Step {
  const number = numberTyped(text);
  if (number === null) return [text === '' ? { ...state, overlay: null } : state, []];
  return [{ ...state, notice: null }, [workOf(use, number)]];
}

function workOf(use: NumberUse, number: number): Effect {
  switch (use.what) {
    case 'merge':
      return { do: 'work', work: { what: 'merge', from: use.cases, into: number } };
    case 'unmerge':
      return { do: 'work', work: { what: 'unmerge', number } };
    case 'link':
    case 'unlink':
      return { do: 'work', work: { what: use.what, number: use.number, other: number } };
  }
}
