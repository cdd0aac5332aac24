import type { CaseView } from '../actions/read-cases.ts';
import type { DeskError } from '../domain/errors.ts';
import { wordsFor } from '../i18n/index.ts';
import { errorLine } from '../i18n/say-error.ts';
import { leave } from './commands/compose.ts';
import { mergeRehearsed } from './commands/customer.ts';
import { due as customersDue, customersRead, rowsRead } from './commands/customers.ts';
import { due as duplicatesDue, found as duplicatesFound, pairsRead } from './commands/duplicates.ts';
import { fieldsRead } from './commands/fields.ts';
import { offerFiles } from './commands/files.ts';
import { leaveForgotten } from './commands/gone.ts';
import { feedbackRead, handoffsRead } from './commands/handoffs.ts';
import { journeyRead, restDue, restRead } from './commands/journey.ts';
import { offer } from './commands/link.ts';
import { reload, withCursor } from './commands/list.ts';
import { openNumber } from './commands/move.ts';
import { playbooksRead } from './commands/playbooks.ts';
import { prompt } from './commands/work.ts';
import { composeOpened, draftDue, draftKept, filled } from './compose-reports.ts';
import { createEditor, editorText } from './editor/editor.ts';
import type { Effect } from './effects.ts';
import { listed, windowMoved } from './listed.ts';
import type { Message } from './messages.ts';
import { namedRead } from './overlays/customer-prompt.ts';
import { forgetRead } from './overlays/forget-prompt.ts';
import { handoffRead } from './overlays/handoff-prompt.ts';
import { fileAttached, pathCompleted } from './overlays/head-prompt.ts';
import { asksNumber } from './overlays/number-prompt.ts';
import { leftOut } from './parts/left-out.ts';
import type { Step } from './program.ts';
import { readAnew } from './read-anew.ts';
import { typeInComposer } from './screens/compose/update.ts';
import type { Notice, State } from './state.ts';

