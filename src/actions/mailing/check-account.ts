import type { Context } from '../../context.ts';
import type { NewMailAccount } from '../../domain/mail-account.ts';
import type { Problem } from '../../domain/problem.ts';
import { MailServerError } from '../../mail/net/transport.ts';
import { readSecret } from './secret.ts';

/** What went wrong with each server; null: it let us in, or there is none. */
export interface AccountCheck {
  readonly imap: Problem | null;
  readonly smtp: Problem | null;
}

/**
 * Logs in to both servers, as an account is about to be saved; nothing is fetched or sent. `typed`: its password, which is
 * kept nowhere yet; null: it is where the account says. Throws as `readSecret`.
 */
export async function checkAccount(
  context: Context,
  account: NewMailAccount,
  typed: string | null,
): Promise<AccountCheck> {
  const mail = await context.mail();
  const login = { user: account.user, auth: account.auth, secret: typed ?? (await readSecret(context, account)) };
  const { imap, smtp } = account;
  const imapProblem = async (): Promise<Problem | null> => {
    if (imap === null) return null;
    try {
      const connection = await mail.imap(imap, login);
      try {
        await connection.open(account.mailbox);
      } finally {
        await connection.close();
      }
      return null;
    } catch (error) {
      if (error instanceof MailServerError) return error.problem;
      throw error;
    }
  };
  const smtpProblem = async (): Promise<Problem | null> => {
    if (smtp === null) return null;
    const transport = mail.smtp(smtp, login);
    try {
      return await transport.verify();
    } finally {
      transport.close();
    }
  };
  const [first, second] = await Promise.all([imapProblem(), smtpProblem()]);
  return { imap: first, smtp: second };
}
