import { perform } from '../../actions/action.ts';
import {
  dropSchedule,
  holidaysIn,
  isDay,
  type KeptSchedule,
  readSchedules,
  scheduleToChange,
  setSchedule,
} from '../../actions/schedules.ts';
import { HOLIDAY_LISTS } from '../../domain/clock/holidays.ts';
import { isZone } from '../../domain/clock/schedule.ts';
import { DeskError } from '../../domain/errors.ts';
import type { Words } from '../../i18n/index.ts';
import { clean } from '../../text/clean.ts';
import { choicesGiven } from '../choices-given.ts';
import type { Command, Given, Session } from '../command.ts';
import { hoursTyped, withHours } from '../hours.ts';
import { readAll } from '../io.ts';
import { style } from '../style.ts';
import { readText } from '../text-input.ts';
import { workOutNow } from '../work-out.ts';

/** `desk schedules list`: the opening hours there are, as they are typed. */
export const scheduleList: Command = {
  arguments: '',
  options: [],
  examples: ['desk schedules list', 'desk schedules list --json'],
  run: ({ context, printer, globals, words }) => {
    const all = readSchedules(context);
    if (globals.json) printer.json(all.map(scheduleJson));
    else
      for (const one of all) {
        printer.line(style.bold(clean(one.name, 'line')));
        for (const text of aboutSchedule(words, one)) printer.line(clean(`  ${text}`, 'block'));
      }
    return 0;
  },
};

const scheduleJson = ({ week, ...one }: KeptSchedule): Record<string, unknown> => ({ ...one, hours: hoursTyped(week) });

function aboutSchedule({ due }: Words, { zone, week, lists, holidays }: KeptSchedule): string[] {
  const days = Object.entries(holidays);
  return [
    ...(zone === '' ? [] : [zone]),
    ...hoursTyped(week),
    ...lists.map((list) => due.listNames[list]),
    ...days.map(([day, name]) => `${day} ${name}`.trim()),
  ];
}

/** `desk schedules set NAME`: changes what is given, and leaves the rest; a new one begins as the first one is. */
export const scheduleSet: Command = {
  arguments: '<name>',
  options: [
    { flags: '--zone <zone>', say: 'zone' },
    { flags: '--hours <days=times>', say: 'hours', many: true },
    { flags: '--holidays <lists>', say: 'holidayLists' },
    { flags: '--holiday <day=name>', say: 'holiday', many: true },
    { flags: '--ical <file>', say: 'ical' },
    { flags: '--forget-holidays', say: 'noHolidays' },
  ],
  examples: [
    'desk schedules set desk --hours mon-fri=08:00-17:00 --hours sat=closed',
    'desk schedules set bangkok --zone Asia/Bangkok --holidays songkran',
  ],
  run: async (session, [name = ''], given) => {
    const { context, printer, globals, words } = session;
    const dryRun = given.flag('dryRun');
    const wanted = await changed(session, scheduleToChange(context, name), given);
    const { action, output } = perform(context, setSchedule, wanted, { dryRun });
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, ...scheduleJson(output) });
    else printer.tell(words.due.scheduleSaved(name, dryRun));
    if (!dryRun) await workOutNow(session);
    return 0;
  },
};

async function changed(session: Session, before: KeptSchedule, given: Given): Promise<KeptSchedule> {
  const zone = given.text('zone') ?? before.zone;
  if (!isZone(zone)) throw new DeskError('bad-value', 'bad-zone', { value: zone });
  const lists = choicesGiven('holidays', given.text('holidays'), HOLIDAY_LISTS, 'none') ?? before.lists;
  const named = given.texts('holiday').map((typed): [string, string] => {
    const [, day = '', name = ''] = /^(\d{4}-\d\d-\d\d)(?:=(.*))?$/.exec(typed) ?? [];
    if (!isDay(day)) throw new DeskError('bad-value', 'bad-holiday', { value: typed });
    return [day, name.trim()];
  });
  const file = given.text('ical');
  const calendar = file === undefined ? [] : await fromCalendar(session, file);
  const kept = given.flag('forgetHolidays') ? {} : before.holidays;
  return {
    ...before,
    zone,
    lists: [...lists],
    week: given.texts('hours').reduce(withHours, before.week),
    holidays: { ...kept, ...Object.fromEntries([...calendar, ...named]) },
  };
}

async function fromCalendar({ context, io, printer, words }: Session, path: string): Promise<[string, string][]> {
  const { holidays, unread } = holidaysIn(
    path === '-' ? await readAll(io.stdin) : await readText(path),
    context.now(),
    path,
  );
  printer.remark(words.due.calendarRead(holidays.length, unread.length));
  return holidays.map(({ day, name }) => [day, name]);
}

/** `desk schedules remove NAME`. */
export const scheduleRemove: Command = {
  arguments: '<name>',
  options: [],
  examples: ['desk schedules remove bangkok', 'desk schedules remove bangkok --dry-run'],
  run: async (session, [name = ''], given) => {
    const { context, printer, globals, words } = session;
    const dryRun = given.flag('dryRun');
    const { action } = perform(context, dropSchedule, { name }, { dryRun });
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, removed: name });
    else printer.tell(words.due.scheduleRemoved(name, dryRun));
    if (!dryRun) await workOutNow(session);
    return 0;
  },
};
