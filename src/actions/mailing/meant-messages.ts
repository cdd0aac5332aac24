import * as z from 'zod';
import type { Delivery } from '../../domain/entry.ts';
import { DeskError } from '../../domain/errors.ts';
import type { Outgoing } from '../../domain/outbox.ts';
import type { Store } from '../../store/open.ts';
import { findOutgoing } from '../../store/outbox.ts';

/** The numbers of entries that are messages of ours. */
export const entriesInput = z.array(z.int().positive()).min(1);

/** A message that an agent has moved on. */
export interface Moved {
  readonly entry: number;
  readonly case: number;
  readonly state: Delivery;
  readonly to: string;
}

/** The messages that these entries are, each once; throws `not-outgoing`. */
export const meantMessages = (store: Store, entries: readonly number[]): Outgoing[] =>
  [...new Set(entries)].map((id) => {
    const found = findOutgoing(store, id);
    if (found === null) throw new DeskError('not-found', 'not-outgoing', { id });
    return found;
  });

export const movedOf = ({ entry, case: number, envelope }: Outgoing, state: Delivery): Moved => ({
  entry,
  case: number,
  state,
  to: [...envelope.to, ...envelope.cc, ...envelope.bcc].map(({ address }) => address).join(', '),
});
