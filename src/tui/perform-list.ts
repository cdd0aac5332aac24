import { moveWindow, openWindow, stillFound } from '../actions/page-cases.ts';
import { type CaseView, readCase, readRows, readStanding, viewCounts } from '../actions/read-cases.ts';
import type { Context } from '../context.ts';
import type { Effect } from './effects.ts';
import { LIST_LIMIT } from './layout.ts';
import type { Message } from './messages.ts';

/** What the list and the case beside it show: all that the first frame needs. */
type ListRead = Extract<Effect, { readonly do: 'load-list' | 'move-window' | 'load-rows' | 'load-case' }>;

export const isListRead = (effect: Effect): effect is ListRead =>
  effect.do === 'load-list' || effect.do === 'move-window' || effect.do === 'load-rows' || effect.do === 'load-case';

/** What is read, as the message that brings it to the screens; throws DeskError. */
export function readList(context: Context, effect: ListRead): Message {
  switch (effect.do) {
    case 'load-list': {
      const window = openWindow(context, effect.query, LIST_LIMIT, effect.at);
      const marked = effect.marked.length === 0 ? [] : stillFound(context, effect.query, effect.marked);
      const counts = viewCounts(context);
      const standing = readStanding(context);
      return { type: 'listed', window, marked, counts, standing, empty: counts.all === 0, hand: effect.hand };
    }
    case 'move-window': {
      const window = moveWindow(context, effect.query, LIST_LIMIT, effect.held, effect.way);
      return { type: 'window-moved', window, way: effect.way };
    }
    case 'load-rows':
      return { type: 'rows', rows: readRows(context, effect.numbers) };
    case 'load-case':
      return { type: 'case-read', view: caseIfThere(context, effect.number) };
  }
}

/** A case can go while it is looked at: with the undo of what opened it. */
function caseIfThere(context: Context, number: number | null): CaseView | null {
  return number === null || readRows(context, [number]).length === 0 ? null : readCase(context, number);
}
