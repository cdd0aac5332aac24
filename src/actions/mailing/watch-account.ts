import type { Context } from '../../context.ts';
import { DeskError } from '../../domain/errors.ts';
import { problemText } from '../../domain/problem.ts';
import type { MailWorld } from '../../mail/net/transport.ts';
import { keepWatch, noteMailState } from '../../store/mail-state.ts';
import { expected } from '../expected.ts';
import { accountProblem, connectTo, type FetchedAccount } from './connect.ts';
import { fetchAccount } from './fetch.ts';
import type { FetchOutcome } from './fetch-once.ts';
import { growingPause, rest, type Times } from './watch-times.ts';

export type OnFetched = (outcome: FetchOutcome) => void;

export interface AccountWatch {
  readonly signal: AbortSignal;
  readonly times: Times;
  /** after each fetch, and each failure */
  readonly onFetched: OnFetched;
}

/** Fetches one account's mail as it comes, over one connection after the other. Throws what is no expected failure. */
export async function watchAccount(context: Context, account: FetchedAccount, watch: AccountWatch): Promise<void> {
  const { signal, times } = watch;
  const world = await context.mail();
  const pause = growingPause(times);
  while (!signal.aborted) {
    const holding = holdWatch(context, account, world, watch);
    if (holding === null) {
      await rest(Math.min(times.firstPause, times.lease), signal);
      continue;
    }
    try {
      await oneConnection(context, account, { ...watch, signal: holding.signal }, pause.reset);
    } finally {
      holding.end();
    }
    await rest(pause.next(), signal);
  }
}

interface Holding {
  /** also when another process has taken the watch over: this one was asleep too long */
  readonly signal: AbortSignal;
  readonly end: () => void;
}

/** Takes the watch and keeps it up; null: somebody else has it. */
function holdWatch(
  { store, now }: Context,
  { id }: FetchedAccount,
  { claimant, isGone }: MailWorld,
  { signal, times }: AccountWatch,
): Holding | null {
  const keep = (): boolean => {
    try {
      return keepWatch(store, id, claimant, now() + times.lease, now(), isGone);
    } catch (error) {
      if (expected(error) instanceof DeskError) return true; // a full disk, another writer: nobody can tell
      throw error;
    }
  };
  if (!keep()) return null;
  const lost = new AbortController();
  const renewing = setInterval(() => {
    try {
      if (!keep()) lost.abort();
    } catch {
      lost.abort(); // a fault: it comes again, and is thrown, where the watch is taken anew
    }
  }, times.lease / 3);
  return { signal: AbortSignal.any([signal, lost.signal]), end: () => clearInterval(renewing) };
}

/** Fetches, waits for news, fetches … until the connection is lost or the signal says so. */
async function oneConnection(
  context: Context,
  account: FetchedAccount,
  { signal, times, onFetched }: AccountWatch,
  wentWell: () => void,
): Promise<void> {
  try {
    const connection = await connectTo(context, account, signal);
    try {
      while (!signal.aborted) {
        const fetched = await fetchAccount(context, account, connection, { signal });
        wentWell();
        onFetched({ account, fetched, problem: fetched.problem });
        await connection.waitForNews(times.poll, signal);
      }
    } finally {
      await connection.close();
    }
  } catch (caught) {
    if (signal.aborted && accountProblem(caught) !== null) return;
    const problem = accountProblem(caught);
    if (problem === null) {
      if (expected(caught) instanceof DeskError) return; // the disk, or another writer: tried again
      throw caught;
    }
    noteMailState(context.store, account.id, 'fetch', problemText(problem), context.now());
    onFetched({ account, fetched: null, problem });
  }
}
