import { beforeEach, expect, test } from 'vitest';
import { clean } from '../../src/text/clean.ts';
import { type Desk, tempDesk } from '../helpers/cli.ts';
import { caseLine, mail, mbox } from '../helpers/cli-seed.ts';
import { answer, ask, fresh } from '../helpers/shop-mails.ts';

let desk: Desk;
beforeEach(() => {
  desk = tempDesk();
});

test('Ctrl-C ends it with 130', async () => {
  const { code, err } = await desk.run(['import', desk.file('shop.mbox', mbox([ask, fresh]))], { interrupted: true });

  expect(code).toBe(130);
  expect(err).toContain('to go on from there');
});

test.each([
  ['en', 'mails read', '64 mails are read and kept, but not in cases yet.', 'could not be read'],
  ['vi', 'đã đọc', 'Đã đọc và giữ lại 64 thư, nhưng chưa xếp vào phiếu nào.', 'Không đọc được'],
  ['th', 'ฉบับแล้ว …', 'อ่านและเก็บอีเมล 64 ฉบับไว้แล้ว แต่ยังไม่ได้จัดลงเคส', 'อ่านไม่ได้'],
])(
  'Ctrl-C while it reads (%s): no question, no blame, and the next run brings all in',
  async (lang, at, kept, blame) => {
    const mails = Array.from({ length: 200 }, (_, n) => fresh.replace('<4@', `<m${n}@`));
    const path = desk.file('shop.mbox', mbox(mails));

    const stopped = await desk.run(['import', path, '--lang', lang], { interrupted: at, terminal: 100 });

    expect(stopped.code).toBe(130);
    expect(stopped.err).not.toContain('shop@example.org');
    expect(stopped.out).toContain(kept);
    expect(stopped.out + stopped.err).not.toContain(blame);
    expect(await desk.json(['import', path])).toMatchObject({ read: 200, added: 200, skipped: 0, interrupted: false });
  },
);

test('shows progress on a terminal only', async () => {
  const path = desk.file('shop.mbox', mbox([ask, fresh]));
  expect((await desk.run(['import', '--dry-run', path])).err).not.toContain('\r');
  expect((await desk.run(['import', '--dry-run', path], { terminal: 80 })).err).toContain('\r');
});

test('a record that names its status keeps it and goes on waiting, however old it is', async () => {
  const path = desk.file('old.jsonl', caseLine({ uid: 'o', status: 'open' }));
  await desk.run(['import', path], { env: { DESK_NOW: '2027-01-01T00:00:00Z' } });

  expect(await desk.json(['list'])).toMatchObject([{ status: 'open', waitingSince: '2026-03-10T09:00:00.000Z' }]);
});

test.each([
  ['en', 'automatic', 'thank-you'],
  ['vi', 'thư tự động', 'lời cảm ơn'],
  ['th', 'อีเมลอัตโนมัติ', 'คำขอบคุณ'],
])(
  'automatic mail and a bare thank-you are marked when a case is shown (%s), and in JSON',
  async (lang, auto, thanks) => {
    const again = { From: 'Lan <lan@example.vn>', To: 'shop@example.org', 'In-Reply-To': '<2@example.org>' };
    const away = {
      ...again,
      'Auto-Submitted': 'auto-replied',
      Date: 'Tue, 10 Mar 2026 09:01:00 +0000',
      'Message-ID': '<8@x>',
    };
    const glad = { ...again, Date: 'Tue, 10 Mar 2026 10:00:00 +0000', 'Message-ID': '<9@x>' };
    const path = desk.file('shop.mbox', mbox([ask, answer, mail(away, 'I am away.'), mail(glad, 'Cảm ơn shop!')]));
    await desk.run(['import', path, '--me', 'shop@example.org']);

    const { out } = await desk.run(['show', '1', '--lang', lang]);
    const heads = out.split('\n').filter((line) => /^\[\d+\]/.test(line));

    expect(heads.map((line) => [line.includes(` · ${auto}`), line.includes(clean(` · ${thanks}`, 'line'))])).toEqual([
      [false, false],
      [false, false],
      [true, false],
      [false, true],
    ]);
    expect(await desk.json(['show', '1'])).toMatchObject({
      status: 'pending',
      waitingSince: null,
      entries: [
        { automatic: null, thanks: false },
        { automatic: null, thanks: false },
        { automatic: 'autoreply', thanks: false },
        { automatic: null, thanks: true },
      ],
    });
  },
);

test('a mail over 64 MB is kept byte for byte, and its case says that it was read in part', async () => {
  const big = mail(
    { From: 'Lan <lan@example.vn>', Subject: 'Photos', 'Message-ID': '<big@x>' },
    `Look!\n${'x'.repeat(80_000_000)}`,
  );
  const path = desk.file('big.eml', big);
  const first = await desk.json(['import', path, '--me', 'shop@example.org']);
  expect(first).toMatchObject({ read: 1, added: 1, skipped: 0, problems: [{ code: 'mail-long' }] });

  expect(await desk.json(['show', '1'])).toMatchObject({ subject: 'Photos', entries: [{ problemCode: 'mail-long' }] });
  expect((await desk.run(['source', '1'])).bytes.equals(Buffer.from(big))).toBe(true);
  expect(await desk.json(['import', path])).toMatchObject({ read: 1, added: 0, unchanged: 1 });
});

test('an import that changes nothing leaves nothing to undo', async () => {
  const template = {
    type: 'template',
    name: 'late',
    title: 'Late',
    tags: [],
    bodies: { en: 'Sorry' },
    set: {},
    addTags: [],
  };
  const path = desk.file('templates.jsonl', `${JSON.stringify(template)}\n`);
  await desk.run(['import', path]);
  const before = (await desk.run(['undo', '--list'])).out;

  await desk.run(['import', path]);

  expect((await desk.run(['undo', '--list'])).out).toBe(before);
});
