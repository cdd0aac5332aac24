import type { ViewId } from '../../domain/views.ts';
import { createEditor } from '../editor/editor.ts';
import type { Step } from '../program.ts';
import type { State } from '../state.ts';
import { reload } from './list.ts';
import { prompt } from './work.ts';

/** Another view, from its beginning, without search and selection. */
export function view(state: State, id: ViewId): Step {
  const list = {
    ...state.list,
    view: id,
    search: null,
    narrow: null,
    at: 0,
    top: 0,
    marked: new Set<number>(),
    numbers: [],
    from: null,
    skipped: 0,
    more: false,
    previewTop: null,
  };
  const next: State = { ...state, list, screen: { name: 'list' }, notice: null };
  return [next, [reload(next)]];
}

export function askSearch(state: State): Step {
  const listed: State = { ...state, screen: { name: 'list' } };
  return [prompt(listed, { what: 'search' }, state.list.search ?? ''), []];
}

export const askNarrow = (state: State): Step => [prompt(state, { what: 'narrow' }, state.list.narrow ?? ''), []];

/** Takes back, one after the other: the selection, the narrowing, the search. */
export function widen(state: State): Step {
  const { list } = state;
  if (list.marked.size > 0) return [{ ...state, list: { ...list, marked: new Set() } }, []];
  if (list.narrow === null && list.search === null) return [{ ...state, notice: null }, []];
  const wider = list.narrow !== null ? { ...list, narrow: null } : { ...list, search: null };
  const next: State = { ...state, list: { ...wider, from: null, skipped: 0 }, notice: null };
  return [next, [reload(next)]];
}

export const palette = (state: State): Step => [
  { ...state, notice: null, overlay: { name: 'palette', input: createEditor(''), at: 0 } },
  [],
];

export const help = (state: State): Step => [
  { ...state, notice: null, screen: { name: 'help', top: 0, back: state.screen } },
  [],
];

export const history = (state: State): Step => [state, [{ do: 'load-history' }]];

export const suspend = (state: State): Step => [state, [{ do: 'suspend' }]];

export const askQuit = (state: State): Step => [{ ...state, overlay: { name: 'confirm', ask: { what: 'quit' } } }, []];
