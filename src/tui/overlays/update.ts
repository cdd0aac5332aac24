import { wordsFor } from '../../i18n/index.ts';
import { searched } from '../commands/customers.ts';
import { fieldEntered } from '../commands/fields.ts';
import { reload } from '../commands/list.ts';
import { effectOf } from '../commands/repeat.ts';
import { prompt } from '../commands/work.ts';
import { edit } from '../edit-keys.ts';
import { backspace, createEditor, editorText } from '../editor/editor.ts';
import type { Effect } from '../effects.ts';
import { type Key, latinKey } from '../keys.ts';
import { placeOf } from '../lookup.ts';
import type { Step } from '../program.ts';
import { typeInComposer } from '../screens/compose/update.ts';
import type { ConfirmAsk, Editor, PromptState, State } from '../state.ts';
import { callEntered } from './call-prompt.ts';
import { asksCommitment, commitEntered } from './commit-prompt.ts';
import { asksCustomer, customerEntered, customerTyped } from './customer-prompt.ts';
import { filesKey } from './files.ts';
import { forgetEntered } from './forget-prompt.ts';
import { asksHandoff, handoffEntered } from './handoff-prompt.ts';
import { asksHead, headEntered, pathEdited, pathTab } from './head-prompt.ts';
import { asksNumber, numberEdited, numberEntered } from './number-prompt.ts';
import { matchCommands } from './palette.ts';
import { snoozeEntered } from './snooze-prompt.ts';
import { splitEntered } from './split-prompt.ts';
import { completeTag, readTags } from './tags.ts';
import { matchTemplates } from './templates.ts';

/** A key while something lies over the screen. */
export function overlayKey(state: State, key: Key): Step {
  const { overlay } = state;
  if (overlay === null) return [state, []];
  if (overlay.name === 'confirm') return confirmed(state, overlay.ask, key);
  if (overlay.name === 'menu') return [{ ...state, overlay: null }, []];
  if (overlay.name === 'files') return filesKey(state, overlay, key);
  if (key.name === 'Esc') return cancelled(state);
  if (overlay.name === 'prompt' && overlay.waits) return [state, []];
  if (overlay.name === 'prompt')
    return key.name === 'Enter' ? waiting(entered(state, overlay)) : promptTyped(state, overlay, key);
  if (key.name === 'Enter') return chosen(state);
  const step = key.name === 'Down' || key.name === 'C-n' ? 1 : key.name === 'Up' || key.name === 'C-p' ? -1 : 0;
  if (step !== 0)
    return [
      { ...state, overlay: { ...overlay, at: Math.max(0, Math.min(overlay.at + step, choiceCount(state) - 1)) } },
      [],
    ];
  return [{ ...state, overlay: { ...overlay, at: 0, input: oneLine(edit(overlay.input, key, 'type')) } }, []];
}

/** Pasted text goes into the line that is being typed; line ends become blanks. */
export function overlayPaste(state: State, text: string): Step {
  const { overlay } = state;
  if (overlay === null || overlay.name === 'confirm' || overlay.name === 'menu' || overlay.name === 'files')
    return [state, []];
  const input = oneLine(edit(overlay.input, { name: text, text: text.replace(/[\r\n]+/g, ' ') }, 'paste'));
  const next: State = { ...state, overlay: { ...overlay, input } };
  return overlay.name === 'prompt' ? edited(next, { ...overlay, input }) : [next, []];
}

const oneLine = (editor: Editor): Editor =>
  editorText(editor).includes('\n') ? createEditor(editorText(editor).replaceAll('\n', ' ')) : editor;

function choiceCount(state: State): number {
  const { overlay } = state;
  if (overlay?.name === 'palette') return matchCommands(placeOf(state), editorText(overlay.input)).length;
  return overlay?.name === 'templates' ? matchTemplates(overlay.templates, editorText(overlay.input)).length : 0;
}

function cancelled(state: State): Step {
  const { overlay } = state;
  const closed: State = { ...state, overlay: null };
  if (overlay?.name !== 'prompt' || (overlay.use.what !== 'search' && overlay.use.what !== 'narrow'))
    return [closed, []];
  const { number, ...list } = overlay.before;
  const back: State = { ...closed, notice: null, list: { ...state.list, ...list } };
  return [back, [reload(back, number ?? 'first')]];
}

function promptTyped(state: State, overlay: PromptState, key: Key): Step {
  if (key.name === 'Tab' && overlay.use.what === 'attach') return pathTab(state, overlay);
  if (key.name === 'Tab' && overlay.use.what === 'tags') {
    const text = editorText(overlay.input);
    const { typed, matches } = completeTag(text, overlay.use.known);
    const [first] = matches;
    if (first === undefined) return [state, []];
    return [
      {
        ...state,
        overlay: { ...overlay, input: createEditor(`${text.slice(0, text.length - typed.length)}${first} `) },
      },
      [],
    ];
  }
  const input = oneLine(edit(overlay.input, key, 'type'));
  return edited(state, { ...overlay, input });
}

/** What follows from every letter: the list follows a query, a number shows its case. */
function edited(state: State, overlay: PromptState): Step {
  const next: State = { ...state, overlay };
  if (overlay.use.what === 'attach') return pathEdited(next, overlay);
  if (overlay.use.what === 'customer-merge') return customerTyped(next, overlay);
  return asksNumber(overlay.use) ? numberEdited(next, overlay) : searchAsTyped(next, overlay);
}

