import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { saveAttachments } from '../../../src/actions/attachments.ts';
import { setConfig } from '../../../src/actions/config.ts';
import { handoff } from '../../../src/actions/handoffs.ts';
import { quoteOfLast } from '../../../src/actions/mailing/quote.ts';
import { readCase } from '../../../src/actions/read-cases.ts';
import { readHandoffs } from '../../../src/actions/read-handoffs.ts';
import { reply } from '../../../src/actions/reply.ts';
import { savePacket } from '../../../src/actions/save-packet.ts';
import { setCase } from '../../../src/actions/set-case.ts';
import { redoLast, undoLast } from '../../../src/actions/undo.ts';
import { withdraw } from '../../../src/actions/withdraw-handoff.ts';
import { DeskError } from '../../../src/domain/errors.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';
import { temporaryFolder } from '../../helpers/folder.ts';
import { receive } from '../../helpers/live-desk.ts';
import { addAccount, mailWorld, SHOP, withMail, work } from '../../helpers/mail-desk.ts';
import { type MailFile, mailWithFiles } from '../../helpers/mail-with-files.ts';
import { openSink, type Sink } from '../../helpers/smtp-sink.ts';

const MINUTE = 60_000;
const LAN = 'lan@x.example';
const GIVEN = { product: 'Vela Tab 11', serial: 'VT11-1', bought: '2026-02-14', symptom: 'Nửa trái chết' };
const NEEDED = { ...GIVEN, tried: 'Khởi động lại', phone: '0901234567' };

let desk: Desk;
let sink: Sink;
beforeEach(async () => {
  sink = await openSink();
  desk = withMail(createDesk({ tick: 0, zone: 'Asia/Ho_Chi_Minh', locale: 'vi' }), mailWorld('host:1:0'));
  perform(desk, setConfig, { key: 'me', value: SHOP });
  addAccount(desk, sink.port);
});
afterEach(async () => {
  desk.close();
  await sink.close();
});

const photo: MailFile = { name: 'man-hinh.jpg', type: 'image/jpeg', bytes: randomBytes(40_000) };
const bill: MailFile = { name: '../../hoá\tđơn.pdf', type: 'application/pdf', bytes: randomBytes(3000) };
const logo: MailFile = { name: 'image001.png', type: 'image/png', bytes: randomBytes(900), cid: 'logo@x' };

let mails = 0;
const from = (address: string, subject: string, ...more: string[]): string[] => {
  mails += 1;
  return [
    ...[`From: ${address}`, `To: ${SHOP}`, `Subject: ${subject}`, `Message-ID: <m${mails}@x.example>`],
    ...['Date: Thu, 12 Mar 2026 09:00:00 +0700', ...more],
  ];
};
/** Lan writes, with these files; the number of her case. */
async function lanWrites(...files: MailFile[]): Promise<number> {
  const { case: number } = await receive(desk, mailWithFiles(from(LAN, 'Màn hình chết'), 'Chị gửi hình', files));
  return number ?? 0;
}
const hand = (number: number, evidence: string[] | null = null, mail = true) =>
  perform(desk, handoff, { case: number, department: 'technical', given: NEEDED, summary: null, mail, evidence })
    .output;
/** What lies in the outbox leaves; the last that the server took, as mail programs read it. */
async function sent() {
  desk.wait(MINUTE);
  await work(desk);
  const raw = sink.taken.at(-1)?.raw ?? Buffer.alloc(0);
  const parsed = await desk.parseMail(raw, { fromLineAt: null, maildirAt: null });
  return { raw, parsed };
}
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof DeskError) return error.what;
    throw error;
  }
  return '';
};

