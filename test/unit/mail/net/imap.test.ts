import { describe, expect, test } from 'vitest';
import type { Endpoint } from '../../../../src/domain/mail-account.ts';
import { connectImap } from '../../../../src/mail/net/imap.ts';
import { PATIENCE } from '../../../../src/mail/net/imap-session.ts';
import {
  type ImapConnection,
  type Login,
  MailServerError,
  type ServerMail,
} from '../../../../src/mail/net/transport.ts';
import { canDovecot, freePort, PASSWORD, startDovecot } from '../../../helpers/dovecot.ts';
import { mailOf } from '../../../helpers/sample-mails.ts';
import { startProxy } from '../../../helpers/tcp-proxy.ts';

const never = new AbortController().signal;
const IMPATIENT = { connect: 1500, silence: 1500, sign: 1000 };

async function failure(work: Promise<unknown>): Promise<MailServerError> {
  const caught = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(caught instanceof MailServerError)) throw new Error(`no MailServerError: ${caught}`);
  return caught;
}

async function all(mails: AsyncIterable<ServerMail>): Promise<ServerMail[]> {
  const list: ServerMail[] = [];
  for await (const mail of mails) list.push(mail);
  return list;
}

const able = canDovecot();

describe.runIf(able)('a mailbox of a real Dovecot', async () => {
  const dovecot = able ? await startDovecot() : null;
  if (dovecot === null) return;

  const connected = async <Result>(
    user: string,
    work: (connection: ImapConnection) => Promise<Result>,
    server: Endpoint = dovecot.imap,
  ): Promise<Result> => {
    const connection = await connectImap(server, dovecot.login(user), undefined, IMPATIENT);
    try {
      return await work(connection);
    } finally {
      await connection.close();
    }
  };
  const flags = (user: string, folder = 'INBOX'): Promise<string[][]> =>
    dovecot.as(user, async (client) => {
      await client.mailboxOpen(folder, { readOnly: true });
      const found = await client.fetchAll('1:*', { flags: true }).catch(() => []);
      return found.map((one) => [...(one.flags ?? [])].filter((flag) => flag !== '\\Recent'));
    });

  test('mails are read byte for byte, after a UID, and stay unread on the server', async () => {
    await dovecot.deliver(
      'reader',
      ['one', 'two', 'three'].map((text) => mailOf({ id: `${text}@x`, text })),
    );

    await connected('reader', async (connection) => {
      const { uidNext } = await connection.open('INBOX');
      expect(uidNext).toBe(4);
      expect(await connection.uidsAfter(1, null)).toEqual([2, 3]);
      expect(await connection.uidsAfter(3, null)).toEqual([]);
      const [mail, ...none] = await all(connection.read([3, 99]));
      expect(none).toEqual([]);
      expect(mail?.raw?.toString('utf8')).toContain('Message-ID: <three@x>\r\n');
      expect(mail?.raw).toHaveLength(mail?.size ?? 0);
    });
    expect(await flags('reader')).toEqual([[], [], []]);
  });

  test('what was received before a moment is left out, whatever the server takes for a day', async () => {
    const times = ['2026-03-01T10:00:00Z', '2026-03-02T09:59:59Z', '2026-03-02T10:00:01Z'];
    await dovecot.as('dated', async (client) => {
      for (const time of times) await client.append('INBOX', mailOf({ id: `${time}@x` }), [], new Date(time));
    });
    await connected('dated', async (connection) => {
      await connection.open('INBOX');
      expect(await connection.uidsAfter(0, Date.parse('2026-03-02T10:00:00Z'))).toEqual([3]);
    });
  });

  test('mails are marked as seen, and moved, by UID; what others have marked as deleted stays', async () => {
    await dovecot.deliver(
      'mover',
      ['a', 'b', 'c'].map((id) => mailOf({ id: `${id}@x` })),
    );
    await dovecot.as('mover', async (client) => {
      await client.mailboxCreate('Done');
      await client.mailboxOpen('INBOX');
      await client.messageFlagsAdd('3', ['\\Deleted'], { uid: true });
    });
    await connected('mover', async (connection) => {
      await connection.open('INBOX');
      await connection.markSeen([1]);
      await connection.moveTo([2], 'Done');
      const { problem } = await failure(connection.moveTo([1], 'Nowhere'));
      expect(problem).toMatchObject({ code: 'no-folder', facts: { folder: 'Nowhere' } });
    });
    expect(await flags('mover')).toEqual([['\\Seen'], ['\\Deleted']]);
    expect(await flags('mover', 'Done')).toHaveLength(1);
  });

  test('a copy goes into the folder of sent mail, marked as seen, and is found there by its id alone', async () => {
    await connected('sender', async (connection) => {
      await connection.open('INBOX');
      expect(await connection.isInSent('1.a.b@desk.example', null)).toBe(false);
      expect(await connection.appendToSent(Buffer.from(mailOf({ id: '1.a.b@desk.example' })), null)).toBe(true);
      expect(await connection.isInSent('1.a.b@desk.example', null)).toBe(true);
      expect(await connection.isInSent('1.a.b@desk', null)).toBe(false);
      expect(await connection.isInSent('1.a.b@desk.example', 'No such folder')).toBe(null);
      expect(await connection.appendToSent(Buffer.from(mailOf({})), 'No such folder')).toBe(false);
    });
    expect(await flags('sender', 'Sent')).toEqual([['\\Seen']]);
  });

  test('a mail that arrives is news at once; without one the time goes by, and a signal ends the wait', async () => {
    await connected('waiter', async (connection) => {
      await connection.open('INBOX');
      await connection.uidsAfter(0, null);
      const news = connection.waitForNews(20_000, never).then(() => 'news');
      const late = new Promise((resolve) => setTimeout(resolve, 10_000, 'too late'));
      await dovecot.deliver('waiter', [mailOf({ id: 'w@x' })]);
      expect(await Promise.race([news, late])).toBe('news');
      expect(await connection.uidsAfter(0, null)).toEqual([1]);
      await connection.waitForNews(50, never);
      await connection.waitForNews(20_000, AbortSignal.timeout(50));
    });
  });

  test('a line that has died while waiting is noticed', async () => {
    const proxy = await startProxy(dovecot.imap.port);
    const connection = await connectImap(
      { ...dovecot.imap, port: proxy.port },
      dovecot.login('idler'),
      undefined,
      IMPATIENT,
    );
    await connection.open('INBOX');
    proxy.swallow = true;
    const { problem } = await failure(connection.waitForNews(100, never));
    expect(problem.code).toBe('server-silent');
    await connection.close();
  });

  test('a server that falls silent in the midst of a mail is given up', async () => {
    await dovecot.deliver('silent', [mailOf({ id: 's@x' })]);
    const proxy = await startProxy(dovecot.imap.port);
    await connected(
      'silent',
      async (connection) => {
        await connection.open('INBOX');
        proxy.swallow = true;
        expect((await failure(all(connection.read([1])))).problem.code).toBe('server-silent');
      },
      { ...dovecot.imap, port: proxy.port },
    );
  });

  test('cut at any byte, what is said is that the connection is lost; a mail comes whole or not at all', async () => {
    await dovecot.deliver('cut', [mailOf({ id: 'cut@x', text: 'word '.repeat(400) })]);
    const proxy = await startProxy(dovecot.imap.port);
    const server = { ...dovecot.imap, port: proxy.port };
    const codes = new Set<string>();
    const sizes = new Set<number | undefined>();
    for (let bytes = 1; bytes < 6000; bytes += 173) {
      proxy.cutAfter = bytes;
      const work = async (): Promise<void> => {
        const connection = await connectImap(server, dovecot.login('cut'), undefined, IMPATIENT);
        await connection.open('INBOX');
        const [uid = 0] = await connection.uidsAfter(0, null);
        for await (const { raw } of connection.read([uid])) sizes.add(raw?.length);
        await connection.waitForNews(10, never);
        await connection.close();
      };
      await work().catch((error: unknown) => {
        if (!(error instanceof MailServerError)) throw error;
        codes.add(error.problem.code);
      });
    }
    expect([...codes].toSorted()).toEqual(['server-closed']);
    expect(sizes.size).toBe(1);
  });

  const unable: readonly { name: string; server: Endpoint; secret?: string; code: string }[] = [
    { name: 'a wrong password', server: dovecot.imap, secret: 'canary-4711', code: 'login-refused' },
    { name: 'a certificate that nobody has signed', server: dovecot.imaps, code: 'certificate-wrong' },
    { name: 'the same by STARTTLS', server: { ...dovecot.imap, tls: 'starttls' }, code: 'certificate-wrong' },
    { name: 'a port where no TLS is spoken', server: { ...dovecot.imap, tls: 'on' }, code: 'tls-failed' },
    {
      name: 'a port where nobody listens',
      server: { ...dovecot.imap, port: await freePort() },
      code: 'server-unreachable',
    },
    { name: 'a name that nobody has', server: { ...dovecot.imap, host: 'mail.invalid' }, code: 'server-unknown' },
  ];
  test.each(unable)('$name has a problem of its own, which tells no secret', async ({ server, secret, code }) => {
    const login: Login = { ...dovecot.login('nobody'), secret: secret ?? PASSWORD };
    const error = await failure(connectImap(server, login, undefined, IMPATIENT));
    expect(error.problem.code).toBe(code);
    expect(`${error.stack} ${JSON.stringify(error)} ${error.cause}`).not.toContain(login.secret);
  });

  test('a server that takes the connection and says nothing is given up; a signal ends it before', async () => {
    const proxy = await startProxy(dovecot.imap.port);
    proxy.swallow = true;
    const server = { ...dovecot.imap, port: proxy.port };
    const error = await failure(connectImap(server, dovecot.login('nobody'), undefined, IMPATIENT));
    expect(error.problem.code).toBe('server-silent');
    await failure(connectImap(server, dovecot.login('nobody'), AbortSignal.timeout(50), PATIENCE));
  });
});
