import { beforeEach, describe, expect, test } from 'vitest';
import { width } from '../../src/text/width.ts';
import { type Desk, seededDesk } from '../helpers/cli.ts';

// the tests' clock stands at Thursday 12 March 2026, 09:00; #1 (high) waits since Tuesday 09:00, #3 is solved
let desk: Desk;
beforeEach(async () => {
  desk = await seededDesk();
});

const lines = async (...argv: string[]): Promise<string[]> =>
  (await desk.run(['why', ...argv])).out.trimEnd().split('\n');

interface WhyJson {
  readonly clocks: readonly {
    readonly clock: string;
    readonly started: string;
    readonly metAt: string | null;
    readonly ranMs: number;
    readonly stoodMs: Readonly<Record<string, number>>;
    readonly segments: readonly { from: string; to: string; ran: boolean; why: string | null }[];
  }[];
}
const why = async (number: number, setting = {}) => (await desk.json(['why', String(number)], setting)) as WhyJson;

test('desk why says what is next, by what it is measured, and then every clock stretch by stretch', async () => {
  const told = await lines('1');

  expect(told.slice(0, 2)).toEqual([
    '#1  Màn hình không sáng',
    'Next: first reply · Tue 10 Mar 2026 14:30 · 42h 30m late',
  ]);
  expect(told[2]).toMatch(/^Targets .desk. for priority high, by the hours .desk. in UTC$/);
  expect(told[4]).toMatch(/^first reply: target 4h · overdue · due Tue 10 Mar 2026 14:30 · 16h used · 12h over$/i);
  const stretches = [
    '  Tue 10 Mar 09:00 – 12:00  ran  3h',
    '  Tue 10 Mar 12:00 – 13:30  break  1h 30m',
    '  Tue 10 Mar 13:30 – 17:30  ran  4h',
    '  Tue 10 Mar 17:30 – Wed 11 Mar 08:00  outside hours  14h 30m',
    '  Wed 11 Mar 08:00 – 12:00  ran  4h',
    '  Wed 11 Mar 12:00 – 13:30  break  1h 30m',
    '  Wed 11 Mar 13:30 – 17:30  ran  4h',
    '  Wed 11 Mar 17:30 – Thu 12 Mar 08:00  outside hours  14h 30m',
    '  Thu 12 Mar 08:00 – 09:00  ran  1h',
  ];
  expect(told.slice(5, 14)).toEqual(stretches);
  expect(told[15]).toMatch(
    /^resolution: target 24h · running · due Fri 13 Mar 09:00 \(tomorrow\) · 16h used · 8h left$/i,
  );
  expect(told.slice(16)).toEqual(stretches);
});

test('as JSON it is the moments themselves, and the spans in ms', async () => {
  const told = await why(1);

  expect(told).toMatchObject({
    ...{ number: 1, dueAt: '2026-03-10T14:30:00.000Z', due: 'first', targets: 'desk', schedule: 'desk', zone: 'UTC' },
    commitments: [],
  });
  expect(told.clocks[0]).toEqual({
    ...{ clock: 'first', state: 'breached', started: '2026-03-10T09:00:00.000Z', metAt: null },
    ...{ dueAt: '2026-03-10T14:30:00.000Z', targetMs: 14_400_000, ranMs: 57_600_000, remainingMs: -43_200_000 },
    stoodMs: { break: 10_800_000, off: 104_400_000 },
    onWaking: null,
    segments: expect.any(Array),
  });
  expect(told.clocks[0]?.segments.slice(0, 2)).toEqual([
    { from: '2026-03-10T09:00:00.000Z', to: '2026-03-10T12:00:00.000Z', ran: true, why: null },
    { from: '2026-03-10T12:00:00.000Z', to: '2026-03-10T13:30:00.000Z', ran: false, why: 'break' },
  ]);
});

test('the stretches of a clock follow without a gap from its start to now, and make up all of the time', async () => {
  await desk.run(['set', '1', 'status=pending']);
  await desk.run(['set', '1', 'status=open'], { env: { DESK_NOW: '2026-03-13T10:00:00Z' } });
  const told = await why(1, { env: { DESK_NOW: '2026-03-16T15:00:00Z' } });

  expect(told.clocks.map(({ clock }) => clock)).toEqual(['first', 'resolution']);
  for (const { segments, started, ranMs, stoodMs } of told.clocks) {
    expect(segments[0]?.from).toBe(started);
    expect(segments.at(-1)?.to).toBe('2026-03-16T15:00:00.000Z');
    for (const [at, { from }] of segments.entries()) if (at > 0) expect(from).toBe(segments[at - 1]?.to);
    const stood = Object.values(stoodMs).reduce((sum, ms) => sum + ms, 0);
    expect(ranMs + stood).toBe(Date.parse('2026-03-16T15:00:00Z') - Date.parse(started));
    expect(Object.keys(stoodMs).sort()).toEqual(['break', 'off', 'pending']);
  }
});

