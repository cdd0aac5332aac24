import type { Channel } from '../../domain/case.ts';
import { normalAddress } from '../../domain/entry.ts';
import { DeskError } from '../../domain/errors.ts';
import type { MailAccount } from '../../domain/mail-account.ts';
import { findMailAccount, mailAccounts } from '../../store/mail-accounts.ts';
import type { Store } from '../../store/open.ts';

/** Where an answer would lie: in the queue of an account, held without one, or to be passed on by hand. */
export function stateWhenSent(store: Store, channel: Channel, from: string): 'queued' | 'held' | 'manual' {
  if (channel !== 'email') return 'manual';
  return accountSending(store, from) === null ? 'held' : 'queued';
}

/** The account that sends for this address; null: there is none, and what is written waits. */
export function accountSending(store: Store, from: string): MailAccount | null {
  const account = findMailAccount(store, normalAddress(from));
  return account?.smtp == null ? null : account;
}

/** As `accountSending`, where there must be one; throws `no-sending-account`. */
export function sendingAccount(store: Store, from: string): MailAccount {
  const account = accountSending(store, from);
  if (account === null) throw new DeskError('not-found', 'no-sending-account', { address: from });
  return account;
}

/** The accounts that can send, oldest first. */
export const sendingAccounts = (store: Store): MailAccount[] =>
  mailAccounts(store).filter((account) => account.smtp !== null);
