import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { workOutDue } from '../../../src/actions/clocks.ts';
import { COMMITMENT_VERBS } from '../../../src/actions/commitments.ts';
import { importSources } from '../../../src/actions/import/import.ts';
import { merge } from '../../../src/actions/merge.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { findCases, readCase } from '../../../src/actions/read-cases.ts';
import { reply } from '../../../src/actions/reply.ts';
import { scheduleToChange, setSchedule } from '../../../src/actions/schedules.ts';
import { type CaseFields, setCase } from '../../../src/actions/set-case.ts';
import { split } from '../../../src/actions/split.ts';
import { setTargets, targetsToChange } from '../../../src/actions/targets.ts';
import { redoLast, undoLast } from '../../../src/actions/undo.ts';
import { unmerge } from '../../../src/actions/unmerge.ts';
import { actorOf, type Context } from '../../../src/context.ts';
import type { Segment } from '../../../src/domain/customer.ts';
import { DeskError } from '../../../src/domain/errors.ts';
import { getCase } from '../../../src/store/cases.ts';
import { catchUp, dueAt, dueIsBehind } from '../../../src/store/due.ts';
import { write } from '../../../src/store/writing.ts';
import { caseLine } from '../../helpers/cli-seed.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folder.ts';
import { shop } from '../../helpers/live-shop.ts';
import { step, take } from '../../helpers/random-actions.ts';
import { runs } from '../../helpers/random-cases.ts';

const HOUR = 3_600_000;

// Thursday 12 March 2026 at nine in Hà Nội, where the desk is open 08:00–12:00 and 13:30–17:30, Saturdays until noon; of
// priority normal a first or next reply is due within 8 hours of that, a solution within 40
const desk9 = (path?: string): Desk =>
  createDesk({ tick: 0, zone: 'Asia/Ho_Chi_Minh', ...(path === undefined ? {} : { path }) });
const open = (desk: Context, subject: string, message = 'Hello'): number =>
  perform(desk, newCase, { customer: 'Lan <lan@x.example>', subject, kind: 'care', channel: 'email', message }).output
    .number;
const answer = (desk: Context, number: number) =>
  perform(desk, reply, { cases: [number], text: 'Hi', fields: {}, addTags: [], fromDraft: false });
const set = (desk: Context, number: number, fields: CaseFields, ...addTags: string[]) =>
  perform(desk, setCase, { cases: [number], fields, addTags, removeTags: [] });
const promise = (desk: Context, number: number, at: string) =>
  perform(desk, COMMITMENT_VERBS.promise.add, {
    ...{ cases: [number], customer: null, at: Date.parse(`2026-03-${at}:00+07:00`), text: '', template: null },
  });

/** What is kept of a case as its next deadline, on the clock of Hà Nội: `first 13T09:00`. */
function due(desk: Context, number: number): string | null {
  const kept = getCase(desk.store, number).due;
  return kept === null ? null : `${kept.what} ${new Date(kept.at + 7 * HOUR).toISOString().slice(8, 16)}`;
}

const numbersOf = (desk: Context): number[] =>
  desk.store.db.prepare<[], number>('SELECT number FROM cases ORDER BY number').pluck().all();

/** What is kept of each case, beside what would be worked out of its events now. */
const kept = (desk: Context) => numbersOf(desk).map((number) => [number, getCase(desk.store, number).due]);
const workedOut = (desk: Context) =>
  numbersOf(desk).map((number) => [number, dueAt(desk.store, getCase(desk.store, number), desk.now())]);

const hours = (desk: Context, day: readonly string[]) => {
  const all = [...day];
  return perform(desk, setSchedule, { ...scheduleToChange(desk, 'desk'), week: [all, all, all, all, all, all, all] });
};

