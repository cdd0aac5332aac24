import { expect, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import type { Locale } from '../../src/context.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

const asked = async (locale: Locale = 'en', zone = 'UTC'): Promise<Screens> => {
  const desk = await openScreens({ seed: true, locale, zone });
  desk.press('go-theirs'); // nothing is due there
  desk.goTo(46);
  desk.press('snooze-date');
  return desk;
};
const until = (desk: Screens): string | null => {
  const at = readCase(desk.desk, 46).case.snooze?.until ?? null;
  return at === null ? null : new Date(at).toISOString().slice(0, 16);
};
/** The line under the one that is typed in. */
const under = (desk: Screens): string => desk.screen().split('\n')[(desk.caret()?.y ?? 0) + 1]?.trim() ?? '';
const clear = (desk: Screens): void => desk.key('C-u');

test('what is typed is shown as a date under the line, letter by letter, before it counts', async () => {
  const desk = await asked('vi');
  expect(under(desk)).toContain('T6 17h');
  desk.type('thứ 6');
  expect(under(desk)).toBe('→ thứ Sáu 13/3 08:00 (mai)');
  desk.type(' 17h');
  expect(under(desk)).toBe('→ thứ Sáu 13/3 17:00 (mai)');
  desk.type(' nữa à');
  expect(under(desk)).toBe('Chưa rõ là khi nào');
  expect(until(desk)).toBeNull();
});

test.each([
  ['en', 'tomorrow', '→ Fri 13 Mar 08:00 (tomorrow)', '2026-03-13T08:00'],
  ['en', 'chiều thứ 2', '→ Mon 16 Mar 14:00', '2026-03-16T14:00'],
  ['vi', 'พรุ่งนี้ 9 โมง', '→ thứ Sáu 13/3 09:00 (mai)', '2026-03-13T09:00'],
  ['th', 'sang t2', '→ วันจันทร์ 16 มี.ค. 08:00', '2026-03-16T08:00'],
  ['th', 'ศุกร์หน้า', '→ วันศุกร์ 20 มี.ค. 08:00', '2026-03-20T08:00'],
  ['en', '5/1', '→ Tue 5 Jan 2027 08:00', '2027-01-05T08:00'],
  ['en', '3d', '→ Sun 15 Mar 08:00', '2026-03-15T08:00'],
] as const)('in %s %s is shown as %s, and Enter snoozes until then', async (locale, text, shown, at) => {
  const desk = await asked(locale);
  desk.type(text);
  expect(under(desk)).toBe(shown);
  desk.key('Enter');
  expect(desk.state().overlay).toBeNull();
  expect(until(desk)).toBe(at);
});

test('what could mean something else says so', async () => {
  const desk = await asked();
  desk.type('8h');
  expect(under(desk)).toContain('counted from now; for the hour type 8:00');
  clear(desk);
  desk.type('mai 3h');
  expect(under(desk)).toContain('15:00 (tomorrow) · the afternoon');
  clear(desk);
  desk.type('2026-01-01');
  expect(under(desk)).toContain('That is in the past');
});

test('the day and the hour are those of the agent’s own zone', async () => {
  const desk = await asked('vi', 'Asia/Ho_Chi_Minh');
  desk.type('mai 8h');
  expect(under(desk)).toBe('→ thứ Sáu 13/3 08:00 (mai)');
  desk.key('Enter');
  expect(until(desk)).toBe('2026-03-13T01:00');
});
