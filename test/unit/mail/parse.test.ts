import { describe, expect, it } from 'vitest';
import { problemOf } from '../../../src/domain/problem.ts';
import { headersOnly } from '../../../src/mail/headers-only.ts';
import { parseMail } from '../../../src/mail/parse.ts';
import { cutPart } from '../../../src/mail/source-part.ts';
import { mailOf, NO_HINTS, parsed, sender } from '../../helpers/mails.ts';

const multipart = (type: string, ...parts: string[]) =>
  [...parts.map((part) => `--x\n${part}`), '--x--', '']
    .join('\n')
    .replace(/^/, `Content-Type: multipart/${type}; boundary=x\n\n`);
const raw = (text: string) => Buffer.from(`From: lan@example.vn\n${text}`);

describe('a mail', () => {
  it('is read to its ids, addresses, subject and text', async () => {
    const mail = await parsed(
      [
        'From: Lan <lan@example.vn>',
        'Subject: =?utf-8?Q?M=C3=A1y?=',
        'Message-ID: <a@b.c>',
        'In-Reply-To: Your mail of Monday <p@b.c>',
        'References: <r@b.c>\r\n\t<p@b.c>',
      ],
      'Chào shop',
    );
    expect(mail).toMatchObject({
      messageId: 'a@b.c',
      inReplyTo: ['p@b.c'],
      references: ['r@b.c', 'p@b.c'],
      subject: 'Máy',
      text: 'Chào shop',
      parts: [],
    });
    expect(sender(mail)).toMatchObject({ name: 'Lan', address: 'lan@example.vn' });
  });

  it.each(['', '<>', '<0>', 'nobody', '   '])('with Message-ID "%s" has none', async (id) => {
    expect((await parsed([`Message-ID: ${id}`, 'Subject: x'])).messageId).toBeNull();
  });

  it('with 20,000 References keeps the first 10 and the last 40', async () => {
    const { references } = await parsed([
      `References: ${Array.from({ length: 20_000 }, (_, n) => `<${n}@b.c>`).join('\r\n ')}`,
    ]);
    expect(references.length).toBe(50);
    expect([references[0], references[10], references[49]]).toEqual(['0@b.c', '19960@b.c', '19999@b.c']);
  });

  it('shows plain text, and HTML where there is no other', async () => {
    const both = multipart(
      'alternative',
      'Content-Type: text/plain\n\nplain\n',
      'Content-Type: text/html\n\n<p>rich</p>\n',
    );
    expect(await parseMail(raw(both), NO_HINTS)).toMatchObject({ text: 'plain\n', parts: [] });
    const blank = both.replace('plain\n\n--', ' \n\n--').replace('\nplain\n', '\n \n');
    expect((await parseMail(raw(blank), NO_HINTS)).text).toBe('rich');
    expect(
      (await parsed(['Content-Type: text/html; charset=utf-8'], '<p>Chào <b>shop</b></p><script>x</script>')).text,
    ).toBe('Chào shop');
  });

  it('joins flowed lines', async () => {
    const mail = await parsed(['Content-Type: text/plain; format=flowed; charset=utf-8'], 'Máy giặt \nkhông chạy\nạ');
    expect(mail.text).toBe('Máy giặt không chạy\nạ');
  });

  it('does not join what is quoted with the answer under it', async () => {
    const flowed = ['Content-Type: text/plain; format=flowed; charset=utf-8'];
    const mail = await parsed(flowed, '> Hi \n> there\nHello \nagain\n-- \nLan');
    expect(mail.text + mail.quoted).toBe('> Hi there\nHello again\n-- \nLan');
  });

  it('lists files, attached mails, delivery reports and inline images as parts that can be cut', async () => {
    const text = multipart(
      'mixed',
      'Content-Type: text/plain\n\nhi\n',
      'Content-Type: image/png; name="=?utf-8?Q?=E1=BA=A3nh?=.png"\nContent-ID: <one>\nContent-Disposition: inline\nContent-Transfer-Encoding: base64\n\naGVsbG8=\n',
      'Content-Type: message/rfc822\n\nFrom: a@b.c\nSubject: inner\n\nbody\n',
      'Content-Type: message/delivery-status\n\nAction: failed\n',
      "Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''h%C3%B3a%20%C4%91%C6%A1n.pdf\n\npdf\n",
    );
    const mail = await parseMail(raw(text), NO_HINTS);
    expect(mail.text.trim()).toBe('hi');
    expect(mail.parts.map(({ n, name, type, cid }) => [n, name, type, cid])).toEqual([
      [1, 'ảnh.png', 'image/png', 'one'],
      [2, 'message.eml', 'message/rfc822', null],
      [3, 'delivery-status.txt', 'message/delivery-status', null],
      [4, 'hóa đơn.pdf', 'application/pdf', null],
    ]);
    expect((await cutPart(raw(text), 1))?.toString()).toBe('hello');
    expect((await cutPart(raw(text), 2))?.toString()).toContain('Subject: inner');
    expect(await cutPart(raw(text), 9)).toBeNull();
  });

  it('with an inner multipart that is never closed keeps its attachments', async () => {
    const text =
      'Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: multipart/alternative; boundary=i\n\n--i\n\nhi\n--o\nContent-Type: image/png\n\npng\n--o--\n';
    const mail = await parseMail(raw(text), NO_HINTS);
    expect(mail).toMatchObject({ text: 'hi', parts: [{ type: 'image/png' }] });
  });

  it('whose boundary is missing shows what is there', async () => {
    const mail = await parseMail(raw('Content-Type: multipart/mixed\n\nChào shop\n'), NO_HINTS);
    expect(mail.text).toBe('Chào shop\n');
  });

  it('without a header is all text', async () => {
    const mail = await parseMail(Buffer.from('Hello,\n\nno header here.\n'), NO_HINTS);
    expect(mail).toMatchObject({ text: 'Hello,\n\nno header here.\n', messageId: null, addresses: [] });
  });

  it('with a list footer under base64 text shows both', async () => {
    const body = `${Buffer.from('Chào các bạn, đây là thư').toString('base64')}\n_____\nThe list\nhttp://list.example\n`;
    const mail = await parsed(['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'], body);
    expect(mail.text).toContain('Chào các bạn, đây là thư');
    expect(mail.text).toContain('The list');
  });
});

