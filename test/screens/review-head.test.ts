import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { importSources } from '../../src/actions/import/import.ts';
import { readOutbox } from '../../src/actions/mailing/read-outbox.ts';
import { readCase } from '../../src/actions/read-cases.ts';
import type { Locale } from '../../src/context.ts';
import type { Outgoing } from '../../src/domain/outbox.ts';
import type { KeyId } from '../../src/tui/key-name.ts';
import { answerShown } from '../../src/tui/screens/compose/answer-shown.ts';
import { createDesk } from '../helpers/desk.ts';
import { addMailAccount } from '../helpers/mail-account.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';
import { storeFolder } from '../helpers/seeded.ts';

const LAN = 47;
const SHOP = 'cskh@maymoi.example';
const SIGNED = { vi: 'Linh\nMáy Mới', en: 'Linh, Máy Mới' };

interface Setting {
  readonly locale?: Locale;
  /** with the shop's account, which sends */
  readonly account?: boolean;
}

const caseOf = (desk: Screens) => readCase(desk.desk, LAN);
const head = (desk: Screens) => caseOf(desk).drafts.reply?.head;
const lastEntry = (desk: Screens) => caseOf(desk).entries.at(-1);
const sent = (desk: Screens): Outgoing => {
  const out = readOutbox(desk.desk).find((one) => one.entry === lastEntry(desk)?.id);
  if (out === undefined) throw new Error('nothing was sent');
  return out;
};
const inLine = (desk: Screens, text: string): void => {
  desk.key('C-u');
  desk.type(text);
};
const change = (desk: Screens, row: KeyId, text: string): void => {
  desk.press(row);
  inLine(desk, `${text}\n`);
};
/** The files' folder answers in its own time. */
const settled = async (desk: Screens): Promise<void> => void (await Promise.all(desk.asked.later.splice(0)));

/** The review of an answer to Lan, and a folder with files. */
async function inReview({ locale = 'en', account = true }: Setting = {}): Promise<{ desk: Screens; folder: string }> {
  const { folder, remove } = storeFolder();
  onTestFinished(remove);
  const desk = await openScreens({ seed: true, locale, size: '100x40' });
  if (account) addMailAccount(desk.desk, { address: SHOP, name: 'Máy Mới', signatures: SIGNED });
  desk.asked.folder = folder;
  desk.goTo(LAN);
  desk.press('reply');
  desk.type('Dạ em chào chị.');
  desk.press('review');
  return { desk, folder };
}

test('t, c, b and s change whom it goes to and its subject, and so it lies in the outbox', async () => {
  const { desk } = await inReview();
  change(desk, 'answer-to', 'Hoa <hoa@example.vn>, "Trần, Ba" <ba@example.vn>');
  change(desk, 'answer-cc', 'kho@example.vn');
  change(desk, 'answer-bcc', 'boss@example.vn');
  change(desk, 'answer-subject', 'Máy mới của chị');
  desk.sees('to: Hoa <hoa@example.vn>, Trần, Ba <ba@example.vn>');
  desk.sees('Cc: kho@example.vn');
  desk.sees('Bcc: boss@example.vn');
  desk.sees('subject: Máy mới của chị');
  desk.press('send');
  expect(sent(desk).envelope).toMatchObject({
    to: [
      { name: 'Hoa', address: 'hoa@example.vn' },
      { name: 'Trần, Ba', address: 'ba@example.vn' },
    ],
    cc: [{ address: 'kho@example.vn' }],
    bcc: [{ address: 'boss@example.vn' }],
    subject: 'Máy mới của chị',
  });
});

