import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { openRaw } from '../../src/store/raw.ts';
import { type EchoServer, formsOf, found, look, runWatched, startEcho, type Watched } from '../helpers/canary.ts';
import { builtDesk, tempFolder } from '../helpers/cli.ts';
import { startDesk } from '../helpers/pty.ts';
import { openSink, type Sink } from '../helpers/smtp-sink.ts';

// A password planted in each way in is looked for in all that desk lets out of itself.
const SECRET = 'c4n4ry"Passw0rd\\ẩn';
const FORMS = formsOf('care', SECRET);

type Way = 'file' | 'stdin' | 'typed' | 'command' | 'oauth2';
/** each takes a quarter of a minute: the others are among the deep tests */
const WAYS: readonly Way[] = process.env['DESK_DEEP']
  ? ['file', 'stdin', 'typed', 'command', 'oauth2']
  : ['typed', 'oauth2'];

const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A program that ends with an error that nobody catches, as soon as a server is told the secret. */
const CRASH = `import { Socket } from 'node:net';
const write = Socket.prototype.write;
Socket.prototype.write = function (data, ...rest) {
  const said = String(data);
  if (/AUTH|LOGIN/i.test(said)) setTimeout(() => { throw Object.assign(new Error('provoked'), { at: 'login' }); }, 30);
  return write.call(this, data, ...rest);
};`;

interface Place {
  readonly folder: string;
  readonly secretFile: string;
  readonly desk: (argv: readonly string[], more?: Parameters<typeof runWatched>[1] | object) => Promise<Watched>;
  readonly seen: Watched[];
  readonly env: Readonly<Record<string, string>>;
}

function place(): Place {
  const bin = builtDesk();
  const folder = tempFolder();
  const secretFile = join(folder, 'planted');
  writeFileSync(secretFile, `${SECRET}\n`, { mode: 0o600 });
  mkdirSync(join(folder, 'reports'));
  writeFileSync(join(folder, 'crash.mjs'), CRASH);
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, DESK_DB: join(folder, 'desk.db'), LANG: 'C.UTF-8' };
  const seen: Watched[] = [];
  const desk: Place['desk'] = async (argv, more = {}) => {
    const ran = await runWatched([bin, ...argv], { env, ...more });
    seen.push(ran);
    return ran;
  };
  return { folder, secretFile, desk, seen, env };
}

/** Adds the account in this way; gives the exit code. */
async function add(at: Place, way: Way, imap: EchoServer, smtp: Sink): Promise<number | null> {
  const servers = ['--imap', `127.0.0.1:${imap.port}`, '--smtp', `127.0.0.1:${smtp.port}`, '--tls', 'off'];
  const argv = ['mail', 'add', '--address', 'care@shop.example', '--user', 'care', ...servers];
  if (way === 'stdin') return (await at.desk([...argv, '--password-stdin'], { stdin: `${SECRET}\n` })).code;
  if (way === 'typed') return typed(at, argv);
  const command = ['--password-command', `cat '${at.secretFile}'`];
  const how = { file: ['--password-file', at.secretFile], command, oauth2: [...command, '--oauth2'] };
  return (await at.desk([...argv, ...how[way]])).code;
}

/** Somebody types it at a terminal. */
async function typed({ env, seen }: Place, argv: readonly string[]): Promise<number> {
  const pty = startDesk([...argv, '--name', 'Care', '--since', 'all'], { columns: 100, rows: 30, env });
  const processes = new Set<string>();
  const looking = setInterval(() => look(pty.pid, processes), 3);
  await pty.sees(/password/i);
  await pty.type(SECRET);
  await pty.press('\r');
  const { code } = await pty.ended;
  clearInterval(looking);
  seen.push({ code, out: pty.written(), seen: [...processes] });
  return code;
}

