import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';

/** Every form in which a secret is said to a server, or could be written down. */
export function formsOf(user: string, secret: string): string[] {
  const said = [
    secret,
    `\0${user}\0${secret}`,
    `${user}\0${user}\0${secret}`,
    `user=${user}\x01auth=Bearer ${secret}\x01\x01`,
  ];
  const encoded = said.flatMap((text) => {
    const bytes = Buffer.from(text);
    return [bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex')];
  });
  // in the middle of something else that was encoded: only whole groups of three bytes keep their letters
  const within = ['', 'x', 'xx'].map((before) => {
    const skipped = Math.ceil(before.length / 3) * 4;
    return Buffer.from(before + secret)
      .toString('base64')
      .slice(skipped, -4);
  });
  const json = JSON.stringify(secret).slice(1, -1);
  return [...new Set([secret, json, encodeURIComponent(secret), ...encoded, ...within])];
}

/** Which of these forms stand in the bytes, capitals or not. */
export function found(forms: readonly string[], bytes: Buffer | string): string[] {
  const text = Buffer.from(bytes).toString('latin1').toLowerCase();
  return forms.filter((form) => text.includes(Buffer.from(form).toString('latin1').toLowerCase()));
}

export interface Watched {
  readonly code: number | null;
  readonly out: string;
  /** command lines and environments of the process and all that it started, seen while they ran */
  readonly seen: readonly string[];
}

export interface WatchOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** ms after which it is told to end */
  readonly endAfter?: number;
}

/** Runs a program and looks, as `ps` would, at it and its children as long as they live. */
export async function runWatched(argv: readonly string[], options: WatchOptions): Promise<Watched> {
  const { env, stdin = '', endAfter } = options;
  const child = spawn(process.execPath, argv, { env: { ...env }, stdio: 'pipe' });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      out += data;
    });
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  if (endAfter !== undefined) setTimeout(() => child.kill('SIGTERM'), endAfter);
  const seen = new Set<string>();
  const looking = setInterval(() => look(child.pid ?? 0, seen), 3);
  const code = await ended(child);
  clearInterval(looking);
  return { code, out, seen: [...seen] };
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('close', (code) => resolve(code)));

/** Adds what everybody may see of this process and its descendants. */
export function look(pid: number, seen: Set<string>): void {
  for (const name of ['cmdline', 'environ'])
    try {
      seen.add(readFileSync(`/proc/${pid}/${name}`, 'utf8'));
    } catch {
      return; // it is gone already
    }
  let tasks: string[] = [];
  try {
    tasks = readdirSync(`/proc/${pid}/task`);
  } catch {
    return;
  }
  for (const task of tasks)
    try {
      const children = readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim();
      for (const one of children.split(' ')) if (one !== '') look(Number(one), seen);
    } catch {
      // the thread is gone
    }
}

/** A server for reading that says again all that it is told of a login, in each of its answers. */
export interface EchoServer {
  readonly port: number;
  /** does it let anybody in? */
  letsIn: boolean;
  readonly logins: () => number;
  readonly close: () => Promise<void>;
}

export async function startEcho(): Promise<EchoServer> {
  const open = new Set<Socket>();
  let logins = 0;
  const server = createServer((socket) => {
    let told = '';
    let text = '';
    let waiting = '';
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    const answer = (line: string): void => {
      if (waiting !== '') {
        told = line;
        logins += 1;
        say(echo.letsIn ? `${waiting} OK you said ${told}` : `${waiting} NO you said ${told}`);
        waiting = '';
        return;
      }
      const [, tag = '', command = '', rest = ''] = /^(\S+) (?:UID )?(\S+) ?(.*)$/i.exec(line) ?? [];
      const name = command.toUpperCase();
      if (name === 'AUTHENTICATE' && !rest.includes(' ')) {
        waiting = tag;
        say('+ ');
      } else if (name === 'LOGIN' || name === 'AUTHENTICATE') {
        told = rest.split(' ').at(-1) ?? '';
        logins += 1;
        say(`${tag} ${echo.letsIn ? 'OK' : 'NO'} you said ${told}`);
      } else if (name === 'SELECT' || name === 'EXAMINE') {
        for (const one of ['0 EXISTS', 'OK [UIDVALIDITY 1] fine', 'OK [UIDNEXT 9] fine', 'FLAGS (\\Seen)'])
          say(`* ${one}`);
        say(`${tag} OK [READ-WRITE] you said ${told}`);
      } else if (name === 'LIST') {
        say('* LIST () "/" INBOX');
        say(`${tag} OK you said ${told}`);
      } else if (name === 'CAPABILITY') {
        say(CAPABILITY.replace('* OK [', '* ').replace(/\].*/, ''));
        say(`${tag} OK done`);
      } else say(`${tag} ${name === 'LOGOUT' || name === 'NOOP' ? 'OK' : 'NO'} you said ${told}`);
    };
    say(CAPABILITY);
    socket.on('data', (data) => {
      text += data;
      const lines = text.split('\r\n');
      text = lines.pop() ?? '';
      for (const line of lines) answer(line);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const echo: EchoServer = {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    letsIn: true,
    logins: () => logins,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return echo;
}

const CAPABILITY = '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=XOAUTH2] you said nothing yet';