test('the line holds what stands there; left as it is it changes nothing, and empty it is as proposed', async () => {
  const { desk } = await inReview();
  desk.press('answer-to');
  desk.sees('to: Lan Nguyễn <lan.nguyen@example.vn>');
  desk.key('Enter');
  expect(head(desk)).toEqual({});
  change(desk, 'answer-to', 'hoa@example.vn');
  desk.sees('to: hoa@example.vn');
  change(desk, 'answer-to', '');
  desk.sees('to: Lan Nguyễn <lan.nguyen@example.vn>');
  expect(head(desk)).toEqual({});
  desk.press('answer-cc');
  desk.key('Esc');
  expect(head(desk)).toEqual({});
});

test.each([
  ['en', 'lan@', 'lan@” is no mail address'],
  ['vi', 'lân@example.vn', 'lân@example.vn'],
  ['en', 'a@example.vn b@example.vn', 'is no mail address'],
  ['en', 'ok@example.vn, Hoa <hoa@example.vn> x', 'is no mail address'],
] as const)('in %s, %s is no address: it says so, and the line stays to be mended', async (locale, typed, told) => {
  const { desk } = await inReview({ locale });
  change(desk, 'answer-cc', typed);
  desk.sees(told);
  desk.sees(typed);
  expect(desk.state().overlay).toMatchObject({ name: 'prompt' });
  expect(head(desk)).toEqual({});
  inLine(desk, 'hoa@example.vn\n');
  desk.sees('Cc: hoa@example.vn');
});

test('every change is kept at once: it survives a crash, and comes back with the draft', async () => {
  const { desk, folder } = await inReview();
  writeFileSync(join(folder, 'bill.pdf'), '%PDF-1');
  change(desk, 'answer-cc', 'kho@example.vn');
  change(desk, 'attach', 'bill.pdf');
  await settled(desk);
  desk.press('quote');
  change(desk, 'send-later', 'fri 5pm');
  const other = await openScreens({ desk: desk.desk, size: '100x40' });
  other.goTo(LAN);
  other.press('reply', 'review');
  const chosen = ['Cc: kho@example.vn', 'bill.pdf (6 B)', 'leaves: Fri 13 Mar 17:00', /^ +> /m];
  for (const one of chosen) other.sees(one);

  desk.press('keep-draft', 'reply', 'review');
  desk.sees('Cc: kho@example.vn');
  desk.press('send', 'undo');
  desk.goTo(LAN);
  desk.press('reply', 'review');
  for (const one of chosen) desk.sees(one);
});

test('a change that a full disk refuses keeps the composer open, until there is room for it', async () => {
  const { desk } = await inReview();
  const { db } = desk.desk.store;
  db.exec('VACUUM'); // no page is left over
  const pages = Number(db.pragma('page_count', { simple: true }));
  db.pragma(`max_page_count = ${pages}`);
  desk.press('answer-subject');
  desk.paste('Máy mới '.repeat(20_000));
  desk.key('Enter');
  desk.sees('The disk is full');
  desk.press('keep-draft');
  expect(desk.state().screen.name).toBe('compose');
  db.pragma('max_page_count = 1000000');
  desk.press('keep-draft');
  desk.sees('Draft kept');
  expect(head(desk)?.subject).toContain('Máy mới Máy mới');
});

test('f goes through our addresses that can send, and each has its own signature', async () => {
  const { desk } = await inReview();
  desk.press('answer-from');
  desk.sees('No other address of ours can send.');
  addMailAccount(desk.desk, { address: 'sales@maymoi.example', name: 'Sales', signatures: { vi: 'Phòng bán hàng' } });
  addMailAccount(desk.desk, { address: 'in@maymoi.example', smtp: null });
  desk.press('keep-draft', 'reply', 'review');
  desk.sees('from: Máy Mới <cskh@maymoi.example>');
  desk.sees(/--\s+Linh\s+Máy Mới/);
  desk.press('answer-from');
  desk.sees('from: Sales <sales@maymoi.example>');
  desk.sees(/--\s+Phòng bán hàng/);
  desk.doesNotSee('Linh');
  desk.press('send');
  expect(sent(desk).envelope.from).toEqual({ name: 'Sales', address: 'sales@maymoi.example' });
  expect(lastEntry(desk)?.text).toBe('Dạ em chào chị.\n\n-- \nPhòng bán hàng');
});