/** All files below, but the two that are meant to hold the password. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .filter((path) => !/\/(?:planted|secrets\/[^/]+)$/.test(path));
}

function rawMails(path: string): Buffer[] {
  if (!existsSync(path)) return [];
  const raw = openRaw(path, true);
  const mails = raw.hashes().map((hash) => raw.read(hash) ?? Buffer.alloc(0));
  raw.close();
  return mails;
}

test.each(WAYS)(
  'a password given by %s stands nowhere but where it is kept',
  async (way) => {
    const authMethods = way === 'oauth2' ? ['XOAUTH2'] : ['PLAIN'];
    const imap = await startEcho();
    const smtp = await openSink({ user: 'care', secret: SECRET, authMethods });
    const refusing = await openSink({ user: 'care', secret: 'another', authMethods });
    open.push(imap, smtp, refusing);
    const at = place();
    const { desk, folder } = at;

    // servers that say no, and say again what they were told
    expect(await add(at, way, imap, refusing)).toBe(69);
    imap.letsIn = false;
    expect(await add(at, way, imap, smtp)).toBe(69);
    imap.letsIn = true;
    expect(await add(at, way, imap, smtp)).toBe(0);

    for (const name of ['lan', 'minh', 'mai']) {
      await desk([
        'new',
        '--customer',
        `${name}@example.vn`,
        '--subject',
        'Oven',
        '--message',
        'When?',
        '--channel',
        'email',
      ]);
    }
    expect((await desk(['reply', '1', '2', '3', '--message', 'Soon.', '--now'])).code).toBe(0);
    const echoed = FORMS.join(' ');
    // each connection asks for its fault, and each message that was tried for the next one
    smtp.next({ at: 'end', answer: 451, text: `not now ${echoed.slice(0, 400)}` }, null, { cut: 'end' }, null, null);
    await desk(['mail', 'send']);
    await desk(['mail', 'send', '--json']);
    expect(smtp.taken).toHaveLength(1);
    expect(smtp.taken[0]?.user).toBe('care');
    await desk(['mail', 'fetch', '--since', 'all']);
    await desk(['mail', 'fetch', '--watch', '--send'], { endAfter: 1500 });
    expect(imap.logins()).toBeGreaterThan(3);

    // a crash while the secret is known: an error that nobody catches, Node's own report of it, and a fault of the store
    const options = '--report-uncaught-exception --report-on-signal';
    const report = `${options} --report-directory=${join(folder, 'reports')} --import=${join(folder, 'crash.mjs')}`;
    const crashed = await desk(['mail', 'fetch'], { env: { ...at.env, NODE_OPTIONS: report } });
    expect([crashed.code, crashed.out]).toEqual([1, expect.stringContaining('provoked')]);
    expect(readdirSync(join(folder, 'reports'))).toHaveLength(1);
    await desk(['reply', '1', '--message', 'Now.', '--now']);
    const db = new Database(join(folder, 'desk.db'));
    db.exec(
      "CREATE TRIGGER fault BEFORE UPDATE ON outbox WHEN NEW.state = 'sent' BEGIN SELECT RAISE(ABORT, 'a fault'); END",
    );
    db.close();
    expect((await desk(['mail', 'send'])).out).toContain('a fault');

    await desk(['backup', join(folder, 'copy.db')]);
    await desk(['export', '--format', 'jsonl', '--out', join(folder, 'all.jsonl')]);
    for (const argv of [
      'mail status',
      'mail status --json',
      'mail list',
      'mail list --json',
      'doctor',
      'doctor --json',
    ])
      await desk(argv.split(' '));
    for (const argv of [
      'history --json',
      'show 1 2 3 --json',
      'export --format jsonl',
      'config',
      'mail remove care@shop.example',
    ])
      await desk(argv.split(' '));

    for (const { out, seen } of at.seen) {
      expect(found(FORMS, out).map((form) => [form, out])).toEqual([]);
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.flatMap((one) => found(FORMS, one))).toEqual([]);
    }
    const files = filesBelow(folder);
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((path) => found(FORMS, readFileSync(path)).length > 0)).toEqual([]);
    for (const name of ['desk.raw.db', 'copy.raw.db'])
      expect(rawMails(join(folder, name)).flatMap((raw) => found(FORMS, raw))).toEqual([]);
  },
  120_000,
);

test('the canary is found where it is', () => {
  for (const form of FORMS) expect(found(FORMS, `x ${form} y`)).toContain(form);
  const within = Buffer.from(`n,a=care,\x01auth=Bearer ${SECRET}\x01`).toString('base64');
  expect(found(FORMS, within)).not.toEqual([]);
});
