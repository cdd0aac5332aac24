import type { Asked } from './asked.ts';
import { addDays, addMonths, type Day, lastOf, mondayOf, realDay, weekdayOf, yearWritten } from './calendar.ts';
import type { Edge } from './lexeme.ts';

/** The days that are meant, the first that is still to come counts; `fixed`: only this one is meant. */
export interface Days {
  readonly fixed: boolean;
  /** the day in its nth turn (from 0), or null when that turn has none */
  readonly nth: (turn: number) => Day | null;
}

/** Turns until a leap day has come by for sure. */
export const MOST_TURNS = 12;

const fixed = (day: Day | null): Days => ({ fixed: true, nth: () => day });
const turning = (nth: Days['nth']): Days => ({ fixed: false, nth });

/** The days of what was asked, as seen from today; null when the pieces contradict each other. */
export function daysOf(asked: Asked, today: Day): Days | null {
  const { shift, weekday, weekend, period, date, span } = asked;
  const named = [shift, weekend, date, span, period].filter((one) => one !== undefined).length;
  if (date !== undefined && shift !== undefined) return named === 2 ? agreed(date, addDays(today, shift)) : null;
  if (date !== undefined) return named === 1 || (named === 2 && period !== undefined) ? dated(asked, today) : null;
  if (named > 1 || (weekday !== undefined && shift !== undefined && weekdayOf(addDays(today, shift)) !== weekday.day))
    return null;
  if (shift !== undefined) return fixed(addDays(today, shift));
  if (weekday !== undefined) return weekdays(asked, today);
  if (weekend !== undefined) {
    const saturday = addDays(mondayOf(today), weekend.next ? 12 : 5);
    return weekend.next ? fixed(saturday) : turning((turn) => addDays(saturday, 7 * turn));
  }
  if (span !== undefined) return later(span, today);
  if (period !== undefined) return periods(period, today);
  return turning((turn) => addDays(today, turn));
}

function later({ n, unit }: NonNullable<Asked['span']>, today: Day): Days | null {
  if (unit === 'minute' || unit === 'hour') return null;
  if (unit === 'day' || unit === 'week') return fixed(addDays(today, unit === 'week' ? 7 * n : n));
  return fixed(addMonths(today, unit === 'year' ? 12 * n : n));
}

/** The coming one, or that of a week: "thứ 6 tuần sau", "friday in 2 weeks". */
function weekdays({ weekday, period, span, weekend, clock, part }: Asked, today: Day): Days | null {
  if (weekday === undefined || weekend !== undefined) return null;
  const { day, next } = weekday;
  const monday = mondayOf(today);
  const weeks = next ? 1 : (period?.shift ?? (span?.unit === 'week' ? span.n : null));
  if (period !== undefined && (period.unit !== 'week' || period.edge !== null)) return null;
  if (span !== undefined && span.unit !== 'week') return null;
  if (next && (period !== undefined || span !== undefined)) return null;
  if (weeks !== null) return fixed(addDays(monday, 7 * weeks + day));
  // who means today says today, unless an hour of today is named
  const bare = clock === undefined && part === undefined && weekdayOf(today) === day;
  const first = addDays(today, ((day - weekdayOf(today) + 7) % 7) + (bare ? 7 : 0));
  return turning((turn) => addDays(first, 7 * turn));
}

/** "thứ Hai 23/11 (mai)": said twice, and only right if both are the same day. */
function agreed(date: NonNullable<Asked['date']>, day: Day): Days | null {
  const sameYear = date.year === null || yearWritten(date.year) === day.year;
  return sameYear && date.day === day.day && (date.month ?? day.month) === day.month ? fixed(day) : null;
}

/** Months stand first where only so the weekday that is said is right: Wednesday 3/17. */
function inYear(year: number, { day, month }: { day: number; month: number }, weekday: Asked['weekday']): Day | null {
  const dayFirst = realDay(year, month, day);
  if (weekday === undefined || (dayFirst !== null && weekdayOf(dayFirst) === weekday.day)) return dayFirst;
  const monthFirst = realDay(year, day, month);
  return monthFirst !== null && weekdayOf(monthFirst) === weekday.day ? monthFirst : dayFirst;
}

function dated({ date, period, weekday }: Asked, today: Day): Days | null {
  if (date === undefined) return null;
  const { day, month } = date;
  if (period !== undefined) {
    if (month !== null || period.unit !== 'month' || period.shift === null || period.edge !== null) return null;
    const { year, month: named } = addMonths({ ...today, day: 1 }, period.shift);
    return fixed(realDay(year, named, day));
  }
  if (month === null)
    return turning((turn) => {
      const first = addMonths({ ...today, day: 1 }, turn);
      return realDay(first.year, first.month, day);
    });
  if (date.year === null) return turning((turn) => inYear(today.year + turn, { day, month }, weekday));
  const year = yearWritten(date.year);
  return year === null ? null : fixed(inYear(year, { day, month }, weekday));
}

function periods({ unit, shift, edge, month }: NonNullable<Asked['period']>, today: Day): Days | null {
  // "this week" alone says no day
  if (edge === null && shift === 0) return null;
  const at = (turn: number): Day => {
    if (unit === 'week') return addDays(mondayOf(today), 7 * turn + WEEK[edge ?? 'start']);
    if (unit === 'year') return YEAR[edge ?? 'start'](today.year + turn);
    const first = month === undefined ? addMonths({ ...today, day: 1 }, turn) : { year: today.year + turn, month };
    return MONTH[edge ?? 'start'](first.year, first.month);
  };
  return shift === null ? turning(at) : fixed(at(shift));
}

const WEEK: Readonly<Record<Edge, number>> = { start: 0, middle: 2, end: 4 };

const MONTH: Readonly<Record<Edge, (year: number, month: number) => Day>> = {
  start: (year, month) => ({ year, month, day: 1 }),
  middle: (year, month) => ({ year, month, day: 15 }),
  end: lastOf,
};

const YEAR: Readonly<Record<Edge, (year: number) => Day>> = {
  start: (year) => ({ year, month: 1, day: 1 }),
  middle: (year) => ({ year, month: 7, day: 1 }),
  end: (year) => ({ year, month: 12, day: 31 }),
};
