import type { FetchedAccount } from '../actions/mailing/connect.ts';
import { accountsToFetch, goBackTo, isFirstFetch } from '../actions/mailing/fetch-once.ts';
import { DeskError } from '../domain/errors.ts';
import { FIRST_FETCH_MS } from '../domain/mail-account.ts';
import { parseDay } from '../domain/span.ts';
import { dateTime } from '../i18n/time.ts';
import { clean } from '../text/clean.ts';
import type { Session } from './command.ts';

const DAY = 86_400_000;

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
  const given = since === undefined ? null : moment(since, context.now());
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

/** ms; 0: from the beginning */
function moment(value: string, now: number): number {
  if (value.toLowerCase() === 'all') return 0;
  const day = parseDay(value, now);
  if (day === null) throw new DeskError('usage', 'bad-day', { value });
  return day.from;
}

async function asked({ context, io, globals, printer, words }: Session, { address }: FetchedAccount): Promise<number> {
  const usual = context.now() - FIRST_FETCH_MS;
  if (!io.inIsTerminal || !io.errIsTerminal || globals.json) {
    printer.remark(words.mail.goesBack(address, dateTime(context.locale, usual, context.now())));
    return usual;
  }
  const question = `${clean(words.mail.askGoBack(address), 'line')} [${FIRST_FETCH_MS / DAY}]: `;
  for (;;) {
    const answer = (await io.ask(question)).trim().toLowerCase();
    if (answer === '') return usual;
    if (answer === 'all') return 0;
    if (/^\d{1,5}$/.test(answer)) return context.now() - Number(answer) * DAY;
  }
}
