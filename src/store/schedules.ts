import * as z from 'zod';
import { HOLIDAY_LISTS, holidaysOf, TET_YEARS } from '../domain/clock/holidays.ts';
import { type Openings, readOpenings, type Schedule } from '../domain/clock/schedule.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

const openings = z.array(z.string());
const weekForm = z.tuple([openings, openings, openings, openings, openings, openings, openings]);
const listsForm = z.array(z.enum(HOLIDAY_LISTS));
const holidaysForm = z.record(z.string(), z.string());

/** Opening hours as an agent sets them. */
export interface KeptSchedule {
  readonly name: string;
  /** an IANA name; '' until the agent's own is known */
  readonly zone: string;
  /** from Monday on, as `08:00-12:00` */
  readonly week: z.infer<typeof weekForm>;
  readonly lists: z.infer<typeof listsForm>;
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

const kept = (row: Row): KeptSchedule => ({
  name: row.name,
  zone: row.zone,
  week: weekForm.parse(JSON.parse(row.week)),
  lists: listsForm.parse(JSON.parse(row.lists)),
  holidays: holidaysForm.parse(JSON.parse(row.holidays)),
});

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

/** Is there a schedule whose zone nobody has chosen yet? */
export const hasZonelessSchedule = (store: Store): boolean =>
  prepared(store, "SELECT 1 FROM schedules WHERE zone = '' LIMIT 1").get() !== undefined;

/** The schedule that came with the store is in the agent's zone from now on. Not an action: nobody chose anything. */
export const giveZone = (store: Store, zone: string): void => {
  prepared(store, "UPDATE schedules SET zone = ? WHERE zone = ''").run(zone);
};
