import * as z from 'zod';
import type { Delivery } from '../../domain/entry.ts';
import { DeskError } from '../../domain/errors.ts';
import { CALL_BACK_MS } from '../../domain/outbox.ts';
import { noteSent, queueOutgoing } from '../../store/outbox-states.ts';
import { describeAction } from '../../store/writing.ts';
import type { Action } from '../action.ts';
import { type Moved, meantMessages, movedOf } from './meant-messages.ts';
import { sendingAccount } from './sending-account.ts';

/** What an agent says became of a message, or is to: it got there, or it goes again under the same Message-ID. */
export const FATES = ['sent', 'again'] as const;
export type Fate = (typeof FATES)[number];

const input = z.strictObject({ entry: z.int().positive(), fate: z.enum(FATES) });

/** What can be said of a message in which state: one by hand is sent by hand, one that came back has surely left. */
const OPEN: Readonly<Record<Fate, readonly Delivery[]>> = {
  sent: ['uncertain', 'failed', 'manual'],
  again: ['uncertain', 'failed', 'bounced'],
};

/** Settles a message by hand. Throws `not-outgoing`, `mail-not-open`, `no-sending-account`. */
export const settleMail: Action<z.infer<typeof input>, Moved[]> = {
  id: 'mail-settle',
  input,
  run: (writing, _context, { entry, fate }) =>
    meantMessages(writing.store, [entry]).map((message) => {
      if (!OPEN[fate].includes(message.state)) throw new DeskError('conflict', 'mail-not-open', { id: entry });
      if (fate === 'sent') noteSent(writing, entry, writing.now);
      else {
        const account = sendingAccount(writing.store, message.envelope.from.address);
        queueOutgoing(writing, entry, account.id, writing.now + CALL_BACK_MS);
      }
      describeAction(writing, { case: message.case, cases: 1 });
      return movedOf(message, fate === 'sent' ? 'sent' : 'queued');
    }),
};
