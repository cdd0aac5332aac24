import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemOf } from '../../src/domain/problem.ts';
import { type Login, MailServerError, type MailWorld } from '../../src/mail/net/transport.ts';
import { tempDesk } from '../helpers/cli.ts';

const CANARY = 'c4n4ry-Passw0rd-ẩn';
const FLAGS = ['--imap', 'mail.shop.example:993', '--smtp', 'mail.shop.example:465', '--user', 'care'];
const ADD = ['mail', 'add', '--address', 'care@shop.example', ...FLAGS];

/** Servers that let in whoever knows the password, and tell what they were told. */
function network(options: { readonly refused?: boolean } = {}) {
  const told: Login[] = [];
  const world: MailWorld = {
    smtp: (_server, login) => {
      told.push(login);
      return {
        send: () => Promise.resolve({ kind: 'sent', refused: [] }),
        verify: () => Promise.resolve(null),
        close: () => undefined,
      };
    },
    imap: (_server, login) => {
      told.push(login);
      if (options.refused === true) return Promise.reject(new MailServerError(problemOf('told', { text: 'no' })));
      return Promise.resolve({
        open: () => Promise.resolve({ uidValidity: 1, uidNext: 1 }),
        uidsAfter: () => Promise.resolve([]),
        read: async function* () {},
        waitForNews: () => Promise.resolve(),
        markSeen: () => Promise.resolve(),
        moveTo: () => Promise.resolve(),
        isInSent: () => Promise.resolve(null),
        appendToSent: () => Promise.resolve(false),
        close: () => Promise.resolve(),
      });
    },
    runSecretCommand: () => Promise.resolve(CANARY),
    claimant: 'here:1:1',
    isGone: () => false,
  };
  return { told, mail: () => Promise.resolve(world) };
}

test('an account is logged in to, and then saved', async () => {
  const desk = tempDesk();
  const { told, mail } = network();
  const secret = desk.file('secret', `${CANARY}\n`);
  chmodSync(secret, 0o600);
  const { code, out } = await desk.run([...ADD, '--password-file', secret], { mail });
  expect(code).toBe(0);
  expect(out).toContain('care@shop.example added');
  expect(told.map(({ user, secret: said }) => [user, said])).toEqual([
    ['care', CANARY],
    ['care', CANARY],
  ]);
  expect(await desk.json(['mail', 'status', '--json'])).toMatchObject({
    accounts: [
      { address: 'care@shop.example', imap: { host: 'mail.shop.example', port: 993, tls: 'on' }, user: 'care' },
    ],
  });
});

test('a server that does not let us in saves nothing and says which one it was', async () => {
  const desk = tempDesk();
  const { mail } = network({ refused: true });
  const { code, err } = await desk.run([...ADD, '--password-command', 'pass show care'], { mail });
  expect(code).toBe(69);
  expect(err).toContain('mail.shop.example (IMAP)');
  expect(await desk.json(['mail', 'status', '--json'])).toMatchObject({ accounts: [] });
});

test('a password file that others can read is refused', async () => {
  const desk = tempDesk();
  const secret = desk.file('secret', CANARY);
  chmodSync(secret, 0o644);
  const { code, err } = await desk.run([...ADD, '--password-file', secret], network());
  expect(code).toBe(78);
  expect(err).toContain(`chmod 600 ${secret}`);
});

test('a password on stdin is kept in a file of its own, closed to others', async () => {
  const desk = tempDesk();
  const { told, mail } = network();
  expect((await desk.run([...ADD, '--password-stdin'], { mail, stdin: `${CANARY}\n` })).code).toBe(0);
  expect(told[0]?.secret).toBe(CANARY);
  const kept = join(desk.folder, 'secrets', 'care@shop.example');
  expect(readFileSync(kept, 'utf8')).toBe(`${CANARY}\n`);
  expect(statSync(kept).mode & 0o777).toBe(0o600);
  expect(statSync(join(desk.folder, 'secrets')).mode & 0o777).toBe(0o700);
});

test.each([
  ['--password-file', 'file'],
  ['--password-command', 'command'],
  ['--password-stdin', 'stdin'],
])('a password given by %s is in no output, no error and no store', async (flag, way) => {
  const desk = tempDesk();
  const secret = desk.file('secret', CANARY);
  chmodSync(secret, 0o600);
  const given = way === 'file' ? [flag, secret] : way === 'command' ? [flag, 'pass show care'] : [flag];
  const setting = way === 'stdin' ? { stdin: CANARY } : {};
  const runs = [
    await desk.run([...ADD, ...given], { ...network({ refused: true }), ...setting }),
    await desk.run([...ADD, ...given], { ...network(), ...setting }),
    await desk.run(['mail', 'status'], {}),
    await desk.run(['mail', 'status', '--json'], {}),
    await desk.run(['history', '--json'], {}),
    await desk.run(['export', '--format', 'jsonl'], {}),
    await desk.run(['doctor', '--json'], {}),
    await desk.run(['backup', join(desk.folder, 'copy.db')], {}),
    await desk.run(['mail', 'remove', 'care@shop.example'], {}),
  ];
  for (const { out, err } of runs) expect(`${out}${err}`).not.toContain(CANARY);
  const files = readdirSync(desk.folder).filter((name) => name !== 'secret' && name !== 'secrets');
  expect(files).toContain('copy.db');
  for (const name of files) expect(readFileSync(join(desk.folder, name)).includes(CANARY)).toBe(false);
});

