import type { JourneyRest, JourneyView } from '../../actions/read-journey.ts';
import { type JourneyLine, kindsIn } from '../../domain/journey/line.ts';
import { wordsFor } from '../../i18n/index.ts';
import type { Effect } from '../effects.ts';
import { agendaRows } from '../parts/agenda-rows.ts';
import { type JourneyRow, journeyRows, rowKey, rowOfNow } from '../parts/journey-rows.ts';
import type { Step } from '../program.ts';
import type { JourneyScreen, State } from '../state.ts';
import { currentNumber } from './list.ts';
import { openNumber } from './move.ts';

const told = (state: State, text: string): Step => [{ ...state, notice: { text, tone: 'info' } }, []];

/** `v`: the journey of the customer under the hand, whose case or line it is. */
export function show(state: State): Step {
  const { screen } = state;
  if (screen.name === 'agenda') {
    const row = agendaRows(screen)[screen.at];
    if (row === undefined) return [state, []];
    return row.customer === null
      ? told(state, wordsFor(state.locale).journey.nobody)
      : [state, [{ do: 'open-journey', of: { customer: row.customer } }]];
  }
  const number = screen.name === 'handoffs' ? (screen.rows[screen.at]?.case ?? null) : currentNumber(state);
  return number === null ? [state, []] : [state, [{ do: 'open-journey', of: { case: number } }]];
}

/** The journey is read, for the first time or again: the cursor stays on its line. From a case of it one goes back to it. */
export function journeyRead(state: State, view: JourneyView): Step {
  const { screen: from } = state;
  const left = from.name === 'case' ? from.open.back : from.name === 'journey' ? from : null;
  const was = left?.view.customer.id === view.customer.id || from.name === 'journey' ? left : null;
  if (was === null) {
    const fresh = { view, unfolded: false, only: null };
    const at = rowOfNow(fresh, state.now);
    return [{ ...state, screen: { name: 'journey', ...fresh, at, back: from } }, []];
  }
  const here = journeyRows(was)[was.at];
  const next = { ...was, view, only: was.only !== null && kindsIn(view.lines).includes(was.only) ? was.only : null };
  return [{ ...state, screen: onRow(next, here) }, []];
}

/** A part more is read of a long journey. */
export const restRead = (state: State, rest: JourneyRest): Step =>
  onJourney((on, screen) => [{ ...on, screen: { ...screen, view: { ...screen.view, rest } } }, []])(state);

/** The moment for the keys is over. */
export const restDue = (state: State): Step =>
  onJourney((on, { view: { rest } }) => [on, rest === null ? [] : [{ do: 'load-rest', rest }]])(state);

/** A journey of which there is more to be read asks for it, whatever brought it on the screen. */
export const askRest = ({ screen }: State): Effect[] =>
  screen.name === 'journey' && screen.view.rest !== null
    ? [{ do: 'after', ms: 0, timer: 'journey', message: { type: 'rest-due' } }]
    : [];

/** The same row under the cursor, or as near as there is one. */
function onRow(screen: JourneyScreen, here: JourneyRow | undefined): JourneyScreen {
  const rows = journeyRows(screen);
  const key = here === undefined ? null : rowKey(here);
  const same = rows.findIndex((row) => rowKey(row) === key);
  return { ...screen, at: same >= 0 ? same : Math.max(0, Math.min(screen.at, rows.length - 1)) };
}

const onJourney =
  (does: (state: State, screen: JourneyScreen) => Step) =>
  (state: State): Step =>
    state.screen.name === 'journey' ? does(state, state.screen) : [state, []];

/** Enter: the case of the line, or the marks of the ledger. */
export const open = onJourney((state, screen) => {
  const row = journeyRows(screen)[screen.at];
  if (row === undefined || row.row === 'ledger') return unfold(state);
  const number = row.row === 'mark' ? row.mark.case : row.line.case;
  return number === null ? told(state, wordsFor(state.locale).journey.noCase) : openNumber(state, number, screen);
});

/** `h`: every number of the ledger unfolds into its marks, with the cursor above them; and folds again. */
export const unfold = onJourney((state, screen) => [
  { ...state, screen: { ...screen, unfolded: !screen.unfolded, at: 0 } },
  [],
]);

/** `Tab`: all lines, then each kind that there is, alone. */
export const filter = onJourney((state, screen) => {
  const turns = [null, ...kindsIn(screen.view.lines)];
  const only = turns[(turns.indexOf(screen.only) + 1) % turns.length] ?? null;
  const turned = { ...screen, only };
  const here = journeyRows(screen)[screen.at];
  const rows = journeyRows(turned);
  const kept = rows.findIndex((row) => here?.row === 'line' && rowKey(row) === rowKey(here));
  return [{ ...state, screen: { ...turned, at: kept >= 0 ? kept : rowOfNow(turned, state.now) } }, []];
});

/** The next line further down (1) or up (-1) that is one of those. */
const jump = (fits: (line: JourneyLine) => boolean, kind: 'case' | 'silence', direction: 1 | -1) =>
  onJourney((state, screen) => {
    const rows = journeyRows(screen);
    for (let at = screen.at + direction; at >= 0 && at < rows.length; at += direction) {
      const row = rows[at];
      if (row?.row === 'line' && fits(row.line)) return [{ ...state, screen: { ...screen, at } }, []];
    }
    const { journey } = wordsFor(state.locale);
    return told(state, journey.noneOfKind(journey.kinds[kind]));
  });

export const toCase = (direction: 1 | -1): ((state: State) => Step) =>
  jump((line) => line.kind === 'case' && line.what === 'opened', 'case', direction);

export const toSilence = (direction: 1 | -1): ((state: State) => Step) =>
  jump(({ kind }) => kind === 'silence', 'silence', direction);