describe('the evidence of a packet', () => {
  test('goes with its mail, byte for byte, under plain names, without logos', async () => {
    const number = await lanWrites(photo, logo, bill);
    const { evidence, handoff: made } = hand(number);

    expect(evidence.map(({ name }) => name)).toEqual([
      'man-hinh.jpg',
      expect.stringMatching(/^[^/\\\t]*hoá đơn\.pdf$/),
    ]);
    const { raw, parsed } = await sent();
    expect(sink.taken.at(-1)?.to).toEqual(['technical@example.com']);
    expect(parsed.parts.map(({ name }) => name)).toEqual(evidence.map(({ name }) => name));
    for (const [at, file] of [photo, bill].entries()) expect(await desk.cutPart(raw, at + 1)).toEqual(file.bytes);
    for (const { name } of evidence) expect(made.packet).toContain(name);
    expect(made.packet).not.toContain('image001');
  });

  test('is what the agent chooses; none of it lacks where the department must have some', async () => {
    const number = await lanWrites(photo, bill);
    const [first = { sha256: '' }] = hand(number).evidence;

    expect(hand(number, [first.sha256]).evidence.map(({ name }) => name)).toEqual(['man-hinh.jpg']);
    expect(refusal(() => hand(number, []))).toBe('handoff-incomplete');
  });

  test('of two files with one name, both go, each under a name of its own', async () => {
    const number = await lanWrites(photo, { ...photo, bytes: randomBytes(20_000) });
    expect(hand(number).evidence.map(({ name }) => name)).toEqual(['man-hinh.jpg', 'man-hinh-2.jpg']);
  });

  test('that is more than a mail takes is refused, and nothing is written; a folder takes it', async () => {
    const number = await lanWrites(photo);
    desk.store.db.exec('UPDATE parts SET size = 26 * 1024 * 1024');
    expect(refusal(() => hand(number))).toBe('evidence-too-large');
    expect(readHandoffs(desk, true)).toEqual([]);
    expect(hand(number, null, false).mailedTo).toBeNull();
  });

  test('is listed among the files of the case once, before and after it has left', async () => {
    const number = await lanWrites(photo);
    hand(number);
    const folder = temporaryFolder();
    expect(await saveAttachments(desk, number, folder)).toHaveLength(1);
    await sent();
    expect(await saveAttachments(desk, number, folder)).toHaveLength(1);
  });

  test('that desk has not got is named, and does not go', async () => {
    const number = await lanWrites(photo);
    desk.store.db.exec('UPDATE entries SET received = NULL');
    const { handoff: made } = hand(number);
    expect(made.packet).toContain('man-hinh.jpg (image/jpeg, 40 KB, chưa có ở đây, xin hỏi lại khi cần)');
    expect((await sent()).parsed.parts).toEqual([]);
  });
});

describe('a hand-off that is withdrawn', () => {
  const take = (id: number, reason = 'Chị tự mang tới', tell = true) =>
    perform(desk, withdraw, { handoff: id, reason, tell }).output;

  test('before its mail has left, is called back: nothing goes, and the case is ours', async () => {
    const number = await lanWrites(photo);
    const { id } = hand(number).handoff;
    const before = dump(desk.store);

    expect(take(id)).toMatchObject({ calledBack: true, toldTo: null, handoff: { state: 'withdrawn' } });
    expect(readHandoffs(desk, false)).toEqual([]);
    const view = readCase(desk, number);
    expect(view.case).toMatchObject({ status: 'open', department: null });
    expect(view.case.waitingSince).not.toBeNull();
    expect(view.entries.at(-1)).toMatchObject({ type: 'note', text: expect.stringContaining('Chị tự mang tới') });
    expect(refusal(() => take(id))).toBe('handoff-ended');
    undoLast(desk);
    expect(dump(desk.store)).toEqual(before);
    redoLast(desk);
    await sent();
    expect(sink.taken).toEqual([]);
    undoLast(desk);
    await sent();
    expect(sink.taken).toHaveLength(1);
  });

  test('after it has left, is told by a mail that answers the packet; or not, if the agent says so', async () => {
    const number = await lanWrites(photo);
    const [first, second] = [hand(number), hand(number)];
    await sent();
    const packets = sink.taken.map(({ id }) => id);

    expect(take(first.handoff.id)).toMatchObject({ calledBack: false, toldTo: 'technical@example.com' });
    expect(readCase(desk, number).case).toMatchObject({ status: 'hold', department: 'technical' });
    expect(take(second.handoff.id, '', false)).toMatchObject({ calledBack: false, toldTo: null });
    expect(readCase(desk, number).case).toMatchObject({ status: 'open', department: null });
    const { raw, parsed } = await sent();
    expect(sink.taken).toHaveLength(3);
    expect(sink.taken.at(-1)?.to).toEqual(['technical@example.com']);
    expect(packets.filter((id) => raw.includes(`In-Reply-To: <${id}>`))).toHaveLength(1);
    expect(parsed.text).toMatch(/đã rút lại[\s\S]*Lý do: Chị tự mang tới/);
  });

  test('is answered all the same: the word comes into the case, which stays as it is, to be looked at', async () => {
    const number = await lanWrites(photo);
    const { id } = hand(number).handoff;
    const { parsed } = await sent();
    take(id, '', false);
    perform(desk, setCase, { cases: [number], fields: { status: 'pending' }, addTags: [], removeTags: [] });

    const header = from('technical@example.com', `Re: ${parsed.subject}`);
    await receive(desk, mailWithFiles(header, `Đã thay xong rồi\n\n${parsed.text.replace(/^/gm, '> ')}`, []));

    const view = readCase(desk, number);
    expect(view.case).toMatchObject({ status: 'pending', unread: true });
    const words = view.entries.filter(({ party }) => party === 'department');
    expect(words).toMatchObject([{ text: expect.stringContaining('Đã thay xong') }]);
    expect(readHandoffs(desk, true)).toMatchObject([{ state: 'withdrawn', answer: { '': 'Đã thay xong rồi' } }]);
    expect(view.events.filter(({ field }) => field === 'handoff').map((event) => event.new)).toEqual([
      'waiting',
      'withdrawn',
      'late',
    ]);
  });
});

