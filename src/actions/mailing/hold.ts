import * as z from 'zod';
import { DeskError } from '../../domain/errors.ts';
import { holdOutgoing } from '../../store/outbox-states.ts';
import { describeAction } from '../../store/writing.ts';
import type { Action } from '../action.ts';
import { entriesInput, type Moved, meantMessages, movedOf } from './meant-messages.ts';

const input = z.strictObject({ entries: entriesInput });

/** Calls queued messages back; they wait until they are released. Throws `not-outgoing`, `mail-not-queued`. */
export const holdMail: Action<z.infer<typeof input>, Moved[]> = {
  id: 'mail-hold',
  input,
  run: (writing, _context, { entries }) => {
    const messages = meantMessages(writing.store, entries);
    for (const { entry, state } of messages) {
      if (state !== 'queued') throw new DeskError('conflict', 'mail-not-queued', { id: entry });
      holdOutgoing(writing, entry, 'called-back');
    }
    describeAction(writing, {
      case: messages.length === 1 ? (messages[0]?.case ?? null) : null,
      cases: messages.length,
    });
    return messages.map((one) => movedOf(one, 'held'));
  },
};
