import type { Context } from '../../context.ts';
import { DELIVERIES, type Delivery } from '../../domain/entry.ts';
import type { Outgoing } from '../../domain/outbox.ts';
import { mailAccounts } from '../../store/mail-accounts.ts';
import { nextDue, outgoingIn } from '../../store/outbox.ts';

/** States of messages that somebody may have to look at. */
export const UNSENT: readonly Delivery[] = DELIVERIES.filter((state) => state !== 'sent');

/** The outbox: what has not left, or has not arrived, oldest first. */
export const readOutbox = (context: Context, states = UNSENT): Outgoing[] => outgoingIn(context.store, states);

/** The messages that would be sent now. */
export function readDue(context: Context): Outgoing[] {
  const now = context.now();
  const sending = new Set(mailAccounts(context.store).flatMap(({ id, smtp }) => (smtp === null ? [] : [id])));
  return readOutbox(context, ['queued']).filter(
    ({ notBefore, account }) => (notBefore ?? 0) <= now && account !== null && sending.has(account),
  );
}

/** ms; when the next message is due, or null. */
export const readNextDue = (context: Context): number | null => nextDue(context.store);
