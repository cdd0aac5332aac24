import { VIEWS } from '../../domain/views.ts';
import type { Effect } from '../effects.ts';
import { layoutOf } from '../layout.ts';
import type { Step } from '../program.ts';
import type { ListHand, ListState, State } from '../state.ts';

/** The query the list shows now. */
export function queryOf(list: Pick<ListState, 'view' | 'search' | 'narrow' | 'byDue'>): string {
  const view = VIEWS.find((one) => one.id === list.view)?.query ?? '';
  const asked = list.search ?? view;
  const order = list.byDue && !/\bsort:/.test(asked) ? 'sort:due' : '';
  const parts = [asked, list.narrow ?? '', order].filter((part) => part !== '');
  return parts.length < 2
    ? (parts[0] ?? '')
    : parts.map((part) => (/\bOR\b/.test(part) ? `(${part})` : part)).join(' ');
}

/** While a query is typed the word at its end is found by its beginning. */
export function whileTyped(text: string): string {
  const isField = /(?:^|\s)[-(]*[\p{L}-]+(?::|[<>]=?)\S*$/u.test(text);
  const isOpenPhrase = (text.split('"').length - 1) % 2 === 1;
  return /[\p{L}\p{M}\p{N}]$/u.test(text) && !isField && !isOpenPhrase ? `${text}*` : text;
}

/** The number under the hand, or null in an empty list. */
export const currentNumber = (state: State): number | null =>
  state.screen.name === 'case'
    ? state.screen.open.number
    : state.screen.name === 'compose'
      ? state.screen.draft.number
      : state.screen.name === 'fields'
        ? state.screen.view.case.number
        : (state.list.numbers[state.list.at] ?? null);

/** What a command works on: the selected cases, else the one under the hand. */
export function targets(state: State): number[] {
  if (state.screen.name === 'list' && state.list.marked.size > 0) return [...state.list.marked];
  const number = currentNumber(state);
  return number === null ? [] : [number];
}

/** Rows of cases that fit on the screen. */
export const pageRows = (state: State): number => layoutOf(state.size).body - 1;

/** The list with the cursor at `at`: scrolled by half a page when it leaves the window, with its rows and case asked for. */
export function withCursor(state: State, at: number): Step {
  const page = pageRows(state);
  const count = state.list.numbers.length;
  const bounded = Math.max(0, Math.min(at, count - 1));
  let top = Math.max(0, Math.min(state.list.top, count - page));
  if (bounded < top) top = Math.max(0, bounded - (bounded === top - 1 ? Math.floor(page / 2) : 0));
  if (bounded >= top + page)
    top = Math.min(Math.max(0, count - page), bounded === top + page ? top + Math.ceil(page / 2) : bounded - page + 1);
  const list: ListState = {
    ...state.list,
    at: bounded,
    top,
    previewTop: bounded === state.list.at ? state.list.previewTop : null,
  };
  const next = { ...state, list };
  return [next, [...wanted(next), ...further(next)]];
}

/** What must be read for the list as it stands: rows that come into sight, and the case for the preview. */
export function wanted(state: State): Effect[] {
  const { list } = state;
  const visible = list.numbers.slice(list.top, list.top + pageRows(state));
  const missing = visible.some((number) => !list.rows.has(number));
  const effects: Effect[] = missing ? [{ do: 'load-rows', numbers: visible }] : [];
  const current = list.numbers[list.at] ?? null;
  const showsCase = layoutOf(state.size).preview > 0;
  if (state.screen.name === 'list' && showsCase && state.shown?.case.number !== current)
    effects.push({ do: 'load-case', number: current });
  return effects;
}

/** Is a query being typed? */
export const asksQuery = ({ overlay }: State): boolean =>
  overlay?.name === 'prompt' && (overlay.use.what === 'search' || overlay.use.what === 'narrow');

/** The list read anew; `hand` says where the cursor goes, else the same number stays under the hand. */
export function reload(state: State, hand: ListHand = 'keep'): Effect {
  const { list } = state;
  const { from, skipped } = list;
  const at = hand === 'last' ? 'end' : hand === 'first' ? { from: null, skipped: 0 } : { from, skipped };
  return { do: 'load-list', query: shownQuery(state), hand, at, marked: [...list.marked] };
}

/** The query of the list; the word at the end of one that is being typed is found by its beginning. */
function shownQuery({ list, overlay }: State): string {
  if (overlay?.name !== 'prompt' || (overlay.use.what !== 'search' && overlay.use.what !== 'narrow'))
    return queryOf(list);
  const { what } = overlay.use;
  return queryOf({ ...list, [what]: whileTyped(list[what] ?? '') || null });
}

/** Near an end of what is held of a long list, its next part is asked for. */
function further(state: State): Effect[] {
  const { list } = state;
  const page = pageRows(state);
  const way =
    list.more && list.top + 2 * page > list.numbers.length
      ? 'after'
      : list.skipped > 0 && list.top < page
        ? 'before'
        : null;
  const { numbers, from, skipped, more } = list;
  return way === null
    ? []
    : [{ do: 'move-window', query: shownQuery(state), held: { numbers, from, skipped, more }, way }];
}
