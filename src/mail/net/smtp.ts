import type { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Endpoint } from '../../domain/mail-account.ts';
import { type Problem, problemOf } from '../../domain/problem.ts';
import { type Failure, logIn } from './smtp-login.ts';
import { problemOfFailure, type Speaking, scrubbed, statusCode } from './smtp-problem.ts';
import type { Login, SendOutcome, SendTo, SmtpTransport } from './transport.ts';

/** ms to wait for a connection, a greeting, any next word; `ca`: a certificate trusted beside the usual ones (PEM). */
export interface SmtpLimits {
  readonly connect: number;
  readonly greeting: number;
  readonly silence: number;
  readonly ca?: string;
}

const LIMITS: SmtpLimits = { connect: 15_000, greeting: 15_000, silence: 30_000 };

/** Bytes of the message handed on at a time, so that what has not been written yet is known. */
const PIECE = 64 * 1024;

/** A connection for sending, opened with the first message, kept for the next and opened anew where it was lost. */
export function createSmtp(server: Endpoint, login: Login, limits: SmtpLimits = LIMITS): SmtpTransport {
  const speaking: Speaking = { server, login };
  let open: SMTPConnection | null = null;

  const close = (): void => {
    open?.close();
    open = null;
  };

  async function send(message: Buffer, to: SendTo, signal?: AbortSignal): Promise<SendOutcome> {
    const kept = open;
    const isAlive = kept !== null && !kept.destroyed;
    const begun = isAlive ? kept : await connect(speaking, limits, signal);
    if (!(begun instanceof SMTPConnection)) return { kind: 'unreachable', problem: begun };
    open = begun;
    const outcome = await handOver(begun, speaking, message, to, signal);
    if (outcome.kind === 'sent') return outcome;
    close();
    // a server may end a connection that nobody spoke on; the message has not been touched then
    return outcome.kind === 'unreachable' && isAlive && signal?.aborted !== true ? send(message, to, signal) : outcome;
  }

  return {
    send,
    verify: async () => {
      const begun = await connect(speaking, limits);
      if (!(begun instanceof SMTPConnection)) return begun;
      begun.close();
      return null;
    },
    close,
  };
}

/** Connects, makes it safe and logs in. What went wrong is given back, never thrown. */
function connect(speaking: Speaking, limits: SmtpLimits, signal?: AbortSignal): Promise<SMTPConnection | Problem> {
  const { host, port, tls } = speaking.server;
  const connection = new SMTPConnection({
    host,
    port,
    secure: tls === 'on',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'off',
    connectionTimeout: limits.connect,
    dnsTimeout: limits.connect,
    greetingTimeout: limits.greeting,
    socketTimeout: limits.silence,
    logger: false,
    tls: { minVersion: 'TLSv1.2', ...(limits.ca === undefined ? {} : { ca: limits.ca }) },
  });
  return new Promise((resolve) => {
    const fail = (error: Failure | null): void => {
      signal?.removeEventListener('abort', stop);
      connection.close();
      resolve(problemOfFailure(speaking, error));
    };
    const stop = (): void => fail(null);
    // stays for the life of the connection: an error without a listener would end desk
    connection.on('error', fail);
    if (signal?.aborted === true) return stop();
    signal?.addEventListener('abort', stop);
    connection.connect((error) => {
      if (error) return fail(error);
      logIn(connection, speaking.login, (refused) => {
        if (refused !== null) return fail(refused);
        signal?.removeEventListener('abort', stop);
        resolve(connection);
      });
    });
  });
}

/** Hands one message over. Once its last byte was given to the connection, only the server's answer says what became of it. */
function handOver(
  connection: SMTPConnection,
  speaking: Speaking,
  message: Buffer,
  { from, to }: SendTo,
  signal?: AbortSignal,
): Promise<SendOutcome> {
  let handedOver = false;
  const bytes = Readable.from(
    (function* () {
      for (let at = 0; at < message.length; at += PIECE) {
        handedOver = at + PIECE >= message.length;
        yield message.subarray(at, at + PIECE);
      }
    })(),
    { objectMode: false },
  );
  return new Promise((resolve) => {
    const end = (outcome: SendOutcome): void => {
      signal?.removeEventListener('abort', stop);
      resolve(outcome);
    };
    const stop = (): void => {
      if (handedOver) return; // the answer says what became of it, and silence is waited for not long
      end(failed(speaking, null, false));
      connection.close();
    };
    if (signal?.aborted === true) return stop();
    signal?.addEventListener('abort', stop);
    connection.send({ from, to: [...to], size: message.length }, bytes, (error, info) => {
      if (error) return end(failed(speaking, error, handedOver));
      const refused = (info?.rejectedErrors ?? []).map((one) => ({
        address: String(one.recipient ?? ''),
        code: statusCode(one),
      }));
      end({ kind: 'sent', refused });
    });
  });
}

/** What a failure means for the message. */
function failed(speaking: Speaking, error: Failure | null, handedOver: boolean): SendOutcome {
  const answer = Number(error?.responseCode ?? 0);
  const isAnswered = answer >= 400 && answer < 600 && error?.command !== 'CONN';
  if (error !== null && isAnswered && (handedOver || !isAboutConnection(answer))) {
    const reply = scrubbed(error.response ?? '', speaking.login);
    const problem = problemOf('message-refused', { reply });
    return { kind: 'refused', permanent: answer >= 500, code: statusCode(error), problem };
  }
  if (handedOver) return { kind: 'uncertain', problem: problemOf('answer-missing', { host: speaking.server.host }) };
  if (error?.code === 'EMESSAGE') {
    const problem = problemOf('message-too-large', { host: speaking.server.host });
    return { kind: 'refused', permanent: true, code: '5.3.4', problem };
  }
  if (error?.code === 'EENVELOPE' && !isAnswered) {
    const problem = problemOf('not-composed', { cause: 'envelope' });
    return { kind: 'refused', permanent: true, code: null, problem };
  }
  return { kind: 'unreachable', problem: problemOfFailure(speaking, error) };
}

/** Service not available, or a login wanted: not this message's fault (RFC 5321 3.8, RFC 4954 6). */
const isAboutConnection = (answer: number): boolean => [421, 530, 534, 535, 538].includes(answer);
