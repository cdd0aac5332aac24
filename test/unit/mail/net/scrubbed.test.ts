import { expect, test } from 'vitest';
import { scrubbed } from '../../../../src/mail/net/smtp-problem.ts';

const secret = 'c4n4ry"Passw0rd';
const login = { user: 'care', auth: 'password', secret } as const;
const base64 = (text: string): string => Buffer.from(text).toString('base64');

test.each([
  ['itself', secret],
  ['AUTH LOGIN', base64(secret)],
  ['AUTH PLAIN', base64(`\0care\0${secret}`)],
  ['AUTH PLAIN with whom it acts for', base64(`care\0care\0${secret}`)],
  ['XOAUTH2', base64(`user=care\x01auth=Bearer ${secret}\x01\x01`)],
  ['OAUTHBEARER', base64(`n,a=care,\x01host=mail.example\x01port=993\x01auth=Bearer ${secret}\x01\x01`)],
  ['base64 for addresses of the web', Buffer.from(`??>${secret}`).toString('base64url')],
  ['hex', Buffer.from(secret).toString('hex')],
  ['hex in capitals', Buffer.from(secret).toString('hex').toUpperCase()],
  ['a part of an address', encodeURIComponent(secret)],
  ['a quoted string of IMAP', 'c4n4ry\\"Passw0rd'],
])("a server's words are kept without the secret: as %s", (_how, form) => {
  for (const reply of [`550 you said ${form}.`, `550 X${form}`, `550 auth=${form} is not known`]) {
    const kept = scrubbed(reply, login);
    expect(kept).toContain('***');
    expect(kept).not.toContain(form);
    expect(kept).toMatch(/^550 /);
  }
});

test('words that hold no secret stay as they are', () => {
  const reply =
    '550 5.7.1 Unauthenticated mail from 203.0.113.7 is prohibited, see https://support.example/mail/?p=Abc123== ';
  expect(scrubbed(reply, login)).toBe(reply);
});
