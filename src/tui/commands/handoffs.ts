import type { HandoffRow } from '../../actions/read-handoffs.ts';
import type { FeedbackGroup } from '../../domain/handoff/feedback.ts';
import { wordsFor } from '../../i18n/index.ts';
import type { Step } from '../program.ts';
import type { State } from '../state.ts';
import { currentNumber } from './list.ts';
import { openNumber } from './move.ts';
import { prompt } from './work.ts';

/** `A`: the case under the hand goes to a department, which is asked for first. */
export function ask(state: State): Step {
  const number = currentNumber(state);
  return number === null ? [state, []] : [state, [{ do: 'load-handoff', number, department: null, given: {} }]];
}

/** `g b`: what lies with which department. */
export const show = (state: State): Step => [state, [{ do: 'load-handoffs' }]];

/** The board is read, for the first time or again: the cursor stays on its hand-off. */
export function handoffsRead(state: State, rows: readonly HandoffRow[]): Step {
  const was = state.screen.name === 'handoffs' ? state.screen : null;
  const here = was?.rows[was.at]?.id;
  const same = rows.findIndex(({ id }) => id === here);
  const at = Math.max(0, same >= 0 ? same : Math.min(was?.at ?? 0, rows.length - 1));
  return [{ ...state, screen: { name: 'handoffs', rows, at, back: was?.back ?? state.screen } }, []];
}

/** What customers said of products is read, to be given to a department. */
export const askFeedback = (state: State): Step => [state, [{ do: 'load-feedback' }]];

/** It is shown by product above the line that asks for the department. */
export function feedbackRead(state: State, groups: readonly FeedbackGroup[]): Step {
  if (groups.length > 0) return [prompt(state, { what: 'feedback', groups }, 'rnd'), []];
  return [{ ...state, notice: { text: wordsFor(state.locale).handoffs.noFeedback, tone: 'info' } }, []];
}

/** `x`: nobody waits for it any more; why is asked first. */
export function askWithdraw(state: State): Step {
  const row = state.screen.name === 'handoffs' ? state.screen.rows[state.screen.at] : undefined;
  return row === undefined ? [state, []] : [prompt(state, { what: 'handoff-withdraw', row }), []];
}

/** Enter: its case opens. */
export function open(state: State): Step {
  const row = state.screen.name === 'handoffs' ? state.screen.rows[state.screen.at] : undefined;
  if (row !== undefined) return openNumber(state, row.case);
  return [{ ...state, notice: { text: wordsFor(state.locale).handoffs.nothing, tone: 'info' } }, []];
}
