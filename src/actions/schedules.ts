import * as z from 'zod';
import type { Context } from '../context.ts';
import { HOLIDAY_LISTS } from '../domain/clock/holidays.ts';
import { isZone, readOpenings } from '../domain/clock/schedule.ts';
import { DeskError } from '../domain/errors.ts';
import { nearest } from '../domain/nearest.ts';
import { type HolidayFile, readHolidays } from '../intake/ical-holidays.ts';
import type { Store } from '../store/open.ts';
import { findSchedule, type KeptSchedule, putSchedule, removeSchedule, schedulesOf } from '../store/schedules.ts';
import { describeAction } from '../store/writing.ts';
import type { Action } from './action.ts';

export type { KeptSchedule } from '../store/schedules.ts';

/** A name that is typed on a command line. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,39}$/u;
export const ruleName = z.string().regex(NAME);

/** The name as it was typed for hours or targets; throws `bad-rule-name`. */
export function ruleNamed(typed: string): string {
  if (NAME.test(typed)) return typed;
  throw new DeskError('bad-value', 'bad-rule-name', { name: typed });
}

const openings = z.array(z.string()).refine((hours) => readOpenings(hours) !== null);

/** A day of the calendar as `2027-02-06`; not one that no month has. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

const schedule = z.strictObject({
  name: ruleName,
  zone: z.string().refine(isZone),
  week: z.tuple([openings, openings, openings, openings, openings, openings, openings]),
  lists: z.array(z.enum(HOLIDAY_LISTS)),
  holidays: z.record(z.string().refine(isDay), z.string()),
});

export const readSchedules = (context: Context): KeptSchedule[] => schedulesOf(context.store);

/** The schedule of that name; throws `no-such-schedule`, naming the nearest. */
export function scheduleNamed(store: Store, name: string): KeptSchedule {
  const found = findSchedule(store, name);
  if (found !== null) return found;
  const names = schedulesOf(store).map((one) => one.name);
  throw new DeskError('not-found', 'no-such-schedule', { name, nearest: nearest(name, names) });
}

/** A schedule as it is before anybody has said its hours: those of the one that came with the desk. Throws `bad-rule-name`. */
export function scheduleToChange(context: Context, name: string): KeptSchedule {
  const { store } = context;
  const found = findSchedule(store, name);
  const [first] = schedulesOf(store);
  const like = found ?? first;
  const zone = like === undefined || like.zone === '' ? context.zone() : like.zone;
  if (found !== null) return { ...found, zone };
  return {
    name: ruleNamed(name),
    zone,
    week: like?.week ?? [[], [], [], [], [], [], []],
    lists: like?.lists ?? [],
    holidays: {},
  };
}

/** Makes a schedule or changes it; what is due is worked out anew afterwards (`workOutDue`). */
export const setSchedule: Action<KeptSchedule, KeptSchedule> = {
  id: 'schedule-set',
  input: schedule,
  run: (writing, _context, wanted) => {
    putSchedule(writing, wanted);
    describeAction(writing, { what: wanted.name });
    return wanted;
  },
};

/** Takes away a schedule by which no targets count; throws `schedule-in-use`. */
export const dropSchedule: Action<{ name: string }, { name: string }> = {
  id: 'schedule-remove',
  input: z.strictObject({ name: z.string() }),
  run: (writing, _context, { name }) => {
    scheduleNamed(writing.store, name);
    if (!removeSchedule(writing, name)) throw new DeskError('bad-value', 'schedule-in-use', { name });
    describeAction(writing, { what: name });
    return { name };
  },
};

/** The years for which a calendar's holidays are taken. */
const YEARS_AHEAD = 10;
const DAY_MS = 86_400_000;
const YEAR_MS = 365.25 * DAY_MS;

/** The holidays of a calendar file from last year on; throws `no-calendar`. */
export function holidaysIn(text: string, now: number, path: string): HolidayFile {
  const from = new Date(now - YEAR_MS).getUTCFullYear();
  const read = readHolidays(text, { from, to: from + 1 + YEARS_AHEAD });
  if (read === null) throw new DeskError('bad-data', 'no-calendar', { path });
  return read;
}
