import type { Context } from '../../context.ts';
import { type Problem, problemText } from '../../domain/problem.ts';
import { findMailAccount, getMailAccount, mailAccounts } from '../../store/mail-accounts.ts';
import { noteMailState, readUpTo, rememberSince } from '../../store/mail-state.ts';
import { accountProblem, connectTo, type FetchedAccount, isFetched } from './connect.ts';
import { type Fetched, type FetchOptions, fetchAccount, newUids } from './fetch.ts';

/** What one fetch of one account came to. */
export interface FetchOutcome {
  readonly account: FetchedAccount;
  /** null: the server was not reached, or was lost on the way; what is in stays */
  readonly fetched: Fetched | null;
  readonly problem: Problem | null;
}

/** The accounts with these addresses, or all, that have a server to fetch from. Throws `no-such-account`. */
export function accountsToFetch(context: Context, addresses: readonly string[]): FetchedAccount[] {
  const { store } = context;
  const named = addresses.map((address) => getMailAccount(store, address));
  return (named.length > 0 ? named : mailAccounts(store)).filter(isFetched);
}

/** Has nothing been fetched of it yet? */
export const isFirstFetch = ({ store }: Context, account: FetchedAccount): boolean =>
  readUpTo(store, account.id, account.mailbox) === null;

/** Notes how far back the first fetch goes (ms; 0: to the beginning); gives the account back as it is now. */
export function goBackTo({ store }: Context, account: FetchedAccount, since: number): FetchedAccount {
  rememberSince(store, account.id, since);
  const now = findMailAccount(store, account.address);
  return now !== null && isFetched(now) ? now : account;
}

/** Connects and counts what a fetch would read; notes nothing. */
export async function countNew(
  context: Context,
  account: FetchedAccount,
  signal: AbortSignal,
): Promise<{ mails: number; problem: Problem | null }> {
  try {
    const connection = await connectTo(context, account, signal);
    try {
      return { mails: (await newUids(context, account, connection)).uids.length, problem: null };
    } finally {
      await connection.close();
    }
  } catch (caught) {
    const problem = accountProblem(caught);
    if (problem === null) throw caught;
    return { mails: 0, problem };
  }
}

/** Connects, fetches, and notes how it went. Throws `disk-full`, `io-failed`, `busy`, `read-only`. */
export async function fetchOnce(
  context: Context,
  account: FetchedAccount,
  options: FetchOptions,
): Promise<FetchOutcome> {
  let last: Fetched | null = null;
  const onMail: FetchOptions['onMail'] = (fetched, of) => {
    last = fetched;
    options.onMail?.(fetched, of);
  };
  try {
    const connection = await connectTo(context, account, options.signal);
    try {
      const fetched = await fetchAccount(context, account, connection, { ...options, onMail });
      return { account, fetched, problem: fetched.problem };
    } finally {
      await connection.close();
    }
  } catch (caught) {
    const problem = accountProblem(caught);
    if (problem === null) throw caught;
    if (options.signal.aborted) return { account, fetched: last, problem: null };
    noteMailState(context.store, account.id, 'fetch', problemText(problem), context.now());
    return { account, fetched: last, problem };
  }
}
