import { Buffer } from 'node:buffer';
import type { Endpoint } from '../../domain/mail-account.ts';
import { type Problem, problemOf } from '../../domain/problem.ts';
import type { Failure } from './smtp-login.ts';
import type { Login } from './transport.ts';

/** Whom we speak to, and as whom. */
export interface Speaking {
  readonly server: Endpoint;
  readonly login: Login;
}

/** Characters of a server's own words that are kept. */
const LONGEST_REPLY = 300;
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)/;

/** Why there is no connection, in the agent's words; null: it was called off. A server's words about a login are never kept. */
export function problemOfFailure({ server, login }: Speaking, error: Failure | null): Problem {
  const { host, port } = server;
  const cause = String(error?.originalCode ?? error?.code ?? '');
  const answer = Number(error?.responseCode ?? 0);
  if (error === null) return problemOf('server-closed', { host });
  if (error.code === 'EAUTH' || [530, 534, 535, 538].includes(answer)) {
    if (answer >= 400 && answer < 500) return problemOf('server-busy', { host, reply: String(answer) });
    return problemOf('login-refused', { host, user: login.user, code: answer || 'AUTH' });
  }
  if (CERTIFICATE.test(cause)) return problemOf('certificate-wrong', { host, cause });
  if (error.command === 'STARTTLS') return problemOf('tls-missing', { host });
  if (error.code === 'ETIMEDOUT') return problemOf('server-silent', { host });
  if (error.code === 'EDNS') return problemOf('server-unknown', { host });
  if (error.code === 'ETLS' || /^ERR_SSL|^EPROTO$/.test(cause)) return problemOf('tls-failed', { host, cause });
  if (answer > 0) {
    const reply = scrubbed(error.response || '', login);
    return problemOf(answer < 500 ? 'server-busy' : 'server-odd', { host, reply });
  }
  if (error.code === 'EPROTOCOL') return problemOf('server-odd', { host, reply: '' });
  if (error.code === 'ECONNECTION' || /^(?:ECONNRESET|EPIPE)$/.test(cause)) return problemOf('server-closed', { host });
  return problemOf('server-unreachable', { host, port, cause });
}

/** The enhanced status code of an answer (RFC 3463), else its three digits as one. */
export function statusCode({ response, responseCode }: Pick<Failure, 'response' | 'responseCode'>): string | null {
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response || '')?.[1];
  return enhanced ?? (responseCode ? String(responseCode) : null);
}

/** A server's words in one line, cut, and without what it was told as a secret. */
export function scrubbed(reply: string | false, { user, secret }: Login): string {
  // the longer forms first: the shorter one may be a part of them
  const told = [
    base64(`user=${user}\x01auth=Bearer ${secret}\x01\x01`),
    base64(`\0${user}\0${secret}`),
    base64(secret),
    secret,
  ];
  const plain = (reply || '').replace(/[\r\n]+/g, ' ');
  return told
    .filter((one) => one !== '')
    .reduce((text, one) => text.replaceAll(one, '***'), plain)
    .slice(0, LONGEST_REPLY);
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
