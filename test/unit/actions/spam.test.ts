import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { setConfig } from '../../../src/actions/config.ts';
import { findCases, readCase } from '../../../src/actions/read-cases.ts';
import { spam } from '../../../src/actions/spam.ts';
import { undoLast } from '../../../src/actions/undo.ts';
import type { Context } from '../../../src/context.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';
import { importMails } from '../../helpers/random-actions.ts';

const mark = (desk: Context, cases: number[], not = false) => perform(desk, spam, { cases, not }).output;
const state = (desk: Context, number: number) => {
  const { case: found, tags } = readCase(desk, number);
  return { status: found.status, waiting: found.waitingSince !== null, unread: found.unread, tags };
};
const PUT_AWAY = { status: 'solved', waiting: false, unread: false, tags: ['spam'] };

/** A mail of An (#1) and one of Lan (#2). */
async function deskWithMail(): Promise<Desk> {
  const desk = createDesk();
  perform(desk, setConfig, { key: 'me', value: 'shop@desk.example' });
  await importMails(desk, [0]);
  await importMails(desk, [4]);
  return desk;
}

test('a case is tagged and solved, and the next mail of its sender goes the same way', async () => {
  const desk = await deskWithMail();

  expect(mark(desk, [1])).toEqual({ changed: [1], unchanged: [], senders: ['an@buyer.example'] });
  await importMails(desk, [8, 9]);

  const all = findCases(desk, 'tag:spam sort:number', 10);
  expect(all).toHaveLength(3);
  for (const number of all) expect(state(desk, number)).toEqual(PUT_AWAY);
  expect(findCases(desk, 'is:open', 10)).toEqual([2]);
});

test('a further mail of the sender in the same thread opens nothing again; one of somebody else does', async () => {
  const desk = await deskWithMail();
  mark(desk, [1]);

  await importMails(desk, [1, 2]);
  expect(state(desk, 1)).toEqual(PUT_AWAY);

  await importMails(desk, [3]);
  expect(state(desk, 1)).toMatchObject({ status: 'open', waiting: true });
});

test('one undo takes all of it back: tag, status and sender', async () => {
  const desk = await deskWithMail();
  const before = dump(desk.store);

  mark(desk, [1, 2]);
  undoLast(desk);

  expect(dump(desk.store)).toEqual(before);
  await importMails(desk, [9]);
  expect(findCases(desk, 'tag:spam', 10)).toEqual([]);
});

test('what was no spam comes back, with its sender', async () => {
  const desk = await deskWithMail();
  const before = state(desk, 1);
  mark(desk, [1]);

  expect(mark(desk, [1], true)).toEqual({ changed: [1], unchanged: [], senders: ['an@buyer.example'] });
  await importMails(desk, [9]);

  expect(state(desk, 1)).toEqual({ ...before, unread: false });
  expect(findCases(desk, 'tag:spam', 10)).toEqual([]);
  expect(mark(desk, [1], true)).toMatchObject({ changed: [], unchanged: [1] });
});