/** The list follows while the query is typed. */
function searchAsTyped(state: State, overlay: PromptState): Step {
  const { use, input } = overlay;
  if (use.what !== 'search' && use.what !== 'narrow') return [state, []];
  const text = editorText(input).trim();
  const next: State = { ...state, notice: null, list: { ...state.list, [use.what]: text === '' ? null : text } };
  return [next, [reload(next, 'first')]];
}

/** A prompt that has asked for work stays until that is done; Enter again would ask for it twice. */
function waiting([state, effects]: Step): Step {
  const { overlay } = state;
  if (overlay?.name !== 'prompt' || !effects.some((effect) => ASKED.has(effect.do))) return [state, effects];
  return [{ ...state, overlay: { ...overlay, waits: true } }, effects];
}

const ASKED: ReadonlySet<Effect['do']> = new Set(['set', 'work', 'new-case', 'attach-file']);

function entered(state: State, overlay: PromptState): Step {
  const { use, input } = overlay;
  const text = editorText(input).trim();
  const closed: State = { ...state, overlay: null };
  if (asksNumber(use)) return numberEntered(state, use, text);
  if (asksCommitment(use)) return commitEntered(state, use, text);
  if (asksCustomer(use)) return customerEntered(state, use, text);
  if (use.what === 'forget') return forgetEntered(state, use, text);
  if (asksHandoff(use)) return handoffEntered(state, use, text);
  if (asksHead(use)) return headEntered(state, use, text);
  switch (use.what) {
    case 'search':
    case 'narrow': {
      const next: State = { ...closed, list: { ...state.list, [use.what]: text === '' ? null : text } };
      return [next, [reload(next)]];
    }
    case 'customer-search':
      return searched(state, text);
    case 'tags':
      return [{ ...state, notice: null }, [tagsEffect(use.cases, use.had, text)]];
    case 'snooze':
      return snoozeEntered(state, use, text);
    case 'call-minutes':
    case 'call-text':
      return callEntered(state, use, text);
    case 'rating': {
      const work = { what: 'rate' as const, number: use.number, score: use.score, comment: text };
      return [{ ...state, notice: null }, [{ do: 'work', work }]];
    }
    case 'field':
      return fieldEntered(state, use, text);
    case 'spawn': {
      const work = { what: 'spawn' as const, number: use.number, reason: text === '' ? null : text };
      return [{ ...state, notice: null }, [{ do: 'work', work }]];
    }
    case 'split':
      return splitEntered(state, use, text);
    case 'save-files': {
      const { number, file } = use;
      return [closed, text === '' ? [] : [{ do: 'save-files', number, file, folder: text }]];
    }
    case 'pipe':
      return [closed, text === '' ? [] : [{ do: 'pipe', cases: use.cases, command: text }]];
    case 'new-customer':
      return text === '' ? [closed, []] : [prompt(closed, { what: 'new-subject', customer: text }), []];
    case 'new-subject':
      return text === ''
        ? [state, []]
        : [
            { ...state, notice: null },
            [{ do: 'new-case', customer: use.customer, subject: text, begins: use.begins ?? null }],
          ];
  }
}

/** For one case the line is its tags as they shall be; for several it says what to add and take away. */
function tagsEffect(cases: readonly number[], had: readonly string[], text: string): Effect {
  const { add, remove } = readTags(text);
  const gone = cases.length === 1 ? had.filter((tag) => !add.includes(tag)) : remove;
  const input = { cases: [...cases], fields: {}, addTags: add, removeTags: gone };
  return { do: 'set', next: 'reload', input, prompted: true };
}

/** Enter in the palette or the templates. */
function chosen(state: State): Step {
  const { overlay } = state;
  const closed: State = { ...state, overlay: null };
  if (overlay?.name === 'palette') {
    const row = matchCommands(placeOf(state), editorText(overlay.input))[overlay.at];
    if (row === undefined) return [state, []];
    if (row.writes === true && state.readOnly)
      return [{ ...closed, notice: { text: wordsFor(state.locale).tui.notHere, tone: 'error' } }, []];
    return row.does(closed);
  }
  if (overlay?.name !== 'templates') return [closed, []];
  const template = matchTemplates(overlay.templates, editorText(overlay.input))[overlay.at];
  if (template === undefined) return [state, []];
  if (overlay.use === 'bulk') {
    return [closed, [{ do: 'check-bulk', template: template.name, cases: [...state.list.marked] }]];
  }
  if (state.screen.name !== 'compose') return [closed, []];
  const fill: Effect = { do: 'fill-template', number: state.screen.draft.number, template: template.name };
  if (overlay.use !== 'typed') return [closed, [fill]];
  const [without, effects] = typeInComposer(closed, (editor) => backspace(backspace(editor)), false);
  return [without, [...effects, fill]];
}

function confirmed(state: State, ask: ConfirmAsk, key: Key): Step {
  const closed: State = { ...state, overlay: null };
  const { name } = latinKey(key);
  if (ask.what === 'quit') return name === 'q' || name === 'Enter' ? [closed, [{ do: 'quit' }]] : [closed, []];
  // not Enter: it chose the template a moment ago, and a held key must not send
  if (name !== 'y') return [closed, []];
  if (ask.what === 'merge-customers') {
    const { from, into } = ask.merged;
    return [closed, [{ do: 'work', work: { what: 'customer-merge', from, into } }]];
  }
  if (ask.what === 'open-file') return [closed, [{ do: 'open-file', number: ask.number, file: ask.file }]];
  if (ask.what === 'repeat') return [closed, [effectOf(ask.last, ask.cases)]];
  const { customer, stranger, nobody } = ask.reached;
  return [closed, [{ do: 'reply-many', template: ask.template, cases: [...customer, ...stranger, ...nobody] }]];
}