test('a packet is saved with its evidence into a folder of its own, and nothing is written over', async () => {
  const number = await lanWrites(photo, bill);
  const folder = temporaryFolder();

  const first = await savePacket(desk, hand(number, null, false), folder);
  const second = await savePacket(desk, hand(number, null, false), folder);

  expect(first).toEqual({ folder: join(folder, `${number}-technical`), lost: [] });
  expect(second.folder).toBe(join(folder, `${number}-technical-2`));
  expect(readdirSync(folder).sort()).toEqual([`${number}-technical`, `${number}-technical-2`]);
  expect(readFileSync(join(first.folder, 'man-hinh.jpg'))).toEqual(photo.bytes);
  expect(readdirSync(first.folder)).toHaveLength(3);
  expect(readFileSync(join(first.folder, 'packet.md'), 'utf8')).toContain('desk-handoff:');
  expect(existsSync(join(folder, '..', 'hoá đơn.pdf'))).toBe(false);
});

test('a file that the customer called as the packet gets a name of its own, in the packet too', async () => {
  const number = await lanWrites({ ...photo, name: 'Packet.md' });
  const made = hand(number, null, false);
  const { folder } = await savePacket(desk, made, temporaryFolder());

  expect(readdirSync(folder).sort()).toEqual(['Packet-2.md', 'packet.md']);
  expect(made.handoff.packet).toContain('1. Packet-2.md (');
});

test('a packet leaves by SMTP, the answer to what the server got comes back, and the customer hears none of it', async () => {
  const number = await lanWrites(photo);
  hand(number);
  const { parsed } = await sent();
  expect(readCase(desk, number).case.status).toBe('hold');

  const filled = parsed.text
    .replace(/^(\[cause\].*)$/m, '$1 Cáp màn hình LỎNGTAY')
    .replace(/^(\[ready-on\].*)$/m, '$1 2026-03-20');
  const quoted = filled.replace(/^/gm, '> ').replaceAll('\r', '');
  const header = from('Thợ <technical@example.com>', `Re: ${parsed.subject}`, `In-Reply-To: <${parsed.messageId}>`);
  const spare: MailFile = { name: 'GIÁVỐN.pdf', type: 'application/pdf', bytes: randomBytes(500) };
  const came = await receive(
    desk,
    mailWithFiles(header, `Thay cáp là xong, GIÁVỐN 90k\n\nVào 12/3 ${SHOP} viết:\n${quoted}`, [spare]),
  );

  expect(came).toMatchObject({ case: number, how: 'joined' });
  const view = readCase(desk, number);
  expect(view.case).toMatchObject({ status: 'open', unread: true, subject: 'Màn hình chết' });
  expect(view.entries.at(-1)).toMatchObject({ party: 'department', direction: 'in' });
  expect(readHandoffs(desk, true)).toMatchObject([
    {
      state: 'answered',
      answer: { cause: 'Cáp màn hình LỎNGTAY', 'ready-on': '2026-03-20', '': 'Thay cáp là xong, GIÁVỐN 90k' },
    },
  ]);
  expect(quoteOfLast(view.entries)).not.toMatch(/LỎNGTAY|GIÁVỐN/);

  perform(desk, reply, {
    ...{ cases: [number], text: 'Dạ máy của chị 20/3 xong ạ', fields: {}, addTags: [], fromDraft: false, quote: true },
  });
  const answer = await sent();
  expect(sink.taken.at(-1)?.to).toEqual([LAN]);
  expect(answer.parsed.text + answer.parsed.quoted).toContain('Chị gửi hình');
  for (const word of ['LỎNGTAY', 'GIÁVỐN', 'technical@', 'desk-handoff', 'Nửa trái chết', parsed.messageId ?? '?'])
    expect(`${answer.raw}${answer.parsed.text}${answer.parsed.quoted}${answer.parsed.subject}`).not.toContain(word);
  expect(answer.parsed.parts).toEqual([]);
});
