import { beforeEach, describe, expect, test } from 'vitest';
import { wordsFor } from '../../src/i18n/index.ts';
import { type Desk, seededDesk } from '../helpers/cli.ts';

// the tests' clock stands at Thursday 12 March 2026, 09:00; #1 (support, high) and #2 (service, normal) wait since Tuesday 09:00
const { due } = wordsFor('en');
let desk: Desk;
beforeEach(async () => {
  desk = await seededDesk();
});

const set = (...argv: string[]) => desk.run(['targets', 'set', ...argv]);
const names = async (): Promise<string[]> =>
  ((await desk.json(['targets'])) as { name: string }[]).map(({ name }) => name);
const dueOf = async (number: number): Promise<unknown> => {
  const [found] = (await desk.json(['list', `number:${number}`])) as { dueAt: string | null; due: string | null }[];
  return [found?.due, found?.dueAt];
};
const FIRST_BY_HIGH = ['first', '2026-03-10T14:30:00.000Z'];
const FIRST_BY_NORMAL = ['first', '2026-03-11T09:00:00.000Z'];

/** The targets of a priority: first reply, next reply, resolution. */
const of = (priority: string, ...minutes: number[]) =>
  ['first', 'next', 'resolution'].map((clock, at) => ({ priority, clock, minutes: minutes[at] }));

describe('desk targets list', () => {
  test('shows the targets that come with a new desk', async () => {
    expect((await desk.run(['targets'])).out).toBe(
      [
        'desk',
        '  all cases',
        '  urgent: first reply 1h · next reply 1h · resolution 8h',
        '  high: first reply 4h · next reply 4h · resolution 24h',
        '  normal: first reply 8h · next reply 8h · resolution 40h',
        '  low: first reply 24h · next reply 24h · resolution 80h',
        '  desk · stands: pending',
        '',
      ].join('\n'),
    );
    expect(await desk.json(['targets', 'list'])).toEqual([
      {
        ...{ name: 'desk', schedule: 'desk', kinds: null, segments: null, query: null, pausedBy: ['pending'] },
        targets: [
          ...of('urgent', 60, 60, 480),
          ...of('high', 240, 240, 1440),
          ...of('normal', 480, 480, 2400),
          ...of('low', 1440, 1440, 4800),
        ],
      },
    ]);
  });
});

