import type { Endpoint } from '../../domain/mail-account.ts';
import { type Problem, problemOf } from '../../domain/problem.ts';
import { scrubbed } from './smtp-problem.ts';
import type { Login } from './transport.ts';

/** What a failed connection or command tells of itself: fields of imapflow's errors, and of Node's. */
interface Told {
  readonly code: string;
  /** the words of a server that said no */
  readonly said: string;
  readonly loginFailed: boolean;
  /** RFC 5530 */
  readonly responseCode: string;
  readonly tlsFailed: boolean;
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)/;
const SILENT = /^(?:CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT|ETIMEOUT|ETIMEDOUT)$/;
/** Name and password may be right: ask again later (RFC 5530). */
const NOT_NOW = /^(?:UNAVAILABLE|LIMIT|INUSE|SERVERBUG|CONTACTADMIN)$/;

/**
 * A failure in the agent's words. What was secret never comes along, and of a login not even the server's words do.
 */
export function imapProblem(error: unknown, { host, port }: Endpoint, login: Login): Problem {
  const { code, said, loginFailed, responseCode, tlsFailed } = readError(error);
  if (SILENT.test(code)) return problemOf('server-silent', { host });
  if (CERTIFICATE.test(code)) return problemOf('certificate-wrong', { host, cause: code });
  if (/^ERR_SSL|^EPROTO$/.test(code)) return problemOf('tls-failed', { host, cause: code });
  if (tlsFailed) return problemOf('tls-missing', { host });
  if (loginFailed && responseCode !== '' && NOT_NOW.test(responseCode))
    return problemOf('server-busy', { host, reply: responseCode });
  if (loginFailed) return problemOf('login-refused', { host, user: login.user, code: responseCode || 'NO' });
  if (said !== '') return problemOf('server-refused', { host, reply: scrubbed(said, login) });
  if (/^(?:ENOTFOUND|EAI_AGAIN)$/.test(code)) return problemOf('server-unknown', { host });
  if (/^(?:ECONNREFUSED|E(?:HOST|NET)(?:UNREACH|DOWN)|EADDR|EACCES|EPERM)/.test(code))
    return problemOf('server-unreachable', { host, port, cause: code });
  return problemOf('server-closed', { host });
}

function readError(error: unknown): Told {
  const fields: Record<string, unknown> = typeof error === 'object' && error !== null ? { ...error } : {};
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  return {
    code: text('code'),
    said: text('responseText') || text('reason'),
    loginFailed: fields['authenticationFailed'] === true,
    responseCode: text('serverResponseCode'),
    tlsFailed: fields['tlsFailed'] === true,
  };
}
