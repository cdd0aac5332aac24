import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importSources } from '../../src/actions/import/import.ts';
import { clean } from '../../src/text/clean.ts';
import { createDesk } from '../helpers/desk.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { mailOf, mboxOf } from '../helpers/sample-mails.ts';
import { openScreens } from '../helpers/screen.ts';

const day = (at: number): string => `Mon, 0${at} Mar 2026 08:00:00 +0700`;
const MAILS = [
  mailOf({ id: 'a1@x', date: day(2), text: 'Máy không chạy' }),
  mailOf({ id: 'a2@x', date: day(3), references: ['a1@x'], text: 'I am away', more: ['Auto-Submitted: auto-replied'] }),
  mailOf({ id: 'a3@x', date: day(4), references: ['a1@x'], text: 'cảm ơn shop' }),
];

test.each([
  ['en', 'automatic', 'thank-you'],
  ['vi', 'thư tự động', 'lời cảm ơn'],
  ['th', 'อีเมลอัตโนมัติ', 'คำขอบคุณ'],
] as const)(
  'a case shows beside each entry whether it is automatic or a bare thank-you (%s)',
  async (locale, auto, thanks) => {
    const desk = createDesk({ locale });
    const path = join(temporaryFolder(), 'shop.mbox');
    writeFileSync(path, mboxOf(MAILS));
    await importSources(desk, { paths: [path], me: ['shop@desk.example'], solvedBefore: null });
    const screens = await openScreens({ desk, size: '120x40' });
    screens.press('open');

    const heads = screens
      .screen()
      .split('\n')
      .filter((line) => line.includes('● '));
    expect(heads.map((line) => [line.includes(` · ${auto}`), line.includes(clean(` · ${thanks}`, 'line'))])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
    desk.close();
  },
);
