import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { wordsFor } from '../../src/i18n/index.ts';
import { type Desk, seededDesk } from '../helpers/cli.ts';

// the tests' clock stands at Thursday 12 March 2026, 09:00 UTC; #1 is of priority high and waits since Tuesday 09:00
const { due } = wordsFor('en');
let desk: Desk;
beforeEach(async () => {
  desk = await seededDesk();
});

const FIRST = {
  name: 'desk',
  zone: 'UTC',
  lists: ['tet'],
  holidays: {},
  hours: ['mon-fri=08:00-12:00,13:30-17:30', 'sat=08:00-12:00', 'sun=closed'],
};
const set = (...argv: string[]) => desk.run(['schedules', 'set', ...argv]);
const dueOf = async (number: number): Promise<unknown> =>
  ((await desk.json(['list', `number:${number}`])) as { dueAt: string | null }[])[0]?.dueAt;

const CALENDAR = [
  'BEGIN:VCALENDAR',
  ...['BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20260430', 'DTEND;VALUE=DATE:20260502', 'SUMMARY:Thống nhất', 'END:VEVENT'],
  ...['BEGIN:VEVENT', 'DTSTART:20260902T090000Z', 'SUMMARY:Parade', 'END:VEVENT'],
  ...['END:VCALENDAR', ''],
].join('\r\n');

describe('desk schedules list', () => {
  test('shows the hours that come with a new desk, as they are typed', async () => {
    expect((await desk.run(['schedules'])).out).toBe(
      ['desk', '  UTC', '  mon-fri=08:00-12:00,13:30-17:30', '  sat=08:00-12:00', '  sun=closed', '  Tết', ''].join(
        '\n',
      ),
    );
    expect(await desk.json(['schedules', 'list'])).toEqual([FIRST]);
  });

  test.each([
    ['vi', 'Asia/Ho_Chi_Minh'],
    ['th', 'Asia/Bangkok'],
  ])('of a new desk in %s on a server that counts in UTC they are those of %s', async (lang, zone) => {
    const fresh = await seededDesk();
    const path = join(fresh.folder, 'other.db');
    const argv = ['schedules', '--db', path, '--lang', lang];

    expect((await desk.run(argv)).out).toContain(`\n  ${zone}\n`);
    expect((await desk.run(['schedules', '--db', path])).out).toContain(`\n  ${zone}\n`);
  });
});

