import { countNew, type FetchOutcome, fetchOnce } from '../../actions/mailing/fetch-once.ts';
import { fileUnfiled } from '../../actions/mailing/file-kept.ts';
import { readSecret } from '../../actions/mailing/secret.ts';
import { sendDue } from '../../actions/mailing/send-queue.ts';
import { watchAccounts } from '../../actions/mailing/watch.ts';
import type { SendDue } from '../../actions/mailing/watch-sending.ts';
import { DeskError } from '../../domain/errors.ts';
import type { Command, Given, Session } from '../command.ts';
import { EXIT } from '../exit.ts';
import { accountsAsked } from '../fetch-since.ts';
import { exitOfFetch, type FetchResult, printFetch, resultOf, tellWatched } from '../print-fetch.ts';
import { createProgress } from '../progress.ts';

/** `desk mail fetch [ADDRESS…]`: new mail from the servers, once or as it comes. */
export const mailFetch: Command = {
  arguments: '[address...]',
  options: [
    { flags: '--watch', say: 'watch' },
    { flags: '--send', say: 'sendToo' },
    { flags: '--since <date>', say: 'fetchSince' },
    { flags: '--again', say: 'againUnfiled' },
    { flags: '--with-parent', say: 'withParent' },
  ],
  examples: ['desk mail fetch', 'desk mail fetch care@shop.example --since all', 'desk mail fetch --watch --send'],
  run: async (session, addresses, given) => {
    const { context } = session;
    if (context.store.readOnly) throw new DeskError('read-only', 'read-only', { verb: 'mail-fetch' });
    if (given.flag('watch')) return watch(session, addresses, given);
    for (const flag of ['send', 'withParent'])
      if (given.flag(flag))
        throw new DeskError('usage', 'missing-option', { option: '--watch', command: 'mail fetch' });
    return once(session, addresses, given);
  },
};

async function once(session: Session, addresses: readonly string[], given: Given): Promise<number> {
  const { context, io, words } = session;
  const signal = io.onInterrupt();
  const dryRun = given.flag('dryRun');
  const progress = createProgress(session);
  const accounts = await accountsAsked(session, addresses, given.text('since'));
  const again = given.flag('again') && !dryRun ? await fileUnfiled(context) : null;
  const results: FetchResult[] = [];
  for (const account of accounts) {
    if (signal.aborted) break;
    if (dryRun) {
      const { mails, problem } = await countNew(context, account, signal);
      results.push({ ...resultOf({ account, fetched: null, problem }), read: mails });
      continue;
    }
    const onMail = (fetched: { read: number }, of: number): void =>
      progress.show(() => words.mail.fetching(account.address, fetched.read, of));
    results.push(resultOf(await fetchOnce(context, account, { signal, onMail })));
    progress.clear();
  }
  printFetch(session, { results, again, dryRun, interrupted: signal.aborted });
  return signal.aborted ? EXIT.interrupted : exitOfFetch(results);
}

async function watch(session: Session, addresses: readonly string[], given: Given): Promise<number> {
  const { context, io } = session;
  await accountsAsked(session, addresses, given.text('since'));
  if (given.flag('again')) await fileUnfiled(context);
  const sending: SendDue = (within, signal) =>
    sendDue(within, { signal, secretFor: (account) => readSecret(within, account) });
  const troubles = new Map<number, string | null>();
  const onFetched = (outcome: FetchOutcome): void => tellWatched(session, outcome, troubles);
  const signal = io.untilToldToEnd(given.flag('withParent'));
  await watchAccounts(context, { signal, addresses, onFetched, sendDue: given.flag('send') ? sending : null });
  return EXIT.ok;
}
