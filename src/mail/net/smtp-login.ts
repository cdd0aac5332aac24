import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { Login } from './transport.ts';

/** What nodemailer says of a failure. */
export interface Failure extends Error {
  readonly code?: string | undefined;
  readonly originalCode?: string | undefined;
  readonly command?: string | undefined;
  readonly response?: string | false | undefined;
  readonly responseCode?: number | boolean | undefined;
  readonly timeoutType?: string | undefined;
}

/** Logs in by PLAIN, LOGIN or XOAUTH2; a server that knows no login, as a relay on this machine, gets none. */
export function logIn(connection: SMTPConnection, login: Login, done: (error: Failure | null) => void): void {
  const { user, secret } = login;
  const ended = (error?: Failure | null): void => done(error ?? null);
  if (!connection.allowsAuth) done(null);
  else if (login.auth === 'password') connection.login({ user, pass: secret }, ended);
  // without a refresh token it says the one it was given, again where that is refused
  else connection.login({ type: 'oauth2', user, oauth2: new XOAuth2({ user, accessToken: secret }) }, ended);
}
