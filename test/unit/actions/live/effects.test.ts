import { describe, expect, test } from 'vitest';
import { perform } from '../../../../src/actions/action.ts';
import { spam } from '../../../../src/actions/spam.ts';
import { undoAction } from '../../../../src/actions/undo.ts';
import { findCase, getCase, tagsOf } from '../../../../src/store/cases.ts';
import { linkedTo } from '../../../../src/store/links.ts';
import { LAN, mailTo, SHOP, shop } from '../../../helpers/live-shop.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('the customer writes again', () => {
  test('an answer to a solved case brings it back: open, unread, waiting since it was written', async () => {
    const { desk, answer, set, stands, fromLan } = await shop();
    const { messageId } = answer();
    set({ status: 'solved' });
    const before = desk.now();
    expect(await fromLan([`In-Reply-To: <${messageId}>`])).toMatchObject({ how: 'joined' });
    expect(stands()).toMatchObject({ status: 'open', unread: true, solvedAt: null });
    expect(stands().waitingSince).toBeGreaterThanOrEqual(Math.floor(before / 1000) * 1000);
  });

  test.each([
    ['until a date', { mode: 'until', until: Date.parse('2026-04-01T00:00:00Z') }, true],
    ['until she writes', { mode: 'reply', until: null }, true],
    ['firmly', { mode: 'firm', until: Date.parse('2026-04-01T00:00:00Z') }, false],
  ] as const)('a case that sleeps %s', async (_how, snooze, wakes) => {
    const { answer, set, stands, fromLan } = await shop();
    const { messageId } = answer();
    set({ snooze });
    await fromLan([`In-Reply-To: <${messageId}>`]);
    expect(stands().snooze === null).toBe(wakes);
    expect(stands()).toMatchObject({ status: 'open', unread: true });
  });

  test.each(['Thu, 1 Jan 1970 00:00:00 +0000', 'Fri, 1 Jan 2038 00:00:00 +0000', 'not a date'])(
    'a wrong clock of hers (%s) keeps nothing from us',
    async (date) => {
      const { desk, answer, stands, fromLan } = await shop();
      const { messageId } = answer();
      await fromLan([`Date: ${date}`, `In-Reply-To: <${messageId}>`]);
      expect(stands()).toMatchObject({ status: 'open', unread: true });
      expect(stands().waitingSince).toBeLessThanOrEqual(desk.now());
    },
  );

  test('to a closed case: another case opens, and the two know each other', async () => {
    const { desk, number, answer, set, status, fromLan } = await shop();
    const { messageId } = answer();
    set({ status: 'closed' });
    const filed = await fromLan([`In-Reply-To: <${messageId}>`]);
    expect(filed.how).toBe('linked');
    expect(status()).toBe('closed');
    expect(linkedTo(desk.store, number)).toEqual([filed.case]);
    expect(getCase(desk.store, filed.case ?? 0)).toMatchObject({ status: 'new', unread: true, mayBelong: null });
  });

  test('bare thanks for what is solved are filed and bring nothing back; for what is closed as well', async () => {
    for (const status of ['solved', 'closed'] as const) {
      const { answer, set, stands, entries, fromLan } = await shop();
      const { messageId } = answer();
      set({ status });
      await fromLan([`In-Reply-To: <${messageId}>`], 'Cảm ơn shop nhé!');
      expect(stands().status).toBe(status);
      expect(entries().at(-1)).toMatchObject({ filedOnly: 'thanks', thanks: true });
    }
  });

  test('an automatic answer is noted: it brings nothing back and nobody waits', async () => {
    const { answer, stands, entries, fromLan } = await shop();
    const { messageId } = answer();
    await fromLan([`In-Reply-To: <${messageId}>`, 'Auto-Submitted: auto-replied'], 'I am away.');
    expect(stands()).toMatchObject({ status: 'pending', waitingSince: null });
    expect(entries().at(-1)).toMatchObject({ filedOnly: 'automatic', automatic: 'autoreply' });
  });

  test('undo takes a mail back with all that followed from it', async () => {
    const { desk, answer, set, stands, entries, fromLan } = await shop();
    const { messageId } = answer();
    set({ status: 'solved' });
    const before = stands();
    const { action } = await fromLan([`In-Reply-To: <${messageId}>`]);
    undoAction(desk, action);
    expect(stands()).toMatchObject({ status: 'solved', solvedAt: before.solvedAt, waitingSince: before.waitingSince });
    expect(entries().length).toBe(2);
  });
});

describe('too many mails of one address', () => {
  test('the sixth within an hour is filed; an hour later they count again', async () => {
    const { desk, answer, set, status, entries, fromLan } = await shop();
    const { messageId } = answer();
    for (let n = 0; n < 4; n += 1) await fromLan([`In-Reply-To: <${messageId}>`], `Máy rò ${n}`);
    set({ status: 'solved' });
    await fromLan([`In-Reply-To: <${messageId}>`], 'Máy vẫn rò!!!');
    expect(status()).toBe('solved');
    expect(entries().at(-1)?.filedOnly).toBe('flood');
    desk.wait(HOUR + MINUTE);
    await fromLan([`In-Reply-To: <${messageId}>`], 'Máy vẫn rò mà!');
    expect(status()).toBe('open');
  });

  test('what she wrote over a weekend and is fetched at once is no flood', async () => {
    const { desk, answer, set, status, fromLan } = await shop();
    const { messageId } = answer();
    desk.wait(3 * DAY);
    for (let n = 9; n > 0; n -= 1) {
      set({ status: 'solved' });
      const date = new Date(desk.now() - n * 7 * HOUR).toUTCString();
      await fromLan([`In-Reply-To: <${messageId}>`, `Date: ${date}`], `Máy rò ${n}`);
      expect(status()).toBe('open');
    }
  });
});