test('f comes round to the proposed address, which is no choice any more', async () => {
  const { desk } = await inReview();
  addMailAccount(desk.desk, { address: 'sales@maymoi.example' });
  desk.press('keep-draft', 'reply', 'review');
  desk.press('answer-from');
  expect(head(desk)).toEqual({ from: 'sales@maymoi.example' });
  desk.press('answer-from');
  expect(head(desk)).toEqual({});
});

test('a attaches a file, x takes the last one off', async () => {
  const { desk, folder } = await inReview();
  writeFileSync(join(folder, 'hoá đơn.pdf'), '%PDF-1');
  writeFileSync(join(folder, 'b.txt'), 'abc');
  change(desk, 'attach', 'hoá đơn.pdf');
  await settled(desk);
  change(desk, 'attach', join(folder, 'b.txt'));
  await settled(desk);
  desk.sees('files: hoá đơn.pdf (6 B), b.txt (3 B)');
  desk.press('unattach');
  desk.sees('b.txt does not go along.');
  desk.sees('files: hoá đơn.pdf (6 B)');
  desk.press('send');
  expect(lastEntry(desk)?.parts).toMatchObject([{ n: 1, name: 'hoá đơn.pdf', type: 'application/pdf', size: 6 }]);
  desk.press('undo');
  desk.goTo(LAN);
  desk.press('reply', 'review', 'unattach', 'unattach');
  desk.sees('No file goes along');
});

test('a path that is no file, or too large with the others, is told, and the line stays to be mended', async () => {
  const { desk, folder } = await inReview();
  const large = (name: string, megabytes: number): void => {
    writeFileSync(join(folder, name), '');
    truncateSync(join(folder, name), megabytes * 1024 * 1024);
  };
  large('first.bin', 13);
  large('second.bin', 13);
  desk.press('attach');
  desk.sees('at most 25 MB');
  const enter = async (path: string): Promise<void> => {
    inLine(desk, `${path}\n`);
    await settled(desk);
  };
  await enter('missing.pdf');
  desk.sees('There is no file or folder');
  desk.sees('Attach the file: missing.pdf');
  await enter('.');
  desk.sees('is not a file');
  await enter('/dev/zero');
  desk.sees('/dev/zero is not a file');
  await enter('first.bin');
  desk.sees('files: first.bin (14 MB)');
  desk.press('attach');
  await enter('second.bin');
  desk.sees('26 MB together; at most 25 MB');
  desk.sees('Attach the file: second.bin');
  expect(head(desk)?.parts).toHaveLength(1);
});

test('a file that comes when the agent has left the prompt does not go along', async () => {
  const { desk, folder } = await inReview();
  writeFileSync(join(folder, 'b.txt'), 'abc');
  change(desk, 'attach', 'b.txt');
  desk.key('Esc');
  await settled(desk);
  desk.doesNotSee('b.txt');
  expect(head(desk)).toEqual({});
});

test('Tab completes a path as far as it is clear and offers the rest, without marks too', async () => {
  const { desk, folder } = await inReview();
  mkdirSync(join(folder, 'ảnh'));
  for (const name of ['ảnh/màn hình 1.png', 'ảnh/màn hình 2.png', '.hidden']) writeFileSync(join(folder, name), 'png');
  desk.press('attach');
  const tab = async (): Promise<void> => {
    desk.key('Tab');
    await settled(desk);
  };
  desk.type('an');
  await tab();
  desk.sees('Attach the file: ảnh/');
  await tab();
  desk.sees('Attach the file: ảnh/màn hình');
  desk.sees(/màn hình 1\.png +màn hình 2\.png/);
  desk.type('2');
  desk.doesNotSee('màn hình 1.png');
  await tab();
  desk.key('Enter');
  await settled(desk);
  desk.sees('files: màn hình 2.png (3 B)');
});

