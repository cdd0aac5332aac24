import type { Outgoing } from '../../domain/outbox.ts';
import type { Step } from '../program.ts';
import type { State } from '../state.ts';
import { openNumber } from './move.ts';

/** `gm`: the accounts and the outbox. */
export const show = (state: State): Step => [state, [{ do: 'load-mail' }]];

/** The message under the cursor, or null. */
export const outgoingAt = ({ screen }: State): Outgoing | null =>
  screen.name === 'mail' ? (screen.outbox[screen.at] ?? null) : null;

/** The case that the message belongs to. */
export function openCase(state: State): Step {
  const message = outgoingAt(state);
  return message === null ? [state, []] : openNumber(state, message.case);
}
