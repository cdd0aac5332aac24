import type { Locale } from '../context.ts';
import type { Words } from './index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.44 * DAY;
const YEAR = 365.25 * DAY;

/** A span for a list column, at most 5 columns wide: `12m`, `4h`, `3d`. Negative spans count as none. */
export function age({ time }: Words, ms: number): string {
  if (ms < MINUTE) return time.now;
  if (ms < HOUR) return time.minutes(Math.floor(ms / MINUTE));
  if (ms < DAY) return time.hours(Math.floor(ms / HOUR));
  if (ms < 100 * DAY) return time.days(Math.floor(ms / DAY));
  if (ms < YEAR) return time.months(Math.floor(ms / MONTH));
  return time.years(Math.floor(ms / YEAR));
}

/** A span for a sentence: `3 days`. */
export function ageLong({ time }: Words, ms: number): string {
  if (ms < MINUTE) return time.longNow;
  if (ms < HOUR) return time.longMinutes(Math.floor(ms / MINUTE));
  if (ms < DAY) return time.longHours(Math.floor(ms / HOUR));
  if (ms < 100 * DAY) return time.longDays(Math.floor(ms / DAY));
  if (ms < YEAR) return time.longMonths(Math.floor(ms / MONTH));
  return time.longYears(Math.floor(ms / YEAR));
}

/** BCP 47 with the Gregorian calendar and Arabic digits everywhere: agents compare dates with those in mails. */
const TAGS: Readonly<Record<Locale, string>> = {
  en: 'en-GB',
  vi: 'vi-VN-u-ca-gregory',
  th: 'th-TH-u-ca-gregory-nu-latn',
};

type Part = 'clock' | 'day' | 'date';

function options(locale: Locale, part: Part): Intl.DateTimeFormatOptions {
  if (part === 'clock') return { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  // one writes 5/3/2026 in Vietnamese; the Intl short form "5 thg 3" is nobody's
  const month = locale === 'vi' ? 'numeric' : 'short';
  return { day: 'numeric', month, ...(part === 'date' ? { year: 'numeric' } : {}) };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Without a zone: as the clock of the machine shows it. */
function format(locale: Locale, part: Part, ms: number, zone?: string): string {
  const key = `${locale} ${part} ${zone ?? ''}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    const where = zone === undefined ? {} : { timeZone: zone };
    formatter = new Intl.DateTimeFormat(TAGS[locale], { ...options(locale, part), ...where });
    formatters.set(key, formatter);
  }
  return formatter.format(ms);
}

/** `09:05` in a zone. */
export const clockIn = (locale: Locale, ms: number, zone: string): string => format(locale, 'clock', ms, zone);

/** `5 Mar` or `5 Mar 2026` in a zone. */
export const dayIn = (locale: Locale, ms: number, zone: string, withYear: boolean): string =>
  format(locale, withYear ? 'date' : 'day', ms, zone);

/** Local time of day today, with the day in this year, with the year in others: `09:05`, `5 Mar, 09:05`. */
export function dateTime(locale: Locale, ms: number, now: number): string {
  const then = new Date(ms);
  const today = new Date(now);
  const clock = format(locale, 'clock', ms);
  if (then.toDateString() === today.toDateString()) return clock;
  const sameYear = then.getFullYear() === today.getFullYear();
  return `${format(locale, sameYear ? 'day' : 'date', ms)}, ${clock}`;
}
