import { chmodSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import type { NewMailAccount } from '../../src/domain/mail-account.ts';
import { type Desk, NOW, type Setting, seededDesk, tempDesk } from '../helpers/cli.ts';
import { createDesk } from '../helpers/desk.ts';
import { headerFields } from '../helpers/hostile-message.ts';
import { addAccount, mailWorld } from '../helpers/mail-desk.ts';
import { openSink, type Sink } from '../helpers/smtp-sink.ts';

const open: Sink[] = [];
afterEach(async () => {
  for (const sink of open.splice(0)) await sink.close();
});

const MAIL = { mail: async () => mailWorld('host:1:0') };
const at = (minutes: number): Setting => ({
  ...MAIL,
  env: { DESK_NOW: new Date(Date.parse(NOW) + minutes * 60_000).toISOString() },
});

async function setUp(account: Partial<NewMailAccount> = {}): Promise<{ desk: Desk; sink: Sink; secret: string }> {
  const desk = await seededDesk();
  const sink = await openSink();
  open.push(sink);
  const secret = desk.file('secret', 'mật khẩu\n');
  chmodSync(secret, 0o600);
  const store = createDesk({ path: desk.db, now: Date.parse(NOW) });
  addAccount(store, sink.port, { secret: { from: 'file', path: secret }, ...account });
  store.close();
  return { desk, sink, secret };
}

interface Listed {
  readonly entry: number;
  readonly state: string;
  readonly hold: string | null;
}
const listed = async (desk: Desk): Promise<Listed[]> => (await desk.json(['mail', 'list'])) as Listed[];
const field = (sink: Sink, name: string): string | undefined =>
  headerFields(sink.taken.at(-1)?.raw ?? Buffer.of())
    .find((one) => one.startsWith(`${name}: `))
    ?.slice(name.length + 2);

describe('desk mail send', () => {
  test('sends what is due, and says when the rest leaves', async () => {
    const { desk, sink } = await setUp();
    await desk.run(['reply', '1', '--message', 'Dạ em gửi rồi ạ.'], MAIL);
    const early = await desk.run(['mail', 'send'], MAIL);
    expect([early.code, early.out]).toEqual([0, expect.stringContaining('Nothing was due.\nThe next one leaves at')]);

    expect((await desk.run(['mail', 'send', '--dry-run'], at(1))).out).toContain('1 message would be sent');
    expect(sink.taken).toEqual([]);
    const { code, out } = await desk.run(['mail', 'send'], at(1));
    expect([code, out]).toEqual([0, '1 message sent.\n']);
    expect(sink.taken).toHaveLength(1);
    expect(await listed(desk)).toEqual([]);
  });

  test('ends with 69 when a server is away, and says why', async () => {
    const { desk, sink } = await setUp();
    sink.decide(() => ({ cut: 'connect' }));
    await desk.run(['reply', '1', '--message', 'x', '--now'], MAIL);
    const { code, err } = await desk.run(['mail', 'send'], MAIL);
    expect([code, err]).toEqual([69, 'cskh@maymoi.example: localhost ended the connection in the middle.\n']);
    expect(await listed(desk)).toMatchObject([{ state: 'queued' }]);
  });

  test('reads no password that others can read', async () => {
    const { desk, sink, secret } = await setUp();
    chmodSync(secret, 0o644);
    await desk.run(['reply', '1', '--message', 'x', '--now'], MAIL);
    expect(await desk.run(['mail', 'send'], MAIL)).toMatchObject({
      code: 69,
      err: expect.stringContaining('secret-open'),
    });
    expect(sink.connections()).toBe(0);
  });
});

describe('the outbox', () => {
  test('calls a message back, lists it as held, lets it go again', async () => {
    const { desk, sink } = await setUp();
    await desk.run(['reply', '1', '--message', 'x'], MAIL);
    const [message] = await listed(desk);
    const entry = String(message?.entry);

    expect((await desk.run(['mail', 'hold', entry], MAIL)).out).toContain('held, not sent');
    expect((await desk.run(['mail', 'release'], MAIL)).out).toContain('called back');
    await desk.run(['mail', 'send'], at(60));
    expect(sink.taken).toEqual([]);
    expect((await desk.run(['mail', 'hold', entry], MAIL)).code).toBe(75);

    await desk.run(['mail', 'release', '--all'], at(60));
    await desk.run(['mail', 'send'], at(61));
    expect(sink.taken).toHaveLength(1);
    expect((await desk.run(['mail', 'hold', entry], at(61))).code).toBe(75);
    expect((await desk.run(['undo'], at(61))).code).toBe(75);
  });

  test('what is undone comes back with its ten seconds', async () => {
    const { desk, sink } = await setUp();
    await desk.run(['reply', '1', '--message', 'x'], MAIL);
    const [message] = await listed(desk);
    await desk.run(['mail', 'hold', String(message?.entry)], MAIL);
    await desk.run(['undo'], at(60));
    await desk.run(['mail', 'send'], at(60));
    expect(sink.taken).toEqual([]);
    await desk.run(['mail', 'send'], at(61));
    expect(sink.taken).toHaveLength(1);
  });

  test('adding an account sends nothing old', async () => {
    const desk = await seededDesk();
    await desk.run(['reply', '1', '--message', 'từ trước'], MAIL);
    const sink = await openSink();
    open.push(sink);
    const store = createDesk({ path: desk.db, now: Date.parse(NOW) });
    addAccount(store, sink.port);
    store.close();
    await desk.run(['mail', 'send'], at(60));
    expect(await listed(desk)).toMatchObject([{ state: 'held', hold: 'no-account' }]);
  });

  test('a message that failed goes again, or is said to be there', async () => {
    const { desk, sink } = await setUp();
    sink.next({ at: 'end', answer: 554, text: '5.7.1 spam' });
    await desk.run(['reply', '1', '--message', 'x', '--now'], MAIL);
    expect((await desk.run(['mail', 'send'], MAIL)).out).toContain('1 message failed');
    const [failed] = await listed(desk);
    const entry = String(failed?.entry);
    expect((await desk.run(['mail', 'list'])).out).toContain('5.7.1 spam');

    await desk.run(['mail', 'settle', entry, 'again'], MAIL);
    await desk.run(['mail', 'send'], at(1));
    expect(sink.taken).toHaveLength(1);
    expect((await desk.run(['mail', 'settle', entry, 'sent'], at(1))).code).toBe(75);
    expect((await desk.run(['mail', 'settle', entry, 'lost'], at(1))).code).toBe(2);
  });
});

describe('desk reply', () => {
  test('goes to whom, from whom and as what it is told', async () => {
    const { desk, sink } = await setUp({ signatures: { vi: 'Mai\nMáy Mới', en: 'Mai, Máy Mới' } });
    const bill = desk.file('hoá đơn.pdf', '%PDF-1');
    const options = ['--to', 'Lan <lan@example.vn>', '--cc', 'kho@example.vn', '--bcc', 'boss@example.vn'];
    const more = ['--subject', 'Hoá đơn', '--attach', bill, '--quote', '--now', '--from', 'cskh@maymoi.example'];
    const { code, err } = await desk.run(['reply', '1', '--message', 'Dạ đây ạ.', ...options, ...more], MAIL);
    expect([code, err]).toEqual([0, '']);
    await desk.run(['mail', 'send'], MAIL);

    expect(sink.taken[0]?.to).toEqual(['lan@example.vn', 'kho@example.vn', 'boss@example.vn']);
    expect(field(sink, 'To')).toBe('Lan <lan@example.vn>');
    expect(field(sink, 'Cc')).toBe('kho@example.vn');
    expect(sink.taken[0]?.raw.includes('boss@')).toBe(false);
    const shown = (await desk.run(['show', '1', '--quotes'])).out;
    expect(shown).toMatch(/^\s+-- \n\s+Mai$/m);
    expect(shown).toMatch(/^\s*> /m);
    expect((await desk.run(['attachments', '1'])).out).toContain('hoá đơn.pdf');
    const folder = `${desk.folder}/out`;
    expect((await desk.run(['attachments', '1', '--save', folder])).code).toBe(0);
  });

  test('waits for the moment it is told', async () => {
    const { desk, sink } = await setUp();
    await desk.run(['reply', '1', '--message', 'x', '--at', '2026-03-12T10:00:00Z'], MAIL);
    await desk.run(['mail', 'send'], at(59));
    expect(sink.taken).toEqual([]);
    await desk.run(['mail', 'send'], at(60));
    expect(sink.taken).toHaveLength(1);
  });

  test.each([
    ['thứ Hai 8h', '2026-03-16T08:00:00.000Z'],
    ['พรุ่งนี้เช้า', '2026-03-13T08:00:00.000Z'],
    ['fri 5pm', '2026-03-13T17:00:00.000Z'],
    ['2026-12-01', '2026-12-01T08:00:00.000Z'],
    ['2026-12-01T08:00+07:00', '2026-12-01T01:00:00.000Z'],
  ])('takes the moment in words: %s', async (words, moment) => {
    const { desk } = await setUp();
    await desk.run(['reply', '1', '--message', 'x', '--at', words], MAIL);
    expect(await listed(desk)).toMatchObject([{ state: 'queued', notBefore: moment }]);
  });

  test.each([
    [['--to', 'lan@example.vn, mai@example.vn'], 2],
    [['--to', 'lân@example.vn'], 2],
    [['--cc', 'Lan <lan@example.vn> x'], 2],
    [['--from', 'somebody@else.example'], 66],
    [['--at', 'soon'], 2],
    [['--at', '2020-01-01'], 2],
    [['--now', '--at', '2027-01-01'], 2],
    [['--attach', '/nowhere/x.pdf'], 66],
    [['--attach', '/dev/zero'], 66],
  ])('refuses %j, and writes nothing', async (options, code) => {
    const { desk } = await setUp();
    expect((await desk.run(['reply', '1', '--message', 'x', ...options], MAIL)).code).toBe(code);
    expect(await listed(desk)).toEqual([]);
  });

  test('that has not left is exported with its files', async () => {
    const desk = await seededDesk();
    await desk.run(['reply', '1', '--message', 'x', '--attach', desk.file('bill.pdf', '%PDF-1')]);
    const exported = (await desk.run(['export', '--format', 'jsonl'])).bytes;
    const other = tempDesk();
    await other.run(['import', other.file('all.jsonl', exported)]);
    const { code, out } = await other.run(['attachments', '1', '--save', `${other.folder}/out`]);
    expect([code, out]).toEqual([0, expect.stringContaining('bill.pdf')]);
  });

  test('takes 25 MB of files, and says so clearly where there is more', async () => {
    const { desk } = await setUp();
    const half = desk.file('half.bin', Buffer.alloc(13 * 1024 * 1024));
    const { code, err } = await desk.run(['reply', '1', '--message', 'x', '--attach', half, '--attach', half], MAIL);
    expect([code, err]).toEqual([2, expect.stringContaining('26 MB together; at most 25 MB')]);
  });
});
