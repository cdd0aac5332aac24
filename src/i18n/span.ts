import type { Words } from './index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span to the minute, as clocks are told: `45m`, `3h 30m`, `4d 2h`. Whole days only where `days` says that a day is 24 h. */
export function spanText({ time }: Words, ms: number, days = false): string {
  const whole = Math.max(0, Math.floor(ms / MINUTE)) * MINUTE;
  if (days && whole >= 2 * DAY) return parts(time.days(Math.floor(whole / DAY)), (whole % DAY) / HOUR, time.hours);
  if (whole < HOUR) return time.minutes(whole / MINUTE);
  return parts(time.hours(Math.floor(whole / HOUR)), (whole % HOUR) / MINUTE, time.minutes);
}

const parts = (large: string, small: number, say: (n: number) => string): string =>
  Math.floor(small) === 0 ? large : `${large} ${say(Math.floor(small))}`;
