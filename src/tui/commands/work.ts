import type { CaseFields } from '../../actions/set-case.ts';
import type { Score } from '../../domain/rating.ts';
import { wordsFor } from '../../i18n/index.ts';
import { createEditor } from '../editor/editor.ts';
import type { Effect } from '../effects.ts';
import type { Step } from '../program.ts';
import type { PromptUse, State } from '../state.ts';
import { currentNumber, targets } from './list.ts';

/** Sets fields on the selected cases, or on the one under the hand. */
export function set(state: State, fields: CaseFields, next: 'reload' | 'next' = 'reload'): Step {
  const cases = targets(state);
  if (cases.length === 0) return [state, []];
  const effect: Effect = { do: 'set', input: { cases, fields, addTags: [], removeTags: [] }, next };
  return [state, [effect]];
}

/** Solves and goes on to the next case: the key of an ordinary day. */
export const solveAndNext = (state: State): Step => set(state, { status: 'solved' }, 'next');

/** Out of sight for whole days, until 8:00 local time, or until the customer writes. */
export function snoozeDays(state: State, days: number): Step {
  return set(state, { snooze: { mode: 'until', until: morningAfter(state.now, days) } });
}

export function morningAfter(now: number, days: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, 8).getTime();
}

export function prompt(state: State, use: PromptUse, text = ''): State {
  const { search, narrow, from, skipped, numbers, at } = state.list;
  const before = { search, narrow, from, skipped, number: numbers[at] ?? null };
  return { ...state, notice: null, overlay: { name: 'prompt', use, input: createEditor(text), waits: false, before } };
}

export function askSnooze(state: State, mode: 'until' | 'firm'): Step {
  const cases = targets(state);
  return cases.length === 0 ? [state, []] : [prompt(state, { what: 'snooze', cases, mode }), []];
}

/** One case: its tags to edit. Several: tags to add, `-tag` to take away. */
export function askTags(state: State): Step {
  const cases = targets(state);
  const [only] = cases;
  if (only === undefined) return [state, []];
  const of = cases.length === 1 ? only : null;
  return [prompt(state, { what: 'tags', cases, known: [], had: [] }), [{ do: 'load-tags', of }]];
}

export const askNewCase = (state: State): Step => [prompt(state, { what: 'new-customer' }), []];

/** A call to write down: who called, then by prompts how long it took and what was said. */
export function askCall(state: State, direction: 'in' | 'out'): Step {
  const number = currentNumber(state);
  return number === null ? [state, []] : [prompt(state, { what: 'call-minutes', number, direction }), []];
}

/** A rating: the score is the key, the customer's words are asked for. */
export function askRating(state: State, score: Score): Step {
  const number = currentNumber(state);
  return number === null ? [state, []] : [prompt(state, { what: 'rating', number, score }), []];
}

/** The selected cases, or the one under the hand, are spam; or they are not. */
export function spam(state: State, not: boolean): Step {
  const cases = targets(state);
  return cases.length === 0 ? [state, []] : [state, [{ do: 'work', work: { what: 'spam', cases, not } }]];
}

export const undo = (state: State): Step => [state, [{ do: 'undo', action: null }]];
export const redo = (state: State): Step => [state, [{ do: 'redo' }]];

/** Takes back the line of the undo list under the hand. */
export function undoThis(state: State): Step {
  if (state.screen.name !== 'history') return [state, []];
  const action = state.screen.actions[state.screen.at];
  return action === undefined ? [state, []] : [state, [{ do: 'undo', action: action.id }]];
}

export function copyNumber(state: State): Step {
  const number = currentNumber(state);
  if (number === null) return [state, []];
  const said = wordsFor(state.locale).tui.copied(`#${number}`);
  return [{ ...state, notice: { text: said, tone: 'info' } }, [{ do: 'copy', text: String(number) }]];
}

/** `|`: the selected cases, or the one under the hand, as text for a command that is asked for. */
export function askPipe(state: State): Step {
  const cases = targets(state);
  return cases.length === 0 ? [state, []] : [prompt(state, { what: 'pipe', cases }), []];
}
