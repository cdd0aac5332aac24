import { wordsFor } from '../../i18n/index.ts';
import { layoutOf } from '../layout.ts';
import { agendaRows } from '../parts/agenda-rows.ts';
import { journeyRows } from '../parts/journey-rows.ts';
import type { Step } from '../program.ts';
import { readAnew } from '../read-anew.ts';
import { caseBody } from '../screens/case/body.ts';
import { reviewLines } from '../screens/compose/review-lines.ts';
import { previewBody } from '../screens/list/preview.ts';
import { whyLines } from '../screens/why/lines.ts';
import type { CaseState, JourneyScreen, Screen, State } from '../state.ts';
import { by as customersBy } from './customers.ts';
import { fieldNames } from './fields.ts';
import { currentNumber, pageRows, reload, withCursor } from './list.ts';

/** The cursor, `count` rows on, on a screen of rows. */
export function by(state: State, count: number): Step {
  const { screen } = state;
  if (screen.name === 'customers') return customersBy(state, count);
  if (!hasRows(screen)) return withCursor(state, state.list.at + count);
  const at = Math.max(0, Math.min(screen.at + count, rowCount(screen) - 1));
  return [{ ...state, screen: { ...screen, at } }, []];
}

/** Screens of rows with a cursor of their own. */
type Rowed = Extract<Screen, { readonly at: number }>;
const hasRows = (screen: Screen): screen is Rowed => 'at' in screen;

function rowCount(screen: Rowed): number {
  switch (screen.name) {
    case 'agenda':
      return agendaRows(screen).length;
    case 'journey':
      return journeyRows(screen).length;
    case 'playbooks':
      return screen.book.standing[screen.which]?.ladder.rungs.length ?? 0;
    case 'fields':
      return fieldNames(screen.view).length;
    case 'mail':
      return screen.outbox.length;
    case 'history':
      return screen.actions.length;
    case 'duplicates':
      return screen.pairs.length;
    case 'handoffs':
    case 'customers':
      return screen.rows.length;
  }
}

/** Scrolls a text: the case, the help, the review; never past its end. */
export function scroll(state: State, lines: number): Step {
  const { screen } = state;
  const within = (top: number, length: number): number =>
    Math.max(0, Math.min(top + lines, length - layoutOf(state.size).body));
  if (screen.name === 'case') {
    const { count, top } = caseBody(state, screen.open);
    return [withCase(state, { ...screen.open, top: within(top, count) }), []];
  }
  if (screen.name === 'why')
    return [{ ...state, screen: { ...screen, top: within(screen.top, whyLines(state, screen).length) } }, []];
  if (screen.name === 'help') return [{ ...state, screen: { ...screen, top: Math.max(0, screen.top + lines) } }, []];
  if (screen.name === 'compose') {
    const draft = { ...screen.draft, top: within(screen.draft.top, reviewLines(state, screen.draft).length) };
    return [{ ...state, screen: { ...screen, draft } }, []];
  }
  return [state, []];
}

export function page(state: State, direction: 1 | -1): Step {
  const lines = Math.max(1, layoutOf(state.size).body - 3) * direction;
  if (state.screen.name === 'list') return withCursor(state, state.list.at + pageRows(state) * direction);
  return hasRows(state.screen) ? by(state, lines) : scroll(state, lines);
}

export function toEnd(state: State, end: 'first' | 'last'): Step {
  if (state.screen.name === 'list') {
    const { skipped, more, numbers } = state.list;
    // what is held of a long list need not reach to its end
    if (end === 'first' ? skipped > 0 : more) return [state, [reload(state, end)]];
    return withCursor(state, end === 'first' ? 0 : numbers.length - 1);
  }
  const far = end === 'first' ? -1_000_000 : 1_000_000;
  return hasRows(state.screen) ? by(state, far) : scroll(state, far);
}

const withCase = (state: State, open: CaseState): State => ({ ...state, screen: { name: 'case', open } });

/** The case under the hand, on a screen of its own. */
export function open(state: State): Step {
  const number = currentNumber(state);
  return number === null ? [state, []] : openNumber(state, number);
}

/** A case on a screen of its own; `back`: where Esc leads from it, if not to the list. */
export function openNumber(state: State, number: number, back: JourneyScreen | null = null): Step {
  return [
    { ...withCase(state, { number, top: null, unfolded: false, hit: null, back }), notice: null },
    [
      { do: 'load-case', number },
      { do: 'see-case', number },
    ],
  ];
}

/** The next or previous case of the list, without going back to it. */
export function caseBy(state: State, count: 1 | -1): Step {
  const number = currentNumber(state);
  const here = number === null ? -1 : state.list.numbers.indexOf(number);
  const at = here < 0 ? state.list.at : here + count;
  const next = state.list.numbers[at];
  if (next === undefined) return [state, []];
  const [moved, effects] = withCursor(state, at);
  const [opened, more] = openNumber(moved, next);
  return [opened, [...effects, ...more]];
}

export function preview(state: State, pages: 1 | -1): Step {
  const lines = Math.max(1, Math.floor(layoutOf(state.size).body / 2)) * pages;
  const { top, last } = previewBody(state);
  return [{ ...state, list: { ...state.list, previewTop: Math.max(0, Math.min(top + lines, last)) } }, []];
}

export function unfold(state: State): Step {
  if (state.screen.name !== 'case') return [{ ...state, unfoldPreview: !state.unfoldPreview }, []];
  return [withCase(state, { ...state.screen.open, unfolded: !state.screen.open.unfolded, hit: null }), []];
}

export function back(state: State): Step {
  const { screen } = state;
  if ('back' in screen) {
    const shown: State = { ...state, screen: screen.back, notice: null };
    return [shown, readAnew(shown)];
  }
  if (screen.name === 'case' && screen.open.back !== null) {
    const { back: journey } = screen.open;
    return [
      { ...state, screen: journey, notice: null },
      [{ do: 'load-journey', of: { customer: journey.view.customer.id } }],
    ];
  }
  const number = currentNumber(state);
  const at = number === null ? -1 : state.list.numbers.indexOf(number);
  const [listed, effects] = withCursor(
    { ...state, screen: { name: 'list' }, notice: null },
    at < 0 ? state.list.at : at,
  );
  return [listed, [reload(listed), ...effects]];
}

/** Selects the case under the hand and goes on to the next. */
export function mark(state: State): Step {
  const number = currentNumber(state);
  if (number === null) return [state, []];
  const marked = new Set(state.list.marked);
  if (!marked.delete(number)) marked.add(number);
  return withCursor({ ...state, list: { ...state.list, marked } }, state.list.at + 1);
}

/** Selects every case of the list, or none when all are. */
export function markAll(state: State): Step {
  const all = state.list.numbers.length > 0 && state.list.marked.size === state.list.numbers.length;
  const { numbers, more, skipped } = state.list;
  const part = !all && (more || skipped > 0) ? wordsFor(state.locale).tui.selectedPart(numbers.length) : null;
  const notice = part === null ? state.notice : { text: part, tone: 'info' as const };
  return [{ ...state, notice, list: { ...state.list, marked: new Set(all ? [] : numbers) } }, []];
}
