import { describe, expect, test } from 'vitest';
import { DeskError } from '../../../../src/domain/errors.ts';
import { composeMessage, type Message, subjectOf } from '../../../../src/mail/compose/compose.ts';
import { parseMail } from '../../../../src/mail/parse.ts';
import { cutPart } from '../../../../src/mail/source-part.ts';
import { headerFields } from '../../../helpers/hostile-message.ts';
import { NO_HINTS } from '../../../helpers/mails.ts';

const lan = { name: 'Nguyễn Lan', address: 'lan@example.vn' };
const message = (more: Partial<Message> = {}): Message => ({
  envelope: {
    from: { name: 'Máy Mới', address: 'cskh@maymoi.example' },
    to: [lan],
    cc: [],
    bcc: [],
    subject: 'Re: Đơn hàng',
    references: ['a@example.vn', 'b@example.vn'],
  },
  numberInSubject: null,
  text: 'Dạ em chào chị.',
  parts: [],
  messageId: '42.x.0123456789abcdef@maymoi.example',
  date: Date.parse('2026-03-12T09:00:00Z'),
  automatic: false,
  html: false,
  language: 'vi',
  replyTo: null,
  ...more,
});
const fieldsOf = async (one: Message): Promise<string[]> => headerFields(await composeMessage(one));

describe('a message', () => {
  test('reads back as what was written', async () => {
    const text = 'Dạ em chào chị.\n\nสวัสดีค่ะ\n\n-- \nMai';
    const parts = [{ name: 'hoá đơn "1".pdf', type: 'application/pdf', bytes: Buffer.from([0, 1, 2, 255]) }];
    const raw = await composeMessage(message({ text, parts, html: true }));
    const read = await parseMail(raw, NO_HINTS);
    expect(`${read.text}${read.quoted}`.replace(/\s+/g, ' ').trim()).toBe(text.replace(/\s+/g, ' '));
    expect(read).toMatchObject({
      subject: 'Re: Đơn hàng',
      messageId: '42.x.0123456789abcdef@maymoi.example',
      problem: null,
    });
    expect(read.addresses).toContainEqual({ role: 'to', ...lan });
    expect(read.parts).toMatchObject([{ n: 1, name: 'hoá đơn "1".pdf', type: 'application/pdf', size: 4 }]);
    expect(await cutPart(raw, 1)).toEqual(Buffer.from([0, 1, 2, 255]));
  });

  test('is the same bytes each time', async () => {
    const parts = [{ name: 'a.txt', type: 'text/plain', bytes: Buffer.from('a\n') }];
    const [one, two] = [
      await composeMessage(message({ html: true, parts })),
      await composeMessage(message({ html: true, parts })),
    ];
    expect(one.equals(two)).toBe(true);
  });

  test('says in its header what it answers, and nothing of the program that wrote it', async () => {
    const fields = await fieldsOf(message());
    expect(fields).toContain('In-Reply-To: <b@example.vn>');
    expect(fields).toContain('References: <a@example.vn> <b@example.vn>');
    expect(fields).toContain('Date: Thu, 12 Mar 2026 09:00:00 +0000');
    expect(fields.map((field) => field.split(':')[0])).toEqual([
      ...['Content-Transfer-Encoding', 'Date', 'From', 'To', 'Message-ID', 'In-Reply-To', 'References', 'Subject'],
      ...['MIME-Version', 'Content-Type'],
    ]);
  });

  test('has its id and the one it answers in one line each, where other programs look for them', async () => {
    const messageId = `42.${'0'.repeat(90)}.0123456789abcdef@maymoi.example`;
    const raw = (
      await composeMessage(message({ messageId, envelope: { ...message().envelope, references: [messageId] } }))
    ).toString('latin1');
    expect(raw).toContain(`\r\nMessage-ID: <${messageId}>\r\n`);
    expect(raw).toContain(`\r\nIn-Reply-To: <${messageId}>\r\n`);
  });

  test('names forty of a long row of references, the first and the last', async () => {
    const references = Array.from({ length: 90 }, (_, nth) => `m${nth}@example.vn`);
    const fields = await fieldsOf(message({ envelope: { ...message().envelope, references } }));
    const named = fields.find((field) => field.startsWith('References:'))?.match(/m\d+/g);
    expect(named).toHaveLength(40);
    expect([named?.[0], named?.[19], named?.[20], named?.[39]]).toEqual(['m0', 'm19', 'm70', 'm89']);
  });

  test('leaves out references that are none', async () => {
    const references = ['a@b\r\nX-Evil: 1', 'no id', 'good@example.vn', '<x@y>'];
    expect(await fieldsOf(message({ envelope: { ...message().envelope, references } }))).toContain(
      'References: <good@example.vn>',
    );
  });

  test('that is automatic says so', async () => {
    const fields = await fieldsOf(message({ automatic: true }));
    expect(fields).toEqual(expect.arrayContaining(['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All']));
  });

  test('names Reply-To only where there is one', async () => {
    expect(await fieldsOf(message({ replyTo: 'cskh+42.abc@maymoi.example' }))).toContain(
      'Reply-To: cskh+42.abc@maymoi.example',
    );
  });

  test('to an address that is none is not made', async () => {
    const envelope = { ...message().envelope, to: [{ name: '', address: 'lan@example.vn, eve@evil.example' }] };
    await expect(composeMessage(message({ envelope }))).rejects.toThrow(DeskError);
  });

  test('in plain ASCII needs no encoding', async () => {
    expect(await fieldsOf(message({ text: 'Hello.' }))).toContain('Content-Transfer-Encoding: 7bit');
  });
});

test.each([
  ['Re: Đơn hàng', 'Re: [#42] Đơn hàng'],
  ['Đơn hàng', '[#42] Đơn hàng'],
  ['RE: [#42] Đơn hàng', 'RE: [#42] Đơn hàng'],
  ['', '[#42]'],
])('the subject %j with its number', (subject, expected) => {
  expect(subjectOf(subject, 42)).toBe(expected);
});
