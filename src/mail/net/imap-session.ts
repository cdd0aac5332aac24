import type { ImapFlow } from 'imapflow';
import type { Endpoint } from '../../domain/mail-account.ts';
import { type Problem, problemOf } from '../../domain/problem.ts';
import { imapProblem } from './imap-problem.ts';
import { type Login, MailServerError } from './transport.ts';

/** How long is waited for a server, ms; tests wait shorter. */
export interface Patience {
  /** for the connection, TLS and the greeting, each */
  readonly connect: number;
  /** without a single byte of the answer to a command */
  readonly silence: number;
  /** for a sign of life after waiting for news */
  readonly sign: number;
}

export const PATIENCE: Patience = { connect: 30_000, silence: 60_000, sign: 20_000 };

/** A connection and what its failures are told with. */
export interface ImapSession {
  readonly client: ImapFlow;
  readonly patience: Patience;
  readonly problem: (error: unknown) => Problem;
  readonly refused: (reply: string) => MailServerError;
  readonly folderMissing: (folder: string) => MailServerError;
}

export function createSession(client: ImapFlow, server: Endpoint, login: Login, patience: Patience): ImapSession {
  const { host } = server;
  return {
    client,
    patience,
    problem: (error) => imapProblem(error, server, login),
    refused: (reply) => new MailServerError(problemOf('server-refused', { host, reply })),
    folderMissing: (folder) => new MailServerError(problemOf('no-folder', { host, folder })),
  };
}

/**
 * Gives one command to the server and waits for its end as long as bytes come. A server that falls silent in the middle
 * is given up: imapflow's own time-out also counts the time in which we do something else.
 */
export async function answered<Result>(
  session: ImapSession,
  command: () => Promise<Result>,
  silence = session.patience.silence,
): Promise<Result> {
  const { client } = session;
  let silent = false;
  let heard = client.stats().received;
  let since = performance.now();
  const watch = setInterval(() => {
    const { received } = client.stats();
    if (received !== heard) {
      heard = received;
      since = performance.now();
    } else if (performance.now() - since > silence) {
      silent = true;
      client.close();
    }
  }, silence / 10);
  const failed = (error: unknown): MailServerError =>
    error instanceof MailServerError
      ? error
      : new MailServerError(session.problem(silent ? { code: 'ETIMEOUT' } : error));
  try {
    const result = await command();
    // imapflow answers some commands with false where the connection is gone
    if (!client.usable) throw failed(null);
    return result;
  } catch (error) {
    throw failed(error);
  } finally {
    clearInterval(watch);
  }
}
