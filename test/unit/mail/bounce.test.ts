import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBounce } from '../../../src/mail/bounce.ts';
import { corpora } from '../../helpers/corpora.ts';

const folder = corpora();
const bounce = (...lines: string[]) => readBounce(Buffer.from(lines.join('\r\n')));

describe.skipIf(folder === null)('delivery reports of the corpora', () => {
  test.each([
    [
      'zammad-mail/mail033-undelivered-mail-returned-to-sender.box',
      'failed',
      '5.1.1',
      'not_existing@znuny.com',
      '20150830145601.30.608881@edenhofer.zammad.com',
    ],
    [
      'zammad-mail/mail055.box',
      'failed',
      '5.1.1',
      'ticket-bounce-trigger2@example.com',
      '20170526150141.232.13312@example.zammad.loc',
    ],
    [
      'cpython-email/msg_16.txt',
      'failed',
      '5.0.0',
      'jangel1@cougar.noc.ucla.edu',
      '002001c144a6$8752e060$56104586@oxy.edu',
    ],
    ['cpython-email/msg_25.txt', 'failed', '5.4.6', 'scoffman@wellpartner.com', '01040616033903.00962@server'],
    ['discourse-mail/hard_bounce_via_verp.eml', 'failed', '5.1.1', 'linux-admin@b-s-c.co.jp', null],
    ['discourse-mail/bounced_email_multiple_status_codes.eml', 'failed', '5.1.1', 'linux-admin@b-s-c.co.jp', null],
    ['discourse-mail/soft_bounce_via_verp.eml', 'failed', '4.1.1', 'linux-admin@b-s-c.co.jp', null],
  ])('%s', (path, fate, code, address, id) => {
    const read = readBounce(readFileSync(join(folder ?? '', path)));
    expect(read).toMatchObject({ fate, code, address });
    if (id !== null) expect(read.ids).toContain(id);
  });
});

describe('delivery reports of programs that know no RFC 3464', () => {
  test('qmail', () => {
    const read = bounce(
      'From: MAILER-DAEMON@mx.example',
      'Subject: failure notice',
      '',
      'Hi. This is the qmail-send program at mx.example.',
      '',
      '<lan@thuxanh.example>:',
      'Sorry, no mailbox here by that name. (#5.1.1)',
      '',
      '--- Below this line is a copy of the message.',
      '',
      'Return-Path: <hotro@shop.example>',
      'From: hotro@shop.example',
      'Message-ID: <a.b.c@shop.example>',
    );
    expect(read).toEqual({ ids: ['a.b.c@shop.example'], fate: 'failed', code: '5.1.1', address: null });
  });

  test('Exim, with the address in its header', () => {
    const read = bounce(
      'From: Mail Delivery System <Mailer-Daemon@mx.example>',
      'X-Failed-Recipients: lan@thuxanh.example',
      '',
      'A message that you sent could not be delivered. This is a permanent error.',
      '',
      '------ This is a copy of the message, including all the headers. ------',
      '',
      'Message-ID: <d@shop.example>',
      'From: hotro@shop.example',
    );
    expect(read).toEqual({ ids: ['d@shop.example'], fate: 'failed', code: null, address: 'lan@thuxanh.example' });
  });

  test('Exim, of a mail that is late', () => {
    const read = bounce(
      'From: Mailer-Daemon@mx.example',
      'Subject: Warning: message 1abc delayed 24 hours',
      '',
      'No action is required on your part. Delivery attempts will continue for some time.',
      '',
      'Message-ID: <d@shop.example>',
      'Date: Mon, 9 Mar 2026 09:00:00 +0000',
    );
    expect(read).toMatchObject({ fate: 'delayed', ids: ['d@shop.example'] });
  });

  test('Original-Message-ID alone, and of several recipients the one who did not get it', () => {
    const one = (who: string, action: string, status: string) => [
      `Final-Recipient: rfc822;${who}`,
      `Action: ${action}`,
      `Status: ${status}`,
      `Original-Message-ID: <d@shop.example>`,
      '',
    ];
    const read = bounce(
      'From: postmaster@mx',
      '',
      ...one('a@x', 'delivered', '2.0.0'),
      ...one('b@x', 'delayed', '4.2.2'),
      ...one('c@x', 'failed', '5.2.2'),
    );
    expect(read).toEqual({ ids: ['d@shop.example'], fate: 'failed', code: '5.2.2', address: 'c@x' });
  });

  test('what is empty, cut or no report says that something failed, and names nothing', () => {
    for (const raw of ['', '\r\n', 'From: x\r\n\r\n', `From: x\r\n\r\n${'\r\n'.repeat(100_000)}`, '\0'.repeat(10_000)])
      expect(readBounce(Buffer.from(raw))).toMatchObject({ ids: [], fate: 'failed', address: null });
  });
});
