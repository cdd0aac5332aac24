import type { Context } from '../../context.ts';
import type { Case } from '../../domain/case.ts';
import { type Address, normalAddress } from '../../domain/entry.ts';
import type { Envelope } from '../../domain/outbox.ts';
import { accountSending, sendingAccounts } from './sending-account.ts';
import { signatureFor } from './signature.ts';

/** An address of ours that an answer can be from, and what that means for it. */
export interface Sender {
  readonly from: Address;
  /** what `reply` puts under the text; null: nothing */
  readonly signature: string | null;
  /** has it an account that sends? */
  readonly sends: boolean;
}

/** The proposed From of an answer in this case, then the others that an account sends for; none where it is no mail. */
export function sendersFor({ store, locale }: Context, of: Case, { from: proposed }: Envelope): Sender[] {
  if (of.channel !== 'email') return [];
  const others = sendingAccounts(store)
    .filter(({ address }) => normalAddress(address) !== normalAddress(proposed.address))
    .map(({ address, name }) => ({ address, name: name === '' ? proposed.name : name }));
  return [proposed, ...others].map((from) => ({
    from,
    signature: signatureFor(store, of, from.address, locale),
    sends: accountSending(store, from.address) !== null,
  }));
}