test('mail of a sender of spam is filed away: in its old case, and in a new one', async () => {
  const { desk, number, stands, entries, fromLan } = await shop();
  perform(desk, spam, { cases: [number], not: false });
  await fromLan(['In-Reply-To: <first@thuxanh.example>'], 'Buy now!');
  expect(stands()).toMatchObject({ status: 'solved', waitingSince: null });
  expect(entries().at(-1)?.filedOnly).toBe('spam');
  const other = await fromLan(['Subject: Offers'], 'Buy more!');
  expect(other.how).toBe('new');
  expect(getCase(desk.store, other.case ?? 0)).toMatchObject({ status: 'solved', unread: false });
  expect(tagsOf(desk.store, other.case ?? 0)).toContain('spam');
});

describe('our own mail', () => {
  test('from another program answers the case: nobody waits any more', async () => {
    const { desk, get, stands, entries } = await shop();
    expect(stands().status).toBe('new');
    desk.wait(MINUTE);
    const raw = mailTo(desk, `Shop <${SHOP}>`, [`To: ${LAN}`, 'In-Reply-To: <first@thuxanh.example>'], 'Dạ, mai ạ.');
    expect(await get(raw)).toMatchObject({ how: 'own' });
    expect(stands()).toMatchObject({ status: 'pending', waitingSince: null, unread: false });
    expect(entries().at(-1)).toMatchObject({ direction: 'out', party: 'agent' });
  });

  test('to somebody new opens a case that is theirs to answer', async () => {
    const { desk, get } = await shop();
    const filed = await get(mailTo(desk, SHOP, ['To: ben@new.example', 'Subject: Hello'], 'Dear Ben'));
    expect(filed.how).toBe('own');
    expect(getCase(desk.store, filed.case ?? 0)).toMatchObject({ status: 'pending', unread: false });
  });

  test('a copy of what lies in the outbox is never filed twice, and proves that an uncertain one has left', async () => {
    const { desk, answer, get, outgoing, entries } = await shop();
    const { entry, messageId } = answer('uncertain');
    const copy = mailTo(desk, SHOP, [`To: ${LAN}`, `Message-ID: <${messageId}>`], 'Dạ.');
    expect(await get(copy)).toMatchObject({ how: 'same', entry });
    expect(outgoing(entry)).toMatchObject({ state: 'sent' });
    expect(entries().length).toBe(2);
  });

  test('an answer that names it proves that, too', async () => {
    const { answer, fromLan, outgoing } = await shop();
    const { entry, messageId } = answer('uncertain');
    await fromLan([`References: <${messageId.toUpperCase()}>`]);
    expect(outgoing(entry)).toMatchObject({ state: 'sent', problem: null });
  });

  test('a stranger under our Message-ID is not taken for the copy', async () => {
    const { desk, answer, get, outgoing } = await shop();
    const { entry, messageId } = answer('uncertain');
    const filed = await get(mailTo(desk, 'x@evil.test', [`Message-ID: <${messageId}>`], 'New bank account.'));
    expect(filed.how).toBe('new');
    expect(outgoing(entry).state).toBe('uncertain');
  });

  test('by its number alone it answers only who is written to: our address and a number can be guessed', async () => {
    const { desk, get, number, status } = await shop();
    const subject = `Subject: [#${number}] Your case`;
    const guessed = await get(mailTo(desk, SHOP, [`To: ${SHOP}`, subject], 'Nothing.'));
    expect(guessed.case).not.toBe(number);
    expect(status()).toBe('new');
    const meant = await get(mailTo(desk, SHOP, [`To: ${LAN}`, subject], 'Dạ.'));
    expect(meant).toMatchObject({ how: 'own', case: number });
    expect(status()).toBe('pending');
  });

  test('a mail under our address that our server found out is not ours', async () => {
    const { desk, get, number, stands } = await shop({ authservId: 'mx.shop.example' });
    const results = 'Authentication-Results: mx.shop.example; dmarc=fail header.from=shop.example';
    const filed = await get(mailTo(desk, SHOP, [results, 'In-Reply-To: <first@thuxanh.example>'], 'Send money.'));
    expect(filed).toMatchObject({ how: 'new' });
    expect(getCase(desk.store, filed.case ?? 0)).toMatchObject({ mayBelong: number });
    expect(stands().status).toBe('new');
  });
});

describe('through a group in front of one of our addresses', () => {
  const group = ['List-Id: <hotro.shop.example>', 'List-Post: <mailto:hotro@shop.example>', 'Precedence: list'];

  test("a customer's mail waits as usual", async () => {
    const { desk, get } = await shop();
    const filed = await get(mailTo(desk, 'hoa@khac.example', [...group, 'Subject: Giá']));
    expect(getCase(desk.store, filed.case ?? 0).waitingSince).not.toBe(null);
  });

  test('that writes itself into From, the customer is whom it names beside', async () => {
    const { desk, get, stands } = await shop();
    const lines = [...group, `X-Original-From: Lan <${LAN}>`, 'In-Reply-To: <first@thuxanh.example>'];
    expect(await get(mailTo(desk, `"'Lan' via Shop" <${SHOP}>`, lines))).toMatchObject({ how: 'joined' });
    expect(stands().status).toBe('new');
  });

  test("another list's mail stays a list's", async () => {
    const { desk, get } = await shop();
    const filed = await get(mailTo(desk, 'hoa@khac.example', ['List-Id: <news.khac.example>', 'Subject: News']));
    expect(findCase(desk.store, filed.case ?? 0)?.waitingSince).toBe(null);
  });
});
