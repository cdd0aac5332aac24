import { BARE_DAY } from '../../actions/commitments.ts';
import type { CommitmentKind, CommitmentRow } from '../../domain/commitment.ts';
import { isToDo } from '../../domain/commitment.ts';
import { wordsFor } from '../../i18n/index.ts';
import { layoutOf } from '../layout.ts';
import { agendaRows } from '../parts/agenda-rows.ts';
import type { Step } from '../program.ts';
import type { State } from '../state.ts';
import { currentNumber, reload, targets } from './list.ts';
import { openNumber } from './move.ts';
import { prompt } from './work.ts';

const told = (state: State, text: string): Step => [{ ...state, notice: { text, tone: 'info' } }, []];

/** `f` and `F`: a follow-up or a promise in the selected cases, or in the one under the hand; first when. */
export function ask(state: State, kind: CommitmentKind): Step {
  const cases = targets(state);
  return cases.length === 0 ? [state, []] : [prompt(state, { what: 'commit-when', kind, cases, customer: null }), []];
}

/** A follow-up with the customer of the case, for herself. */
export function askForCustomer(state: State): Step {
  const number = currentNumber(state);
  const shown = state.shown?.case.number === number ? state.shown.case.customer : null;
  const customer = shown ?? state.list.rows.get(number ?? 0)?.customer ?? null;
  if (customer === null) return [state, []];
  return [prompt(state, { what: 'commit-when', kind: 'follow-up', cases: [], customer }), []];
}

/** The hour at which a day that is typed alone counts for this kind. */
export const bareDayOf = (kind: CommitmentKind): number => BARE_DAY[kind];

/** Is something still to be done in the case that is on the screen? What was shown before, in a wider window, does not count. */
export function hasCommitment(state: State): boolean {
  const { shown, screen, size } = state;
  const isSeen = screen.name !== 'list' || layoutOf(size).preview > 0;
  return isSeen && shown?.case.number === currentNumber(state) && shown.commitments.some(isToDo);
}

/** `d`: the next of what is to be done in the case is done. */
export function nextDone(state: State): Step {
  const number = currentNumber(state);
  return number === null ? [state, []] : [state, [{ do: 'work', work: { what: 'commit-next-done', number } }]];
}

/** `w`: why the case is due when it is. */
export function askWhy(state: State): Step {
  const number = currentNumber(state);
  return number === null ? [state, []] : [state, [{ do: 'load-why', number }]];
}

/** `D`: the list by the next deadline, or as the view has it. */
export function byDeadline(state: State): Step {
  const { due } = wordsFor(state.locale);
  const byDue = !state.list.byDue;
  const notice = { text: byDue ? due.byDeadline : due.byQueue, tone: 'info' as const };
  const next: State = { ...state, notice, list: { ...state.list, byDue, from: null, skipped: 0 } };
  return [next, [reload(next, 'first')]];
}

/** Does the answer in its review promise something? */
export const offersPromise = ({ screen }: State): boolean =>
  screen.name === 'compose' && screen.draft.reviewing && screen.draft.promised.length > 0;

/** `p` in the review: of the promises that were found all are kept, then each alone, then none. */
export function keepPromise(state: State): Step {
  const { screen } = state;
  if (screen.name !== 'compose' || screen.draft.sending) return [state, []];
  const { promised, keeps } = screen.draft;
  if (promised.length === 0) return told(state, wordsFor(state.locale).due.noPromise);
  const turns = ['none', 'all', ...(promised.length > 1 ? promised.keys() : [])] as const;
  const next = turns[(turns.indexOf(keeps) + 1) % turns.length] ?? 'none';
  return [{ ...state, notice: null, screen: { name: 'compose', draft: { ...screen.draft, keeps: next } } }, []];
}

/** What the plans have due is put into the day's list now. */
export const runPlans = (state: State): Step => [state, [{ do: 'run-plans' }]];

/** `g f`: what is to be done, by day. */
export const show = (state: State): Step => [state, [{ do: 'load-agenda' }]];

const rowAt = ({ screen }: State): CommitmentRow | null =>
  screen.name === 'agenda' ? (agendaRows(screen)[screen.at] ?? null) : null;

/** Something is done with the line under the cursor. */
const onRow =
  (does: (state: State, row: CommitmentRow) => Step) =>
  (state: State): Step => {
    const row = rowAt(state);
    return row === null ? told(state, wordsFor(state.locale).due.nothingHere) : does(state, row);
  };

/** Doing it: its case opens, with an answer begun from the template that it names; without a case a new one is asked for. */
export const open = onRow((state, row) => {
  if (row.case === null) {
    const called = row.customerName ?? '';
    const begins = state.readOnly ? null : row.template;
    const use = { what: 'new-subject' as const, customer: `#${row.customer}`, called, begins };
    return [prompt(state, use, row.text), []];
  }
  const [opened, effects] = openNumber(state, row.case);
  if (row.template === null || state.readOnly) return [opened, effects];
  return [
    opened,
    [...effects, { do: 'open-compose', number: row.case, type: 'reply', pick: false, fill: row.template }],
  ];
});

export const end = (how: 'done' | 'drop'): ((state: State) => Step) =>
  onRow((state, one) => [state, [{ do: 'work', work: { what: 'commit-end', how, one } }]]);

export const askMove = onRow((state, one) => [prompt(state, { what: 'commit-move', one }), []]);

/** `Tab`: by customer, or by day; the same line stays under the cursor. */
export function toggleByCustomer(state: State): Step {
  const { screen } = state;
  if (screen.name !== 'agenda') return [state, []];
  const here = agendaRows(screen)[screen.at];
  const turned = { ...screen, byCustomer: !screen.byCustomer };
  const at = agendaRows(turned).findIndex((row) => row.id === here?.id);
  return [{ ...state, screen: { ...turned, at: Math.max(0, at) } }, []];
}