describe('what is due is right again', () => {
  test('after a merge, an un-merge, and undo and redo of both', () => {
    const desk = desk9();
    const oven = open(desk, 'Oven');
    desk.wait(2 * HOUR);
    const door = open(desk, 'Door');
    const both = () => [due(desk, oven), due(desk, door)];
    // 3 + 4 hours on Thursday and 1 on Friday; 1 + 4 and 3
    const apart = ['first 13T09:00', 'first 13T11:00'];
    expect(both()).toEqual(apart);

    perform(desk, merge, { from: [oven], into: door });
    expect(both()).toEqual([null, 'first 13T09:00']); // she has waited since nine
    undoLast(desk);
    expect(both()).toEqual(apart);
    redoLast(desk);
    expect(both()).toEqual([null, 'first 13T09:00']);

    perform(desk, unmerge, { case: oven });
    expect(both()).toEqual(apart);
    undoLast(desk);
    expect(both()).toEqual([null, 'first 13T09:00']);
  });

  test('where a case with nothing but a promise is merged, moved on, and taken out again', () => {
    const desk = desk9();
    const [oven, door] = [open(desk, 'Oven'), open(desk, 'Door', '')];
    const both = () => [due(desk, oven), due(desk, door)];
    promise(desk, door, '12T16:00');
    expect(both()).toEqual(['first 13T09:00', 'promise 12T16:00']);

    perform(desk, merge, { from: [door], into: oven });
    expect(both()).toEqual(['promise 12T16:00', null]);
    perform(desk, COMMITMENT_VERBS.promise.move, { id: 1, at: Date.parse('2026-03-12T17:00:00+07:00') });
    expect(both()).toEqual(['promise 12T17:00', null]);
    perform(desk, unmerge, { case: door });
    expect(both()).toEqual(['first 13T09:00', 'promise 12T17:00']);
    undoLast(desk);
    expect(both()).toEqual(['promise 12T17:00', null]);
  });

  test('through two merges, one into the other', () => {
    const desk = desk9();
    const [oven, door, lamp] = [open(desk, 'Oven'), open(desk, 'Door', ''), open(desk, 'Lamp', '')];
    perform(desk, merge, { from: [lamp], into: door });
    perform(desk, merge, { from: [door], into: oven });
    promise(desk, lamp, '12T16:00');
    expect(due(desk, oven)).toBe('promise 12T16:00');

    perform(desk, COMMITMENT_VERBS.promise.done, { id: 1 });
    expect(due(desk, oven)).toBe('first 13T09:00');
  });

  test('after undo and redo of an answer, of a status and of a promise', () => {
    const desk = desk9();
    const oven = open(desk, 'Oven');
    const aroundUndo = (work: () => unknown): (string | null)[] => {
      work();
      const now = due(desk, oven);
      undoLast(desk);
      const back = due(desk, oven);
      redoLast(desk);
      expect(due(desk, oven)).toBe(now);
      return [back, now];
    };

    // answered, the case is her turn: what is left stands
    expect(aroundUndo(() => answer(desk, oven))).toEqual(['first 13T09:00', null]);
    // 7 hours on Thursday, 8 on Friday, 4 on Saturday, 8, 8, and 5 on Wednesday
    expect(aroundUndo(() => set(desk, oven, { status: 'open' }))).toEqual([null, 'resolution 18T14:30']);
    expect(aroundUndo(() => promise(desk, oven, '16T10:00'))).toEqual(['resolution 18T14:30', 'promise 16T10:00']);
    expect(aroundUndo(() => set(desk, oven, { priority: 'urgent' }))).toEqual([
      'promise 16T10:00',
      'resolution 13T09:00',
    ]);
    expect(aroundUndo(() => set(desk, oven, { status: 'solved' }))).toEqual([
      'resolution 13T09:00',
      'promise 16T10:00',
    ]);
  });

  test('when the customer’s mail comes in live: an answer is due again', async () => {
    const { desk, number, answer: write, fromLan, status } = await shop();
    const first = due(desk, number);
    expect(first).toMatch(/^first 13T09:00/);

    write();
    expect([due(desk, number), status()]).toEqual([null, 'pending']);
    await fromLan(['In-Reply-To: <first@thuxanh.example>']);
    // a minute later than the first mail
    expect([due(desk, number), status()]).toEqual(['next 13T09:01', 'open']);

    undoLast(desk);
    expect(kept(desk)).toEqual(workedOut(desk));
  });

  test('a live mail that says it was written later counts from when it came', async () => {
    const { desk, number, fromLan } = await shop();
    set(desk, number, { status: 'solved' });
    expect(due(desk, number)).toBe(null);

    await fromLan(['Date: Thu, 12 Mar 2099 09:00:00 +0700', 'In-Reply-To: <first@thuxanh.example>']);
    expect(due(desk, number)).toMatch(/^first 13T09:00/);
  });

  test('after a split: both cases count from their own words', () => {
    const desk = desk9();
    const oven = open(desk, 'Oven');
    desk.wait(HOUR);
    const door = open(desk, 'Door');
    perform(desk, merge, { from: [door], into: oven });
    const [first = 0] = readCase(desk, oven).entries.map(({ id }) => id);

    const { number } = perform(desk, split, { case: oven, entries: [first] }).output;
    expect([due(desk, oven), due(desk, number)]).toEqual(['first 13T10:00', 'first 13T09:00']);
    undoLast(desk);
    expect(due(desk, oven)).toBe('first 13T09:00');
    expect(kept(desk)).toEqual(workedOut(desk));
  });

  test('when an import brings more of a case, and when it is taken back', async () => {
    const desk = desk9();
    const bring = (...lines: string[]) =>
      importSources(desk, {
        paths: ['-'],
        stdin: Readable.from(lines.map((line) => Buffer.from(line))),
        solvedBefore: null,
      });
    await bring(caseLine({ uid: 's1', status: 'open' }));
    const [number = 0] = numbersOf(desk);
    // Tuesday 16:00 in Hà Nội: 1:30 that day and 6:30 on Wednesday
    expect(due(desk, number)).toBe('first 11T16:00');

    await bring(caseLine({ uid: 's1', status: 'open' }));
    expect(due(desk, number)).toBe('first 11T16:00');
    const { entries } = JSON.parse(caseLine({})) as { entries: object[] };
    const ours = { ...{ type: 'message', party: 'agent', direction: 'out', channel: 'email', text: 'Dạ', quoted: '' } };
    const answered = [...entries, { ...ours, at: '2026-03-10T10:00:00Z', to: [], cc: [] }];
    await bring(caseLine({ uid: 's1', status: 'open', entries: answered }));
    // 40 hours: 1:30, 8, 8, 8, 4, 8 until Monday evening, 2:30 on Tuesday
    expect(due(desk, number)).toBe('resolution 17T10:30');

    undoLast(desk);
    expect(due(desk, number)).toBe('first 11T16:00');
    expect(kept(desk)).toEqual(workedOut(desk));
  });

  test('when the segment of a customer changes, which chooses the targets', () => {
    const desk = desk9();
    const oven = open(desk, 'Oven');
    const loyal = { ...targetsToChange(desk, 'loyal'), applies: { segments: ['loyal' as const] } };
    perform(desk, setTargets, { ...loyal, targets: { normal: { first: HOUR } } });
    catchUp(desk.store, desk.now(), 1000, () => 0);
    expect(due(desk, oven)).toBe('first 13T09:00');

    const become = (segment: Segment) =>
      write(desk.store, actorOf(desk), 'set', ({ store }) =>
        store.db.prepare('UPDATE customers SET segment = ?').run(segment),
      );
    become('loyal');
    expect(due(desk, oven)).toBe('first 12T10:00');
    become('former');
    expect(due(desk, oven)).toBe('first 13T09:00');
    undoLast(desk);
    expect(due(desk, oven)).toBe('first 12T10:00');
  });

  test('when a tag or a kind makes other targets apply', () => {
    const desk = desk9();
    const oven = open(desk, 'Oven');
    const vip = { ...targetsToChange(desk, 'vip'), applies: { kinds: ['care' as const], query: 'tag:vip' } };
    perform(desk, setTargets, { ...vip, targets: { normal: { first: HOUR } } });
    catchUp(desk.store, desk.now(), 1000, () => 0);

    set(desk, oven, {}, 'vip');
    expect(due(desk, oven)).toBe('first 12T10:00');
    set(desk, oven, { kind: 'support' });
    expect(due(desk, oven)).toBe('first 13T09:00');
  });

  test('when hours or targets change, and when that is taken back', async () => {
    const desk = desk9();
    const oven = open(desk, 'Oven');
    await workOutDue(desk);

    hours(desk, ['10:00-12:00']);
    await workOutDue(desk);
    expect(due(desk, oven)).toBe('first 15T12:00'); // two hours a day from Thursday on
    perform(desk, setTargets, { ...targetsToChange(desk, 'desk'), targets: { normal: { first: 3 * HOUR } } });
    await workOutDue(desk);
    expect(due(desk, oven)).toBe('first 13T11:00');

    undoLast(desk);
    await workOutDue(desk);
    expect(due(desk, oven)).toBe('first 15T12:00');
    undoLast(desk);
    await workOutDue(desk);
    expect(due(desk, oven)).toBe('first 13T09:00');
  });
});

