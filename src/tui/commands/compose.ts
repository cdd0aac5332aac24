import type { DraftType } from '../../actions/read-cases.ts';
import { unfilledIn } from '../../domain/placeholders.ts';
import { findPromises, type PromiseFound } from '../../domain/promise/find-promises.ts';
import { wordsFor } from '../../i18n/index.ts';
import { editorText } from '../editor/editor.ts';
import type { Effect } from '../effects.ts';
import type { Step } from '../program.ts';
import { chosenFor } from '../screens/compose/answer-shown.ts';
import { goesNowhere } from '../screens/compose/lines.ts';
import type { ComposeState, State } from '../state.ts';
import { keptPromises } from './kept-promises.ts';
import { currentNumber } from './list.ts';
import { back } from './move.ts';

/** Opens the composer, with the draft that lies there. `pick`: with the templates to choose from. */
export function start(state: State, type: DraftType, pickTemplate: boolean): Step {
  const number = currentNumber(state);
  if (number === null) return [state, []];
  return [{ ...state, notice: null }, [{ do: 'open-compose', number, type, pick: pickTemplate }]];
}

/** `m`: a template for this case; with cases selected, one that is sent in all of them after a question. */
export function template(state: State): Step {
  if (state.screen.name === 'list' && state.list.marked.size > 0)
    return [state, [{ do: 'load-templates', use: 'bulk' }]];
  return start(state, 'reply', true);
}

/** Templates at the cursor. */
export const pick = (state: State): Step => [state, [{ do: 'load-templates', use: 'insert' }]];

const draftOf = (state: State): ComposeState | null => (state.screen.name === 'compose' ? state.screen.draft : null);

const withDraft = (state: State, draft: ComposeState): State => ({ ...state, screen: { name: 'compose', draft } });

/** The draft names the case as it was when it was begun, so that a case that moved on since is noticed later too. */
export const keepEffect = (draft: ComposeState): Extract<Effect, { do: 'keep-draft' }> => ({
  do: 'keep-draft',
  draft: {
    case: draft.number,
    type: draft.type,
    text: editorText(draft.editor),
    template: draft.template?.name ?? null,
    head: draft.head,
    caseVersion: draft.version,
    loaded: draft.kept,
  },
});

/** What would be sent, to be looked at once more. A placeholder that nobody filled blocks. */
export function review(state: State): Step {
  const draft = draftOf(state);
  if (draft === null) return [state, []];
  const text = editorText(draft.editor);
  const { errors, tui } = wordsFor(state.locale);
  if (text.trim() === '') return [{ ...state, notice: { text: errors['empty-message']({})[0], tone: 'error' } }, []];
  if (draft.type === 'reply' && goesNowhere(state, draft))
    return [{ ...state, notice: { text: tui.noAddress, tone: 'info' } }, []];
  const unfilled = unfilledIn(text);
  if (unfilled.length > 0)
    return [{ ...state, notice: { text: tui.unfilled(unfilled.join(', ')), tone: 'error' } }, []];
  // what has changed since is said once; what is sent is tied to the case as it stands under this review
  const version = state.shown?.case.version ?? draft.version;
  const moved = version !== draft.version;
  return [
    {
      ...withDraft(state, {
        ...draft,
        version,
        reviewing: true,
        top: 0,
        keeps: 'none',
        promised: promisedIn(state, draft),
      }),
      notice: moved ? { text: tui.movedOn, tone: 'error' } : null,
    },
    [keepEffect(draft)],
  ];
}

/** What an answer promises to the customer: offered, and never kept by itself. */
const promisedIn = (state: State, { type, editor }: ComposeState): readonly PromiseFound[] =>
  type === 'note' ? [] : findPromises(editorText(editor), state.now, { zone: state.zone(), locale: state.locale });

export function edit(state: State): Step {
  const draft = draftOf(state);
  return draft === null || draft.sending
    ? [state, []]
    : [{ ...withDraft(state, { ...draft, reviewing: false, top: 0 }), notice: null }, []];
}

/** Leaves the composer once what is typed is kept as a draft: on a full disk it stays open, with the text. */
export function keep(state: State): Step {
  const draft = draftOf(state);
  if (draft === null || draft.sending) return [state, []];
  if (editorText(draft.editor) === draft.kept && draft.head === draft.keptHead) return leaveKept(state, draft);
  return [state, [{ ...keepEffect(draft), leave: true }]];
}

/** The draft lies in the store: back to the case, and the agent is told. */
export function leaveKept(state: State, draft: ComposeState): Step {
  const kept = draft.kept === '' ? null : { text: wordsFor(state.locale).tui.draftKept, tone: 'info' as const };
  return leave(state, draft, [], kept);
}

/** Back to where the composer was opened. */
export function leave(state: State, draft: ComposeState, effects: readonly Effect[], notice: State['notice']): Step {
  if (draft.back === 'case') {
    const open = { number: draft.number, top: null, unfolded: false, hit: null, back: draft.under };
    return [
      { ...state, screen: { name: 'case', open }, notice },
      [...effects, { do: 'load-case', number: draft.number }],
    ];
  }
  const [next, more] = back(state);
  return [{ ...next, notice }, [...effects, ...more, { do: 'load-case', number: draft.number }]];
}

/** Sends: into the outbox, where it is held until there is an account. */
export function send(state: State): Step {
  const draft = draftOf(state);
  if (draft === null || draft.sending) return [state, []];
  const text = editorText(draft.editor);
  const sending = withDraft(state, { ...draft, sending: true });
  if (draft.type === 'note') return [sending, [keepEffect(draft), { do: 'note', number: draft.number, text }]];
  const { tui, review: words } = wordsFor(state.locale);
  const wrong = (what: string): Step => [{ ...state, notice: { text: what, tone: 'error' } }, []];
  if (goesNowhere(state, draft)) return wrong(tui.noAddress);
  const chosen = state.shown === null ? {} : chosenFor(state.shown, draft);
  if (typeof chosen.leaveAt === 'number' && chosen.leaveAt <= state.now) return wrong(words.leavesOver);
  return [
    sending,
    [
      keepEffect(draft),
      {
        do: 'reply',
        next: 'back',
        input: {
          cases: [draft.number],
          text,
          ...(draft.template === null ? {} : { template: draft.template.name }),
          fields: {},
          addTags: [],
          fromDraft: true,
          expect: draft.version,
          promises: keptPromises(draft).map(({ at, sentence }) => ({ at, text: sentence.trim() })),
          ...chosen,
        },
      },
    ],
  ];
}

export function editOutside(state: State): Step {
  const draft = draftOf(state);
  return draft === null
    ? [state, []]
    : [state, [keepEffect(draft), { do: 'edit-outside', text: editorText(draft.editor) }]];
}
