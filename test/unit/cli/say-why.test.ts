import { describe, expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { readWhy } from '../../../src/actions/clocks.ts';
import { COMMITMENT_VERBS } from '../../../src/actions/commitments.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { type CaseFields, setCase } from '../../../src/actions/set-case.ts';
import { setTargets, targetsToChange } from '../../../src/actions/targets.ts';
import { LOCALES, type Locale } from '../../../src/context.ts';
import type { Why } from '../../../src/domain/clock/why.ts';
import { wordsFor } from '../../../src/i18n/index.ts';
import { sayWhy } from '../../../src/i18n/say-why.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const at = (moment: string): number => Date.parse(`2026-${moment}:00+07:00`);

/** A case that comes in at a moment, and what is done to it at others; of priority high from the start. */
function story(began: string): { desk: Desk; set: (moment: string, fields: CaseFields) => void } {
  const desk = createDesk({ tick: 0, zone: ZONE, now: at(began) });
  perform(desk, newCase, { customer: 'Lan', subject: 'Oven', kind: 'care', channel: 'chat', message: 'Hello' });
  const set = (moment: string, fields: CaseFields): void => {
    desk.wait(at(moment) - desk.now());
    perform(desk, setCase, { cases: [1], fields, addTags: [], removeTags: [] });
  };
  set(began, { priority: 'high' });
  return { desk, set };
}

/**
 * Friday 16:00, the customer's turn from Saturday 09:00 until Monday 10:00, asked on Monday at 14:00. 1:30 ran on Friday, 1
 * on Saturday, 2 and 0:30 on Monday, together 5 hours. Of a first reply within 4 the last 1:30 were used up on Monday at
 * 11:30; of the 24 for the solution 19 are left: 3:30 on Monday, 8 on Tuesday, 7:30 on Wednesday until 17:00.
 */
function pausedOverSunday(): Why {
  const { desk, set } = story('03-13T16:00');
  set('03-14T09:00', { status: 'pending' });
  set('03-16T10:00', { status: 'open' });
  desk.wait(at('03-16T14:00') - desk.now());
  return readWhy(desk, 1);
}

/**
 * Friday 15:00 before Tết (17 February 2026), snoozed from 16:00 until Monday 23 February at 08:00 on a desk whose clocks a
 * snooze stops; asked on Saturday 21 February at 09:00. 1 hour ran. From Monday 08:00 on the other 3 of a first reply last
 * until 11:00, and the other 23 of a solution 8 on Monday, 8 on Tuesday and 7 on Wednesday until 16:30. A promise is nearer.
 */
function snoozedOverTet(): Why {
  const { desk, set } = story('02-13T15:00');
  const { pausedBy: _, ...targets } = targetsToChange(desk, 'desk');
  perform(desk, setTargets, { ...targets, pausedBy: new Set(['snooze' as const]) });
  const promise = { cases: [1], customer: null, at: at('02-23T10:00'), text: 'Gọi lại', template: null };
  perform(desk, COMMITMENT_VERBS.promise.add, promise);
  set('02-13T16:00', { snooze: { mode: 'until', until: at('02-23T08:00') } });
  desk.wait(at('02-21T09:00') - desk.now());
  return readWhy(desk, 1);
}

const say = (why: Why, moment: string, locale: Locale): string[] => {
  const words = wordsFor(locale);
  return sayWhy(why, words.priorities.high, { words, locale, now: at(moment), zone: ZONE }).map(({ text }) => text);
};

type Lines = readonly string[];
/** Both clocks began together, so that their stretches are the same; after them stands when the case wakes. */
const both = (
  head: Lines,
  [first = '', ...firstEnd]: Lines,
  [last = '', ...lastEnd]: Lines,
  stretches: Lines,
): Lines => [...[...head, '', first, ...stretches, ...firstEnd], ...['', last, ...stretches, ...lastEnd]];

test('a case that was the customer’s turn over a Sunday is explained line by line', () => {
  const why = pausedOverSunday();

  expect(say(why, '03-16T14:00', 'en')).toEqual(
    both(
      [
        'Next: first reply · Mon 16 Mar 2026 11:30 (today) · 2h 30m late',
        'Targets "desk" for priority high, by the hours "desk" in Asia/Ho_Chi_Minh',
      ],
      ['first reply: target 4h · overdue · due Mon 16 Mar 2026 11:30 (today) · 5h used · 1h over'],
      ['resolution: target 24h · running · due Wed 18 Mar 17:00 · 5h used · 19h left'],
      [
        'Fri 13 Mar 16:00 – 17:30  ran  1h 30m',
        'Fri 13 Mar 17:30 – Sat 14 Mar 08:00  outside hours  14h 30m',
        'Sat 14 Mar 08:00 – 09:00  ran  1h',
        'Sat 14 Mar 09:00 – Mon 16 Mar 10:00  customer’s turn  2d 1h',
        'Mon 16 Mar 10:00 – 12:00  ran  2h',
        'Mon 16 Mar 12:00 – 13:30  break  1h 30m',
        'Mon 16 Mar 13:30 – 14:00  ran  30m',
      ],
    ),
  );
  expect(say(why, '03-16T14:00', 'vi')).toEqual(
    both(
      [
        'Gần nhất: trả lời lần đầu · thứ Hai 16/3/2026 11:30 (hôm nay) · trễ 2g 30ph',
        'Chỉ tiêu "desk" cho mức ưu tiên cao, theo giờ làm "desk" ở Asia/Ho_Chi_Minh',
      ],
      ['trả lời lần đầu: chỉ tiêu 4g · quá hạn · hạn thứ Hai 16/3/2026 11:30 (hôm nay) · đã dùng 5g · quá 1g'],
      ['giải quyết xong: chỉ tiêu 24g · đang tính · hạn thứ Tư 18/3 17:00 (ngày kia) · đã dùng 5g · còn 19g'],
      [
        'thứ Sáu 13/3 16:00 – 17:30  có tính  1g 30ph',
        'thứ Sáu 13/3 17:30 – thứ Bảy 14/3 08:00  ngoài giờ làm  14g 30ph',
        'thứ Bảy 14/3 08:00 – 09:00  có tính  1g',
        'thứ Bảy 14/3 09:00 – thứ Hai 16/3 10:00  chờ khách  2ng 1g',
        'thứ Hai 16/3 10:00 – 12:00  có tính  2g',
        'thứ Hai 16/3 12:00 – 13:30  giờ nghỉ  1g 30ph',
        'thứ Hai 16/3 13:30 – 14:00  có tính  30ph',
      ],
    ),
  );
  expect(say(why, '03-16T14:00', 'th')).toEqual(
    both(
      [
        'ใกล้ที่สุด: ตอบครั้งแรก · วันจันทร์ 16 มี.ค. 2026 11:30 (วันนี้) · ช้า 2ชม. 30นาที',
        'เป้าหมาย "desk" สำหรับความสำคัญ สูง ตามเวลาทำการ "desk" ใน Asia/Ho_Chi_Minh',
      ],
      ['ตอบครั้งแรก: เป้าหมาย 4ชม. · เลยกำหนด · ภายใน วันจันทร์ 16 มี.ค. 2026 11:30 (วันนี้) · ใช้ไป 5ชม. · เกิน 1ชม.'],
      ['แก้ให้เรียบร้อย: เป้าหมาย 24ชม. · กำลังนับ · ภายใน วันพุธ 18 มี.ค. 17:00 (มะรืนนี้) · ใช้ไป 5ชม. · เหลือ 19ชม.'],
      [
        'วันศุกร์ 13 มี.ค. 16:00 – 17:30  นับเวลา  1ชม. 30นาที',
        'วันศุกร์ 13 มี.ค. 17:30 – วันเสาร์ 14 มี.ค. 08:00  นอกเวลาทำการ  14ชม. 30นาที',
        'วันเสาร์ 14 มี.ค. 08:00 – 09:00  นับเวลา  1ชม.',
        'วันเสาร์ 14 มี.ค. 09:00 – วันจันทร์ 16 มี.ค. 10:00  รอลูกค้า  2วัน 1ชม.',
        'วันจันทร์ 16 มี.ค. 10:00 – 12:00  นับเวลา  2ชม.',
        'วันจันทร์ 16 มี.ค. 12:00 – 13:30  พักเที่ยง  1ชม. 30นาที',
        'วันจันทร์ 16 มี.ค. 13:30 – 14:00  นับเวลา  30นาที',
      ],
    ),
  );
});

test('a case that is snoozed over Tết is explained line by line, and what is due when it wakes', () => {
  const why = snoozedOverTet();

  expect(say(why, '02-21T09:00', 'en')).toEqual(
    both(
      [
        'Next: promise · Mon 23 Feb 10:00 · 2d 1h left',
        'Targets "desk" for priority high, by the hours "desk" in Asia/Ho_Chi_Minh',
        '',
        'promise · Mon 23 Feb 10:00 · Gọi lại',
      ],
      [
        'first reply: target 4h · stands · 1h used · 3h left',
        'wakes Mon 23 Feb 08:00 and is due Mon 23 Feb 11:00 then',
      ],
      [
        'resolution: target 24h · stands · 1h used · 23h left',
        'wakes Mon 23 Feb 08:00 and is due Wed 25 Feb 16:30 then',
      ],
      ['Fri 13 Feb 15:00 – 16:00  ran  1h', 'Fri 13 Feb 16:00 – Sat 21 Feb 09:00  snoozed  7d 17h'],
    ),
  );

  expect(say(why, '02-21T09:00', 'vi')).toEqual(
    both(
      [
        'Gần nhất: lời hẹn · thứ Hai 23/2 10:00 (ngày kia) · còn 2ng 1g',
        'Chỉ tiêu "desk" cho mức ưu tiên cao, theo giờ làm "desk" ở Asia/Ho_Chi_Minh',
        '',
        'lời hẹn · thứ Hai 23/2 10:00 (ngày kia) · Gọi lại',
      ],
      [
        'trả lời lần đầu: chỉ tiêu 4g · tạm dừng · đã dùng 1g · còn 3g',
        'hiện lại thứ Hai 23/2 08:00 (ngày kia) và khi đó hạn là thứ Hai 23/2 11:00 (ngày kia)',
      ],
      [
        'giải quyết xong: chỉ tiêu 24g · tạm dừng · đã dùng 1g · còn 23g',
        'hiện lại thứ Hai 23/2 08:00 (ngày kia) và khi đó hạn là thứ Tư 25/2 16:30',
      ],
      ['thứ Sáu 13/2 15:00 – 16:00  có tính  1g', 'thứ Sáu 13/2 16:00 – thứ Bảy 21/2 09:00  tạm ẩn  7ng 17g'],
    ),
  );

  expect(say(why, '02-21T09:00', 'th')).toEqual(
    both(
      [
        'ใกล้ที่สุด: คำสัญญา · วันจันทร์ 23 ก.พ. 10:00 (มะรืนนี้) · อีก 2วัน 1ชม.',
        'เป้าหมาย "desk" สำหรับความสำคัญ สูง ตามเวลาทำการ "desk" ใน Asia/Ho_Chi_Minh',
        '',
        'คำสัญญา · วันจันทร์ 23 ก.พ. 10:00 (มะรืนนี้) · Gọi lại',
      ],
      [
        'ตอบครั้งแรก: เป้าหมาย 4ชม. · หยุดนับ · ใช้ไป 1ชม. · เหลือ 3ชม.',
        'กลับมา วันจันทร์ 23 ก.พ. 08:00 (มะรืนนี้) แล้วครบกำหนด วันจันทร์ 23 ก.พ. 11:00 (มะรืนนี้)',
      ],
      [
        'แก้ให้เรียบร้อย: เป้าหมาย 24ชม. · หยุดนับ · ใช้ไป 1ชม. · เหลือ 23ชม.',
        'กลับมา วันจันทร์ 23 ก.พ. 08:00 (มะรืนนี้) แล้วครบกำหนด วันพุธ 25 ก.พ. 16:30',
      ],
      ['วันศุกร์ 13 ก.พ. 15:00 – 16:00  นับเวลา  1ชม.', 'วันศุกร์ 13 ก.พ. 16:00 – วันเสาร์ 21 ก.พ. 09:00  พักไว้  7วัน 17ชม.'],
    ),
  );
});

test('a case that was solved long ago without an answer is told in a few lines, and nothing is left of its first reply', () => {
  const { desk, set } = story('01-05T09:00');
  set('01-05T10:00', { status: 'solved' });
  desk.wait(at('03-16T14:00') - desk.now());
  const why = readWhy(desk, 1);

  expect(say(why, '03-16T14:00', 'en').slice(2)).toEqual([
    '',
    'first reply: target 4h · stands · 1h used · solved without an answer',
    'Mon 5 Jan 09:00 – 10:00  ran  1h',
    'Mon 5 Jan 10:00 – Mon 16 Mar 14:00  solved  70d 4h',
    '',
    'resolution: target 24h · in time · solved Mon 5 Jan 2026 10:00 · due Thu 8 Jan 2026 09:00 · 1h used · 23h left',
    'Mon 5 Jan 09:00 – 10:00  ran  1h',
  ]);
  expect(say(why, '03-16T14:00', 'vi')[3]).toMatch(/đã dùng 1g · xong mà chưa trả lời$/);
  expect(say(why, '03-16T14:00', 'th')[3]).toMatch(/ใช้ไป 1ชม. · เรียบร้อยโดยไม่มีคำตอบ$/);
});

describe.each([
  ['over a Sunday', pausedOverSunday, '03-13T16:00', '03-16T14:00'],
  ['over Tết', snoozedOverTet, '02-13T15:00', '02-21T09:00'],
] as const)('%s', (_, scene, began, now) => {
  test('the explanation has no gap in time from the beginning to now, and a line for every stretch that is told', () => {
    const why = scene();
    expect(why.clocks.map(({ kind }) => kind)).toEqual(['first', 'resolution']);
    for (const { segments, ranMs, stood } of why.clocks) {
      expect([segments[0]?.from, segments.at(-1)?.to]).toEqual([at(began), at(now)]);
      for (const [index, { from, to }] of segments.entries()) {
        expect(to).toBeGreaterThan(from);
        if (index > 0) expect(from).toBe(segments[index - 1]?.to);
      }
      expect(Object.values(stood).reduce((sum, ms) => sum + ms, ranMs)).toBe(at(now) - at(began));
    }
    for (const locale of LOCALES) {
      const words = wordsFor(locale);
      const lines = sayWhy(why, '', { words, locale, now: at(now), zone: ZONE });
      const stretches = lines.filter(({ sort }) => sort === 'ran' || sort === 'stood');
      expect(stretches).toHaveLength(why.clocks.reduce((sum, { told: rows }) => sum + rows.length, 0));
      for (const { told: rows, segments } of why.clocks)
        expect([rows[0]?.from, rows.at(-1)?.to]).toEqual([segments[0]?.from, segments.at(-1)?.to]);
    }
  });
});
