import { asksQuery, withCursor } from './commands/list.ts';
import type { Message } from './messages.ts';
import type { Step } from './program.ts';
import type { ListState, State } from './state.ts';

/** The list anew: the same case stays under the hand; when it is gone, the one that took its place is. */
export function listed(state: State, message: Extract<Message, { type: 'listed' }>): Step {
  const { hand, window, counts } = message;
  const before = typeof hand === 'number' ? hand : state.list.numbers[state.list.at];
  const found = before === undefined ? -1 : window.numbers.indexOf(before);
  // a query that is being typed finds now less, now more: only the finished one takes cases out of the selection
  const still = new Set(message.marked);
  const marked = asksQuery(state)
    ? state.list.marked
    : new Set([...state.list.marked].filter((number) => still.has(number)));
  const { view, search, narrow } = state.list;
  // others may have come or gone before a window that reaches to the end of a view
  const whole = !window.more && window.skipped > 0 && search === null && narrow === null;
  const skipped = whole ? Math.max(1, counts[view] - window.numbers.length) : window.skipped;
  const list: ListState = { ...state.list, ...window, skipped, counts, rows: new Map(), marked };
  const next: State = { ...state, list, standing: message.standing, empty: message.empty };
  if (hand === 'first') return withCursor({ ...next, list: { ...list, at: 0, top: 0 } }, 0);
  if (hand === 'last') return withCursor(next, window.numbers.length - 1);
  return withCursor(next, found >= 0 ? found : state.list.at);
}

/** Another part of a long list is held: the case under the hand and its place on the screen stay. */
export function windowMoved(state: State, { window }: Extract<Message, { type: 'window-moved' }>): Step {
  const { numbers, at, top } = state.list;
  const here = window.numbers.indexOf(numbers[at] ?? 0);
  const now = here < 0 ? 0 : here;
  const list: ListState = { ...state.list, ...window, at: now, top: Math.max(0, top + now - at) };
  return withCursor({ ...state, list }, now);
}
