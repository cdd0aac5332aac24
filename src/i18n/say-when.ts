import type { Locale } from '../context.ts';
import { addDays, weekdayOf } from '../domain/when/calendar.ts';
import { localOf } from '../domain/when/zone.ts';
import { wordsFor } from './index.ts';
import { clockIn, dayIn } from './time.ts';

/**
 * A moment as one says it before it counts: "thứ Hai 23/11 08:00 (mai)"; the year when it is another, or the moment is
 * over. `parseWhen` reads it back to the same minute, in the hour that a clock shows twice to the first. `at` and `now`
 * in ms, the zone an IANA name.
 */
export function sayWhen(at: number, now: number, locale: Locale, zone: string): string {
  const { time } = wordsFor(locale);
  const [day, today] = [localOf(at, zone), localOf(now, zone)];
  const withYear = day.year !== today.year || at <= now;
  const said = `${time.weekdays[weekdayOf(day)]} ${dayIn(locale, at, zone, withYear)} ${clockIn(locale, at, zone)}`;
  const near = time.nearDays.find((_, days) => {
    const then = addDays(today, days);
    return then.year === day.year && then.month === day.month && then.day === day.day;
  });
  return near === undefined ? said : `${said} (${near})`;
}

/** The same in a list of times: the year only when it is another, and nothing about what is near. */
export function sayMoment(at: number, now: number, locale: Locale, zone: string): string {
  const { time } = wordsFor(locale);
  const day = localOf(at, zone);
  const withYear = day.year !== localOf(now, zone).year;
  return `${time.weekdays[weekdayOf(day)]} ${dayIn(locale, at, zone, withYear)} ${clockIn(locale, at, zone)}`;
}
