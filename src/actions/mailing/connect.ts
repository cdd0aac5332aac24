import type { Context } from '../../context.ts';
import { DeskError } from '../../domain/errors.ts';
import type { MailAccount } from '../../domain/mail-account.ts';
import { type Problem, problemOf } from '../../domain/problem.ts';
import { type ImapConnection, type Login, MailServerError } from '../../mail/net/transport.ts';
import { readSecret } from './secret.ts';

/** An account whose mail can be fetched. */
export type FetchedAccount = MailAccount & { readonly imap: NonNullable<MailAccount['imap']> };

export const isFetched = (account: MailAccount): account is FetchedAccount => account.imap !== null;

/** Who we are for the account's servers, read anew. Throws as `readSecret`. */
export async function loginOf(context: Context, account: MailAccount): Promise<Login> {
  const { user, auth } = account;
  return { user, auth, secret: await readSecret(context, account) };
}

/** A new connection for reading. Throws MailServerError, and as `readSecret`. */
export async function connectTo(
  context: Context,
  account: FetchedAccount,
  signal: AbortSignal,
): Promise<ImapConnection> {
  const login = await loginOf(context, account);
  return (await context.mail()).imap(account.imap, login, signal);
}

/** What kept an account's mail away, if it is the account's or its server's doing; null: it is something else. */
export function accountProblem(caught: unknown): Problem | null {
  if (caught instanceof MailServerError) return caught.problem;
  if (caught instanceof DeskError && caught.code === 'bad-config')
    return problemOf('secret-unread', { cause: caught.what });
  return null;
}
