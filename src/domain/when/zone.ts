/** A local date and time: the month from 1, minutes since midnight. */
export interface Local {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly minutes: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** ms that the zone (an IANA name) is ahead of UTC then; throws RangeError for a zone that is none. */
export function offset(at: number, zone: string): number {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn' },
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
    });
    formatters.set(zone, formatter);
  }
  const of: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(at)) of[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = of;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** What the clock on the wall shows there. */
export function localOf(at: number, zone: string): Local {
  const wall = new Date(at + offset(at, zone));
  return {
    ...{ year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() },
    minutes: wall.getUTCHours() * 60 + wall.getUTCMinutes(),
  };
}

/** The moment of a local time; one that a clock jumps over is after the jump, one that comes twice is the first. */
export function momentOf({ year, month, day, minutes }: Local, zone: string): number {
  const wall = Date.UTC(year, month - 1, day) + minutes * MINUTE;
  const before = wall - offset(wall - DAY, zone);
  const after = wall - offset(wall + DAY, zone);
  const fits = [before, after].filter((at) => at + offset(at, zone) === wall);
  return fits.length === 0 ? before : Math.min(...fits);
}
