import { beforeEach, describe, expect, test } from 'vitest';
import { width } from '../../src/text/width.ts';
import { type Desk, seededDesk } from '../helpers/cli.ts';

// the tests' clock stands at Thursday 12 March 2026, 09:00
let desk: Desk;
beforeEach(async () => {
  desk = await seededDesk();
});

const add = (name: string, ...argv: string[]) => desk.run([name, 'add', ...argv]);
const due = async (number: number): Promise<unknown> => await desk.json(['why', String(number)]);

const OPEN = { doneAt: null, droppedAt: null, missedAt: null, stands: 'open', template: null };

describe('desk follow-ups and desk promises', () => {
  test('add prints the id and nothing else, and list shows what is to be done, the earliest first', async () => {
    expect(await add('follow-ups', '1', '--at', 'mon 9am', '--text', 'Ask again')).toMatchObject({
      ...{ code: 0, out: '1\n', err: 'For Mon 16 Mar 09:00.\n' },
    });
    expect((await add('follow-ups', '2', '--at', 'fri 5pm', '--text', 'Call')).out).toBe('2\n');

    expect(await desk.json(['follow-ups'])).toEqual([
      {
        ...{ id: 2, kind: 'follow-up', case: 2, customer: 2, at: '2026-03-13T17:00:00.000Z', text: 'Call' },
        ...OPEN,
      },
      {
        ...{ id: 1, kind: 'follow-up', case: 1, customer: 1, at: '2026-03-16T09:00:00.000Z', text: 'Ask again' },
        ...OPEN,
      },
    ]);
    expect(await desk.json(['promises'])).toEqual([]);
  });

  test.each([
    ['thứ Sáu 17h', '2026-03-13T17:00:00.000Z'],
    ['mai', '2026-03-13T17:00:00.000Z'],
    ['ศุกร์นี้', '2026-03-13T17:00:00.000Z'],
    ['พรุ่งนี้เช้า', '2026-03-13T08:00:00.000Z'],
    ['fri 5pm', '2026-03-13T17:00:00.000Z'],
    ['in 2 weeks', '2026-03-26T17:00:00.000Z'],
    ['2026-12-24T08:00', '2026-12-24T08:00:00.000Z'],
  ])('“%s” is a moment in every language; a promised day holds until work ends', async (typed, at) => {
    expect((await add('promises', '1', '--at', typed)).code).toBe(0);
    expect(await desk.json(['promises'])).toMatchObject([{ at }]);
  });

  test('a follow-up of a day begins with work', async () => {
    await add('follow-ups', '1', '--at', 'mai');
    expect(await desk.json(['follow-ups'])).toMatchObject([{ at: '2026-03-13T08:00:00.000Z' }]);
  });

  test('one for several cases is one for each, and the numbers may come from a pipe', async () => {
    const { out } = await desk.run(['promises', 'add', '-', '--at', 'fri 5pm', '--text', 'Ship'], { stdin: '1\n2\n' });

    expect(out).toBe('1\n2\n');
    expect(await desk.json(['promises'])).toMatchObject([{ case: 1 }, { case: 2 }]);
    expect((await desk.run(['undo'])).out).toBe('Undone: promise 2 cases: Ship\n');
    expect(await desk.json(['promises'])).toEqual([]);
  });

  test('one for a customer belongs to no case', async () => {
    const made = await desk.json([
      ...['promises', 'add', '--customer', 'lan@example.vn', '--at', 'in 2 weeks', '--text', 'Send the invoice'],
      ...['--template', 'screen-reset'],
    ]);

    const one = { case: null, customer: 1, at: '2026-03-26T17:00:00.000Z', text: 'Send the invoice' };
    expect(made).toEqual({
      action: expect.any(Number),
      dryRun: false,
      made: [{ id: 1, kind: 'promise', ...one, ...OPEN, template: 'screen-reset' }],
    });
  });

  test('it is what the case is due by, until it is done', async () => {
    await add('promises', '3', '--at', 'fri 5pm', '--text', 'Refund');
    expect(await due(3)).toMatchObject({ due: 'promise', dueAt: '2026-03-13T17:00:00.000Z' });

    await desk.run(['promises', 'done', '1']);
    expect(await due(3)).toMatchObject({ due: null, dueAt: null });
  });
});

