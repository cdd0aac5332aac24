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

/** A server's words in one line, cut, and without what it was told as a secret, in whatever form it says that again. */
export function scrubbed(reply: string | false, { secret }: Login): string {
  const plain = (reply || '').replace(/[\r\n]+/g, ' ');
  if (secret === '') return plain.slice(0, LONGEST_REPLY);
  const quoted = secret.replace(/["\\]/g, '\\$&');
  return plain
    .replaceAll(secret, '***')
    .replaceAll(quoted, '***')
    .replaceAll(encodeURIComponent(secret), '***')
    .replace(/[0-9a-f]{2,}/gi, (run) => (holds(run, 'hex', 2, secret) ? '***' : run))
    .replace(/[\w+/-]{2,}={0,2}/g, (run) => (holds(run, 'base64', 4, secret) ? '***' : run))
    .slice(0, LONGEST_REPLY);
}

/** Does a run of letters say the secret? What stands before it may have moved it by a few of them. */
const holds = (run: string, encoding: 'hex' | 'base64', group: number, secret: string): boolean =>
  Array.from({ length: group }, (_, at) => Buffer.from(run.slice(at), encoding)).some((bytes) =>
    bytes.includes(secret, 0, 'utf8'),
  );