test('without TLS a password goes to this machine only, unless it is forced', async () => {
  const desk = tempDesk();
  const base = ['mail', 'add', '--address', 'care@shop.example', '--user', 'care', '--password-command', 'x'];
  const far = [...base, '--imap', 'mail.shop.example:143', '--smtp', 'none', '--tls', 'off'];
  const { code, err } = await desk.run(far, network());
  expect(code).toBe(2);
  expect(err).toContain('--unencrypted');
  expect((await desk.run([...far, '--unencrypted'], network())).code).toBe(0);
  expect((await desk.run(['undo'], {})).code).toBe(0);
  const near = [...base, '--imap', '127.0.0.1:143', '--smtp', 'none', '--tls', 'off'];
  expect((await desk.run(near, network())).code).toBe(0);
});

test('somebody at a terminal is asked for what is missing, with the servers of a known provider', async () => {
  const desk = tempDesk();
  const { told, mail } = network();
  const answers = ['shop.care@gmail.com', '', '', '', CANARY, '7'];
  const { code, err } = await desk.run(['mail', 'add', '--name', 'Shop'], { mail, terminal: 100, answers });
  expect(err).toContain('apppasswords');
  expect(code).toBe(0);
  expect(told[0]).toMatchObject({ user: 'shop.care@gmail.com', secret: CANARY });
  expect(err).not.toContain(CANARY);
  expect(existsSync(join(desk.folder, 'secrets', 'shop.care@gmail.com'))).toBe(true);
  expect(await desk.json(['mail', 'status', '--json'])).toMatchObject({
    accounts: [{ imap: { host: 'imap.gmail.com' }, smtp: { host: 'smtp.gmail.com' }, sentCopy: 'server' }],
  });
});

test('an account is changed, taken out and brought back', async () => {
  const desk = tempDesk();
  await desk.run([...ADD, '--password-command', 'pass show care'], network());
  const changes = ['--after', 'move:Done', '--authserv-id', 'mx.shop.example', '--subject-number', 'yes'];
  expect((await desk.run(['mail', 'set', 'care@shop.example', ...changes], network())).code).toBe(0);
  expect(await desk.json(['mail', 'status', '--json'])).toMatchObject({
    accounts: [{ afterFetch: 'move', moveTo: 'Done', authservId: 'mx.shop.example', subjectNumber: true }],
  });
  expect((await desk.run(['mail', 'remove', 'care@shop.example'], {})).code).toBe(0);
  expect(await desk.json(['mail', 'status', '--json'])).toMatchObject({ accounts: [] });
  expect((await desk.run(['undo'], {})).code).toBe(0);
  expect(await desk.json(['mail', 'status', '--json'])).toMatchObject({ accounts: [{ moveTo: 'Done' }] });
});

test('a password that no server takes, or that comes with something else wrong, is not kept and replaces none', async () => {
  const desk = tempDesk();
  const kept = join(desk.folder, 'secrets', 'care@shop.example');
  const typed = { stdin: 'wr0ng\n' };
  expect((await desk.run([...ADD, '--password-stdin'], { ...network({ refused: true }), ...typed })).code).toBe(69);
  expect((await desk.run([...ADD, '--password-stdin', '--dry-run'], { ...network(), ...typed })).code).toBe(0);
  expect(existsSync(kept)).toBe(false);
  expect((await desk.run([...ADD, '--password-stdin'], { ...network(), stdin: `${CANARY}\n` })).code).toBe(0);

  expect((await desk.run([...ADD, '--password-stdin'], { ...network(), ...typed })).err).toContain('care@shop.example');
  const set = ['mail', 'set', 'care@shop.example', '--password-stdin'];
  expect((await desk.run(set, { ...network({ refused: true }), ...typed })).code).toBe(69);
  expect((await desk.run([...set, '--dry-run'], { ...network(), ...typed })).code).toBe(0);
  expect((await desk.run([...set, '--auto-reply', 'gone'], { ...network(), ...typed })).code).not.toBe(0);
  expect(readFileSync(kept, 'utf8')).toBe(`${CANARY}\n`);
  expect((await desk.run(set, { ...network(), ...typed })).code).toBe(0);
  expect(readFileSync(kept, 'utf8')).toBe('wr0ng\n');
});

test('somebody at a terminal is not asked for a server that is said to be none', async () => {
  const desk = tempDesk();
  const { mail } = network();
  const given = ['mail', 'add', '--address', 'care@shop.example', '--imap', 'mail.shop.example', '--smtp', 'none'];
  const more = ['--user', 'care', '--name', 'Care', '--since', 'all'];
  const { code, err } = await desk.run([...given, ...more], { mail, terminal: 100, answers: [CANARY] });
  expect([code, err]).toEqual([0, expect.not.stringContaining('SMTP')]);
  expect(await desk.json(['mail', 'status', '--json'])).toMatchObject({ accounts: [{ smtp: null }] });
});