test('a case that waits for its customer stands and asks for nothing, also where a target was used up before', async () => {
  const then = { env: { DESK_NOW: '2026-03-10T10:00:00Z' } };
  await desk.run(['set', '2', 'status=pending'], then);
  await desk.run(['set', '1', 'status=pending']);

  expect((await lines('2')).filter((line) => !line.startsWith('  '))).toEqual([
    '#2  หน้าจอกดไม่ติด',
    'Nothing is due in this case.',
    expect.stringContaining('for priority normal'),
    '',
    expect.stringMatching(/^first reply: target 8h · stands · 1h used · 7h left$/i),
    '',
    expect.stringMatching(/^resolution: target 40h · stands · 1h used · 39h left$/i),
  ]);
  expect((await lines('2'))[6]).toBe('  Tue 10 Mar 10:00 – Thu 12 Mar 09:00  customer’s turn  47h');
  const late = await lines('1');
  expect(late[1]).toBe('Nothing is due in this case.');
  expect(late[4]).toMatch(/^first reply: target 4h · overdue · due Tue 10 Mar 2026 14:30 · 16h used · 12h over$/);
  await desk.run(['set', '1', 'status=open']);
  expect((await lines('1'))[1]).toBe('Next: first reply · Tue 10 Mar 2026 14:30 · 42h 30m late');
});

test('a case that is done is due no more, and says when it was solved', async () => {
  const told = await lines('3');

  expect(told.slice(0, 2)).toEqual(['#3  Refund arrived', 'Nothing is due in this case.']);
  expect(told.at(-1)).toMatch(
    /^resolution: target 40h · in time · solved Tue 10 Mar 2026 09:00 · .* · 0m used · 40h left$/i,
  );
});

test('follow-ups and promises stand before the clocks, those not kept with their moment', async () => {
  await desk.run(['promises', 'add', '1', '--at', 'fri 5pm', '--text', 'Ship']);
  await desk.run(['follow-ups', 'add', '1', '--at', 'mon 9am']);
  const saturday = { env: { DESK_NOW: '2026-03-14T09:00:00Z' } };
  const { out } = await desk.run(['why', '1'], saturday);

  expect(out.split('\n').slice(4, 6)).toEqual([
    'promise · Fri 13 Mar 2026 17:00 · Ship · promise of Fri 13 Mar 2026 17:00 not kept',
    'follow-up · Mon 16 Mar 09:00 · (no text)',
  ]);
  expect(await desk.json(['why', '1'], saturday)).toMatchObject({
    commitments: [
      { id: 1, kind: 'promise', case: 1, customer: 1, at: '2026-03-13T17:00:00.000Z', doneAt: null, stands: 'broken' },
      { id: 2, kind: 'follow-up', text: '', stands: 'open' },
    ],
  });
});

test('a snoozed case says when it wakes, and what is due then', async () => {
  await desk.run(['set', '2', 'snooze=2026-03-13T08:00']);
  const told = await lines('2');

  expect(told.filter((line) => line.startsWith('wakes '))).toEqual([
    'wakes Fri 13 Mar 08:00 (tomorrow) and is overdue then',
    'wakes Fri 13 Mar 08:00 (tomorrow) and is due Mon 16 Mar 14:30 then',
  ]);
});

test('a merged number explains the case it is part of', async () => {
  await desk.run(['merge', '2', '1']);
  expect((await lines('2'))[0]).toBe('#1  Màn hình không sáng');
});

describe('the explanation', () => {
  test('in a pipe is whole lines, and on a terminal fits its width', async () => {
    await desk.run(['promises', 'add', '1', '--at', 'fri 5pm', '--text', 'Gửi lại máy mới cho chị '.repeat(8)]);
    const piped = (await desk.run(['why', '1'])).out.split('\n');
    const fitted = (await desk.run(['why', '1'], { terminal: 60 })).out.split('\n');

    expect(piped.filter((line) => line.startsWith('promise · '))).toHaveLength(1);
    expect(Math.max(...fitted.map(width))).toBeLessThanOrEqual(60);
    expect(fitted.length).toBeGreaterThan(piped.length);
  });

  test('does nothing to a terminal that a customer would like', async () => {
    await desk.run(['set', '1', 'subject=\u001b[31mRed\u001b]0;x\u0007']);
    await desk.run(['promises', 'add', '1', '--at', 'fri 5pm', '--text', 'a\u001b[2Jb\nNext: never']);

    const { bytes } = await desk.run(['why', '1']);
    expect(bytes.includes(0x1b)).toBe(false);
    expect(bytes.toString().split('\n')).not.toContain('Next: never');
  });

  test.each(['vi', 'th'])('is told in %s', async (lang) => {
    const { code, out } = await desk.run(['why', '1', '--lang', lang]);

    expect(code).toBe(0);
    expect(out).not.toMatch(/\b(?:ran|break|outside|target|used|late|left|running|overdue)\b/);
  });
});

test.each([
  [66, ['9'], 'There is no case #9.'],
  [2, ['oven'], '“oven” is not a number.'],
  [2, [], 'See: desk help why'],
])('%i: desk why %j is refused in words', async (code, argv, said) => {
  const ran = await desk.run(['why', ...argv]);

  expect([ran.code, ran.out]).toEqual([code, '']);
  expect(ran.err).toContain(said);
});

test('it works on a store that is only read', async () => {
  expect(await desk.run(['why', '1', '--read-only'])).toMatchObject({ code: 0, err: '' });
});
