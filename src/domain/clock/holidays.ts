import { addDays } from '../when/calendar.ts';

/** Holidays that desk knows by itself; all others come from a calendar file. */
export const HOLIDAY_LISTS = ['tet', 'songkran'] as const;
export type HolidayList = (typeof HOLIDAY_LISTS)[number];

/**
 * The first day of the lunar year as Vietnam counts it, at UTC+7 (decision 121/CP of 1967): the day of the new moon there,
 * which in 2030 is a day before China's. Tests compute them anew from the moon and the sun.
 */
const LUNAR_NEW_YEAR: Readonly<Record<number, readonly [month: number, day: number]>> = {
  2026: [2, 17],
  2027: [2, 6],
  2028: [1, 26],
  2029: [2, 13],
  2030: [2, 2],
  2031: [1, 23],
  2032: [2, 11],
  2033: [1, 31],
  2034: [2, 19],
  2035: [2, 8],
  2036: [1, 28],
  2037: [2, 15],
};

/** The years for which Tết is known. */
export const TET_YEARS = { from: 2026, to: 2037 } as const;

/**
 * The days of that list in a year, as `2027-02-06`; none where Tết is not known.
 * Tết: the eve and the first four days, five as the Labour Code (2019, article 112) grants; which five they are is named
 * anew for every year. Songkran: 13 to 15 April; days given in lieu of a weekend are named anew too.
 */
export function holidaysOf(list: HolidayList, year: number): string[] {
  if (list === 'songkran') return [13, 14, 15].map((day) => `${year}-04-${day}`);
  const [month, day] = LUNAR_NEW_YEAR[year] ?? [];
  if (month === undefined || day === undefined) return [];
  return [-1, 0, 1, 2, 3].map((shift) => isoDay(addDays({ year, month, day }, shift)));
}

const isoDay = ({ year, month, day }: { year: number; month: number; day: number }): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
