import type { Endpoint } from '../../domain/mail-account.ts';
import type { Login, SmtpTransport } from './transport.ts';

/** A connection for sending, opened with the first message. */
export function createSmtp(server: Endpoint, login: Login): SmtpTransport {
  throw new Error(`not built yet: ${server.host} ${login.auth}`);
}
