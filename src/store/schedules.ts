import { HOLIDAY_LISTS, type HolidayList, holidaysOf, TET_YEARS } from '../domain/clock/holidays.ts';
import { type Openings, readOpenings, type Schedule } from '../domain/clock/schedule.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import { textsIn } from './texts-in.ts';
import type { Writing } from './writing.ts';

type Hours = string[];

/** Opening hours as an agent sets them. */
export interface KeptSchedule {
  readonly name: string;
  /** an IANA name; '' until the agent's own is known */
  readonly zone: string;
  /** from Monday on, as `08:00-12:00` */
  readonly week: [Hours, Hours, Hours, Hours, Hours, Hours, Hours];
  readonly lists: HolidayList[];
  /** further holidays: the name of each day, as `2027-02-06` */
  readonly holidays: Readonly<Record<string, string>>;
}

/** Where the first users are; both of their countries are at UTC+7 without changes of the clock. */
const ZONE_UNTIL_KNOWN = 'Asia/Ho_Chi_Minh';

interface Row {
  name: string;
  zone: string;
  week: string;
  lists: string;
  holidays: string;
}

function kept(row: Row): KeptSchedule {
  const week: unknown = JSON.parse(row.week);
  const [mon, tue, wed, thu, fri, sat, sun] = Array.isArray(week) ? week.map(textsIn) : [];
  const lists = textsIn(JSON.parse(row.lists));
  const holidays: unknown = JSON.parse(row.holidays);
  return {
    name: row.name,
    zone: row.zone,
    week: [mon ?? [], tue ?? [], wed ?? [], thu ?? [], fri ?? [], sat ?? [], sun ?? []],
    lists: HOLIDAY_LISTS.filter((list) => lists.includes(list)),
    holidays: Object.fromEntries(Object.entries(holidays ?? {}).map(([day, name]) => [day, String(name)])),
  };
}

export const schedulesOf = (store: Store): KeptSchedule[] =>
  prepared<[], Row>(store, 'SELECT name, zone, week, lists, holidays FROM schedules ORDER BY name').all().map(kept);

export function findSchedule(store: Store, name: string): KeptSchedule | null {
  const sql = 'SELECT name, zone, week, lists, holidays FROM schedules WHERE name = ?';
  const row = prepared<[string], Row>(store, sql).get(name);
  return row === undefined ? null : kept(row);
}

/** As the clocks count by it. */
export function scheduleOf({ zone, week, lists, holidays }: KeptSchedule): Schedule {
  const read = (day: readonly string[]): Openings => readOpenings(day) ?? [];
  const [mon, tue, wed, thu, fri, sat, sun] = week;
  const known: string[] = [];
  for (let year = TET_YEARS.from; year <= TET_YEARS.to; year++)
    for (const list of lists) known.push(...holidaysOf(list, year));
  return {
    zone: zone === '' ? ZONE_UNTIL_KNOWN : zone,
    week: [read(mon), read(tue), read(wed), read(thu), read(fri), read(sat), read(sun)],
    holidays: new Set([...known, ...Object.keys(holidays)]),
  };
}

/** Makes or changes the schedule of that name. */
export function putSchedule({ store }: Writing, { name, zone, week, lists, holidays }: KeptSchedule): void {
  prepared(
    store,
    `INSERT INTO schedules (name, zone, week, lists, holidays) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET zone = excluded.zone, week = excluded.week, lists = excluded.lists,
       holidays = excluded.holidays`,
  ).run(name, zone, JSON.stringify(week), JSON.stringify(lists), JSON.stringify(holidays));
}

/** False: targets count by it still. */
export function removeSchedule({ store }: Writing, name: string): boolean {
  if (prepared(store, 'SELECT 1 FROM targets WHERE schedule = ? LIMIT 1').get(name) !== undefined) return false;
  prepared(store, 'DELETE FROM schedules WHERE name = ?').run(name);
  return true;
}
