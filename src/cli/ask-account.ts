import { ownSecretPath } from '../actions/mailing/secret.ts';
import { endpointText, parseEndpoint } from '../domain/endpoint.ts';
import { LOOKS_LIKE_ADDRESS } from '../domain/entry.ts';
import type { Endpoint, NewMailAccount } from '../domain/mail-account.ts';
import { proposedServers, providerOf } from '../domain/mail-providers.ts';
import { clean } from '../text/clean.ts';
import type { Session } from './command.ts';
import { askGoBack } from './go-back.ts';

/** An account as it is to be saved, and its password where that was typed and is kept nowhere yet. */
export interface AskedAccount {
  readonly account: NewMailAccount;
  readonly typed: string | null;
}

/** Asks for what is missing of a new account; Enter takes what is proposed. The password is not shown while it is typed. */
export async function askAccount(
  session: Session,
  account: NewMailAccount,
  missing: Readonly<Record<'address' | 'imap' | 'smtp' | 'secret', boolean>>,
): Promise<AskedAccount> {
  const { io, words, context, storePath } = session;
  const ask = async (question: string, proposed: string): Promise<string> => {
    const shown = proposed === '' ? question : `${question} [${proposed}]`;
    return (await io.ask(`${clean(shown, 'line')}: `)).trim() || proposed;
  };
  const { mail } = words;
  const address = missing.address ? await until(() => ask(mail.askAddress, ''), LOOKS_LIKE_ADDRESS) : account.address;
  const proposed = proposedServers(address);
  const server = async (question: string, was: Endpoint | null, other: Endpoint, port: number): Promise<Endpoint> => {
    for (;;) {
      const read = parseEndpoint(await ask(question, endpointText(was ?? other)), port, null);
      if (read !== null) return read;
    }
  };
  const provider = providerOf(address);
  const imap = missing.imap
    ? (account.imap ?? (await server(mail.askImap, provider?.imap ?? null, proposed.imap, 993)))
    : account.imap;
  const smtp = missing.smtp
    ? (account.smtp ?? (await server(mail.askSmtp, provider?.smtp ?? null, proposed.smtp, 587)))
    : account.smtp;
  const user = account.user === '' ? await ask(mail.askUser, address) : account.user;
  const name = account.name === '' ? await ask(mail.askName, context.agent) : account.name;
  if (missing.secret && provider?.appPassword != null)
    io.err(`${clean(mail.appPassword(provider.appPassword), 'line')}\n`);
  const typed = missing.secret ? await until(() => io.askHidden(`${clean(mail.askPassword, 'line')}: `), /./) : null;
  const secret = typed === null ? account.secret : ({ from: 'file', path: ownSecretPath(storePath, address) } as const);
  const since = account.since ?? (await askGoBack(session, address));
  const sentCopy = provider?.sentCopy ?? account.sentCopy;
  return { account: { ...account, ...{ address, imap, smtp, user, name, secret, since, sentCopy } }, typed };
}

/** Asks again until the answer has this form; a closed input ends it with what was given. */
async function until(ask: () => Promise<string>, form: RegExp): Promise<string> {
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await ask();
    if (form.test(answer)) return answer;
  }
  return '';
}
