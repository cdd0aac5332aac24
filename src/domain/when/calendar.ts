/** A day: its month from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayOf = (at: Date): Day => ({ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() });

const utc = ({ year, month, day }: Day): Date => new Date(Date.UTC(year, month - 1, day));

export const addDays = (day: Day, days: number): Day => dayOf(utc({ ...day, day: day.day + days }));

/** 0 is Monday. */
export const weekdayOf = (day: Day): number => (utc(day).getUTCDay() + 6) % 7;

export const mondayOf = (day: Day): Day => addDays(day, -weekdayOf(day));

export const lastOf = (year: number, month: number): Day => dayOf(new Date(Date.UTC(year, month, 0)));

/** The same day of a later month, or the last it has. */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const last = lastOf(year, month + months);
  return { ...last, day: Math.min(day, last.day) };
}

/** The day if the calendar has it, else null. */
export function realDay(year: number, month: number, day: number): Day | null {
  const real = dayOf(utc({ year, month, day }));
  return real.month === month && real.day === day ? real : null;
}

/** A year as it is written: 26 is 2026, 2569 and 69 count from the Buddha; null for none of our time. */
export function yearWritten(year: number): number | null {
  const full = year >= 100 ? year : year >= 60 ? 2500 + year : 2000 + year;
  const common = full >= 2400 && full <= 2700 ? full - 543 : full;
  return common >= 1970 && common <= 2199 ? common : null;
}
