import { type DayNumber, daysOf, readDay, recurrenceOf } from './ical-days.ts';
import { type Property, type RawEvent, readEvents } from './ical-lines.ts';

/** A whole day off, as `2027-02-06`; the name as written, which may be empty. */
export interface Holiday {
  readonly day: string;
  readonly name: string;
}

/**
 * Why an event gave no holiday: it has no day, is at an hour, recurs by a rule other than "every so many years on its own
 * day", is one changed turn of another, or is cut off.
 */
export type NoHoliday = 'no-day' | 'at-an-hour' | 'other-rule' | 'changed-turn' | 'cut-off';

/** What a calendar file holds of holidays: one per day, in order; `unread` by the line on which the event begins. */
export interface HolidayFile {
  readonly holidays: readonly Holiday[];
  readonly unread: readonly { readonly line: number; readonly why: NoHoliday }[];
}

/** Days of the longest event that can be a holiday. */
const LONGEST = 366;

/**
 * Reads the holidays of an iCalendar file (RFC 5545) that lie in those years, both included: whole-day events, one or more
 * days long, each year or once, without their EXDATEs and with their RDATEs; cancelled ones are none. Null: no calendar.
 */
export function readHolidays(text: string, years: { readonly from: number; readonly to: number }): HolidayFile | null {
  const events = readEvents(text);
  if (events === null) return null;
  const found = new Map<string, string>();
  const unread: { line: number; why: NoHoliday }[] = [];
  for (const event of events) {
    const one = (name: string): Property | undefined => event.properties.find((property) => property.name === name);
    if (one('STATUS')?.value.trim().toUpperCase() === 'CANCELLED') continue;
    const days = daysOfEvent(event, one, years.to);
    if (typeof days === 'string') unread.push({ line: event.line, why: days });
    else for (const day of days) addDay(found, day, plain(one('SUMMARY')?.value ?? ''));
  }
  const inYears = [...found].filter(
    ([day]) => years.from <= Number(day.slice(0, 4)) && Number(day.slice(0, 4)) <= years.to,
  );
  return { holidays: inYears.map(([day, name]) => ({ day, name })).sort((a, b) => (a.day < b.day ? -1 : 1)), unread };
}

function addDay(found: Map<string, string>, number: DayNumber, name: string): void {
  const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
  if (!found.get(day)) found.set(day, name);
}

function daysOfEvent(
  { properties, whole }: RawEvent,
  one: (name: string) => Property | undefined,
  lastYear: number,
): DayNumber[] | NoHoliday {
  const start = readDay(one('DTSTART')?.value ?? '');
  if (!whole) return 'cut-off';
  if (start === null) return /T/i.test(one('DTSTART')?.value ?? '') ? 'at-an-hour' : 'no-day';
  if (one('RECURRENCE-ID') !== undefined) return 'changed-turn';
  const length = lengthOf(start, one);
  if (length === null) return start.midnight ? 'at-an-hour' : 'no-day';
  const turns = recurrenceOf(start.day, one('RRULE')?.value ?? null, lastYear);
  if (turns === null || properties.filter(({ name }) => name === 'RRULE').length > 1) return 'other-rule';
  const [added, left] = [daysOf(properties, 'RDATE'), daysOf(properties, 'EXDATE')];
  if (added === null || left === null) return 'other-rule';
  const firsts = [...turns, ...added].filter((day) => !left.includes(day));
  return firsts.flatMap((first) => Array.from({ length }, (_, i) => first + i));
}

/** In days; the end is the first day after (RFC 5545, 3.6.1), and one day where nothing is said. */
function lengthOf(
  start: { readonly day: DayNumber; readonly midnight: boolean },
  one: (name: string) => Property | undefined,
): number | null {
  const [end, duration] = [one('DTEND'), one('DURATION')];
  // a whole day with nothing said is one day; midnight with nothing said is a moment
  if (end === undefined && duration === undefined) return start.midnight ? null : 1;
  const last = end === undefined ? null : (readDay(end.value)?.day ?? null);
  const length = end === undefined ? spanOf(duration?.value ?? '') : last === null ? null : last - start.day;
  // some programs write the day itself as its end
  if (length === 0 && !start.midnight) return 1;
  return length !== null && length >= 1 && length <= LONGEST ? length : null;
}

function spanOf(duration: string): number | null {
  const [, count, unit] = /^\+?P(\d{1,3})([DW])$/i.exec(duration.trim()) ?? [];
  return count === undefined ? null : Number(count) * (unit?.toUpperCase() === 'W' ? 7 : 1);
}

/** RFC 5545, 3.3.11: text with its backslashes read. */
const plain = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? ' ' : sign)).trim();