test('whatever is done, imported and taken back: what is kept is what would be worked out now', async () => {
  const happening = fc.record({
    what: fc.oneof(
      { weight: 6, arbitrary: step },
      { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    ),
    after: fc.integer({ min: 0, max: 900 }),
  });
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 14 }), async (happenings) => {
      const desk = desk9();
      open(desk, 'Oven');
      open(desk, 'Door');
      for (const { what, after } of happenings) {
        desk.wait(after * 60_000);
        if (what === 'undo') quietly(() => undoLast(desk));
        else if (what === 'redo') quietly(() => redoLast(desk));
        else await take(desk, what);
      }
      await workOutDue(desk);
      const then = kept(desk);
      expect(then).toEqual(workedOut(desk));
      // nor does it hang on when it is asked
      desk.wait(30 * 24 * HOUR);
      expect(then).toEqual(workedOut(desk));
      seen += then.filter(([, one]) => one !== null).length;
      desk.close();
    }),
    { numRuns: runs(60) },
  );
  expect(seen).toBeGreaterThan(60);
});

describe('working out new hours', () => {
  const MANY = 40;
  /** As many cases as need several slices, all due on Friday at nine; at ten instead from then on, in slices of no time. */
  function late(path: string): Desk {
    const desk = desk9(path);
    for (let n = 0; n < MANY; n++) open(desk, `Case ${n}`);
    catchUp(desk.store, desk.now(), 1000, () => 0);
    hours(desk, ['09:00-12:00', '13:30-17:30']);
    return desk;
  }
  const slice = (desk: Context): boolean => catchUp(desk.store, desk.now(), 0, () => 1);
  const dues = (desk: Context) => numbersOf(desk).map((number) => due(desk, number));
  const OLD = 'first 13T09:00';
  const NEW = 'first 13T10:00';
  /** How many are worked out by the new hours: the first so many, and none of the rest. */
  function doneSoFar(desk: Context): number {
    const all = dues(desk);
    const done = all.filter((one) => one === NEW).length;
    expect(all).toEqual(all.map((_, at) => (at < done ? NEW : OLD)));
    return done;
  }

  test('a process that dies in the midst of it leaves a store where the next one goes on', () => {
    const path = `${temporaryFolder()}/desk.db`;
    const dying = late(path);
    expect([slice(dying), slice(dying)]).toEqual([true, true]);
    dying.close();

    const next = desk9(path);
    const done = doneSoFar(next);
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(MANY);
    expect(dueIsBehind(next.store)).toBe(true);

    expect(slice(next)).toBe(true);
    expect(doneSoFar(next)).toBeGreaterThan(done); // it does not begin again
    while (slice(next));
    expect(doneSoFar(next)).toBe(MANY);
    expect(dueIsBehind(next.store)).toBe(false);
    expect(slice(next)).toBe(false);
    next.close();
  });

  test('what is done meanwhile is worked out by the new hours at once, and stays', () => {
    const desk = late(':memory:');
    slice(desk);
    set(desk, MANY, { priority: 'high' });
    expect(due(desk, MANY)).toBe('first 12T14:30');
    const fresh = open(desk, 'Oven');
    expect(due(desk, fresh)).toBe(NEW);

    while (slice(desk));
    expect(dues(desk)).toEqual([...Array.from({ length: MANY - 1 }, () => NEW), 'first 12T14:30', NEW]);
  });

  test('hours that change again meanwhile begin it from the start', () => {
    const desk = late(':memory:');
    slice(desk);
    slice(desk);
    undoLast(desk);

    expect(doneSoFar(desk)).toBeGreaterThan(0);
    while (slice(desk));
    expect(doneSoFar(desk)).toBe(0);
  });

  test('a list that is read before it is done holds no case twice and loses none', () => {
    const desk = late(':memory:');
    slice(desk);
    const [all, done] = [numbersOf(desk), doneSoFar(desk)];

    // those of nine before those of ten
    expect(findCases(desk, 'sort:due', 100)).toEqual([...all.slice(done), ...all.slice(0, done)]);
  });
});

function quietly(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
  }
}
