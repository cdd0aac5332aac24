import { describe, expect, it } from 'vitest';
import { mailIdentity } from '../../../src/mail/identity.ts';
import { parseMail } from '../../../src/mail/parse.ts';
import { NO_HINTS } from '../../helpers/mails.ts';

async function identity(text: string): Promise<string> {
  const raw = Buffer.from(text);
  return mailIdentity(await parseMail(raw, NO_HINTS), raw);
}

const MAIL = 'Message-ID: <a@b.c>\nFrom: lan@example.vn\nSubject: Máy giặt\n\nFrom now on it leaks.\n';
const NAMELESS = MAIL.replace(/^.*\n/, '');

describe('which mail it is', () => {
  it.each([MAIL, NAMELESS])('does not depend on line ends, mbox quoting or traces of the way', async (mail) => {
    const same = await identity(mail);
    expect(await identity(mail.replaceAll('\n', '\r\n'))).toBe(same);
    expect(await identity(mail.replace('\nFrom now', '\n>From now'))).toBe(same);
    expect(await identity(`${mail}\n\n`)).toBe(same);
    expect(
      await identity(
        `Return-Path: <x@y.z>\nReceived: by b; Thu, 7 Nov 2013 17:54:55 +0000\nX-Spam: no\nStatus: RO\n${mail}`,
      ),
    ).toBe(same);
    expect(await identity(`From lan@example.vn Tue Oct 29 03:52:03 2013\n${mail}`)).toBe(same);
  });

  it('does not depend on the transfer encoding', async () => {
    const coded = `Message-ID: <a@b.c>\nContent-Transfer-Encoding: base64\n\n${Buffer.from('From now on it leaks.\n').toString('base64')}\n`;
    expect(await identity(coded)).toBe(await identity(MAIL));
  });

  it('is another for a reused Message-ID over another body, or another id over the same', async () => {
    expect(await identity(MAIL.replace('leaks', 'works'))).not.toBe(await identity(MAIL));
    expect(await identity(MAIL.replace('a@b.c', 'b@b.c'))).not.toBe(await identity(MAIL));
    expect(await identity(NAMELESS.replace('Máy', 'Cái'))).not.toBe(await identity(NAMELESS));
  });

  it('is another for another attachment', async () => {
    const withPart = (content: string) =>
      `Message-ID: <a@b.c>\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nhi\n--x\nContent-Type: application/pdf; name=a.pdf\n\n${content}\n--x--\n`;
    expect(await identity(withPart('one'))).not.toBe(await identity(withPart('two')));
    expect(await identity(withPart('one').replaceAll('\n', '\r\n'))).toBe(await identity(withPart('one')));
  });
});
