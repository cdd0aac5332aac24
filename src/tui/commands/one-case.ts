import { wordsFor } from '../../i18n/index.ts';
import type { Step } from '../program.ts';
import type { State } from '../state.ts';
import { currentNumber } from './list.ts';

/** A command that works on one case: where cases are selected it says so, and which case it is. */
export const onOne =
  (does: (state: State) => Step): ((state: State) => Step) =>
  (state) => {
    const { marked } = state.list;
    const number = currentNumber(state);
    const [next, effects] = does(state);
    if (state.screen.name !== 'list' || marked.size === 0 || number === null) return [next, effects];
    const text = wordsFor(state.locale).tui.oneCase(number, marked.size);
    return [{ ...next, notice: { text, tone: 'info' } }, effects];
  };
