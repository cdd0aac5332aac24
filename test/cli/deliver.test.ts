import { writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openRaw } from '../../src/store/raw.ts';
import { tempDesk } from '../helpers/cli.ts';

const ASK = [
  'From fetchmail Mon Mar  9 09:00:00 2026',
  'From: Lan <lan@thuxanh.example>',
  'To: hotro@shop.example',
  'Subject: Máy xay bị rò',
  'Date: Mon, 9 Mar 2026 09:00:00 +0000',
  'Message-ID: <1@thuxanh.example>',
  '',
  'Máy em bị rò nước.',
  '',
].join('\n');

const THANKS = ASK.replace('<1@', '<2@').replace('Máy em bị rò nước.', 'Cảm ơn shop nhé!');

test('a mail on stdin becomes a case; nothing is said; the same mail again adds nothing', async () => {
  const { run, json } = tempDesk();
  await run(['config', 'set', 'me', 'hotro@shop.example']);
  expect(await run(['mail', 'deliver'], { stdin: ASK })).toMatchObject({ code: 0, out: '', err: '' });
  expect(await json(['list', '*'])).toMatchObject([
    { subject: 'Máy xay bị rò', status: 'new', messages: 1, unread: true },
  ]);
  const again = await json(['mail', 'deliver'], { stdin: ASK });
  expect(again).toMatchObject({ how: 'same', case: 1, action: null });
  expect(await json(['show', '1'])).toMatchObject({ messages: 1 });
});

test('the bytes come back as they were brought', async () => {
  const { run } = tempDesk();
  await run(['mail', 'deliver'], { stdin: ASK });
  expect((await run(['source', '1'])).bytes.toString()).toBe(ASK);
});

test('what is no mail is told, with the exit code for bad data, and is not kept', async () => {
  const { run, db } = tempDesk();
  for (const stdin of ['', 'hello\n', '{"type":"case"}\n', '\0\x01\x02'.repeat(50)])
    expect(await run(['mail', 'deliver'], { stdin })).toMatchObject({ code: 65, out: '' });
  const raw = openRaw(db.replace(/\.db$/, '.raw.db'), false);
  expect(raw.size().blobs).toBe(0);
  raw.close();
});

test('a store that another process holds is busy: the mail is to be brought again', async () => {
  const { run, json, db } = tempDesk();
  await run(['list', '*']);
  const other = new Database(db);
  other.exec('BEGIN IMMEDIATE');
  const refused = await run(['mail', 'deliver'], { stdin: ASK });
  other.exec('ROLLBACK');
  other.close();
  expect(refused).toMatchObject({ code: 75, out: '' });
  expect(refused.err).not.toBe('');
  expect(await json(['mail', 'deliver'], { stdin: ASK })).toMatchObject({ how: 'new', case: 1 });
});

test('an account that is not there is told before anything is read', async () => {
  const { run } = tempDesk();
  const { code, err } = await run(['mail', 'deliver', '--account', 'x@y.example'], { stdin: ASK });
  expect(code).toBe(66);
  expect(err).toContain('x@y.example');
});

test('a dry run files and keeps nothing', async () => {
  const { run, json } = tempDesk();
  expect(await json(['mail', 'deliver', '--dry-run'], { stdin: ASK })).toMatchObject({ how: 'new', action: null });
  expect(await json(['list', '*'])).toEqual([]);
  await run(['doctor']);
});

test('a mail that meets a fault of ours is kept and noted; the same bytes once more heal it', async () => {
  const { run, json, db } = tempDesk();
  await run(['list', '*']);
  const other = new Database(db);
  other.exec(`CREATE TRIGGER fault BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'a fault'); END`);
  const kept = await run(['mail', 'deliver'], { stdin: ASK });
  expect(kept).toMatchObject({ code: 0, out: '' });
  expect(kept.err).toContain('kept');
  expect(other.prepare('SELECT count(*) FROM unfiled').pluck().get()).toBe(1);
  other.exec('DROP TRIGGER fault');
  expect(await json(['mail', 'deliver'], { stdin: ASK })).toMatchObject({ how: 'new', case: 1 });
  expect(other.prepare('SELECT count(*) FROM unfiled').pluck().get()).toBe(0);
  other.close();
});

test('undo takes a delivered mail back, and it can be delivered again', async () => {
  const { run, json } = tempDesk();
  const { action } = (await json(['mail', 'deliver'], { stdin: ASK })) as { action: number };
  expect((await run(['undo', String(action)])).code).toBe(0);
  expect(await json(['list', '*'])).toEqual([]);
  expect(await json(['mail', 'deliver'], { stdin: ASK })).toMatchObject({ how: 'new', case: 2 });
  expect(await json(['mail', 'deliver'], { stdin: THANKS })).toMatchObject({ how: 'new' });
});

test('a case that may belong to another says so in a list, in its head and in JSON; desk merge joins them', async () => {
  const { run, json } = tempDesk();
  await run(['mail', 'deliver'], { stdin: ASK });
  const stranger = ASK.replace('lan@', 'tuan@').replace(
    '<1@thuxanh.example>',
    '<9@x>\nIn-Reply-To: <1@thuxanh.example>',
  );
  await run(['mail', 'deliver'], { stdin: stranger });
  expect((await run(['list', '*'], { terminal: 100 })).out).toContain('+#1? ');
  expect((await run(['show', '2'])).out).toContain('may belong to #1: desk merge 2 1');
  expect(await json(['show', '2'])).toMatchObject({
    mayBelong: 1,
    entries: [{ filedOnly: null, authenticated: null }],
  });
  expect((await run(['merge', '2', '1'])).code).toBe(0);
  expect(await json(['list', '*'])).toMatchObject([{ number: 1, mayBelong: null, messages: 2 }]);
});

test('a store that can not be opened is no fault of the mail: it is to be brought again', async () => {
  const { run, db } = tempDesk();
  writeFileSync(db, 'no store of ours, and a whole sector of it'.repeat(50));
  expect(await run(['mail', 'deliver'], { stdin: ASK })).toMatchObject({ code: 75, out: '' });
  expect((await run(['list', '*'])).code).toBe(78);
});