/** What effects report back. */
export function reported(state: State, message: Message): Step {
  switch (message.type) {
    case 'listed':
      return listed(state, message);
    case 'window-moved':
      return windowMoved(state, message);
    case 'rows':
      return [{ ...state, list: { ...state.list, rows: new Map(message.rows.map((row) => [row.number, row])) } }, []];
    case 'case-read':
      return caseRead(state, message.view);
    case 'templates-read':
      return [
        {
          ...state,
          overlay: {
            name: 'templates',
            input: createEditor(''),
            at: 0,
            templates: message.templates,
            use: message.use,
          },
        },
        [],
      ];
    case 'bulk-checked':
      return bulkChecked(state, message);
    case 'files-read':
      return offerFiles(state, message.number, message.files);
    case 'tags-read':
      return tagsRead(state, message);
    case 'target-read':
      if (state.overlay?.name !== 'prompt' || !asksNumber(state.overlay.use)) return [state, []];
      return [{ ...state, overlay: { ...state.overlay, use: { ...state.overlay.use, target: message.target } } }, []];
    case 'about-read':
      return offer(state, message.about, message.view);
    case 'mail-read': {
      const { status, outbox } = message;
      const [back, was] = state.screen.name === 'mail' ? [state.screen.back, state.screen.at] : [state.screen, 0];
      const at = Math.max(0, Math.min(was, outbox.length - 1));
      return [{ ...state, screen: { name: 'mail', status, outbox, at, back } }, [{ do: 'see-mail' }]];
    }
    case 'agenda-read': {
      const [back, was, byCustomer] =
        state.screen.name === 'agenda'
          ? [state.screen.back, state.screen.at, state.screen.byCustomer]
          : [state.screen, 0, false];
      const { agenda } = message;
      const last = agenda.overdue.length + agenda.today.length + agenda.coming.length - 1;
      const at = Math.max(0, Math.min(was, last));
      return [{ ...state, screen: { name: 'agenda', agenda, byCustomer, at, back } }, []];
    }
    case 'playbooks-read':
      return playbooksRead(state, message.book);
    case 'fields-read':
      return fieldsRead(state, message.view, message.options);
    case 'feedback-read':
      return feedbackRead(state, message.groups);
    case 'handoffs-read':
      return handoffsRead(state, message.rows);
    case 'customers-read':
      return customersRead(state, message);
    case 'customer-rows':
      return rowsRead(state, message.rows);
    case 'customers-due':
      return customersDue(state);
    case 'named-read':
      return namedRead(state, message.typed, message.found);
    case 'merge-rehearsed':
      return mergeRehearsed(state, message.merged);
    case 'journey-read':
      return journeyRead(state, message.view);
    case 'rest-read':
      return restRead(state, message.rest);
    case 'rest-due':
      return restDue(state);
    case 'duplicates-found':
      return duplicatesFound(state, message);
    case 'duplicates-due':
      return duplicatesDue(state);
    case 'pairs-read':
      return pairsRead(state, message.pairs);
    case 'handoff-read':
      return handoffRead(state, message);
    case 'forget-read':
      return forgetRead(state, message.plan);
    case 'why-read': {
      const { why, priority } = message;
      const [back, top] = state.screen.name === 'why' ? [state.screen.back, state.screen.top] : [state.screen, 0];
      return [{ ...state, screen: { name: 'why', why, priority, top, back } }, []];
    }
    case 'history-read': {
      const back = state.screen.name === 'history' ? state.screen.back : state.screen;
      const at =
        state.screen.name === 'history' ? Math.min(state.screen.at, Math.max(0, message.actions.length - 1)) : 0;
      return [{ ...state, screen: { name: 'history', actions: message.actions, at, back } }, []];
    }
    case 'compose-opened':
      return composeOpened(state, message);
    case 'attached':
      return fileAttached(state, message);
    case 'path-completed':
      return pathCompleted(state, message);
    case 'filled':
      return filled(state, message);
    case 'edited':
      return typeInComposer(state, () => createEditor(message.text), false);
    case 'draft-due':
      return draftDue(state);
    case 'opened-new':
      return waits(state) ? openedNew({ ...state, overlay: null }, message) : [state, [reload(state)]];
    case 'done':
      return done(state, message);
    case 'draft-kept':
      return draftKept(state, message);
    case 'failed':
      return failed(state, message.error);
    case 'told':
      return [{ ...state, notice: message.notice }, []];
    case 'follow-ups-made':
      return [{ ...state, notice: beside(state, wordsFor(state.locale).plans.told(message.made)) }, []];
    case 'working':
      return [{ ...state, working: message.text }, []];
    default:
      return [state, []];
  }
}

/** What nobody asked for stands after what is being told, and takes nothing away. */
const beside = ({ notice }: State, text: string): Notice =>
  notice === null ? { text, tone: 'info' } : { ...notice, text: `${notice.text} ${text}` };

/** A new case, and where we are the first to write, the answer begun. */
function openedNew(state: State, { number, begins }: Extract<Message, { type: 'opened-new' }>): Step {
  const [opened, effects] = openNumber(state, number);
  if (begins === null) return [opened, effects];
  return [opened, [...effects, { do: 'open-compose', number, type: 'reply', pick: false, fill: begins }]];
}

/** Is the prompt that is open the one whose work was on its way? */
const waits = ({ overlay }: State): boolean => overlay?.name === 'prompt' && overlay.waits;

/** The tags to complete from; those of the one case stand in the line, to be edited. */
function tagsRead(state: State, { tags, had }: Extract<Message, { type: 'tags-read' }>): Step {
  const { overlay } = state;
  if (overlay?.name !== 'prompt' || overlay.use.what !== 'tags') return [state, []];
  const input = had.length === 0 ? overlay.input : createEditor(`${had.join(' ')} ${editorText(overlay.input)}`);
  return [{ ...state, overlay: { ...overlay, input, use: { ...overlay.use, known: tags, had } } }, []];
}

