import { afterEach, describe, expect, test } from 'vitest';
import type { Tls } from '../../../../src/domain/mail-account.ts';
import { createSmtp } from '../../../../src/mail/net/smtp.ts';
import type { Login, SendOutcome, SmtpTransport } from '../../../../src/mail/net/transport.ts';
import { OWN_CERTIFICATE } from '../../../helpers/own-certificate.ts';
import { type Fault, openSink, type Sink, type SinkOptions } from '../../../helpers/smtp-sink.ts';

const SECRET = 'mật-khẩu-9f3c';
const LOGIN: Login = { user: 'cskh', auth: 'password', secret: SECRET };
const MAIL = Buffer.from('Message-ID: <a@b>\r\nSubject: x\r\n\r\n.dot\r\ntext\r\n');
const TO = { from: 'cskh@maymoi.example', to: ['lan@example.vn', 'hidden@example.vn'] };
const LIMITS = { connect: 1500, greeting: 1500, silence: 1500 };
const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function sinkOf(options: SinkOptions = {}): Promise<Sink> {
  const sink = await openSink(options);
  open.push(sink);
  return sink;
}

function transportTo(port: number, tls: Tls = 'off', login: Login = LOGIN, trusted = true): SmtpTransport {
  const limits = trusted ? { ...LIMITS, ca: OWN_CERTIFICATE.cert } : LIMITS;
  const transport = createSmtp({ host: 'localhost', port, tls }, login, limits);
  open.push(transport);
  return transport;
}

const codeOf = (outcome: SendOutcome): string => ('problem' in outcome ? outcome.problem.code : outcome.kind);

describe('a message', () => {
  test('arrives as its bytes, at those whom the envelope names', async () => {
    const sink = await sinkOf();
    expect(await transportTo(sink.port).send(MAIL, TO)).toEqual({ kind: 'sent', refused: [] });
    expect(sink.taken).toMatchObject([{ from: TO.from, to: TO.to, secure: false }]);
    expect(sink.taken[0]?.raw.equals(MAIL)).toBe(true);
  });

  test('follows another over the same connection', async () => {
    const sink = await sinkOf();
    const transport = transportTo(sink.port);
    for (let nth = 0; nth < 3; nth += 1) expect((await transport.send(MAIL, TO)).kind).toBe('sent');
    expect([sink.taken.length, sink.connections()]).toEqual([3, 1]);
  });

  test('goes over a new connection where the server has ended the old one', async () => {
    const sink = await sinkOf();
    const transport = transportTo(sink.port);
    await transport.send(MAIL, TO);
    sink.next({ cut: 'mail' });
    await transport.send(MAIL, TO);
    expect((await transport.send(MAIL, TO)).kind).toBe('sent');
    expect(sink.connections()).toBeGreaterThan(1);
  });
});

describe('what a fault means for the message', () => {
  const refused = (permanent: boolean, code: string) => ({ kind: 'refused', permanent, code });
  test.each<[string, Fault, object]>([
    ['greylisted at RCPT', { at: 'rcpt', answer: 451, text: '4.7.1 come back later' }, refused(false, '4.7.1')],
    ['greylisted after the message', { at: 'end', answer: 451 }, refused(false, '451')],
    ['refused at MAIL FROM', { at: 'mail', answer: 550 }, refused(true, '550')],
    ['refused for good after the message', { at: 'end', answer: 554, text: '5.7.1 spam' }, refused(true, '5.7.1')],
    [
      'closing while it is asked',
      { at: 'mail', answer: 421 },
      { kind: 'unreachable', problem: { code: 'server-busy' } },
    ],
    ['cut before the greeting', { cut: 'connect' }, { kind: 'unreachable', problem: { code: 'server-closed' } }],
    ['cut before DATA', { cut: 'mail' }, { kind: 'unreachable', problem: { code: 'server-closed' } }],
    ['cut after the message', { cut: 'end' }, { kind: 'uncertain', problem: { code: 'answer-missing' } }],
    ['taken, then cut', { cut: 'end-taken' }, { kind: 'uncertain', problem: { code: 'answer-missing' } }],
    ['no greeting', { silent: 'greeting' }, { kind: 'unreachable', problem: { code: 'server-silent' } }],
    ['silence before DATA', { silent: 'mail' }, { kind: 'unreachable', problem: { code: 'server-silent' } }],
    ['silence after the message', { silent: 'end' }, { kind: 'uncertain', problem: { code: 'answer-missing' } }],
  ])('%s', async (_name, fault, expected) => {
    const sink = await sinkOf();
    sink.next(fault);
    expect(await transportTo(sink.port).send(MAIL, TO)).toMatchObject(expected);
  });

  test('cut in the middle of a long message: it has not left', async () => {
    const sink = await sinkOf();
    sink.next({ cut: 'data' });
    const long = Buffer.concat([MAIL, Buffer.alloc(40_000_000, 'long text\r\n')]);
    expect(await transportTo(sink.port).send(long, TO)).toMatchObject({ kind: 'unreachable' });
    expect(sink.taken).toEqual([]);
  });

  test('a message larger than the server takes is refused for good', async () => {
    const sink = await sinkOf({ size: 20 });
    expect(await transportTo(sink.port).send(MAIL, TO)).toMatchObject({ kind: 'refused', permanent: true });
  });

  test('a recipient that is refused is named, and the others get it', async () => {
    const sink = await sinkOf({ refuse: { 'hidden@example.vn': 550 } });
    const outcome = await transportTo(sink.port).send(MAIL, TO);
    expect(outcome).toEqual({ kind: 'sent', refused: [{ address: 'hidden@example.vn', code: '550' }] });
    expect(sink.taken[0]?.to).toEqual(['lan@example.vn']);
  });

  test('where every recipient is refused, the message is; for now, if one of them is for now', async () => {
    const sink = await sinkOf({ refuse: { 'hidden@example.vn': 550, 'lan@example.vn': 451 } });
    expect(await transportTo(sink.port).send(MAIL, TO)).toMatchObject({ kind: 'refused', permanent: false });
    expect(sink.taken).toEqual([]);
  });

  test('nobody listens, or no such server', async () => {
    const sink = await openSink();
    await sink.close();
    expect(codeOf(await transportTo(sink.port).send(MAIL, TO))).toBe('server-unreachable');
    const nowhere = createSmtp({ host: 'mail.invalid', port: 25, tls: 'off' }, LOGIN, LIMITS);
    expect(['server-unknown', 'server-silent']).toContain(codeOf(await nowhere.send(MAIL, TO)));
  });

  test('called off before anything is said, it has not left', async () => {
    const sink = await sinkOf();
    const signal = AbortSignal.abort();
    expect(await transportTo(sink.port).send(MAIL, TO, signal)).toMatchObject({ kind: 'unreachable' });
    sink.next({ silent: 'end' });
    const late = await transportTo(sink.port).send(MAIL, TO, AbortSignal.timeout(500));
    expect(late.kind).toBe('uncertain');
  });
});

