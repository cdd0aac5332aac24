import { realDay } from '../domain/when/calendar.ts';
import type { Property } from './ical-lines.ts';

/** Days since 1970-01-01. */
export type DayNumber = number;

/** A whole day: `20270206`, or midnight of no zone or a named one, `20270206T000000`. Null: no day, or an hour of it. */
export function readDay(value: string): { readonly day: DayNumber; readonly midnight: boolean } | null {
  const [, year, month, day, midnight] = /^([1-9]\d{3})(\d\d)(\d\d)(T000000)?$/i.exec(value.trim()) ?? [];
  const number = dayNumber(Number(year), Number(month), Number(day));
  return number === null ? null : { day: number, midnight: midnight !== undefined };
}

/** The days of all properties of that name; null where one is no day. */
export function daysOf(properties: readonly Property[], name: string): DayNumber[] | null {
  const values = properties.filter((property) => property.name === name).flatMap(({ value }) => value.split(','));
  const days = values.flatMap((value) => readDay(value)?.day ?? []);
  return days.length === values.length ? days : null;
}

/**
 * The days on which an event begins up to the end of a year: its own, and by its RRULE the same day of every so many
 * years. A 29 February comes in leap years only (RFC 5545, 3.3.10). Null: a rule that says anything else.
 */
export function recurrenceOf(first: DayNumber, rule: string | null, lastYear: number): DayNumber[] | null {
  if (rule === null) return [first];
  const at = new Date(first * DAY);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  const said = readRule(rule);
  const ownDay =
    (said?.BYMONTH ?? String(month)) === String(month) && (said?.BYMONTHDAY ?? String(day)) === String(day);
  const [interval, count] = [whole(said?.INTERVAL ?? '1'), whole(said?.COUNT ?? String(lastYear))];
  const until = said?.UNTIL === undefined ? Number.POSITIVE_INFINITY : readDay(said.UNTIL.slice(0, 8))?.day;
  if (said?.FREQ !== 'YEARLY' || !ownDay || interval === null || count === null || until === undefined) return null;
  const turns: DayNumber[] = [];
  for (let turn = year; turn <= lastYear && turns.length < count; turn += interval) {
    const next = dayNumber(turn, month, day);
    if (next !== null && next > until) break;
    if (next !== null) turns.push(next);
  }
  return turns;
}

const DAY = 86_400_000;
const PARTS = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY', 'WKST'] as const;
type Rule = Partial<Record<(typeof PARTS)[number], string>>;

/** Null where it holds a part that is not known here. */
function readRule(rule: string): Rule | null {
  const said: Rule = {};
  for (const part of rule.trim().toUpperCase().split(';').filter(Boolean)) {
    const [name, value = ''] = part.split('=');
    const known = PARTS.find((one) => one === name);
    if (known === undefined) return null;
    said[known] = known.startsWith('BY') ? value.replace(/^\+?0*/, '') : value;
  }
  return said;
}

const whole = (written: string): number | null => (/^[1-9]\d{0,5}$/.test(written) ? Number(written) : null);

function dayNumber(year: number, month: number, day: number): DayNumber | null {
  return realDay(year, month, day) === null ? null : Date.UTC(year, month - 1, day) / DAY;
}
