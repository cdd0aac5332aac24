import { type AccountStatus, readMailStatus } from '../../actions/mailing/mail-status.ts';
import { endpointText } from '../../domain/endpoint.ts';
import { problemFromText } from '../../domain/problem.ts';
import { sayProblem } from '../../i18n/say-problem.ts';
import { dateTime } from '../../i18n/time.ts';
import { clean } from '../../text/clean.ts';
import type { Command, Session } from '../command.ts';
import { iso } from '../json.ts';

/** `desk mail status`: the accounts, how they do, and what lies in the outbox. */
export const mailStatusCommand: Command = {
  arguments: '',
  options: [],
  examples: ['desk mail status', 'desk mail status --json'],
  run: (session) => {
    const { context, printer, globals, words } = session;
    const status = readMailStatus(context);
    if (globals.json) {
      printer.json({ accounts: status.accounts.map(asJson), outbox: status.outbox });
      return 0;
    }
    if (status.accounts.length === 0) printer.tell(words.mail.noAccounts);
    for (const one of status.accounts) for (const line of accountLines(session, one)) printer.line(clean(line, 'line'));
    const counts = Object.entries(status.outbox).filter(([, n]) => n > 0);
    if (counts.length > 0)
      printer.tell(
        `${words.mail.outbox}: ${counts.map(([state, n]) => `${n} ${session.words.deliveries[stateOf(state)]}`).join(' · ')}`,
      );
    return 0;
  },
};

type State = keyof Session['words']['deliveries'];
const stateOf = (state: string): State => state as State; // a key of the counts, which are made from the states

function accountLines({ context, words }: Session, { account, state }: AccountStatus): string[] {
  const { mail } = words;
  const when = (ms: number): string => dateTime(context.locale, ms, context.now());
  const servers = [
    account.imap === null ? null : `IMAP ${endpointText(account.imap)} ${account.imap.tls}`,
    account.smtp === null ? null : `SMTP ${endpointText(account.smtp)} ${account.smtp.tls}`,
  ].filter((one) => one !== null);
  const told = (problem: string | null): string =>
    problem === null ? '' : sayProblem(words, problemFromText(problem));
  return [
    `${account.address}  ${servers.join(' · ')}`,
    `  ${state.fetchedAt === null ? mail.neverFetched : mail.fetchedAt(when(state.fetchedAt))}`,
    ...(state.fetchFailedAt === null
      ? []
      : [`  ${mail.fetchFailed(when(state.fetchFailedAt), told(state.fetchProblem))}`]),
    ...(state.sendFailedAt === null ? [] : [`  ${mail.sendFailed(when(state.sendFailedAt), told(state.sendProblem))}`]),
  ];
}

const asJson = ({ account, state }: AccountStatus) => {
  const { secret, addedAt, since, ...shown } = account;
  return {
    ...shown,
    passwordFrom: secret.from,
    addedAt: iso(addedAt),
    since: iso(since),
    fetchedAt: iso(state.fetchedAt),
    fetchProblem: state.fetchProblem === null ? null : problemFromText(state.fetchProblem).code,
    fetchFailedAt: iso(state.fetchFailedAt),
    sendProblem: state.sendProblem === null ? null : problemFromText(state.sendProblem).code,
    sendFailedAt: iso(state.sendFailedAt),
  };
};
