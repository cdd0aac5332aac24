import { wordsFor } from '../../i18n/index.ts';
import type { Step } from '../program.ts';
import type { State } from '../state.ts';
import { currentNumber, targets } from './list.ts';
import { prompt } from './work.ts';

/** `l m`: the selected cases, or the one under the hand, into the case whose number is asked for. */
export function askMerge(state: State): Step {
  const cases = targets(state);
  return cases.length === 0 ? [state, []] : [prompt(state, { what: 'merge', cases, target: null }), []];
}

/** `l u`: which of the cases that were merged into this one shall be itself again; the newest merge is offered. */
export function askUnmerge(state: State): Step {
  const number = currentNumber(state);
  if (number === null) return [state, []];
  return [state, [{ do: 'load-merged', number }]];
}

/** The prompt of `askUnmerge`, once the merged cases are read. */
export function offerUnmerge(state: State, number: number, merged: readonly number[]): Step {
  const [newest] = merged;
  if (newest === undefined)
    return [{ ...state, notice: { text: wordsFor(state.locale).tui.nothingMerged(number), tone: 'info' } }, []];
  const asked = prompt(state, { what: 'unmerge', target: null }, String(newest));
  return [asked, [{ do: 'load-target', number: newest }]];
}