describe('desk schedules set', () => {
  test('changes what is given, and leaves the rest', async () => {
    expect(await set('desk', '--hours', 'sat,sun=09:00-11:00', '--holiday', '2026-12-31=Giao thừa')).toMatchObject({
      ...{ code: 0, out: `${due.scheduleSaved('desk', false)}\n`, err: '' },
    });
    expect(await desk.json(['schedules'])).toEqual([
      {
        ...FIRST,
        hours: ['mon-fri=08:00-12:00,13:30-17:30', 'sat-sun=09:00-11:00'],
        holidays: { '2026-12-31': 'Giao thừa' },
      },
    ]);
    expect((await desk.run(['schedules'])).out).toContain('  2026-12-31 Giao thừa\n');

    await set('desk', '--zone', 'Asia/Bangkok', '--holidays', 'tet,songkran', '--holiday', '2027-01-01');
    expect(await desk.json(['schedules'])).toMatchObject([
      {
        zone: 'Asia/Bangkok',
        lists: ['tet', 'songkran'],
        holidays: { '2026-12-31': 'Giao thừa', '2027-01-01': '' },
        hours: ['mon-fri=08:00-12:00,13:30-17:30', 'sat-sun=09:00-11:00'],
      },
    ]);
  });

  test('makes another one like the first, which a later option of the same days changes again', async () => {
    const made = await desk.json([
      ...['schedules', 'set', 'bangkok', '--zone', 'Asia/Bangkok', '--holidays', 'none'],
      ...['--hours', 'mon-sun=10:00-20:00', '--hours', 'wed=closed'],
    ]);

    expect(made).toEqual({
      ...{ action: expect.any(Number), dryRun: false, name: 'bangkok', zone: 'Asia/Bangkok', lists: [], holidays: {} },
      hours: ['mon-tue=10:00-20:00', 'wed=closed', 'thu-sun=10:00-20:00'],
    });
    expect(await desk.json(['schedules'])).toMatchObject([{ name: 'bangkok' }, FIRST]);
  });

  test('what is due is right at once by the new hours, and again after undo and redo', async () => {
    // 4 h from Tuesday 09:00: three until noon, one from 13:30 on
    expect(await dueOf(1)).toBe('2026-03-10T14:30:00.000Z');

    await set('desk', '--hours', 'mon-fri=10:00-12:00');
    // two hours on Tuesday, two on Wednesday
    expect(await dueOf(1)).toBe('2026-03-11T12:00:00.000Z');
    expect((await desk.run(['undo'])).out).toBe('Undone: opening hours: desk\n');
    expect(await dueOf(1)).toBe('2026-03-10T14:30:00.000Z');
    await desk.run(['redo']);
    expect(await dueOf(1)).toBe('2026-03-11T12:00:00.000Z');

    await set('desk', '--holiday', '2026-03-11=Closed');
    expect(await dueOf(1)).toBe('2026-03-12T12:00:00.000Z');
    await set('desk', '--hours', 'mon-sun=closed');
    expect(await dueOf(1)).toBe(null);
  });

  test('takes the holidays of a calendar, and says what of it are none', async () => {
    const path = desk.file('holidays.ics', CALENDAR);
    const { code, out, err } = await set('desk', '--ical', path);

    expect([code, out]).toEqual([0, `${due.scheduleSaved('desk', false)}\n`]);
    expect(err).toBe('2 holidays read from the calendar; 1 of its events are no whole days off.\n');
    expect(await desk.json(['schedules'])).toMatchObject([
      { holidays: { '2026-04-30': 'Thống nhất', '2026-05-01': 'Thống nhất' } },
    ]);
  });

  test('forgets further holidays where it is told so, and takes new ones at once', async () => {
    await set('desk', '--holiday', '2026-12-31=Giao thừa', '--holiday', '2026-09-02=Quốc khánh');
    await set('desk', '--forget-holidays', '--holiday', '2026-12-24');

    expect(await desk.json(['schedules'])).toMatchObject([{ lists: ['tet'], holidays: { '2026-12-24': '' } }]);
  });

  test('a dry run says the same and changes nothing', async () => {
    const argv = ['schedules', 'set', 'desk', '--zone', 'Asia/Bangkok', '--dry-run'];

    expect((await desk.run(argv)).out).toBe(`${due.scheduleSaved('desk', true)}\n`);
    expect(await desk.json(argv)).toEqual({ action: null, dryRun: true, ...FIRST, zone: 'Asia/Bangkok' });
    expect((await desk.run([...argv, '--read-only'])).code).toBe(0);
    expect(await desk.json(['schedules'])).toEqual([FIRST]);
  });

  test.each([
    [2, ['desk', '--zone', 'Hanoi'], '“Hanoi” is no time zone. Use a name like Asia/Ho_Chi_Minh'],
    [2, ['desk', '--zone', ''], '“” is no time zone.'],
    [2, ['desk', '--hours', 'weekdays=08:00-17:00'], '“weekdays=08:00-17:00” are no hours. Write them as in mon-fri='],
    [2, ['desk', '--hours', 'mon=17:00-08:00'], '“mon=17:00-08:00” go over midnight. A night is two: until 24:00, and'],
    [2, ['desk', '--hours', 'sat=22:00-25:00'], '“sat=22:00-25:00” go over midnight.'],
    [2, ['night shift', '--hours', 'mon=08:00-12:00'], '“night shift” can’t be a name.'],
    [2, ['desk', '--hours', 'mon=08:00-12:00,11:00-13:00'], 'are no hours.'],
    [2, ['desk', '--hours', 'mon-tue-wed=closed'], '“mon-tue-wed=closed” are no hours.'],
    [2, ['desk', '--hours', 'fri-mon=closed'], '“fri-mon=closed” are no hours.'],
    [2, ['desk', '--holiday', 'Tết'], '“Tết” is no holiday. Write it as in 2026-12-31='],
    [2, ['desk', '--holiday', '2026-02-30=Nothing'], '“2026-02-30=Nothing” is no holiday.'],
    [2, ['desk', '--holidays', 'easter'], '“easter” can’t be the holidays. Possible: tet, songkran'],
    [65, ['desk', '--ical', 'letter.txt'], 'letter.txt is no calendar (iCalendar, .ics).'],
    [66, ['desk', '--ical', 'nowhere.ics'], 'There is no file or folder'],
    [2, ['desk', '--ical', ''], 'The name of a file or folder is empty'],
    [2, ['two words'], '“two words” can’t be a name. Letters, digits'],
    [2, [], 'NAME'],
  ])('%i: refuses %j in words', async (code, argv, said) => {
    desk.file('letter.txt', 'Dear shop');
    const ran = await set(...argv.map((word) => (/\.(?:txt|ics)$/.test(word) ? join(desk.folder, word) : word)));

    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).toContain(said);
    expect(await desk.json(['schedules'])).toEqual([FIRST]);
  });

  test('as JSON a refusal is an object on stderr', async () => {
    const { code, out, err } = await desk.run(['schedules', 'set', 'desk', '--zone', 'Hanoi', '--json']);

    expect([code, out]).toEqual([2, '']);
    expect(JSON.parse(err)).toEqual({
      error: {
        ...{ code: 'bad-value', message: '“Hanoi” is no time zone.' },
        hint: 'Use a name like Asia/Ho_Chi_Minh or Asia/Bangkok.',
      },
    });
  });
});