test.each([
  ['vi', 'thứ Hai 8h', 'thứ Hai 16/3 08:00', '2026-03-16T08:00'],
  ['th', 'พรุ่งนี้เช้า', 'วันศุกร์ 13 มี.ค. 08:00 (พรุ่งนี้)', '2026-03-13T08:00'],
  ['en', 'fri 5pm', 'Fri 13 Mar 17:00 (tomorrow)', '2026-03-13T17:00'],
] as const)('in %s, l and “%s” lets it leave then; it is shown before it counts', async (locale, words, shown, at) => {
  const { desk } = await inReview({ locale });
  desk.press('send-later');
  desk.type(words);
  desk.sees(`→ ${shown}`);
  expect(head(desk)).toEqual({});
  desk.key('Enter');
  desk.sees(shown);
  expect(readOutbox(desk.desk)).toEqual([]);
  desk.press('send');
  desk.sees(shown);
  expect(new Date(sent(desk).notBefore ?? 0).toISOString().slice(0, 16)).toBe(at);
});

test('a moment that is over or none is told; an empty line takes it back', async () => {
  const { desk } = await inReview();
  change(desk, 'send-later', '2026-01-01');
  desk.sees('That is in the past.');
  inLine(desk, 'soonish\n');
  desk.sees('"soonish" is not a date');
  inLine(desk, 'fri 5pm\n');
  desk.sees('leaves: Fri 13 Mar 17:00');
  desk.press('send-later');
  desk.sees('an empty line: it does not wait');
  desk.key('Enter');
  desk.doesNotSee('leaves:');
  expect(head(desk)).toEqual({});
});

test('a draft whose moment has gone by meanwhile does not leave by surprise', async () => {
  const { desk } = await inReview();
  change(desk, 'send-later', 'in 2 hours');
  desk.tick(3 * 3_600_000);
  desk.sees('The moment to leave is over.');
  desk.press('send');
  expect(readOutbox(desk.desk)).toEqual([]);
  change(desk, 'send-later', '');
  desk.press('send');
  expect(sent(desk).state).toBe('queued');
});

test('without an account that sends nothing can leave later, and the key says why', async () => {
  const { desk } = await inReview({ account: false });
  desk.press('send-later');
  desk.sees('has no mail account that sends');
  expect(desk.state().overlay).toBeNull();
});

test('> quotes what is answered, and takes it off again', async () => {
  const { desk } = await inReview();
  desk.press('quote');
  desk.sees(/Lan Nguyễn <lan\.nguyen@example\.vn>, 2026-.*:\n +> /);
  desk.press('quote');
  desk.doesNotSee(/^ +> /m);
  desk.press('quote', 'send');
  expect(lastEntry(desk)?.quoted).toMatch(/^Lan Nguyễn <lan\.nguyen@example\.vn>, 2026-.*:\n> /);
});

test('a Reply-To in another domain stands there; one key uses it, for this draft alone', async () => {
  const store = createDesk();
  onTestFinished(store.close);
  const mail = (n: number): string =>
    `From: Lan <lan@example.vn>\nTo: ${SHOP}\nReply-To: L <lan@other.example>\nSubject: Bill ${n}\n` +
    `Message-ID: <${n}@example.vn>\nDate: Tue, 10 Mar 2026 0${n}:00:00 +0000\n\nHello ${n}\n`;
  const { folder, remove } = storeFolder();
  onTestFinished(remove);
  for (const n of [1, 2]) writeFileSync(join(folder, `${n}.eml`), mail(n));
  await importSources(store, { paths: [join(folder, '1.eml'), join(folder, '2.eml')], solvedBefore: null });
  const desk = await openScreens({ desk: store, size: '100x30' });
  desk.press('reply');
  desk.type('x');
  desk.press('review');
  desk.sees('to: Lan <lan@example.vn>');
  desk.sees('Reply-To: L <lan@other.example>');
  desk.sees('in another domain');
  desk.press('answer-reply-to');
  desk.sees('to: L <lan@other.example>');
  desk.sees('The answer goes to the Reply-To');
  desk.press('answer-reply-to');
  desk.sees('to: Lan <lan@example.vn>');
  desk.press('answer-reply-to', 'keep-draft', 'reply', 'review');
  desk.sees('to: L <lan@other.example>');
  desk.press('send');
  expect(readOutbox(store)[0]?.envelope.to).toEqual([{ name: 'L', address: 'lan@other.example' }]);
  desk.press('next', 'reply');
  desk.type('x');
  desk.press('review');
  desk.sees('to: Lan <lan@example.vn>');
});

