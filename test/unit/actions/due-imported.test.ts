import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readWhy } from '../../../src/actions/clocks.ts';
import { importSources } from '../../../src/actions/import/import.ts';
import { findCases } from '../../../src/actions/read-cases.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';

const HOUR = 3_600_000;
const at = (local: string): number => Date.parse(`${local}+07:00`);

const mail = (n: number, from: string, to: string, date: string, answers: string): string =>
  [
    ...[`From: ${from}`, `To: ${to}`, `Date: ${date} +0700`, `Message-ID: <m${n}@x.example>`, 'Subject: Máy hỏng'],
    ...(answers === '' ? [] : [`In-Reply-To: <${answers}@x.example>`]),
    ...['Content-Type: text/plain; charset=utf-8', '', `Thư số ${n}`, ''],
  ].join('\n');
const LAN = 'lan@khach.example';
const SHOP = 'shop@desk.example';

async function take(desk: Desk, ...mails: readonly string[]): Promise<void> {
  const mbox = mails.map((one) => `From x@x Mon Nov  2 08:00:00 2026\n${one}\n`).join('');
  const stdin = Readable.from([Buffer.from(mbox)]);
  await importSources(desk, { paths: ['-'], stdin, format: 'mbox', me: [SHOP], solvedBefore: null });
}

const clock = (desk: Desk, kind: string) => {
  const [number = 0] = findCases(desk, '*', 1);
  return readWhy(desk, number).clocks.find((one) => one.kind === kind);
};

describe('clocks of what was imported are those of the words, however it came in', () => {
  // Mon 2 Nov 08:00 she writes, Wed 4 Nov 16:00 we answer; target 8 h of Mon 8-12, 13:30-17:30: used up on Mon 17:30
  test('an answer after two days is too late', async () => {
    const desk = createDesk({ now: at('2026-11-05T10:00') });
    await take(
      desk,
      mail(1, LAN, SHOP, 'Mon, 2 Nov 2026 08:00:00', ''),
      mail(2, SHOP, LAN, 'Wed, 4 Nov 2026 16:00:00', 'm1'),
    );
    expect(clock(desk, 'first')).toMatchObject({
      state: 'breached',
      dueAt: at('2026-11-02T17:30'),
      metAt: at('2026-11-04T16:00'),
      // Mon 8 + Tue 8 + Wed 4 + 2.5
      ranMs: 22.5 * HOUR,
    });
    expect(findCases(desk, 'is:overdue', 5)).toEqual([]);
  });

  const story = [
    mail(1, LAN, SHOP, 'Mon, 2 Nov 2026 08:00:00', ''),
    mail(2, SHOP, LAN, 'Mon, 2 Nov 2026 10:00:00', 'm1'),
    mail(3, LAN, SHOP, 'Wed, 4 Nov 2026 09:00:00', 'm2'),
  ];

  // Mon 08-10: 2 h; her turn until Wed 09:00; Wed 09-12 and 13:30-17:30: 7 h; Thu 08-10: 2 h. 11 h of 40 h are used, 29 are
  // left: Thu 6 (10-12, 13:30-17:30), Fri 8, Sat 4, Mon 8 make 26, Tue 08-11 the last 3
  test.each([
    ['at once', [3]],
    ['one by one', [1, 1, 1]],
    ['two, then one', [2, 1]],
    ['one, then two', [1, 2]],
  ] as const)('a story of three mails that came in %s', async (_name, slices) => {
    const desk = createDesk({ now: at('2026-11-05T10:00'), tick: 0 });
    let from = 0;
    for (const many of slices) {
      await take(desk, ...story.slice(from, from + many));
      from += many;
    }
    expect(clock(desk, 'resolution')).toMatchObject({
      state: 'running',
      ranMs: 11 * HOUR,
      dueAt: at('2026-11-10T11:00'),
    });
    expect(clock(desk, 'next')).toMatchObject({ started: at('2026-11-04T09:00'), dueAt: at('2026-11-05T09:00') });
  });
});