describe.each([
  ['done', [], 'Done: Ship', { doneAt: '2026-03-12T09:00:00.000Z', stands: 'kept' }, 'promise kept'],
  ['drop', [], 'Dropped: Ship', { droppedAt: '2026-03-12T09:00:00.000Z', stands: 'dropped' }, 'promise dropped'],
  [
    ...(['move', ['--at', 'mon 9am'], 'Moved to Mon 16 Mar 09:00: Ship'] as const),
    ...([{ at: '2026-03-16T09:00:00.000Z', stands: 'open' }, 'promise moved'] as const),
  ],
])('desk promises %s', (verb, more, said, changed, undone) => {
  const BEFORE = { id: 1, kind: 'promise', case: 1, customer: 1, at: '2026-03-13T17:00:00.000Z', text: 'Ship' };
  beforeEach(async () => {
    await add('promises', '1', '--at', 'fri 5pm', '--text', 'Ship');
  });

  test('says what it did, and undo takes it back', async () => {
    expect(await desk.run(['promises', verb, '1', ...more])).toMatchObject({ code: 0, out: `${said}\n`, err: '' });
    expect(await desk.json(['promises', '--all'])).toEqual([{ ...BEFORE, ...OPEN, ...changed }]);

    expect((await desk.run(['undo'])).out).toBe(`Undone: ${undone} #1: Ship\n`);
    expect(await desk.json(['promises'])).toEqual([{ ...BEFORE, ...OPEN }]);
    await desk.run(['redo']);
    expect(await desk.json(['promises', '--all'])).toEqual([{ ...BEFORE, ...OPEN, ...changed }]);
  });

  test('as JSON it is what has come of it', async () => {
    expect(await desk.json(['promises', verb, '1', ...more])).toEqual({
      ...{ action: expect.any(Number), dryRun: false },
      ...{ ...BEFORE, ...OPEN, ...changed },
    });
  });

  test('a dry run says the same and does nothing', async () => {
    const argv = ['promises', verb, '1', ...more, '--dry-run'];

    expect((await desk.run(argv)).out).toBe(`Dry run, nothing was written: ${said}\n`);
    expect(await desk.json(argv)).toEqual({ action: null, dryRun: true, ...BEFORE, ...OPEN, ...changed });
    expect(await desk.json(['promises'])).toEqual([{ ...BEFORE, ...OPEN }]);
  });

  test('is refused where it was done already, was never made, or is a follow-up', async () => {
    await add('follow-ups', '1', '--at', 'fri 5pm');
    await desk.run(['promises', 'done', '1']);

    expect(await desk.run(['promises', verb, '1', ...more])).toMatchObject({
      code: 2,
      err: 'desk: 1 is done or dropped already. See what was done with: desk follow-ups list --all\n',
    });
    expect(await desk.run(['promises', verb, '99', ...more])).toMatchObject({
      code: 66,
      err: 'desk: There is no follow-up or promise 99. See: desk follow-ups list, desk promises list\n',
    });
    expect(await desk.run(['promises', verb, '2', ...more])).toMatchObject({
      code: 66,
      err: 'desk: 2 is a follow-up. Use: desk follow-ups … 2\n',
    });
    expect((await desk.run(['promises', verb, 'x', ...more])).code).toBe(2);
  });
});

test('a promise is no follow-up', async () => {
  await add('promises', '1', '--at', 'fri 5pm');

  expect(await desk.run(['follow-ups', 'done', '1'])).toMatchObject({
    code: 66,
    err: 'desk: 1 is a promise. Use: desk promises … 1\n',
  });
});

describe('what can’t be noted is refused in words', () => {
  test.each([
    [2, ['1', '--at', '2026-03-12T08:00'], '2026-03-12T08:00 is over. Name a time to come'],
    [2, ['1', '--at', 'whenever'], '“whenever” is no time. Write it as in "fri 5pm"'],
    [2, ['1', '--at', ''], '“” is no time.'],
    [2, ['1'], 'The option --at is missing. See: desk help promises add'],
    [2, ['--at', 'fri'], 'For which case or customer? Name a case, or --customer'],
    [66, ['77', '--at', 'fri'], 'There is no case #77.'],
    [66, ['1', '77', '--at', 'fri'], 'There is no case #77.'],
    [66, ['1', '--at', 'fri', '--template', 'screen-rest'], 'Did you mean screen-reset?'],
    [66, ['--customer', 'nobody@x.example', '--at', 'fri'], 'No customer is called “nobody@x.example”.'],
    [66, ['--customer', '#44', '--at', 'fri'], 'There is no customer with the id 44.'],
  ])('%i: desk promises add %j', async (code, argv, said) => {
    const ran = await add('promises', ...argv);

    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).toContain(said);
    expect(await desk.json(['promises', '--all'])).toEqual([]);
  });

  test('moving to a moment that is over', async () => {
    await add('promises', '1', '--at', 'fri 5pm');
    expect(await desk.run(['promises', 'move', '1', '--at', '2026-03-11T17:00'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('is over.'),
    });
  });

  test('as JSON it is an object on stderr', async () => {
    const { code, out, err } = await desk.run(['promises', 'done', '99', '--json']);

    expect([code, out]).toEqual([66, '']);
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'not-found', message: expect.stringContaining('99') } });
  });
});

test('a dry run of adding notes nothing, and says for when it would', async () => {
  const argv = ['promises', 'add', '1', '2', '--at', 'fri 5pm', '--dry-run'];

  expect((await desk.run(argv)).out).toBe('Would note it for Fri 13 Mar 17:00 (tomorrow).\n');
  expect(await desk.json(argv)).toEqual({ action: null, dryRun: true, cases: [1, 2] });
  expect(await desk.json(['promises', '--all'])).toEqual([]);
});