test('where the mail names no other address, r says so', async () => {
  const { desk } = await inReview();
  desk.press('answer-reply-to');
  desk.sees('asks for answers nowhere else');
});

test('an answer that is no mail has no head: its keys say why, and its review shows none of it', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('new');
  desk.type('0903 123 456\nPrice\n');
  desk.press('reply');
  desk.type('Hello');
  desk.press('review');
  desk.doesNotSee('from:');
  desk.doesNotSee('subject:');
  desk.doesNotSee('attach');
  for (const row of ['answer-to', 'attach', 'send-later', 'quote', 'answer-from'] as const) {
    desk.press(row);
    expect(desk.state().overlay, row).toBeNull();
    desk.sees('desk cannot send on this channel');
  }
  desk.key('Esc');
  desk.press('note');
  desk.type('x');
  desk.press('review', 'attach');
  desk.sees('Only you see this.');
});

test('what the review shows is what the outbox holds', async () => {
  const { desk, folder } = await inReview();
  addMailAccount(desk.desk, { address: 'sales@maymoi.example', signatures: { vi: 'Bán hàng' } });
  writeFileSync(join(folder, 'b.txt'), 'abc');
  const line = (row: KeyId, ...texts: string[]) =>
    fc.constantFrom(...texts).map((text) => async () => {
      change(desk, row, text);
      if (row === 'attach') await settled(desk);
    });
  const key = (row: KeyId) => fc.constant(async () => desk.press(row));
  const step = fc.oneof(
    line('answer-to', 'hoa@example.vn, Ba <ba@example.vn>', ''),
    line('answer-cc', 'kho@example.vn', ''),
    line('answer-bcc', 'Boss <boss@example.vn>', ''),
    line('answer-subject', 'Khác', ''),
    line('attach', 'b.txt'),
    line('send-later', 'fri 5pm', ''),
    ...(['answer-from', 'unattach', 'quote'] as const).map(key),
  );
  const words = fc.constantFrom('Dạ.', 'Dạ chị,\n\n-- \nKý riêng', ' hai  dòng\n\n', 'ạ 😀');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), words, async (steps, text) => {
      desk.key('Esc');
      if (desk.state().screen.name === 'list') desk.goTo(LAN);
      if (desk.state().screen.name !== 'compose') desk.press('reply');
      desk.send({ type: 'edited', text });
      desk.press('review');
      for (const one of steps) await one();
      const { shown, screen } = desk.state();
      if (shown === null || screen.name !== 'compose') throw new Error(desk.screen());
      const { leaveAt, text: whole, quoted, parts, state, ...envelope } = answerShown(shown, screen.draft);
      for (const row of [...whole.split('\n'), ...parts.map((one) => one.name)]) desk.sees(row.trim());
      desk.press('send');
      expect(sent(desk)).toMatchObject({ state, envelope });
      if (leaveAt !== null) expect(sent(desk).notBefore).toBe(leaveAt);
      expect(lastEntry(desk)).toMatchObject({ text: whole, quoted, parts });
      desk.press('undo');
    }),
    { numRuns: 30 },
  );
});
