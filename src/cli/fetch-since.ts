import type { FetchedAccount } from '../actions/mailing/connect.ts';
import { accountsToFetch, goBackTo, isFirstFetch } from '../actions/mailing/fetch-once.ts';
import { FIRST_FETCH_MS } from '../domain/mail-account.ts';
import { dateTime } from '../i18n/time.ts';
import type { Session } from './command.ts';
import { askGoBack, goBackGiven } from './go-back.ts';

/**
 * The accounts that are to be fetched; of each that is fetched for the first time it is known then how far back it goes:
 * as `--since` says, as was said when it was added, as somebody at a terminal says now, else 30 days.
 */
export async function accountsAsked(
  session: Session,
  addresses: readonly string[],
  since: string | undefined,
): Promise<FetchedAccount[]> {
  const { context, printer, words } = session;
  const given = since === undefined ? null : goBackGiven(since, context.now());
  const accounts: FetchedAccount[] = [];
  for (const account of accountsToFetch(context, addresses)) {
    const first = isFirstFetch(context, account);
    if (!first && given !== null) printer.remark(words.mail.sinceOver(account.address));
    if (!first || (given === null && account.since !== null)) accounts.push(account);
    else accounts.push(goBackTo(context, account, given ?? (await asked(session, account))));
  }
  if (accounts.length === 0) printer.remark(words.mail.noAccounts);
  return accounts;
}

async function asked(session: Session, { address }: FetchedAccount): Promise<number> {
  const { context, io, globals, printer, words } = session;
  if (io.inIsTerminal && io.errIsTerminal && !globals.json) return askGoBack(session, address);
  const usual = context.now() - FIRST_FETCH_MS;
  printer.remark(words.mail.goesBack(address, dateTime(context.locale, usual, context.now())));
  return usual;
}
