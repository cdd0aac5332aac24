import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { ruleValues } from '../../../src/actions/clock-settings.ts';
import { workOutDue } from '../../../src/actions/clocks.ts';
import { COMMITMENT_VERBS } from '../../../src/actions/commitments.ts';
import { exportPieces } from '../../../src/actions/export/export.ts';
import { importSources } from '../../../src/actions/import/import.ts';
import { merge } from '../../../src/actions/merge.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { readCase } from '../../../src/actions/read-cases.ts';
import { readCommitments } from '../../../src/actions/read-commitments.ts';
import { reply } from '../../../src/actions/reply.ts';
import { readSchedules, scheduleToChange, setSchedule } from '../../../src/actions/schedules.ts';
import { dropTargets, readTargets, setTargets, targetsToChange } from '../../../src/actions/targets.ts';
import { undoLast } from '../../../src/actions/undo.ts';
import { unmerge } from '../../../src/actions/unmerge.ts';
import type { Context } from '../../../src/context.ts';
import { FIRST_SCHEDULE, FIRST_TARGETS } from '../../../src/domain/clock/first-rules.ts';
import type { Pause } from '../../../src/domain/clock/targets.ts';
import type { CommitmentKind } from '../../../src/domain/commitment.ts';
import { caseLine } from '../../helpers/cli-seed.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { ownRows } from '../../helpers/own-rows.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const text = (context: Context): string => [...exportPieces(context, 'jsonl', null)].join('');
const bring = (context: Context, jsonl: string) =>
  importSources(context, { paths: ['-'], stdin: Readable.from([Buffer.from(jsonl)]), solvedBefore: null });

/** Every target as an export tells it. */
const targetsTold = ({ store }: Context): unknown[] =>
  Object.entries(ruleValues(store)).flatMap(([key, value]) => (key.startsWith('targets:') ? [JSON.parse(value)] : []));

const hanoi = (session = 'test'): Desk => createDesk({ tick: 0, zone: 'Asia/Ho_Chi_Minh', session });
const open = (desk: Context, subject: string): number =>
  perform(desk, newCase, { customer: 'Lan <lan@x.example>', subject, kind: 'care', channel: 'email', message: 'Hi' })
    .output.number;

/** The copy of a desk in an empty store. */
async function copyOf(desk: Context): Promise<{ copy: Desk; jsonl: string }> {
  const copy = hanoi('copy');
  const jsonl = text(desk);
  expect((await bring(copy, jsonl)).problems).toEqual([]);
  return { copy, jsonl };
}

/** Bangkok's hours, a Saturday of its own, holidays; and targets for two kinds of cases, the later ones asked first. */
function changeRules(desk: Desk): void {
  const bangkok = scheduleToChange(desk, 'bangkok');
  const day = ['09:00-18:00'];
  const holidays = { '2026-12-31': 'Giao thừa', '2027-01-01': '' };
  perform(desk, setSchedule, { ...bangkok, zone: 'Asia/Bangkok', lists: ['songkran', 'tet'], holidays });
  perform(desk, setSchedule, { ...scheduleToChange(desk, 'desk'), week: [day, day, day, day, day, [], []] });
  perform(desk, setTargets, {
    ...{ name: 'zeal', schedule: 'bangkok', applies: { kinds: ['support', 'care'], query: 'tag:vip' } },
    ...{
      targets: { high: { first: 90 * MINUTE }, normal: { next: HOUR } },
      pausedBy: new Set<Pause>(['hold', 'snooze']),
    },
  });
  perform(desk, setTargets, {
    ...{ name: 'ally', schedule: 'desk', applies: { segments: ['loyal'] }, targets: {}, pausedBy: new Set<Pause>() },
  });
  perform(desk, setTargets, { ...targetsToChange(desk, 'desk'), targets: { normal: { first: 3 * HOUR } } });
}

test('the first rules are what the first schema puts into a store', () => {
  const desk = createDesk();

  expect(readSchedules(desk)).toEqual([{ ...FIRST_SCHEDULE, zone: '' }]);
  expect(targetsTold(desk)).toEqual([FIRST_TARGETS]);
});

