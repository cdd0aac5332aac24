import type { Outgoing } from '../../domain/outbox.ts';
import { wordsFor } from '../../i18n/index.ts';
import type { MailWork } from '../case-work.ts';
import type { Step } from '../program.ts';
import type { State } from '../state.ts';
import { openNumber } from './move.ts';

/** `gm`: the accounts and the outbox. */
export const show = (state: State): Step => [state, [{ do: 'load-mail' }]];

/** The message under the cursor, or null. */
const outgoingAt = ({ screen }: State): Outgoing | null =>
  screen.name === 'mail' ? (screen.outbox[screen.at] ?? null) : null;

const nothingHere = (state: State): Step => [
  { ...state, notice: { text: wordsFor(state.locale).mail.outboxEmpty, tone: 'info' } },
  [],
];

/** The case that the message belongs to. */
export function openCase(state: State): Step {
  const message = outgoingAt(state);
  return message === null ? nothingHere(state) : openNumber(state, message.case);
}

/** Something is done with the message under the cursor: called back, said to have been passed on. */
export const work =
  (how: MailWork['how']) =>
  (state: State): Step => {
    const message = outgoingAt(state);
    if (message === null) return nothingHere(state);
    return [state, [{ do: 'work', work: { what: 'mail', how, entry: message.entry } }]];
  };

/** `r`: what is held goes, what failed or came back goes once more. */
export const release = (state: State): Step => work(outgoingAt(state)?.state === 'held' ? 'release' : 'again')(state);

/** `e`: what has not left becomes a draft again, in the composer. */
export function edit(state: State): Step {
  const message = outgoingAt(state);
  return message === null ? nothingHere(state) : [state, [{ do: 'edit-mail', entry: message.entry }]];
}
