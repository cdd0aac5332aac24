import type { Context } from '../../context.ts';
import { dataVersion } from '../../store/history.ts';
import { endWatch } from '../../store/mail-state.ts';
import type { FetchedAccount } from './connect.ts';
import { accountsToFetch } from './fetch-once.ts';
import { type OnFetched, watchAccount } from './watch-account.ts';
import { keepSending, type SendDue } from './watch-sending.ts';
import { rest, TIMES, type Times } from './watch-times.ts';

export interface WatchOptions {
  readonly signal: AbortSignal;
  /** works the queue once; null: this process only fetches */
  readonly sendDue: SendDue | null;
  /** only the accounts with these addresses; none given: all, also those that are added meanwhile */
  readonly addresses?: readonly string[];
  readonly onFetched?: OnFetched;
  readonly times?: Times;
}

interface Watched {
  /** the account as it was when its watch began */
  readonly as: string;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/**
 * Fetches every account's mail as it comes, and sends what is due, until the signal says so: then it ends within a second
 * and gives up its watch. Accounts that are added, changed or removed meanwhile are seen in the store. One watcher works
 * on an account at a time; another waits until that one is gone. Throws what is no expected failure.
 */
export async function watchAccounts(context: Context, options: WatchOptions): Promise<void> {
  const { signal, sendDue, addresses = [], onFetched = () => undefined, times = TIMES } = options;
  const { claimant } = await context.mail();
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  const watched = new Map<number, Watched>();
  let failure: { readonly caught: unknown } | null = null;
  const fail = (caught: unknown): void => {
    failure ??= { caught };
    ended.abort();
  };
  const sending = sendDue === null ? null : keepSending(context, sendDue, either, times).catch(fail);

  const begin = (account: FetchedAccount, before: Promise<void>): void => {
    const stop = new AbortController();
    const watch = { signal: AbortSignal.any([either, stop.signal]), times, onFetched };
    const done = before.then(() => watchAccount(context, account, watch)).catch(fail);
    watched.set(account.id, { as: JSON.stringify(account), stop, done });
  };
  const look = (): void => {
    const wanted = new Map(accountsNow(context, addresses).map((account) => [account.id, account]));
    for (const [id, { stop }] of watched) if (!wanted.has(id)) stop.abort();
    for (const [id, account] of wanted) {
      const running = watched.get(id);
      if (running?.as === JSON.stringify(account) && !running.stop.signal.aborted) continue;
      running?.stop.abort();
      begin(account, running?.done ?? Promise.resolve());
    }
  };

  let seen: number | null = null;
  while (!either.aborted) {
    const version = dataVersion(context.store);
    if (version !== seen) look();
    seen = version;
    await rest(times.look, either);
  }
  await Promise.all([sending, ...[...watched.values()].map(({ done }) => done)]);
  endWatch(context.store, claimant);
  if (failure !== null) throw (failure as { readonly caught: unknown }).caught;
}

/** One that was named may be gone by now. */
function accountsNow(context: Context, addresses: readonly string[]): FetchedAccount[] {
  const named = new Set(addresses.map((address) => address.toLowerCase()));
  return accountsToFetch(context, []).filter(({ address }) => named.size === 0 || named.has(address.toLowerCase()));
}