describe('desk schedules remove', () => {
  beforeEach(async () => {
    await set('bangkok', '--zone', 'Asia/Bangkok');
  });

  test('takes hours away by which nothing counts, and undo brings them back', async () => {
    expect((await desk.run(['schedules', 'remove', 'bangkok', '--dry-run'])).out).toBe(
      `${due.scheduleRemoved('bangkok', true)}\n`,
    );
    expect(await desk.json(['schedules', 'remove', 'bangkok', '--dry-run'])).toEqual({
      ...{ action: null, dryRun: true, removed: 'bangkok' },
    });
    expect(await desk.json(['schedules'])).toHaveLength(2);

    expect((await desk.run(['schedules', 'remove', 'bangkok'])).out).toBe(`${due.scheduleRemoved('bangkok', false)}\n`);
    expect(await desk.json(['schedules'])).toEqual([FIRST]);
    expect((await desk.run(['undo'])).out).toBe('Undone: remove opening hours: bangkok\n');
    expect(await desk.json(['schedules'])).toHaveLength(2);
  });

  test('refuses what there is not, naming the nearest', async () => {
    expect(await desk.run(['schedules', 'remove', 'bangkk'])).toMatchObject({
      code: 66,
      err: 'desk: There are no hours called “bangkk”. Did you mean bangkok?\n',
    });
  });

  test('refuses hours that targets count by', async () => {
    expect(await desk.run(['schedules', 'remove', 'desk'])).toMatchObject({
      code: 2,
      err: 'desk: Targets count by the hours “desk”. Give them other hours first: desk targets set NAME --schedule OTHER\n',
    });
    await desk.run(['targets', 'set', 'desk', '--schedule', 'bangkok']);
    expect((await desk.run(['schedules', 'remove', 'desk'])).code).toBe(0);
    expect(await desk.json(['schedules'])).toMatchObject([{ name: 'bangkok' }]);
  });

  test('undo of hours that targets have come to count by is refused', async () => {
    await desk.run(['targets', 'set', 'desk', '--schedule', 'bangkok']);
    const history = (await desk.json(['undo', '--list'])) as { id: number; verb: string }[];
    const made = history.find(({ verb }) => verb === 'schedule-set')?.id;

    expect((await desk.run(['undo', String(made)])).code).toBe(75);
  });
});