describe('a hostile mail', () => {
  it.each([
    ['60,000 nested <div>', `Content-Type: text/html\n\n${'<div>'.repeat(60_000)}`, 'html-deep'],
    ['more than 1 MB of HTML', `Content-Type: text/html\n\n${'<p>chào</p>'.repeat(120_000)}`, 'html-long'],
    [
      '20,000 parts',
      multipart('mixed', ...Array.from({ length: 20_000 }, () => 'Content-Type: image/png\n\nx')),
      'mail-cut-short',
    ],
    ['a header of 2 MB', `Subject: ${'x'.repeat(2 * 1024 * 1024)}\n\nhi`, 'mail-cut-short'],
  ])('with %s says what is wrong and keeps the sender', async (_, text, problem) => {
    const started = performance.now();
    const mail = await parseMail(raw(text), NO_HINTS);
    expect(mail.problem?.code).toBe(problem);
    expect(sender(mail)?.address).toBe('lan@example.vn');
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it.each([
    ['50,000 header fields', `${'X-A: b\n'.repeat(50_000)}\nhi`],
    [
      'deep nesting',
      Array.from({ length: 300 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`).join(''),
    ],
    ['NUL bytes', 'Subject: a\0b\n\nx\0y'],
  ])('with %s is read in a moment', async (_, text) => {
    const started = performance.now();
    const mail = await parseMail(raw(text), NO_HINTS);
    expect(sender(mail)?.address).toBe('lan@example.vn');
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('that can not be read at all still has its header', () => {
    const mail = headersOnly(
      mailOf(['From: Lan <lan@example.vn>', 'Subject: Máy', 'Date: Thu, 7 Nov 2013 17:54:55 +0000'], 'x'),
      NO_HINTS,
      problemOf('told', { text: 'why' }),
    );
    expect(mail).toMatchObject({ subject: 'Máy', problem: { code: 'told' }, text: '', atSource: 'date' });
  });
});
