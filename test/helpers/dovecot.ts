import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { afterAll } from 'vitest';
import type { Endpoint } from '../../src/domain/mail-account.ts';
import type { Login } from '../../src/mail/net/transport.ts';
import { deliverByLmtp } from './lmtp.ts';

/** A mail server of its own for one test file: every user has the password `right-password`. */
export interface Dovecot {
  readonly imap: Endpoint;
  /** the same, behind TLS with a certificate that nobody has signed */
  readonly imaps: Endpoint;
  readonly login: (user: string) => Login;
  readonly deliver: (user: string, mails: readonly (string | Buffer)[]) => Promise<void>;
  /** a client of its own in that mailbox, to look and to change things behind desk's back */
  readonly as: <Result>(user: string, work: (client: ImapFlow) => Promise<Result>) => Promise<Result>;
  readonly stop: () => Promise<void>;
  /** after `stop`: on the same ports, with the same mails */
  readonly start: () => Promise<void>;
}

export const PASSWORD = 'right-password';

const version = spawnSync('dovecot', ['--version'], { encoding: 'utf8' }).stdout ?? '';

/** Is there a Dovecot that tests may start? It gives its mails to nobody, so it needs root. */
export function canDovecot(): boolean {
  const able = version !== '' && process.getuid?.() === 0;
  if (able) return true;
  if (process.env['DESK_NOTHING_SKIPS']) throw new Error('dovecot is missing, or this is not root');
  process.stderr.write('SKIPPED: no dovecot here (or not root), so no mail is fetched from a real server\n');
  return false;
}

/** Starts a Dovecot in a folder of its own; it ends with the test file. */
export async function startDovecot(): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-dovecot-'));
  for (const name of ['mail', 'run', 'state']) mkdirSync(join(folder, name));
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  chownSync(join(folder, 'mail'), uid, gid);
  chmodSync(folder, 0o755);
  makeCertificate(folder);
  const [imap, imaps, lmtp] = [await freePort(), await freePort(), await freePort()];
  const config = join(folder, 'dovecot.conf');
  writeFileSync(config, configOf(folder, { imap, imaps, lmtp }));

  let child: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    child = spawn('dovecot', ['-F', '-c', config], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr?.on('data', (data) => {
      said += data;
    });
    for (let tries = 0; ; tries += 1) {
      if (child.exitCode !== null || tries === 200) throw new Error(`dovecot: ${said} ${logOf(folder)}`);
      if ((await listens(imap)) && (await listens(lmtp))) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const stop = async (): Promise<void> => {
    const running = child;
    child = null;
    if (running === null || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    await ended;
  };
  afterAll(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });
  await start();
  const login = (user: string): Login => ({ user, auth: 'password', secret: PASSWORD });
  return {
    imap: { host: '127.0.0.1', port: imap, tls: 'off' },
    imaps: { host: '127.0.0.1', port: imaps, tls: 'on' },
    login,
    deliver: (user, mails) => deliverByLmtp(lmtp, user, mails),
    as: async (user, work) => {
      const auth = { user, pass: PASSWORD };
      const plain = { secure: false, doSTARTTLS: false };
      const client = new ImapFlow({ host: '127.0.0.1', port: imap, ...plain, auth, logger: false });
      client.on('error', () => undefined);
      await client.connect();
      try {
        return await work(client);
      } finally {
        await client.logout();
      }
    },
    stop,
    start,
  };
}

const idOf = (what: '-u' | '-g'): number => Number(execFileSync('id', [what, 'nobody'], { encoding: 'utf8' }));

function makeCertificate(folder: string): void {
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'];
  execFileSync('openssl', ['req', '-x509', ...kind, ...files, '-subj', '/CN=localhost'], { stdio: 'ignore' });
}

function logOf(folder: string): string {
  try {
    return readFileSync(join(folder, 'log'), 'utf8');
  } catch {
    return '';
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

interface Ports {
  readonly imap: number;
  readonly imaps: number;
  readonly lmtp: number;
}

/** Dovecot 2.3 (Debian 12), and the keys that 2.4 (Debian 13) has renamed. */
function configOf(folder: string, ports: Ports): string {
  const newer = /^2\.[4-9]|^[3-9]/.test(version);
  const group = execFileSync('id', ['-gn', 'nobody'], { encoding: 'utf8' }).trim();
  const named = newer
    ? `dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = ${folder}/mail/%{user}
ssl_server_cert_file = ${folder}/cert.pem
ssl_server_key_file = ${folder}/key.pem
passdb static {
  password = ${PASSWORD}
}
userdb static {
  fields {
    uid = nobody
    gid = ${group}
    home = ${folder}/mail/%{user}
  }
}`
    : `disable_plaintext_auth = no
mail_location = maildir:${folder}/mail/%u
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=nobody gid=${group} home=${folder}/mail/%u
}`;
  const listener = (name: string, port: number, more = ''): string =>
    `  inet_listener ${name} {\n    port = ${port}\n${more}  }`;
  return `${named}
protocols = imap lmtp
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
listen = 127.0.0.1
ssl = yes
mail_uid = nobody
mail_gid = ${group}
mail_fsync = never
first_valid_uid = 1
mail_max_userip_connections = 100
auth_failure_delay = 0
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
}
service imap-login {
${listener('imap', ports.imap)}
${listener('imaps', ports.imaps, '    ssl = yes\n')}
}
service lmtp {
${listener('lmtp', ports.lmtp)}
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
`;
}
