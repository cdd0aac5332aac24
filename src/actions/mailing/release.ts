import * as z from 'zod';
import { DeskError } from '../../domain/errors.ts';
import { CALL_BACK_MS } from '../../domain/outbox.ts';
import { queueOutgoing } from '../../store/outbox-states.ts';
import { describeAction } from '../../store/writing.ts';
import type { Action } from '../action.ts';
import { entriesInput, type Moved, meantMessages, movedOf } from './meant-messages.ts';
import { sendingAccount } from './sending-account.ts';

const input = z.strictObject({ entries: entriesInput });

/**
 * Lets held messages go, ten seconds from now, through the account that sends for their From. Throws `not-outgoing`,
 * `mail-not-held`, `no-sending-account`.
 */
export const releaseMail: Action<z.infer<typeof input>, Moved[]> = {
  id: 'mail-release',
  input,
  run: (writing, _context, { entries }) => {
    const messages = meantMessages(writing.store, entries);
    for (const { entry, state, envelope } of messages) {
      if (state !== 'held') throw new DeskError('conflict', 'mail-not-held', { id: entry });
      const account = sendingAccount(writing.store, envelope.from.address);
      queueOutgoing(writing, entry, account.id, writing.now + CALL_BACK_MS);
    }
    describeAction(writing, {
      case: messages.length === 1 ? (messages[0]?.case ?? null) : null,
      cases: messages.length,
    });
    return messages.map((one) => movedOf(one, 'queued'));
  },
};
