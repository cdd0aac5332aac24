import { expect, test } from 'vitest';
import { tempDesk } from '../helpers/cli.ts';
import { mailOf, mboxOf } from '../helpers/sample-mails.ts';

const bounce = mailOf({ id: 'b1@x', from: 'MAILER-DAEMON@x.example', more: ['Auto-Submitted: auto-replied'] });
const ask = mailOf({ id: 'a1@x', subject: 'The washer' });
const other = mailOf({ id: 'a2@x', from: 'Bo <bo@other.example>', references: ['a1@x'], subject: 'Re: The washer' });

async function withMails(...mails: string[]) {
  const desk = tempDesk();
  await desk.run(['import', desk.file('shop.mbox', mboxOf(mails)), '--me', 'shop@desk.example', '--keep-open']);
  return desk;
}

test('an answer to an automatic mail says on stderr that perhaps nobody reads it', async () => {
  const desk = await withMails(bounce);

  const { code, out, err } = await desk.run(['reply', '1', '--message', 'Hello?']);

  expect([code, out]).toEqual([0, '#1 to MAILER-DAEMON@x.example: held, not sent.\n']);
  expect(err).toBe('Mind: #1: The mail from MAILER-DAEMON@x.example was automatic: perhaps nobody reads the answer.\n');
});

test('an answer to somebody else than the customer says so, one to the customer says nothing', async () => {
  expect((await (await withMails(ask)).run(['reply', '1', '--message', 'Hi'])).err).toBe('');

  const { err } = await (await withMails(ask, other)).run(['reply', '1', '--message', 'Hi', '--json']);
  expect(err).toMatch(/^Mind: #1: bo@other.example is not an address of this customer: /);
});
