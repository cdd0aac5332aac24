import * as z from 'zod';
import type { Address } from '../../domain/entry.ts';
import { normalAddress } from '../../domain/entry.ts';
import { DeskError } from '../../domain/errors.ts';
import type { Envelope } from '../../domain/outbox.ts';
import { wireAddress } from '../../mail/compose/address-check.ts';
import { findMailAccount } from '../../store/mail-accounts.ts';
import type { Store } from '../../store/open.ts';
import { ourAddresses } from '../our-addresses.ts';

export { typedAddress, wireAddress } from '../../mail/compose/address-check.ts';
export { asTyped, typedAddresses } from '../../mail/compose/typed-list.ts';

const address = z.strictObject({ name: z.string(), address: z.string() });

/** What an agent has chosen in the head of an answer; what is left out stays as proposed. */
export const headInput = z.strictObject({
  to: z.array(address).optional(),
  cc: z.array(address).optional(),
  bcc: z.array(address).optional(),
  /** one of our addresses */
  from: z.string().optional(),
  subject: z.string().optional(),
});
export type Head = z.infer<typeof headInput>;

/**
 * The envelope with what the agent chose. Every address is looked at by itself, the proposed ones too. Throws
 * `bad-address`, `address-not-ascii`, `not-ours`.
 */
export function withHead(store: Store, proposed: Envelope, head: Head): Envelope {
  const { to = proposed.to, cc = proposed.cc, bcc = proposed.bcc, subject = proposed.subject } = head;
  for (const one of [...to, ...cc, ...bcc]) wireAddress(one.address);
  return {
    ...proposed,
    to,
    cc,
    bcc,
    subject,
    from: head.from === undefined ? proposed.from : ours(store, head.from, proposed.from),
  };
}

function ours(store: Store, from: string, proposed: Address): Address {
  wireAddress(from);
  if (!ourAddresses(store).has(normalAddress(from))) throw new DeskError('not-found', 'not-ours', { address: from });
  const name = findMailAccount(store, from)?.name ?? '';
  return { name: name === '' ? proposed.name : name, address: from };
}
