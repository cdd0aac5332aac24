/** A local date and time: the month from 1, minutes since midnight. */
export interface Local {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly minutes: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** No zone has gone from one distance to another and back within a week, 1950 to 2040 (all of the tables, measured). */
const WEEK = 7 * DAY;

interface KnownZone {
  readonly formatter: Intl.DateTimeFormat;
  /** by the number of the week since 1970: ms ahead of UTC at its first moment */
  readonly weeks: Map<number, number>;
}

const zones = new Map<string, KnownZone>();

/** ms that the zone (an IANA name) is ahead of UTC then; throws RangeError for a zone or a moment that is none. */
export function offset(at: number, zone: string): number {
  const known = zones.get(zone) ?? readZone(zone);
  const week = Math.floor(at / WEEK);
  const begins = weekOffset(known, week);
  // asking the table takes 5 to 10 µs, and a schedule asks of every day
  return begins === weekOffset(known, week + 1) ? begins : ask(known.formatter, at);
}

function readZone(zone: string): KnownZone {
  const formatter = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  const known = { formatter, weeks: new Map<number, number>() };
  zones.set(zone, known);
  return known;
}

function weekOffset({ formatter, weeks }: KnownZone, week: number): number {
  const known = weeks.get(week) ?? ask(formatter, week * WEEK);
  weeks.set(week, known);
  return known;
}

function ask(formatter: Intl.DateTimeFormat, at: number): number {
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