describe('hours and targets', () => {
  test('come back as they were, in the order in which they are asked', async () => {
    const desk = hanoi();
    changeRules(desk);
    const { copy, jsonl } = await copyOf(desk);

    expect(readSchedules(copy)).toEqual(readSchedules(desk));
    expect(readTargets(copy).map(({ name }) => name)).toEqual(['ally', 'zeal', 'desk']);
    expect(readTargets(copy)).toEqual(readTargets(desk));
    expect(text(copy)).toBe(jsonl);
  });

  test('come back the same where the one for all cases is asked first', async () => {
    const desk = hanoi();
    const all = targetsToChange(desk, 'desk');
    perform(desk, setTargets, { ...all, name: 'vip', applies: { query: 'tag:vip' } });
    perform(desk, dropTargets, { name: 'desk' });
    perform(desk, setTargets, { ...targetsToChange(desk, 'desk'), targets: { low: { first: HOUR } } });
    const { copy } = await copyOf(desk);

    expect(readTargets(desk).map(({ name }) => name)).toEqual(['desk', 'vip']);
    expect(readTargets(copy).map(({ name }) => name)).toEqual(['desk', 'vip']);
  });

  test('make the same due there', async () => {
    const desk = hanoi();
    await bring(desk, caseLine({ uid: 's1' }));
    open(desk, 'Oven');
    changeRules(desk);
    await workOutDue(desk);
    const { copy } = await copyOf(desk);
    await workOutDue(copy);

    const dues = (context: Context) => [1, 2].map((number) => readCase(context, number).case.due);
    expect(dues(copy)).toEqual(dues(desk));
    // three hours: Tuesday 16:00–18:00, Wednesday 09:00–10:00; Thursday 09:00–12:00
    expect(dues(copy)).toEqual(
      ['2026-03-11T10:00+07:00', '2026-03-12T12:00+07:00'].map((at) => ({ at: Date.parse(at), what: 'first' })),
    );
  });

  test('coming in again add nothing, neither there nor where they come from', async () => {
    const desk = hanoi();
    changeRules(desk);
    const { copy, jsonl } = await copyOf(desk);

    for (const one of [copy, desk]) {
      const before = ownRows(one.store);
      expect((await bring(one, jsonl)).action).toBe(null);
      expect(ownRows(one.store)).toEqual(before);
    }
  });

  test('that nobody changed add nothing either, in whichever zone they are', async () => {
    const desk = hanoi();
    perform(desk, setSchedule, { ...scheduleToChange(desk, 'desk'), zone: 'Asia/Bangkok' });
    const { copy, jsonl } = await copyOf(desk);

    expect(readSchedules(copy)).toMatchObject([{ zone: 'Asia/Bangkok' }]);
    expect((await bring(copy, jsonl)).action).toBe(null);
  });

  test('one undo takes them back with the import', async () => {
    const desk = hanoi();
    changeRules(desk);
    const { copy } = await copyOf(desk);
    undoLast(copy);

    expect(readSchedules(copy)).toEqual([{ ...FIRST_SCHEDULE, zone: '' }]);
    expect(targetsTold(copy)).toEqual([FIRST_TARGETS]);
  });

  test('a desk that has changed its own keeps them, and takes what it has none of', async () => {
    const desk = hanoi();
    changeRules(desk);
    const other = hanoi('other');
    const night = ['20:00-24:00'];
    const week = [night, night, night, night, night, night, night] as const;
    perform(other, setSchedule, { ...scheduleToChange(other, 'desk'), week: [...week] });
    perform(other, setTargets, { ...targetsToChange(other, 'desk'), targets: { urgent: { first: HOUR } } });
    const own = [readSchedules(other), readTargets(other)].flat();
    await bring(other, text(desk));

    expect(readSchedules(other).map(({ name }) => name)).toEqual(['bangkok', 'desk']);
    expect(readTargets(other).map(({ name }) => name)).toContain('zeal');
    expect([readSchedules(other), readTargets(other)].flat()).toEqual(expect.arrayContaining(own));
  });

  test.each([
    ['no JSON', 'hours:desk', '{'],
    ['no hours', 'hours:desk', '{"name":"desk"}'],
    ['another name', 'hours:desk', JSON.stringify({ ...FIRST_SCHEDULE, name: 'other', zone: 'UTC' })],
    ['no such zone', 'hours:desk', JSON.stringify({ ...FIRST_SCHEDULE, zone: 'Moon' })],
    [
      'hours that overlap',
      'hours:x',
      JSON.stringify({
        ...FIRST_SCHEDULE,
        name: 'x',
        zone: 'UTC',
        week: [['8:00-9:00', '8:30-10:00'], [], [], [], [], [], []],
      }),
    ],
    ['no targets', 'targets:x', '[]'],
    ['hours that are not there', 'targets:x', JSON.stringify({ ...FIRST_TARGETS, name: 'x', schedule: 'moon' })],
    ['a target of none', 'targets:x', JSON.stringify({ ...FIRST_TARGETS, name: 'x', minutes: { low: { first: -1 } } })],
    ['nothing known', 'colours:x', '{}'],
  ])('of a strange file are left out: %s', async (_, key, value) => {
    const desk = hanoi();
    const before = ruleValues(desk.store);
    await bring(desk, `${JSON.stringify({ type: 'settings', values: { [key]: value } })}\n`);

    expect(ruleValues(desk.store)).toEqual(before);
  });
});

