import { ATTACHED_BYTES } from '../../actions/mailing/attach.ts';
import { typedAddresses } from '../../actions/mailing/head.ts';
import { DeskError } from '../../domain/errors.ts';
import { wordsFor } from '../../i18n/index.ts';
import { errorLine } from '../../i18n/say-error.ts';
import { choose } from '../commands/review.ts';
import { createEditor, editorText } from '../editor/editor.ts';
import type { Message } from '../messages.ts';
import { type Line, say } from '../parts/line.ts';
import type { Step } from '../program.ts';
import type { HeadUse, PromptState, PromptUse, State } from '../state.ts';
import { momentEntered, snoozeLine } from './snooze-prompt.ts';

/** Does this prompt change the head of an answer? */
export const asksHead = (use: PromptUse): use is HeadUse =>
  use.what === 'head' || use.what === 'attach' || use.what === 'leave-at';

/** Enter: what cannot be so is said, and the line stays as it is. */
export function headEntered(state: State, use: HeadUse, text: string): Step {
  const { screen } = state;
  const closed: State = { ...state, overlay: null };
  if (screen.name !== 'compose') return [closed, []];
  const { head, number } = screen.draft;
  if (use.what === 'attach') {
    if (text === '') return [closed, []];
    const beside = head.parts ?? [];
    return [{ ...state, notice: null }, [{ do: 'attach-file', number, path: text, beside }]];
  }
  if (use.what === 'leave-at') {
    if (text === '') return choose(closed, { leaveAt: undefined });
    return momentEntered(state, text, (leaveAt) => choose(closed, { leaveAt }));
  }
  if (text === use.had.trim()) return [closed, []];
  if (text === '') return choose(closed, { [use.field]: undefined });
  if (use.field === 'subject') return choose(closed, { subject: text });
  try {
    return choose(closed, { [use.field]: typedAddresses(text) });
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return [{ ...state, notice: { text: errorLine(wordsFor(state.locale), error), tone: 'error' } }, []];
  }
}

/** Tab: what is typed of a path is looked up and completed. */
export const pathTab = (state: State, { use, input }: PromptState): Step => [
  state,
  use.what === 'attach' ? [{ do: 'complete-path', typed: editorText(input) }] : [],
];

/** What is offered was for what stood there before. */
export const pathEdited = (state: State, overlay: PromptState): Step => [
  { ...state, overlay: { ...overlay, use: { what: 'attach', offered: [] } } },
  [],
];

/** The path as far as it is clear, and what it could be; too late where the agent has typed on. */
export function pathCompleted(state: State, message: Extract<Message, { type: 'path-completed' }>): Step {
  const { overlay } = state;
  if (overlay?.name !== 'prompt' || overlay.use.what !== 'attach' || overlay.waits) return [state, []];
  if (editorText(overlay.input) !== message.typed) return [state, []];
  const { path, offered } = message;
  const input = path === message.typed ? overlay.input : createEditor(path);
  return [{ ...state, overlay: { ...overlay, input, use: { what: 'attach', offered } } }, []];
}

/** The files lie in the store; they go along unless the agent has left the prompt meanwhile. */
export function fileAttached(state: State, { number, parts }: Extract<Message, { type: 'attached' }>): Step {
  const { overlay, screen } = state;
  if (overlay?.name !== 'prompt' || overlay.use.what !== 'attach' || !overlay.waits) return [state, []];
  if (screen.name !== 'compose' || screen.draft.number !== number) return [state, []];
  return choose({ ...state, overlay: null }, { parts });
}

/** What is asked for. */
export function headLabel(use: HeadUse, { locale }: State): string {
  const { review, fields } = wordsFor(locale);
  if (use.what === 'attach') return review.fileAsk;
  if (use.what === 'leave-at') return review.laterAsk;
  return { to: fields.to, cc: review.cc, bcc: review.bcc, subject: fields.subject }[use.field];
}

const MEGABYTE = 1024 * 1024;

/** What stands under the line: what it means so far, or what can be typed. */
export function headLine(use: HeadUse, text: string, state: State): Line {
  const { review } = wordsFor(state.locale);
  if (use.what === 'attach') return [say(` ${review.fileHint(ATTACHED_BYTES / MEGABYTE)}`, 'dim')];
  if (use.what === 'head')
    return [say(` ${use.field === 'subject' ? review.subjectHint : review.addressesHint}`, 'dim')];
  const isSet = state.screen.name === 'compose' && state.screen.draft.head.leaveAt !== undefined;
  return text === '' && isSet ? [say(` ${review.laterEmpty}`, 'dim')] : snoozeLine(text, state);
}
