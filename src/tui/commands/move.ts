import { wordsFor } from '../../i18n/index.ts';
import { layoutOf } from '../layout.ts';
import { agendaRows } from '../parts/agenda-rows.ts';
import { journeyRows } from '../parts/journey-rows.ts';
import type { Step } from '../program.ts';
import { caseBody } from '../screens/case/body.ts';
import { reviewLines } from '../screens/compose/review-lines.ts';
import { previewBody } from '../screens/list/preview.ts';
import { whyLines } from '../screens/why/lines.ts';
import type { CaseState, JourneyScreen, State } from '../state.ts';
import { by as customersBy } from './customers.ts';
import { fieldNames } from './fields.ts';
import { currentNumber, pageRows, reload, withCursor } from './list.ts';

/** The cursor of the list or the undo list, `count` rows on. */
export function by(state: State, count: number): Step {
  if (state.screen.name === 'agenda') {
    const at = Math.max(0, Math.min(state.screen.at + count, agendaRows(state.screen).length - 1));
    return [{ ...state, screen: { ...state.screen, at } }, []];
  }
  if (state.screen.name === 'handoffs') {
    const at = Math.max(0, Math.min(state.screen.at + count, state.screen.rows.length - 1));
    return [{ ...state, screen: { ...state.screen, at } }, []];
  }
  if (state.screen.name === 'customers') return customersBy(state, count);
  if (state.screen.name === 'journey') {
    const at = Math.max(0, Math.min(state.screen.at + count, journeyRows(state.screen).length - 1));
    return [{ ...state, screen: { ...state.screen, at } }, []];
  }
  if (state.screen.name === 'playbooks') {
    const steps = state.screen.book.standing[state.screen.which]?.ladder.rungs.length ?? 0;
    const at = Math.max(0, Math.min(state.screen.at + count, steps - 1));
    return [{ ...state, screen: { ...state.screen, at } }, []];
  }
  if (state.screen.name === 'fields') {
    const at = Math.max(0, Math.min(state.screen.at + count, fieldNames(state.screen.view).length - 1));
    return [{ ...state, screen: { ...state.screen, at } }, []];
  }
  if (state.screen.name === 'mail') {
    const at = Math.max(0, Math.min(state.screen.at + count, state.screen.outbox.length - 1));
    return [{ ...state, screen: { ...state.screen, at } }, []];
  }
  if (state.screen.name === 'history') {
    const at = Math.max(0, Math.min(state.screen.at + count, state.screen.actions.length - 1));
    return [{ ...state, screen: { ...state.screen, at } }, []];
  }
  return withCursor(state, state.list.at + count);
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
  return isRows(state) ? by(state, lines) : scroll(state, lines);
}

export function toEnd(state: State, end: 'first' | 'last'): Step {
  if (state.screen.name === 'list') {
    const { skipped, more, numbers } = state.list;
    // what is held of a long list need not reach to its end
    if (end === 'first' ? skipped > 0 : more) return [state, [reload(state, end)]];
    return withCursor(state, end === 'first' ? 0 : numbers.length - 1);
  }
  const far = end === 'first' ? -1_000_000 : 1_000_000;
  return isRows(state) ? by(state, far) : scroll(state, far);
}

/** Screens of rows with a cursor of their own. */
const WITH_ROWS: ReadonlySet<State['screen']['name']> = new Set([
  ...(['history', 'mail', 'agenda', 'playbooks', 'handoffs', 'journey', 'customers', 'fields'] as const),
]);
const isRows = ({ screen }: State): boolean => WITH_ROWS.has(screen.name);

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
  if ('back' in screen) return [{ ...state, screen: screen.back, notice: null }, []];
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
