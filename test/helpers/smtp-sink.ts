import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { OWN_CERTIFICATE } from './own-certificate.ts';

/** What the sink does with the next message; `null`: takes it. */
export type Fault =
  | { readonly at: 'connect' | 'mail' | 'rcpt' | 'data' | 'end'; readonly answer: number; readonly text?: string }
  /** ends the connection: before anything is said, before DATA, in the middle of the message, after it without an answer */
  | { readonly cut: 'connect' | 'mail' | 'data' | 'end' | 'end-taken' }
  /** says nothing any more */
  | { readonly silent: 'greeting' | 'mail' | 'end' };

export interface Taken {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
  /** Message-ID without < > */
  readonly id: string;
  readonly secure: boolean;
  readonly user: string | null;
}

export interface Sink {
  readonly port: number;
  /** in the order in which they came; also those that were taken and never answered */
  readonly taken: readonly Taken[];
  /** how often somebody connected */
  readonly connections: () => number;
  /** the fault of each message to come, one after the other */
  readonly next: (...faults: (Fault | null)[]) => void;
  /** asked for each message: its fault */
  readonly decide: (fault: () => Fault | null) => void;
  readonly close: () => Promise<void>;
}

export interface SinkOptions {
  readonly tls?: 'on' | 'starttls' | 'off';
  /** logins are checked against this */
  readonly user?: string;
  readonly secret?: string;
  readonly authMethods?: readonly string[];
  /** recipients that are refused, with this answer */
  readonly refuse?: Readonly<Record<string, number>>;
  readonly size?: number;
  /** told of each place in a conversation, before the sink does anything there */
  readonly onPlace?: (place: Place) => void;
  /** told of each message that is taken, before it is answered */
  readonly onTaken?: (taken: Taken) => void;
}

/** Where a conversation is; `answered`: the message was taken, and the client is being told. */
export type Place = 'connect' | 'mail' | 'rcpt' | 'data' | 'end' | 'answered';

const answerOf = (responseCode: number, text = 'not now'): Error => Object.assign(new Error(text), { responseCode });

/** A mail server that keeps what it takes, and has every fault that it is told to have. */
export async function openSink(options: SinkOptions = {}): Promise<Sink> {
  const {
    tls = 'off',
    user,
    secret,
    refuse = {},
    size,
    onPlace = () => undefined,
    onTaken = () => undefined,
  } = options;
  const taken: Taken[] = [];
  const faults: (Fault | null)[] = [];
  let decide: () => Fault | null = () => faults.shift() ?? null;
  let now: Fault | null = null;
  let connected = 0;

  /** The sockets as the server has them now: destroying one that TLS lies over crashes Node 24. */
  const cut = (): void => {
    for (const { _socket } of server.connections as Set<{ _socket: Socket }>) _socket.destroy();
  };
  /** Answers as the fault says; true: nothing more is to be done. */
  function strikes(place: string, callback: (error?: Error | null) => void): boolean {
    if (now !== null && 'answer' in now && now.at === place) callback(answerOf(now.answer, now.text));
    else if (now !== null && 'cut' in now && now.cut === place) cut();
    else if (
      !(now !== null && 'silent' in now && (now.silent === place || (now.silent === 'greeting' && place === 'connect')))
    )
      return false;
    return true;
  }

  const settings: SMTPServerOptions = {
    secure: tls === 'on',
    ...OWN_CERTIFICATE,
    authOptional: user === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    disabledCommands: [...(tls === 'off' ? ['STARTTLS'] : []), ...(user === undefined ? ['AUTH'] : [])],
    authMethods: [...(options.authMethods ?? ['PLAIN', 'LOGIN'])],
    logger: false,
    closeTimeout: 100,
    ...(size === undefined ? {} : { size }),
    onConnect: (_session, callback) => {
      connected += 1;
      onPlace('connect');
      now = decide();
      if (!strikes('connect', callback)) callback();
    },
    onAuth: (auth, _session, callback) => {
      const given = auth.method === 'XOAUTH2' ? auth.accessToken : auth.password;
      if (auth.username === user && given === secret) callback(null, { user: auth.username });
      else callback(Object.assign(new Error(`no ${given}`), { responseCode: 535 }));
    },
    onMailFrom: (_address, _session, callback) => {
      onPlace('mail');
      if (!strikes('mail', callback)) callback();
    },
    onRcptTo: ({ address }, _session, callback) => {
      onPlace('rcpt');
      const refused = refuse[address];
      if (refused !== undefined) callback(answerOf(refused, 'nobody of that name'));
      else if (!strikes('rcpt', callback)) callback();
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      onPlace('data');
      if (now !== null && 'cut' in now && now.cut === 'data') {
        stream.once('data', cut);
        stream.resume();
        return;
      }
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        onPlace('end');
        const isTaken = now === null || ('cut' in now && now.cut === 'end-taken') || 'silent' in now;
        if (isTaken) {
          const one = takenOf(session, Buffer.concat(chunks));
          taken.push(one);
          onTaken(one);
        }
        if (now !== null && 'cut' in now && now.cut.startsWith('end')) cut();
        else if (!strikes('data', callback) && !strikes('end', callback)) {
          callback();
          onPlace('answered');
        }
        now = decide();
      });
    },
  };
  const server = new SMTPServer(settings);
  server.on('error', () => undefined); // connections that end in the middle are what it is for
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    taken,
    connections: () => connected,
    next: (...coming) => void faults.push(...coming),
    decide: (fault) => {
      decide = fault;
    },
    close: () =>
      new Promise((resolve) => {
        cut();
        server.close(() => resolve());
      }),
  };
}

function takenOf(session: SMTPServerSession, raw: Buffer): Taken {
  const { mailFrom, rcptTo } = session.envelope;
  return {
    from: mailFrom === false ? '' : mailFrom.address,
    to: rcptTo.map(({ address }) => address),
    raw,
    id: /^Message-ID:\s+<([^>]*)>/m.exec(raw.toString('latin1'))?.[1] ?? '',
    secure: session.secure,
    user: session.user === undefined ? null : String(session.user),
  };
}