describe('follow-ups and promises', () => {
  const note = (desk: Desk, kind: CommitmentKind, cases: number[], hours: number, customer: number | null = null) =>
    perform(desk, COMMITMENT_VERBS[kind].add, {
      ...{ cases, customer, at: desk.now() + hours * HOUR, text: `in ${hours} h`, template: null },
    }).output.ids[0] ?? 0;

  /** In two cases, one of them merged away, and for a customer alone: to be done, done, dropped, moved too late. */
  function promised(): { desk: Desk; oven: number; door: number } {
    const desk = hanoi();
    const [oven, door] = [open(desk, 'Oven'), open(desk, 'Door')];
    const lan = readCase(desk, oven).customer?.id ?? null;
    note(desk, 'follow-up', [oven], 50);
    const [kept, dropped, late] = [2, 3, 4].map((hours) => note(desk, 'promise', [oven, door], hours));
    note(desk, 'promise', [], 60, lan);
    desk.wait(HOUR);
    perform(desk, COMMITMENT_VERBS.promise.done, { id: kept ?? 0 });
    perform(desk, COMMITMENT_VERBS.promise.drop, { id: dropped ?? 0 });
    desk.wait(10 * HOUR);
    perform(desk, COMMITMENT_VERBS.promise.move, { id: late ?? 0, at: desk.now() + HOUR });
    perform(desk, merge, { from: [door], into: oven });
    return { desk, oven, door };
  }

  const all = (context: Context) =>
    (['follow-up', 'promise'] as const)
      .flatMap((kind) => readCommitments(context, kind, true))
      .map(({ id: _, customer: __, ...one }) => one);

  test('in cases and for customers alone come back as they were', async () => {
    const { desk } = promised();
    const { copy, jsonl } = await copyOf(desk);
    copy.wait(11 * HOUR);

    expect(all(copy)).toHaveLength(8);
    expect(new Set(all(copy).map(({ stands }) => stands))).toEqual(new Set(['open', 'kept', 'dropped', 'broken']));
    expect(all(copy)).toEqual(all(desk));
    expect(text(copy)).toBe(jsonl);
  });

  test('coming in again add nothing, neither there nor where they come from', async () => {
    const { desk } = promised();
    const { copy, jsonl } = await copyOf(desk);

    for (const one of [copy, desk]) {
      const before = ownRows(one.store);
      expect((await bring(one, jsonl)).action).toBe(null);
      expect(ownRows(one.store)).toEqual(before);
    }
  });

  test('are due there as they were here, and go with their case when it is taken out', async () => {
    const { desk, oven, door } = promised();
    const { copy } = await copyOf(desk);
    copy.wait(11 * HOUR);
    const due = (one: Context, number: number) => readCase(one, number).case.due;
    expect(due(copy, oven)).toEqual(due(desk, oven));
    expect(due(copy, oven)).toMatchObject({ what: 'promise' });

    for (const one of [copy, desk]) perform(one, unmerge, { case: door });
    expect([due(copy, oven), due(copy, door)]).toEqual([due(desk, oven), due(desk, door)]);
    expect(all(copy)).toEqual(all(desk));
  });

  test('an answer that promises three times in the same words keeps three', async () => {
    const desk = hanoi();
    const oven = open(desk, 'Oven');
    const promises = [2, 2, 3].map((hours) => ({ at: desk.now() + hours * HOUR, text: 'soon' }));
    perform(desk, reply, { cases: [oven], text: 'soon', fields: {}, addTags: [], fromDraft: false, promises });
    const { copy, jsonl } = await copyOf(desk);

    expect(all(copy)).toEqual(all(desk));
    await bring(copy, jsonl);
    expect(all(copy)).toHaveLength(3);
  });

  test('one undo takes them back with the import', async () => {
    const { copy } = await copyOf(promised().desk);
    undoLast(copy);
    expect(all(copy)).toEqual([]);
  });

  test('a date that is none is told of, and its line is left out', async () => {
    const line = caseLine({
      uid: 's9',
      commitments: [{ kind: 'promise', at: 'soon', text: '', madeAt: 1, author: 'x' }],
    });
    const desk = hanoi();

    expect((await bring(desk, line)).problems).toMatchObject([{ problem: { code: 'line-wrong' } }]);
  });
});
