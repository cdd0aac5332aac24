import { normalAddress } from '../domain/entry.ts';
import { ownAddresses } from '../domain/settings.ts';
import { mailAccounts } from '../store/mail-accounts.ts';
import type { Store } from '../store/open.ts';
import { readSetting } from '../store/settings.ts';

/** Our own addresses, normalised: the accounts' and those in the setting `me`, which may hold older ones. */
export const ourAddresses = (store: Store): ReadonlySet<string> =>
  new Set([
    ...mailAccounts(store).map((account) => normalAddress(account.address)),
    ...ownAddresses(readSetting(store, 'me') ?? ''),
  ]);
