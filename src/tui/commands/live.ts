import { isOpen } from '../../domain/case.ts';
import type { Entry } from '../../domain/entry.ts';
import { wordsFor } from '../../i18n/index.ts';
import type { Step } from '../program.ts';
import type { State } from '../state.ts';
import { currentNumber } from './list.ts';

/** The case that the one under the hand may be part of, or null. */
export function belongsWith(state: State): number | null {
  const number = currentNumber(state);
  if (number === null) return null;
  return state.shown?.case.number === number
    ? state.shown.case.mayBelong
    : (state.list.rows.get(number)?.mayBelong ?? null);
}

/** `+`: the case goes into the one that it may be part of. */
export function join(state: State): Step {
  const number = currentNumber(state);
  const into = belongsWith(state);
  if (number === null) return [state, []];
  if (into !== null) return [state, [{ do: 'work', work: { what: 'merge', from: [number], into } }]];
  return [{ ...state, notice: { text: wordsFor(state.locale).tui.belongsNowhere(number), tone: 'info' } }, []];
}

/** Is the case under the hand done or waiting for others, and was its newest mail only filed? */
export function wasFiled(state: State): boolean {
  const number = currentNumber(state);
  if (number === null) return false;
  if (state.shown?.case.number !== number) {
    const row = state.list.rows.get(number);
    return row !== undefined && !isOpen(row.status) && row.filedOnly !== null;
  }
  const { case: found, entries } = state.shown;
  return !isOpen(found.status) && newestSaid(entries)?.filedOnly != null;
}

const known = new WeakMap<readonly Entry[], Entry | null>();

/** The message or call that came in last. Asked at each key, so found once for each reading of a case. */
function newestSaid(entries: readonly Entry[]): Entry | null {
  let newest = known.get(entries);
  if (newest === undefined) {
    newest = entries
      .filter(({ type }) => type === 'message' || type === 'call')
      .reduce<Entry | null>((last, entry) => (last === null || entry.id > last.id ? entry : last), null);
    known.set(entries, newest);
  }
  return newest;
}

/** `O`: what was only filed is worked on after all. */
export function reopen(state: State): Step {
  const number = currentNumber(state);
  if (number === null) return [state, []];
  if (wasFiled(state)) {
    const input = { cases: [number], fields: { status: 'open' as const }, addTags: [], removeTags: [] };
    return [state, [{ do: 'set', input, next: 'reload' }]];
  }
  return [{ ...state, notice: { text: wordsFor(state.locale).tui.nothingFiled(number), tone: 'info' } }, []];
}