/** The question before a template is sent in many cases; when it would reach no customer, only why. */
function bulkChecked(state: State, { template, reached }: Extract<Message, { type: 'bulk-checked' }>): Step {
  if (reached.customer.length > 0)
    return [{ ...state, overlay: { name: 'confirm', ask: { what: 'bulk-template', template, reached } } }, []];
  return [{ ...state, notice: { text: leftOut(reached, state.locale).join(' '), tone: 'info' } }, []];
}

/** A case that is gone leaves its screen. In the composer the text stays, and the next draft says why it cannot be kept. */
function caseRead(state: State, shown: CaseView | null): Step {
  if (shown !== null) return [{ ...state, shown }, []];
  if (state.screen.name === 'compose') return [state, []];
  if (state.screen.name !== 'case') return [{ ...state, shown }, []];
  return [{ ...state, shown, screen: { name: 'list' } }, [reload(state)]];
}

/** One line in plain words; nothing typed is lost: a query that cannot be read is there again to be mended. */
function failed(state: State, error: DeskError): Step {
  const { list } = state;
  if (state.overlay?.name === 'prompt' && state.overlay.waits)
    return failed({ ...state, overlay: { ...state.overlay, waits: false } }, error);
  const what = list.narrow === null ? 'search' : 'narrow';
  const typed = list[what];
  const asks = error.code === 'bad-query' && state.overlay === null && typed !== null;
  // Esc goes back to the list without it
  const open = asks ? { ...prompt({ ...state, list: { ...list, [what]: null } }, { what }, typed), list } : state;
  const told: State = { ...open, notice: { text: errorLine(wordsFor(state.locale), error), tone: 'error' } };
  const left = leaveForgotten(told, error);
  if (left !== null) return left;
  if (told.screen.name !== 'compose' || !told.screen.draft.sending) return [told, []];
  // nothing went out; a case that moved on is read again and asks for a new review
  const { draft } = told.screen;
  const back = { ...draft, sending: false, reviewing: draft.reviewing && error.code !== 'conflict' };
  return [{ ...told, screen: { name: 'compose', draft: back } }, [{ do: 'load-case', number: draft.number }]];
}

/** Something was done: what it was is told, and the screens show how things stand now. */
function done(state: State, message: Extract<Message, { type: 'done' }>): Step {
  const { notice, next: onward } = message;
  const overlay = message.prompted === true && waits(state) ? null : state.overlay;
  const told: State = { ...state, notice, overlay, lastChange: message.again ?? state.lastChange };
  if (onward === 'back' && told.screen.name === 'compose') {
    const [next, effects] = leave(told, told.screen.draft, [], notice);
    return [next, [...effects, reload(next)]];
  }
  const refresh: Effect[] = [
    reload(told, message.hand ?? 'keep'),
    ...(told.shown === null ? [] : [{ do: 'load-case' as const, number: told.shown.case.number }]),
  ];
  const anew = readAnew(told);
  if (anew.length > 0) return [told, [...anew, ...refresh]];
  if (onward === 'next' && told.screen.name === 'case') return nextCase(told, refresh);
  if (told.screen.name !== 'list') return [told, refresh];
  const worked = new Set(message.worked);
  const marked = new Set([...told.list.marked].filter((number) => !worked.has(number)));
  return [{ ...told, list: { ...told.list, marked } }, refresh];
}

/** After `e` on a case: the one that stood after it in the list. */
function nextCase(state: State, refresh: readonly Effect[]): Step {
  if (state.screen.name !== 'case') return [state, refresh];
  const at = state.list.numbers.indexOf(state.screen.open.number);
  const next = state.list.numbers[at + 1] ?? state.list.numbers[at - 1];
  if (next === undefined) return [{ ...state, screen: { name: 'list' } }, refresh];
  const [moved, more] = withCursor(state, state.list.numbers.indexOf(next));
  const [opened, effects] = openNumber(moved, next);
  return [{ ...opened, notice: state.notice }, [...more, reload(opened), ...effects]];
}
