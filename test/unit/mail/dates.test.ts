import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../../src/mail/dates.ts';
import { fromLineDate, isFromLine } from '../../../src/mail/from-line.ts';
import { parseMail } from '../../../src/mail/parse.ts';
import { mailOf, NO_HINTS, parsed, readAll } from '../../helpers/mails.ts';

const iso = (text: string): string | null => {
  const at = readDate(text);
  return at === null ? null : new Date(at).toISOString();
};

describe('a date in a header', () => {
  it.each([
    ['Thu, 7 Nov 2013 17:54:55 +0000', '2013-11-07T17:54:55.000Z'],
    ['Thu, 7 Nov 2013 17:54:55 +0700 (ICT)', '2013-11-07T10:54:55.000Z'],
    ['7 Nov 2013 17:54 EST', '2013-11-07T22:54:00.000Z'],
    ['Thu,  7 Nov 13 17:54:55 GMT', '2013-11-07T17:54:55.000Z'],
    ['Mon, 01 Jan 2001 00:01+0000', '2001-01-01T00:01:00.000Z'],
    ['Fri, 31 Dec 1993 23:59:60 -0800', '1994-01-01T07:59:59.000Z'],
    ['Tue Oct 29 03:52:03 2013', '2013-10-29T03:52:03.000Z'],
    ['Tue Oct 29 03:52:03 PST 2013', '2013-10-29T11:52:03.000Z'],
    ['2013-11-07T17:54:55+07:00', '2013-11-07T10:54:55.000Z'],
    ['Sun, 08 Sep 2002 12:54:11 -0400Received: from mail', '2002-09-08T16:54:11.000Z'],
    ['Thu, 8 Mar 2005 17:40:36 EDT and some rubbish', '2005-03-08T21:40:36.000Z'],
    ['Thu, 8 Mar 2005 17:40:36 Nowhere Time', '2005-03-08T17:40:36.000Z'],
  ])('%s is %s', (text, wanted) => expect(iso(text)).toBe(wanted));

  it.each([
    'Wed, 05 Sep 2018 29:24:05 +0700',
    '31 Feb 2018 10:00:00 +0000',
    '12 Foo 2018 10:00:00',
    '',
    'now',
    'yesterday',
    '2018',
  ])('"%s" is none', (text) => expect(readDate(text)).toBeNull());
});

describe('the date of a mail', () => {
  const received = 'Received: from a by b; Wed, 5 Sep 2018 10:00:00 +0000';

  it('is its Date', async () => {
    expect((await parsed(['Date: Thu, 6 Sep 2018 10:00:00 +0000', received])).atSource).toBe('date');
  });

  it('is the topmost Received when Date can not be read', async () => {
    const mail = await parsed(['Date: Wed, 05 Sep 2018 29:24:05 +0700', 'Received: by c; rubbish', received]);
    expect(mail).toMatchObject({ at: Date.UTC(2018, 8, 5, 10), atSource: 'received' });
  });

  it('is that of the mbox line, else of the Maildir name, else unknown', async () => {
    const raw = mailOf(['Subject: x']);
    expect(await parseMail(raw, { fromLineAt: 5000, maildirAt: 7000 })).toMatchObject({
      at: 5000,
      atSource: 'from-line',
    });
    expect(await parseMail(raw, { fromLineAt: null, maildirAt: 7000 })).toMatchObject({
      at: 7000,
      atSource: 'maildir',
    });
    expect(await parseMail(raw, NO_HINTS)).toMatchObject({ at: null, atSource: null });
    const inside = Buffer.concat([Buffer.from('From a@b Tue Oct 29 03:52:03 2013\n'), raw]);
    expect(await parseMail(inside, NO_HINTS)).toMatchObject({
      at: Date.UTC(2013, 9, 29, 3, 52, 3),
      atSource: 'from-line',
    });
  });
});

describe('an mbox line', () => {
  it('is known by its sender, time and year', () => {
    expect(isFromLine('From lan@example.vn Tue Oct 29 03:52:03 2013')).toBe(true);
    expect(isFromLine('From - Tue Oct 29 03:52:03 2013')).toBe(true);
    expect(isFromLine('From here on, everything went wrong.')).toBe(false);
    expect(fromLineDate('From lan@example.vn  Tue Oct 29 03:52:03 2013')).toBe(Date.UTC(2013, 9, 29, 3, 52, 3));
    expect(fromLineDate('From nobody at all')).toBeNull();
  });

  it('of the first second of 1970 has no date: that is written where none is known', async () => {
    expect(fromLineDate('From MAILER-DAEMON Thu Jan  1 00:00:00 1970')).toBeNull();
    const { mails } = await readAll(join(import.meta.dirname, '../../regress/no-date.mbox'));
    expect(mails).toMatchObject([{ parsed: { at: null, atSource: null } }]);
  });
});