describe('desk targets set', () => {
  const VIP = {
    ...{ name: 'vip', schedule: 'desk', kinds: ['support', 'care'], segments: ['loyal'], query: 'tag:vip' },
    pausedBy: ['pending', 'hold'],
    // what is not named is as it is for everybody
    targets: [
      ...of('urgent', 45, 60, 480),
      ...of('high', 240, 240, 1440),
      ...of('normal', 480, 480, 150),
      ...of('low', 1440, 1440, 4800),
    ],
  };
  const MAKE_VIP = [
    ...['vip', '--kinds', 'support,care', '--segments', 'loyal', '--query', 'tag:vip', '--pause', 'pending,hold'],
    ...['--target', 'normal/resolution=2h30m', '--target', 'urgent/first=45m'],
  ];

  test('makes targets, which are asked before those that are there', async () => {
    expect(await desk.json(['targets', 'set', ...MAKE_VIP])).toEqual({
      ...{ action: expect.any(Number), dryRun: false },
      ...VIP,
    });
    await set('spare', '--kinds', 'care', '--target', 'low/first=1h');

    expect(await names()).toEqual(['spare', 'vip', 'desk']);
    expect((await desk.run(['targets'])).out).toContain(
      [
        'vip',
        '  support · care · loyal customer · tag:vip',
        '  urgent: first reply 45m · next reply 1h · resolution 8h',
        '  high: first reply 4h · next reply 4h · resolution 24h',
        '  normal: first reply 8h · next reply 8h · resolution 2h 30m',
        '  low: first reply 24h · next reply 24h · resolution 80h',
        '  desk · stands: pending, on hold',
        '',
      ].join('\n'),
    );
  });

  test('changes what is given, and leaves the rest and the order', async () => {
    await set(...MAKE_VIP);
    await set('spare', '--kinds', 'care', '--target', 'low/first=1h');
    await set('vip', '--kinds', 'all', '--target', 'urgent/first=none', '--target', 'HIGH/Next=1h');

    expect(await names()).toEqual(['spare', 'vip', 'desk']);
    expect(await desk.json(['targets'])).toMatchObject([
      { name: 'spare' },
      {
        ...VIP,
        kinds: null,
        targets: [
          ...of('urgent', 45, 60, 480).slice(1),
          ...of('high', 240, 60, 1440),
          ...of('normal', 480, 480, 150),
          ...of('low', 1440, 1440, 4800),
        ],
      },
      { name: 'desk' },
    ]);
    await set('vip', '--segments', 'all', '--query', 'all', '--pause', 'none');
    expect((await desk.json(['targets'])) as unknown[]).toContainEqual(
      expect.objectContaining({ name: 'vip', segments: null, query: null, pausedBy: [] }),
    );
  });

  test('what is due is right at once, and again after undo and redo', async () => {
    expect([await dueOf(1), await dueOf(2)]).toEqual([FIRST_BY_HIGH, FIRST_BY_NORMAL]);

    await set('desk', '--target', 'high/first=30m');
    expect(await dueOf(1)).toEqual(['first', '2026-03-10T09:30:00.000Z']);
    expect((await desk.run(['undo'])).out).toBe('Undone: targets: desk\n');
    expect(await dueOf(1)).toEqual(FIRST_BY_HIGH);
    await desk.run(['redo']);
    expect(await dueOf(1)).toEqual(['first', '2026-03-10T09:30:00.000Z']);

    await set('desk', '--target', 'high/first=none', '--target', 'high/resolution=none');
    expect(await dueOf(1)).toEqual([null, null]);
    expect(await dueOf(2)).toEqual(FIRST_BY_NORMAL);
  });

  test('those for a kind, or a query, count for these cases only', async () => {
    await set('service', '--kinds', 'service', '--target', 'normal/first=10m');
    expect([await dueOf(1), await dueOf(2)]).toEqual([FIRST_BY_HIGH, ['first', '2026-03-10T09:10:00.000Z']]);
    await desk.run(['set', '2', 'kind=support']);
    expect(await dueOf(2)).toEqual(FIRST_BY_NORMAL);

    await set('vip', '--query', 'tag:vip', '--target', 'normal/first=20m', '--target', 'high/first=20m');
    await desk.run(['set', '2', 'tag+=vip']);
    expect([await dueOf(1), await dueOf(2)]).toEqual([FIRST_BY_HIGH, ['first', '2026-03-10T09:20:00.000Z']]);
    await desk.run(['undo']);
    expect(await dueOf(2)).toEqual(FIRST_BY_NORMAL);
  });

  test('those by other hours count by them', async () => {
    await desk.run(['schedules', 'set', 'night', '--hours', 'mon-sun=20:00-24:00']);
    await set('vip', '--schedule', 'night', '--query', 'tag:màn-hình', '--target', 'high/first=1h');

    expect(await dueOf(1)).toEqual(['first', '2026-03-10T21:00:00.000Z']);
    expect(await desk.json(['why', '1'])).toMatchObject({ targets: 'vip', schedule: 'night' });
  });

  test('a dry run says the same and changes nothing', async () => {
    const argv = ['targets', 'set', ...MAKE_VIP, '--dry-run'];

    expect((await desk.run(argv)).out).toBe(`${due.targetsSaved('vip', true)}\n`);
    expect(await desk.json(argv)).toEqual({ action: null, dryRun: true, ...VIP });
    expect((await desk.run([...argv, '--read-only'])).code).toBe(0);
    expect(await names()).toEqual(['desk']);
    expect((await desk.run(['targets', 'set', ...MAKE_VIP])).out).toBe(`${due.targetsSaved('vip', false)}\n`);
  });

  test.each([
    ['waiting>4h', 'Targets can’t be chosen by waiting:4h, which changes with the clock alone. Choose by priority'],
    ['is:overdue', 'Targets can’t be chosen by is:overdue'],
    ['is:snoozed', 'Targets can’t be chosen by is:snoozed'],
    ['due<1h', 'Targets can’t be chosen by due:1h'],
    ['tag:vip -(kind:care created:today)', 'Targets can’t be chosen by created:today'],
    ['tag:vip or snoozed<2d', 'Targets can’t be chosen by snoozed:2d'],
    ['nonsense:3', 'A query has no key “nonsense”.'],
    ['tag:', 'tag: needs a value.'],
  ])('a query that changes with the clock alone, or is none, is refused: %s', async (query, said) => {
    const { code, out, err } = await set('vip', '--query', query, '--target', 'normal/first=1h');

    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
    expect(await names()).toEqual(['desk']);
  });

  test.each([
    [2, ['vip', '--target', 'normal/first=soon'], '“normal/first=soon” is no target. Write it as in high/first=4h'],
    [2, ['vip', '--target', 'normal/first=0h'], '“normal/first=0h” is no target.'],
    [2, ['vip', '--target', 'normal/first='], '“normal/first=” is no target.'],
    [2, ['vip', '--target', 'middling/first=1h'], '“middling/first=1h” is no target.'],
    [2, ['vip', '--target', 'normal/second=1h'], '“normal/second=1h” is no target.'],
    [2, ['vip', '--kinds', 'nothing'], '“nothing” can’t be the kinds. Possible: support, service, care'],
    [2, ['vip', '--segments', 'rich'], '“rich” can’t be the segments. Possible: '],
    [2, ['vip', '--pause', 'always'], '“always” can’t be the pause. Possible: pending, hold, snooze'],
    [66, ['vip', '--schedule', 'dsk'], 'There are no hours called “dsk”. Did you mean desk?'],
    [2, ['two words', '--target', 'normal/first=1h'], '“two words” can’t be a name. Letters, digits'],
    [2, [], 'NAME'],
  ])('%i: refuses %j in words', async (code, argv, said) => {
    const ran = await set(...argv);

    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).toContain(said);
    expect(await names()).toEqual(['desk']);
  });
});

