import type { CaseView } from '../../actions/read-cases.ts';
import { wordsFor } from '../../i18n/index.ts';
import type { Step } from '../program.ts';
import type { AskAbout, State } from '../state.ts';
import { currentNumber, targets } from './list.ts';
import { prompt } from './work.ts';

/** `l m`: the selected cases, or the one under the hand, into the case whose number is asked for. */
export function askMerge(state: State): Step {
  const cases = targets(state);
  return cases.length === 0 ? [state, []] : [prompt(state, { what: 'merge', cases, target: null }), []];
}

/** `l l`: the case that this one is to know. */
export function askLink(state: State): Step {
  const number = currentNumber(state);
  return number === null ? [state, []] : [prompt(state, { what: 'link', number, target: null }), []];
}

/** Questions that need the case read first: which merged case comes out, which link ends, which entries are split off. */
export function askAbout(state: State, about: AskAbout): Step {
  const number = currentNumber(state);
  return number === null ? [state, []] : [state, [{ do: 'load-about', about, number }]];
}

/** The prompt of `askAbout`, once the case is read, with the likeliest answer in it. */
export function offer(state: State, about: AskAbout, view: CaseView): Step {
  const { tui } = wordsFor(state.locale);
  const { number } = view.case;
  const { notice } = state; // that it is for one case only
  const told = (text: string): Step => [{ ...state, notice: { text, tone: 'info' } }, []];
  if (about === 'split') {
    const { entries } = view;
    if (entries.length < 2) return told(tui.nothingToSplit(number));
    return [{ ...prompt(state, { what: 'split', number, entries }, String(entries.length)), notice }, []];
  }
  const first = about === 'unmerge' ? view.merged[0] : view.links[0]?.number;
  if (first === undefined) return told(about === 'unmerge' ? tui.nothingMerged(number) : tui.nothingLinked(number));
  const use = about === 'unmerge' ? ({ what: about, target: null } as const) : { what: about, number, target: null };
  return [{ ...prompt(state, use, String(first)), notice }, [{ do: 'load-target', number: first }]];
}
