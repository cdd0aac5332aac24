import type { SetCaseInput } from '../../actions/set-case.ts';
import { wordsFor } from '../../i18n/index.ts';
import type { Effect } from '../effects.ts';
import type { Step } from '../program.ts';
import type { State } from '../state.ts';
import { targets } from './list.ts';

/** A change as far as it can be made again on other cases. */
export type Repeat =
  | {
      readonly what: 'set';
      readonly change: Pick<SetCaseInput, 'fields' | 'addTags' | 'removeTags'>;
      readonly next: 'reload' | 'next';
    }
  | { readonly what: 'spam'; readonly not: boolean }
  | { readonly what: 'merge'; readonly into: number }
  | { readonly what: 'template'; readonly template: string };

/** `.`: the last change again, on the selection or the case under the hand. What sends, or takes many cases, asks first. */
export function repeatLast(state: State): Step {
  const last = state.lastChange;
  const cases = targets(state);
  const { tui } = wordsFor(state.locale);
  if (cases.length === 0) return [state, []];
  if (last === null) return [{ ...state, notice: { text: tui.nothingToRepeat, tone: 'info' } }, []];
  if (last.what === 'template') return [state, [{ do: 'check-bulk', template: last.template, cases }]];
  if (cases.length === 1 && last.what !== 'merge') return [state, [effectOf(last, cases)]];
  return [{ ...state, overlay: { name: 'confirm', ask: { what: 'repeat', last, cases } } }, []];
}

/** The change on these cases. */
export function effectOf(last: Exclude<Repeat, { what: 'template' }>, cases: readonly number[]): Effect {
  if (last.what === 'set') return { do: 'set', input: { ...last.change, cases: [...cases] }, next: last.next };
  if (last.what === 'spam') return { do: 'work', work: { what: 'spam', cases, not: last.not } };
  return { do: 'work', work: { what: 'merge', from: cases, into: last.into } };
}
