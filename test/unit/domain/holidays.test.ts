import { describe, expect, it } from 'vitest';
import { HOLIDAY_LISTS, holidaysOf, TET_YEARS } from '../../../src/domain/clock/holidays.ts';
import { clocksGold } from '../../helpers/clocks-gold.ts';
import { lunarNewYear } from '../../helpers/lunar.ts';

const years = Array.from({ length: TET_YEARS.to - TET_YEARS.from + 1 }, (_, i) => TET_YEARS.from + i);
const tet = (year: number): string => holidaysOf('tet', year)[1] ?? '';
const VIETNAM = 7;
const CHINA = 8;

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
});

/** Days from the new year of Intl's Chinese calendar to that day, within a month. */
function daysSinceIntl(day: string): number {
  const noon = Date.parse(`${day}T12:00+08:00`);
  const shifts = Array.from({ length: 21 }, (_, i) => i - 10);
  const first = shifts.find((shift) => {
    const parts = chinese.formatToParts(noon + shift * 86_400_000);
    return ['month', 'day'].every((type) => parts.find((part) => part.type === type)?.value === '1');
  });
  return -(first ?? Number.NaN);
}

describe('the holidays that come with desk', () => {
  it('have Tết where the new moon falls in Vietnam, for more than ten years to come', () => {
    expect(years.length).toBeGreaterThanOrEqual(11);
    expect(years.map(tet)).toEqual(years.map((year) => lunarNewYear(year, VIETNAM)));
  });

  it('rest on a computation that knows when Vietnam and China parted, and the leap months around a new year', () => {
    expect([1985, 2007, 2030, 2053].map((year) => lunarNewYear(year, VIETNAM))).toEqual([
      ...['1985-01-21', '2007-02-17', '2030-02-02', '2053-02-18'],
    ]);
    expect([1985, 2007, 2030, 2053].map((year) => lunarNewYear(year, CHINA))).toEqual([
      ...['1985-02-20', '2007-02-18', '2030-02-03', '2053-02-19'],
    ]);
    expect(lunarNewYear(2034, VIETNAM)).toBe('2034-02-19');
  });

  it('part with China in 2030 only', () => {
    expect(years.filter((year) => lunarNewYear(year, CHINA) !== tet(year))).toEqual([2030]);
  });

  it("are never more than a day from Intl's Chinese calendar, which counts roughly", () => {
    for (const year of years) expect(Math.abs(daysSinceIntl(tet(year))), tet(year)).toBeLessThanOrEqual(1);
    expect(years.filter((year) => daysSinceIntl(tet(year)) === 0).length).toBeGreaterThanOrEqual(10);
  });

  it('are the days off that the gold of clocks has for 2027', () => {
    const { schedules } = clocksGold();
    const inGold = (name: string, month: string) =>
      schedules[name]?.holidays.filter((day) => day.startsWith(`2027-${month}`));
    expect(holidaysOf('tet', 2027)).toEqual(inGold('hcm', '02'));
    expect(holidaysOf('songkran', 2027)).toEqual(inGold('bkk', '04'));
  });

  it('cross the end of a month, and are none in years that nobody has counted', () => {
    expect(holidaysOf('tet', 2033)).toEqual(['2033-01-30', '2033-01-31', '2033-02-01', '2033-02-02', '2033-02-03']);
    expect(HOLIDAY_LISTS.map((list) => holidaysOf(list, 2099).length)).toEqual([0, 3]);
  });
});
