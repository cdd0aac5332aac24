import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { importSources } from '../../../src/actions/import/import.ts';
import { note } from '../../../src/actions/note.ts';
import { readCase } from '../../../src/actions/read-cases.ts';
import { rejudgeThanks } from '../../../src/actions/rejudge-thanks.ts';
import { undoLast } from '../../../src/actions/undo.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';
import { mailOf, mboxOf } from '../../helpers/sample-mails.ts';

const ME = 'shop@desk.example';

/** Two cases whose last mail says thanks and was judged before there was a rule for it. */
async function deskOfOld(): Promise<Desk> {
  const desk = createDesk();
  const thread = (id: string, from: string) => [
    mailOf({ id: `${id}1@x`, from, date: 'Mon, 02 Mar 2026 08:00:00 +0700', text: 'Máy không chạy', subject: id }),
    mailOf({ id: `${id}2@x`, from: ME, to: from, references: [`${id}1@x`], date: 'Tue, 03 Mar 2026 08:00:00 +0700' }),
    mailOf({
      ...{ id: `${id}3@x`, from, references: [`${id}1@x`, `${id}2@x`] },
      ...{ date: 'Wed, 04 Mar 2026 08:00:00 +0700', text: 'cảm ơn shop' },
    }),
  ];
  const stdin = Readable.from([mboxOf([...thread('a', 'an@buyer.example'), ...thread('b', 'bo@buyer.example')])]);
  await importSources(desk, { paths: ['-'], stdin, format: 'mbox', me: [ME], solvedBefore: null });
  desk.store.db.exec(`UPDATE entries SET thanks = 0;
    UPDATE cases SET status = 'open', is_open = 1, unread = 1, waiting_since = ${Date.parse('2026-03-04T08:00:00+07:00')}`);
  return desk;
}

const last = (desk: Desk, number: number) => {
  const { case: found, entries } = readCase(desk, number);
  return { thanks: entries.at(-1)?.thanks, status: found.status, waits: found.waitingSince !== null };
};

test('mails are judged anew by the rule of today, and their cases no longer wait', async () => {
  const desk = await deskOfOld();
  const before = dump(desk.store);

  expect(rejudgeThanks(desk, { dryRun: true })).toBe(2);
  expect(dump(desk.store)).toEqual(before);
  expect(rejudgeThanks(desk)).toBe(2);

  for (const number of [1, 2]) expect(last(desk, number)).toEqual({ thanks: true, status: 'pending', waits: false });
  expect(rejudgeThanks(desk)).toBe(0);
});

test('undo takes the new judgement back', async () => {
  const desk = await deskOfOld();
  rejudgeThanks(desk);
  undoLast(desk);

  for (const number of [1, 2]) expect(last(desk, number)).toEqual({ thanks: false, status: 'open', waits: true });
});

test('a case that an agent has worked on stays as she left it', async () => {
  const desk = await deskOfOld();
  perform(desk, note, { case: 1, text: 'Call her', fromDraft: false });

  expect(rejudgeThanks(desk)).toBe(1);
  expect(last(desk, 1)).toEqual({ thanks: false, status: 'open', waits: true });
});