describe('a connection', () => {
  test.each<[Tls, boolean]>([
    ['on', true],
    ['starttls', true],
    ['off', false],
  ])('with TLS %s', async (tls, secure) => {
    const sink = await sinkOf({ tls, user: 'cskh', secret: SECRET });
    expect((await transportTo(sink.port, tls).send(MAIL, TO)).kind).toBe('sent');
    expect(sink.taken).toMatchObject([{ secure, user: 'cskh' }]);
  });

  test.each<Tls>(['on', 'starttls'])(
    'with a certificate that nobody vouches for comes about never (TLS %s)',
    async (tls) => {
      const sink = await sinkOf({ tls, user: 'cskh', secret: SECRET });
      const outcome = await transportTo(sink.port, tls, LOGIN, false).send(MAIL, TO);
      expect(outcome).toMatchObject({ kind: 'unreachable', problem: { code: 'certificate-wrong' } });
      expect(sink.taken).toEqual([]);
    },
  );

  test('with another name in its certificate comes about never', async () => {
    const sink = await sinkOf({ tls: 'on' });
    const server = { host: '127.0.0.1', port: sink.port, tls: 'on' } as const;
    const outcome = await createSmtp(server, LOGIN, { ...LIMITS, ca: OWN_CERTIFICATE.cert }).send(MAIL, TO);
    expect(codeOf(outcome)).toBe('certificate-wrong');
  });

  test('that is to be made safe never falls back', async () => {
    const sink = await sinkOf({ tls: 'off', user: 'cskh', secret: SECRET });
    expect(codeOf(await transportTo(sink.port, 'starttls').send(MAIL, TO))).toBe('tls-missing');
    expect(sink.taken).toEqual([]);
  });

  test.each([['PLAIN'], ['LOGIN']])('logs in by %s', async (method) => {
    const sink = await sinkOf({ user: 'cskh', secret: SECRET, authMethods: [method] });
    expect(await transportTo(sink.port).verify()).toBeNull();
  });

  test('logs in by XOAUTH2', async () => {
    const sink = await sinkOf({ user: 'cskh', secret: 'token', authMethods: ['XOAUTH2'] });
    const login: Login = { user: 'cskh', auth: 'oauth2', secret: 'token' };
    expect(await transportTo(sink.port, 'off', login).verify()).toBeNull();
    const wrong = await transportTo(sink.port, 'off', { ...login, secret: 'old' }).verify();
    expect(wrong?.code).toBe('login-refused');
  });

  test('whose login is refused sends nothing, and tells no secret, though the server repeats it', async () => {
    const sink = await sinkOf({ user: 'cskh', secret: 'another' });
    const outcome = await transportTo(sink.port).send(MAIL, TO);
    expect(outcome).toMatchObject({ kind: 'unreachable', problem: { code: 'login-refused' } });
    expect(JSON.stringify(outcome)).not.toContain(SECRET);
    expect(sink.taken).toEqual([]);
  });

  test('hears its secret in a refusal, and does not repeat it', async () => {
    const sink = await sinkOf({ user: 'cskh', secret: SECRET });
    const plain = Buffer.from(`\0cskh\0${SECRET}`).toString('base64');
    sink.next({ at: 'end', answer: 554, text: `no ${plain} nor ${Buffer.from(SECRET).toString('base64')}` });
    expect(JSON.stringify(await transportTo(sink.port).send(MAIL, TO))).toContain('no *** nor ***');
  });
});
