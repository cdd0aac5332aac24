import type { KeptSchedule } from '../actions/schedules.ts';
import { goesOverMidnight, readOpenings } from '../domain/clock/schedule.ts';
import { DeskError } from '../domain/errors.ts';

/** From Monday on, as they are typed in every language. */
const DAYS: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

type Week = KeptSchedule['week'];

/** The week with the hours of some days changed: `mon-fri=08:00-12:00,13:30-17:30`, `sat,sun=closed`. Throws `bad-hours`, `hours-over-midnight`. */
export function withHours(week: Week, typed: string): Week {
  const [, named = '', written = ''] = /^([a-z,-]+)=(.+)$/i.exec(typed.trim()) ?? [];
  const days = named.toLowerCase().split(',').flatMap(daysNamed);
  const hours = /^(closed|none)$/i.test(written) ? [] : written.split(',').map((one) => one.trim());
  if (hours.some(goesOverMidnight)) throw new DeskError('bad-value', 'hours-over-midnight', { value: typed });
  if (days.length === 0 || days.includes(-1) || readOpenings(hours) === null)
    throw new DeskError('bad-value', 'bad-hours', { value: typed });
  const [mon, tue, wed, thu, fri, sat, sun] = week;
  const of = (day: number, before: string[]): string[] => (days.includes(day) ? hours : before);
  return [of(0, mon), of(1, tue), of(2, wed), of(3, thu), of(4, fri), of(5, sat), of(6, sun)];
}

/** `mon` or `mon-fri`; -1 for what is no day. */
function daysNamed(text: string): number[] {
  const [from = -1, to = from, ...more] = text.split('-').map((one) => DAYS.indexOf(one));
  if (from < 0 || to < from || more.length > 0) return [-1];
  return Array.from({ length: to - from + 1 }, (_, after) => from + after);
}

/** The week as it is typed, neighbours with the same hours as one: `mon-fri=08:00-12:00`. */
export function hoursTyped(week: Week): string[] {
  const days = week.map((hours) => (hours.length === 0 ? 'closed' : hours.join(',')));
  const starts = days.flatMap((hours, day) => (day === 0 || hours !== days[day - 1] ? [day] : []));
  return starts.map((from, index) => {
    const to = (starts[index + 1] ?? DAYS.length) - 1;
    return `${from === to ? DAYS[from] : `${DAYS[from]}-${DAYS[to]}`}=${days[from]}`;
  });
}