describe('desk targets remove', () => {
  beforeEach(async () => {
    await set('vip', '--query', 'tag:màn-hình', '--target', 'high/first=1h');
  });

  test('takes targets away, those after them count, and undo brings them back where they were', async () => {
    expect(await desk.json(['targets', 'remove', 'vip', '--dry-run'])).toEqual({
      ...{ action: null, dryRun: true, removed: 'vip' },
    });
    expect((await desk.run(['targets', 'remove', 'vip', '--dry-run'])).out).toBe(
      `${due.targetsRemoved('vip', true)}\n`,
    );
    expect(await dueOf(1)).toEqual(['first', '2026-03-10T10:00:00.000Z']);

    expect((await desk.run(['targets', 'remove', 'vip'])).out).toBe(`${due.targetsRemoved('vip', false)}\n`);
    expect([await names(), await dueOf(1)]).toEqual([['desk'], FIRST_BY_HIGH]);

    expect((await desk.run(['undo'])).out).toBe('Undone: remove targets: vip\n');
    expect([await names(), await dueOf(1)]).toEqual([
      ['vip', 'desk'],
      ['first', '2026-03-10T10:00:00.000Z'],
    ]);
  });

  test('refuses what there is not, naming the nearest', async () => {
    expect(await desk.run(['targets', 'remove', 'vpi'])).toMatchObject({
      code: 66,
      err: 'desk: There are no targets called “vpi”. Did you mean vip?\n',
    });
  });

  test('without any, nothing is due but what was promised', async () => {
    await desk.run(['targets', 'remove', 'vip']);
    await desk.run(['targets', 'remove', 'desk']);
    await desk.run(['promises', 'add', '2', '--at', 'fri 5pm']);

    expect([await dueOf(1), await dueOf(2)]).toEqual([
      [null, null],
      ['promise', '2026-03-13T17:00:00.000Z'],
    ]);
    expect((await desk.run(['why', '1'])).out).toContain('No targets apply to this case: desk targets list');
  });
});
