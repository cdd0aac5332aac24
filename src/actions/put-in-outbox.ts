import type { Context } from '../context.ts';
import type { Case } from '../domain/case.ts';
import type { Address, AddressRole, Delivery, Part } from '../domain/entry.ts';
import { CALL_BACK_MS, type Envelope } from '../domain/outbox.ts';
import { mintMessageId } from '../mail/minted-id.ts';
import { insertEntry, writtenHere } from '../store/new-entries.ts';
import { insertOutgoing } from '../store/outbox.ts';
import { mintKey } from '../store/settings.ts';
import type { Writing } from '../store/writing.ts';
import { accountSending, stateWhenSent } from './mailing/sending-account.ts';

/** An answer as the agent has seen it in the review. */
export interface Answer {
  readonly envelope: Envelope;
  readonly text: string;
  /** what is answered, quoted; goes out under the text */
  readonly quoted?: string;
  /** files kept beside the mails already */
  readonly parts: readonly Part[];
  /** ms; when it is to leave; null: as soon as it can no longer be called back; 'now': not even that is waited for */
  readonly leaveAt: number | 'now' | null;
  /** an automatic answer, which says so in its header */
  readonly automatic?: boolean;
}

export interface Put {
  readonly entry: number;
  readonly state: Delivery;
}

/**
 * Writes an answer into its case and puts it into the outbox: queued where an account sends for its From, held where
 * there is none, manual on a channel that desk does not speak.
 */
export function putInOutbox(writing: Writing, context: Context, before: Case, answer: Answer): Put {
  const { store } = writing;
  const { envelope } = answer;
  const account = accountSending(store, envelope.from.address);
  const state = stateWhenSent(store, before.channel, envelope.from.address);
  const domain = envelope.from.address.split('@')[1] ?? 'desk.invalid';
  const messageId = mintMessageId(mintKey(store), before.number, context.newId(), domain);
  const withRole = (role: AddressRole) => (one: Address) => ({ ...one, role });
  const message = writtenHere(writing, {
    uid: context.newId(),
    case: before.number,
    type: 'message',
    direction: 'out',
    channel: before.channel,
    subject: envelope.subject,
    text: answer.text,
    quoted: answer.quoted ?? '',
    messageId,
    parents: envelope.references.toReversed(),
    addresses: [
      withRole('from')(envelope.from),
      ...envelope.to.map(withRole('to')),
      ...envelope.cc.map(withRole('cc')),
      ...envelope.bcc.map(withRole('bcc')),
    ],
    parts: answer.parts,
    ...(answer.automatic === true ? { party: 'system', automatic: 'autoreply' } : {}),
  });
  const entry = insertEntry(writing, message);
  const leaveAt = answer.leaveAt === 'now' ? writing.now : (answer.leaveAt ?? writing.now + CALL_BACK_MS);
  insertOutgoing(writing, {
    entry,
    account: state === 'queued' ? (account?.id ?? null) : null,
    state,
    hold: state === 'held' ? 'no-account' : null,
    notBefore: state === 'queued' ? leaveAt : null,
    messageId,
    envelope: JSON.stringify(envelope),
    automatic: answer.automatic === true,
  });
  return { entry, state };
}
