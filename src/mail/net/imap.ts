import type { Endpoint } from '../../domain/mail-account.ts';
import type { ImapConnection, Login } from './transport.ts';

/** Connects and logs in; throws MailServerError. */
export function connectImap(server: Endpoint, login: Login): Promise<ImapConnection> {
  return Promise.reject(new Error(`not built yet: ${server.host} ${login.auth}`));
}
