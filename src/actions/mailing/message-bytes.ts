import type { Context } from '../../context.ts';
import type { Part } from '../../domain/entry.ts';
import { DeskError } from '../../domain/errors.ts';
import type { MailAccount } from '../../domain/mail-account.ts';
import type { Outgoing } from '../../domain/outbox.ts';
import { wireAddress } from '../../mail/compose/address-check.ts';
import type { Enclosed } from '../../mail/compose/compose.ts';
import { mintPlusToken, readMintedId } from '../../mail/minted-id.ts';
import type { SendTo } from '../../mail/net/transport.ts';
import { getCase } from '../../store/cases.ts';
import { findCustomer } from '../../store/customers.ts';
import { getEntry } from '../../store/entries.ts';
import { mintKey } from '../../store/settings.ts';
import { partBytes } from '../part-bytes.ts';

/** A message as it goes over the wire, and to whom. */
export interface Wire {
  readonly raw: Buffer;
  readonly to: SendTo;
}

/** Makes the bytes of a message, the same at every try. Throws DeskError for an address that is none, a file that is gone. */
export async function messageBytes(context: Context, account: MailAccount, outgoing: Outgoing): Promise<Wire> {
  // loaded with the first message that is sent
  const { composeMessage, recipientsOf } = await import('../../mail/compose/compose.ts');
  const { store } = context;
  const entry = getEntry(store, outgoing.entry);
  const key = mintKey(store);
  // the case it was written in, whatever has been merged or split since
  const number = readMintedId(key, outgoing.messageId)?.case ?? outgoing.case;
  const { customer } = getCase(store, entry.case);
  const { envelope, messageId, automatic } = outgoing;
  const raw = await composeMessage({
    envelope,
    messageId,
    automatic,
    numberInSubject: account.subjectNumber ? number : null,
    text: entry.quoted === '' ? entry.text : `${entry.text}\n\n${entry.quoted}`,
    parts: await enclosed(context, entry.parts),
    date: entry.at ?? 0,
    html: account.html,
    language: customer === null ? null : (findCustomer(store, customer)?.language ?? null),
    replyTo: account.plusAddress ? plusAddress(account.address, mintPlusToken(key, number)) : null,
  });
  return { raw, to: { from: wireAddress(envelope.from.address), to: recipientsOf(envelope) } };
}

/** One after the other: what is cut from a large mail takes its memory. */
async function enclosed(context: Context, parts: readonly Part[]): Promise<Enclosed[]> {
  const all: Enclosed[] = [];
  for (const part of parts) {
    const bytes = await partBytes(context, part);
    if (bytes === null) throw new DeskError('not-found', 'attachment-gone', { name: part.name });
    all.push({ name: part.name, type: part.type, bytes });
  }
  return all;
}

const plusAddress = (address: string, token: string): string => address.replace(/@(?=[^@]*$)/, `+${token}@`);
