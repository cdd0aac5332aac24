import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { importSources } from '../../../src/actions/import/import.ts';
import { readCase } from '../../../src/actions/read-cases.ts';
import { setCase } from '../../../src/actions/set-case.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folder.ts';
import { mailOf, mboxOf } from '../../helpers/sample-mails.ts';

const ME = 'shop@desk.example';
const ask = mailOf({ id: 'a1@x', date: 'Mon, 02 Mar 2026 08:00:00 +0700', text: 'Máy không chạy' });
const answer = mailOf({
  ...{ id: 'a2@x', from: ME, to: 'an@buyer.example', references: ['a1@x'] },
  ...{ date: 'Tue, 03 Mar 2026 08:00:00 +0700', text: 'Dạ chị thử lại giúp em ạ' },
});
const reply = (id: string, text: string, more: readonly string[] = []) =>
  mailOf({ id, references: ['a1@x', 'a2@x'], date: 'Wed, 04 Mar 2026 08:00:00 +0700', text, more });

async function bringIn(desk: Desk, mails: readonly string[]) {
  const path = join(temporaryFolder(), 'shop.mbox');
  writeFileSync(path, mboxOf(mails));
  return importSources(desk, { paths: [path], me: [ME], solvedBefore: null });
}

const marks = (desk: Desk) => readCase(desk, 1).entries.map((entry) => entry.thanks);

test.each(['cảm ơn shop', 'ขอบคุณค่ะ', 'Thanks!'])('“%s” after our answer is marked and does not wait', async (text) => {
  const desk = createDesk();
  await bringIn(desk, [ask, answer, reply('a3@x', text)]);

  expect(marks(desk)).toEqual([false, false, true]);
  expect(readCase(desk, 1).case).toMatchObject({ status: 'pending', waitingSince: null, unread: false });
});

test.each([
  ['a question behind it', reply('a3@x', 'Cảm ơn shop, bao giờ giao ạ?')],
  [
    'a file with it',
    reply('a3@x', '--b\nContent-Type: text/plain\n\nThanks!\n--b\nContent-Type: application/pdf\n\nx\n--b--', [
      'Content-Type: multipart/mixed; boundary=b',
    ]),
  ],
])('thanks with %s waits', async (_name, mail) => {
  const desk = createDesk();
  await bringIn(desk, [ask, answer, mail]);

  expect(marks(desk)).toEqual([false, false, false]);
  expect(readCase(desk, 1).case).toMatchObject({
    status: 'open',
    waitingSince: Date.parse('2026-03-04T08:00:00+07:00'),
  });
});

test('a case that an agent has solved stays solved when thanks come in, and comes back for a question', async () => {
  const desk = createDesk();
  await bringIn(desk, [ask, answer]);
  perform(desk, setCase, { cases: [1], fields: { status: 'solved' }, addTags: [], removeTags: [] });

  await bringIn(desk, [reply('a3@x', 'cảm ơn shop nhiều')]);
  expect(readCase(desk, 1).case).toMatchObject({ status: 'solved', waitingSince: null, unread: false });

  // it was written before the thanks and came in after them: nobody has seen it yet
  await bringIn(desk, [reply('a4@x', 'Máy lại hỏng rồi')]);
  expect(readCase(desk, 1).case).toMatchObject({ status: 'open', unread: true });
});

test('our own thanks, and an automatic one, are no customer’s thanks', async () => {
  const desk = createDesk();
  const ours = mailOf({ id: 'a2@x', from: ME, to: 'an@buyer.example', references: ['a1@x'], text: 'Thanks!' });
  await bringIn(desk, [ask, ours, reply('a3@x', 'Thank you.', ['Auto-Submitted: auto-replied'])]);

  expect(marks(desk)).toEqual([false, false, false]);
});

test('a record of thanks is marked, too, and one that says itself what it is keeps that', async () => {
  const desk = createDesk();
  const said = (at: string, party: string, text: string, more = {}) => ({ type: 'message', party, at, text, ...more });
  const entries = [
    said('2026-03-01T08:00:00Z', 'customer', 'It leaks'),
    said('2026-03-02T08:00:00Z', 'agent', 'We come'),
    said('2026-03-03T08:00:00Z', 'customer', 'ขอบคุณค่ะ'),
    said('2026-03-04T08:00:00Z', 'customer', 'Thanks!', { thanks: false }),
  ];
  const path = join(temporaryFolder(), 'cases.jsonl');
  writeFileSync(path, JSON.stringify({ type: 'case', subject: 'Oven', customer: { name: 'An' }, entries }));
  await importSources(desk, { paths: [path], solvedBefore: null });

  expect(marks(desk)).toEqual([false, false, true, false]);
  expect(readCase(desk, 1).case.waitingSince).toBe(Date.parse('2026-03-04T08:00:00Z'));
});