describe('a list', () => {
  const LONG = `Gửi lại ${'máy mới '.repeat(20)}trước  thứ Sáu`;
  beforeEach(async () => {
    await add('promises', '1', '--at', 'fri 5pm', '--text', LONG);
    await add('promises', '2', '--at', 'sat 9am');
    await add('promises', '--customer', 'anna@example.com', '--at', '2027-01-04', '--text', 'Invoice');
  });

  test('in a pipe has columns that awk finds, and nothing is cut', async () => {
    const { out } = await desk.run(['promises']);
    const columns = out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/));

    expect(columns).toEqual([
      ['1', '13 Mar, 17:00', '1', 'to do', 'Nguyễn Thị Lan', LONG.replaceAll(/ +/g, ' ')],
      ['2', '14 Mar, 09:00', '2', 'to do', 'สมชาย ใจดี', 'หน้าจอกดไม่ติด'],
      ['3', '4 Jan 2027, 17:00', '-', 'to do', 'Anna Smith', 'Invoice'],
    ]);
  });

  test('on a terminal fits its width, and says where there is nothing', async () => {
    const { out } = await desk.run(['promises'], { terminal: 80 });

    expect(Math.max(...out.split('\n').map(width))).toBe(80);
    expect(out).toContain('1  13 Mar, 17:00         1  to do     Nguyễn Thị Lan');
    expect((await desk.run(['follow-ups'], { terminal: 80 })).err).toBe('Nothing.\n');
    expect(await desk.run(['follow-ups'])).toMatchObject({ code: 0, out: '', err: '' });
  });

  test('ends quietly where whoever reads it leaves', async () => {
    expect(await desk.run(['promises'], { readsLines: 1 })).toMatchObject({ code: 0, err: '' });
  });

  test('of all has what was done and dropped as well', async () => {
    await desk.run(['promises', 'done', '1']);
    await desk.run(['promises', 'drop', '2']);

    expect(await desk.json(['promises', 'list'])).toMatchObject([{ id: 3 }]);
    expect(await desk.json(['promises', 'list', '--all'])).toMatchObject([
      { id: 1, stands: 'kept' },
      { id: 2, stands: 'dropped' },
      { id: 3, stands: 'open' },
    ]);
  });
});

test('a promise whose moment has gone by is broken, and stays so when it is moved and done', async () => {
  await add('promises', '1', '--at', 'fri 5pm', '--text', 'Ship');
  const monday = { env: { DESK_NOW: '2026-03-16T09:00:00Z' } };

  expect(await desk.json(['promises'], monday)).toMatchObject([{ stands: 'broken', missedAt: null }]);
  expect((await desk.run(['why', '1'], monday)).out).toContain('promise of Fri 13 Mar 2026 17:00 not kept');
  await desk.run(['promises', 'move', '1', '--at', 'tue 5pm'], monday);
  await desk.run(['promises', 'done', '1'], monday);

  expect(await desk.json(['promises', '--all'], monday)).toMatchObject([
    {
      at: '2026-03-17T17:00:00.000Z',
      doneAt: '2026-03-16T09:00:00.000Z',
      missedAt: '2026-03-13T17:00:00.000Z',
      stands: 'broken',
    },
  ]);
});

test('the history of a case tells what became of its promise', async () => {
  await add('promises', '1', '--at', 'fri 5pm', '--text', 'Ship');
  await desk.run(['promises', 'move', '1', '--at', 'mon 9am']);
  await desk.run(['promises', 'done', '1']);

  const { out } = await desk.run(['history', '1']);
  expect(out).toContain('promise: none → 13 Mar, 17:00');
  expect(out).toContain('promise: 13 Mar, 17:00 → 16 Mar, 09:00');
  expect(out).toContain('promise: 16 Mar, 09:00 → done');
});

test('they follow a merge, and are where the case is now', async () => {
  await add('promises', '2', '--at', 'fri 5pm', '--text', 'Ship');
  await desk.run(['merge', '2', '1']);

  expect(await desk.json(['promises'])).toMatchObject([{ id: 1, case: 1, customer: 1 }]);
  await desk.run(['unmerge', '2']);
  expect(await desk.json(['promises'])).toMatchObject([{ id: 1, case: 2, customer: 2 }]);
});

test.each(['vi', 'th', 'en'])('a past moment and a done one are refused in %s', async (lang) => {
  await add('follow-ups', '1', '--at', 'fri 5pm');
  await desk.run(['follow-ups', 'done', '1']);

  for (const argv of [
    ['follow-ups', 'done', '1'],
    ['follow-ups', 'add', '1', '--at', '2026-03-11'],
  ]) {
    const { err } = await desk.run([...argv, '--lang', lang]);
    expect(err).toMatch(/^desk: .+\n$/);
    expect(/(?:is done or dropped already|is over)/.test(err)).toBe(lang === 'en');
  }
});
