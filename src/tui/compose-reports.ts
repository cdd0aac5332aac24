import { NOTHING_CHOSEN } from '../domain/draft-head.ts';
import { wordsFor } from '../i18n/index.ts';
import { bothEdits } from '../text/both-edits.ts';
import { keepEffect, leave, leaveKept } from './commands/compose.ts';
import { insertAt, rewrite } from './editor/at-caret.ts';
import { createEditor, editorText } from './editor/editor.ts';
import type { Message } from './messages.ts';
import type { Step } from './program.ts';
import { typeInComposer } from './screens/compose/update.ts';
import type { ComposeState, State } from './state.ts';

/** The composer opens with what was typed before, or with words that were asked for. */
export function composeOpened(state: State, message: Extract<Message, { type: 'compose-opened' }>): Step {
  const { view, kind, draft } = message;
  const next: State = {
    ...state,
    shown: view,
    screen: {
      name: 'compose',
      draft: {
        number: view.case.number,
        type: kind,
        editor: createEditor(draft?.text ?? ''),
        head: draft?.head ?? NOTHING_CHOSEN,
        template: message.template,
        top: 0,
        version: draft?.caseVersion ?? view.case.version,
        kept: draft?.text ?? '',
        keptHead: draft?.head ?? NOTHING_CHOSEN,
        sending: false,
        reviewing: false,
        promised: [],
        keeps: 'none',
        ...cameFrom(state),
      },
    },
  };
  const { number } = view.case;
  if (message.insert !== undefined) return inserted(next, message.insert);
  if (message.fill !== null && (draft?.text ?? '') === '')
    return [next, [{ do: 'fill-template', number, template: message.fill }]];
  return [next, message.pick ? [{ do: 'load-templates', use: 'insert' }] : []];
}

/** Where the composer goes back to: the case, also by way of its playbooks, or the list. */
function cameFrom({ screen }: State): Pick<ComposeState, 'back' | 'under'> {
  const from = screen.name === 'playbooks' ? screen.back : screen;
  return from.name === 'case' ? { back: 'case', under: from.open.back } : { back: 'list', under: null };
}

/** Words that were asked for come in under what is typed already. */
const inserted = (state: State, text: string): Step =>
  typeInComposer(
    state,
    (editor) => insertAt(editor, editorText(editor).trim() === '' ? text : `\n\n${text}`, null),
    false,
  );

/** A template's text comes in at the caret. Its fields are set with the sending: the last one used counts. */
export function filled(state: State, message: Extract<Message, { type: 'filled' }>): Step {
  const [typed, effects] = typeInComposer(state, (editor) => insertAt(editor, message.text, message.cursor), false);
  if (typed.screen.name !== 'compose') return [typed, effects];
  return [
    { ...typed, screen: { name: 'compose', draft: { ...typed.screen.draft, template: message.template } } },
    effects,
  ];
}

/** The draft is in the store; where another window has written on it, both texts stand in it. */
export function draftKept(state: State, message: Extract<Message, { type: 'draft-kept' }>): Step {
  if (state.screen.name !== 'compose') return [state, []];
  const { text, stored, head: keptHead } = message;
  const { draft } = state.screen;
  if (text === stored) {
    const kept = { ...draft, kept: stored, keptHead };
    const next: State = { ...state, screen: { name: 'compose', draft: kept } };
    return message.leave ? leaveKept(next, kept) : [next, []];
  }
  // another window has written on it: its words come in beside ours, and what is sent is looked at once more
  const editor = rewrite(draft.editor, bothEdits(text, stored, editorText(draft.editor)));
  const met = { ...draft, editor, kept: stored, keptHead, reviewing: false };
  const notice = { text: wordsFor(state.locale).tui.draftMet, tone: 'info' as const };
  const next: State = { ...state, screen: { name: 'compose', draft: met }, notice };
  return message.leave ? leave(next, met, [], notice) : [next, []];
}

/** The pause after typing is over. */
export function draftDue(state: State): Step {
  if (state.screen.name !== 'compose') return [state, []];
  const { draft } = state.screen;
  return [state, editorText(draft.editor) === draft.kept ? [] : [keepEffect(draft)]];
}
