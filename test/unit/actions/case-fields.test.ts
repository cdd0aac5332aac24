import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { exportPieces } from '../../../src/actions/export/export.ts';
import { importSources } from '../../../src/actions/import/import.ts';
import { merge } from '../../../src/actions/merge.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { findCases, readCase } from '../../../src/actions/read-cases.ts';
import { readJourney } from '../../../src/actions/read-journey.ts';
import { type CaseFields, setCase } from '../../../src/actions/set-case.ts';
import { spawn } from '../../../src/actions/spawn.ts';
import { split } from '../../../src/actions/split.ts';
import { redoLast, undoLast } from '../../../src/actions/undo.ts';
import { unmerge } from '../../../src/actions/unmerge.ts';
import type { Context } from '../../../src/context.ts';
import { createDesk } from '../../helpers/desk.ts';
import { ownFields } from '../../helpers/random-actions.ts';

type Own = NonNullable<CaseFields['own']>;

const opened = (context: Context, kind: 'support' | 'service' | 'care' = 'support', customer = 'lan@x.example') =>
  perform(context, newCase, { customer, subject: 'Touch screen', kind, channel: 'phone', message: 'It is dark' }).output
    .number;
const set = (context: Context, number: number, own: Own, fields: CaseFields = {}) =>
  perform(context, setCase, { cases: [number], fields: { ...fields, own }, addTags: [], removeTags: [] });
const values = (context: Context, number: number) => readCase(context, number).own.values;
const steps = (context: Context, number: number) => readCase(context, number).own.steps.map(({ text }) => text);

describe('setting fields of a kind', () => {
  test('a support case keeps serial, symptom and steps; each step has its time', () => {
    const desk = createDesk();
    const number = opened(desk);
    set(desk, number, { serial: 'TS-1', symptom: 'không phản ứng', steps: { add: ['khởi động lại'] } });
    desk.wait(60_000);
    set(desk, number, { steps: { add: ['lau màn hình'] } });
    const { own } = readCase(desk, number);
    expect(own.values).toEqual({ serial: 'TS-1', symptom: 'không phản ứng' });
    expect(own.steps.map(({ text }) => text)).toEqual(['khởi động lại', 'lau màn hình']);
    expect((own.steps[1]?.at ?? 0) - (own.steps[0]?.at ?? 0)).toBeGreaterThanOrEqual(60_000);
    desk.close();
  });

  test('a field that is too long is refused by the name that was typed, and says how long it may be', () => {
    const desk = createDesk();
    const number = opened(desk);
    for (const own of [{ symptom: 'x'.repeat(20_001) }, { steps: { add: ['x'.repeat(20_001)] } }]) {
      const [field = ''] = Object.keys(own);
      expect(() => set(desk, number, own)).toThrow(
        expect.objectContaining({
          what: 'bad-value',
          facts: { field, expected: 'no-longer', most: 20_000 },
        }),
      );
    }
    expect(values(desk, number)).toEqual({});
    desk.close();
  });

  test('a field of another kind is refused with the names of those there are, and nothing is changed', () => {
    const desk = createDesk();
    const [support, service] = [opened(desk), opened(desk, 'service')];
    const both = { cases: [support, service], fields: { own: { symptom: 'dark' } }, addTags: [], removeTags: [] };
    expect(() => perform(desk, setCase, both)).toThrow(
      expect.objectContaining({ what: 'no-field-of-kind', facts: expect.objectContaining({ number: service }) }),
    );
    expect(values(desk, support)).toEqual({});
    expect(() => set(desk, support, { wish: 'a new one' })).toThrow(
      expect.objectContaining({
        what: 'field-of-other-kind',
        facts: expect.objectContaining({ names: 'serial, symptom, steps, cause, fix, stage' }),
      }),
    );
    desk.close();
  });

  test('with the kind that has it in the same breath it is set; what the old kind had stays to be seen', () => {
    const desk = createDesk();
    const number = opened(desk);
    set(desk, number, { symptom: 'dark' });
    set(desk, number, { wish: 'a new one', outcome: 'refunded', amount: '500.000' }, { kind: 'care' });
    expect(values(desk, number)).toEqual({
      ...{ symptom: 'dark', wish: 'a new one', outcome: 'refunded', amount: '500000 VND' },
    });
    set(desk, number, { symptom: null });
    expect(values(desk, number)).not.toHaveProperty('symptom');
    desk.close();
  });

  test('a stage is an event with its moment, and a case that moved on', () => {
    const desk = createDesk();
    const number = opened(desk);
    const before = readCase(desk, number).case.version;
    for (const stage of ['received', 'diagnosed', 'repaired'] as const) set(desk, number, { stage });
    const view = readCase(desk, number);
    expect(view.case.version).toBeGreaterThan(before);
    expect(view.own.values.stage).toBe('repaired');
    expect(view.own.reached.map(({ stage }) => stage)).toEqual(['received', 'diagnosed', 'repaired']);
    const told = view.events.filter(({ field }) => field === 'stage').map((one) => [one.old, one.new, one.at]);
    expect(told).toEqual([
      [null, 'received', view.own.reached[0]?.at],
      ['received', 'diagnosed', view.own.reached[1]?.at],
      ['diagnosed', 'repaired', view.own.reached[2]?.at],
    ]);
    desk.close();
  });

  test('the stages stand in the journey of the customer, also those of a case that was merged', () => {
    const desk = createDesk();
    const [one, other] = [opened(desk), opened(desk)];
    for (const stage of ['received', 'repaired'] as const) set(desk, one, { stage });
    perform(desk, merge, { from: [one], into: other });
    const { customer } = readCase(desk, other).case;
    const { lines } = readJourney(desk, customer ?? 0);
    const told = lines.flatMap((line) => (line.kind === 'repair' ? [[line.case, line.stage]] : []));
    expect(told).toEqual([
      [other, 'repaired'],
      [other, 'received'],
    ]);
    desk.close();
  });

  test('what says the same again changes nothing', () => {
    const desk = createDesk();
    const number = opened(desk);
    set(desk, number, { serial: 'TS-1', stage: 'received' });
    const { output } = set(desk, number, { serial: 'TS-1', stage: 'received' });
    expect(output.unchanged).toEqual([number]);
    desk.close();
  });

  test.each([{ stage: 'lost' }, { outcome: 'kept it' }, { amount: 'much' }])('%o is refused', (own) => {
    const desk = createDesk();
    const number = opened(desk, 'outcome' in own || 'amount' in own ? 'care' : 'support');
    expect(() => set(desk, number, own)).toThrow(/bad-field-value|bad-sum/);
    desk.close();
  });
});

describe('merging', () => {
  test('keeps the fields of the target, adds those it lacks, and gives them back', () => {
    const desk = createDesk();
    const [source, target] = [opened(desk), opened(desk)];
    set(desk, source, { serial: 'S', symptom: 'dark', steps: { add: ['one'] } });
    set(desk, target, { serial: 'T', steps: { add: ['two'] } });
    perform(desk, merge, { from: [source], into: target });
    expect(values(desk, target)).toEqual({ serial: 'T', symptom: 'dark' });
    expect(steps(desk, target)).toEqual(['one', 'two']);
    perform(desk, unmerge, { case: source });
    expect(values(desk, target)).toEqual({ serial: 'T' });
    expect(values(desk, source)).toEqual({ serial: 'S', symptom: 'dark' });
    expect(steps(desk, source)).toEqual(['one']);
    desk.close();
  });

  test('a line that was taken away from the merged case is not found there any more', () => {
    const desk = createDesk();
    const [source, target] = [opened(desk), opened(desk)];
    set(desk, source, { steps: { add: ['reset', 'cable'] } });
    perform(desk, merge, { from: [source], into: target });
    set(desk, target, { steps: { take: ['reset'] } });
    const found = (query: string) => findCases(desk, query, 100);
    expect(steps(desk, target)).toEqual(['cable']);
    expect([found('steps:reset'), found('steps:cable')]).toEqual([[], [target]]);
    desk.close();
  });

  test('what is set on the merged case is its own, and stays when the other leaves', () => {
    const desk = createDesk();
    const [source, target] = [opened(desk), opened(desk)];
    set(desk, source, { serial: 'S', symptom: 'dark' });
    perform(desk, merge, { from: [source], into: target });
    set(desk, source, { symptom: 'flickers' }); // the number leads to the target
    expect(values(desk, target)).toEqual({ serial: 'S', symptom: 'flickers' });
    perform(desk, unmerge, { case: source });
    expect(values(desk, target)).toEqual({ symptom: 'flickers' });
    expect(values(desk, source)).toEqual({ serial: 'S', symptom: 'dark' });
    desk.close();
  });

  test('what is taken away is not seen again for as long as they are together', () => {
    const desk = createDesk();
    const [source, target] = [opened(desk), opened(desk)];
    set(desk, source, { serial: 'S', steps: { add: ['one'] }, stage: 'received' });
    perform(desk, merge, { from: [source], into: target });
    set(desk, target, { serial: null, steps: null, stage: null });
    expect(readCase(desk, target).own).toEqual({ values: {}, steps: [], reached: [] });
    perform(desk, unmerge, { case: source });
    expect(values(desk, source)).toEqual({ serial: 'S', stage: 'received' });
    expect(steps(desk, source)).toEqual(['one']);
    desk.close();
  });

  test('a chain of merges gives each its own', () => {
    const desk = createDesk();
    const [a, b, c] = [opened(desk), opened(desk), opened(desk)];
    set(desk, a, { serial: 'A' });
    set(desk, b, { symptom: 'B' });
    perform(desk, merge, { from: [a], into: b });
    perform(desk, merge, { from: [b], into: c });
    expect(values(desk, c)).toEqual({ serial: 'A', symptom: 'B' });
    perform(desk, unmerge, { case: a });
    expect(values(desk, c)).toEqual({ symptom: 'B' });
    desk.close();
  });

  test('splitting leaves them where they are: what is split off is another matter', () => {
    const desk = createDesk();
    const [source, target] = [opened(desk), opened(desk)];
    set(desk, target, { serial: 'T' });
    perform(desk, merge, { from: [source], into: target });
    const [entry] = readCase(desk, target).entries;
    const { output } = perform(desk, split, { case: target, entries: [entry?.id ?? 0] });
    expect(values(desk, output.number)).toEqual({});
    expect(values(desk, target)).toEqual({ serial: 'T' });
    desk.close();
  });
});

describe('a query', () => {
  const find = (context: Context, query: string) => findCases(context, query, 100).sort((a, b) => a - b);

  test('finds a case by what its fields say, with and without marks, by choice, order and sum', () => {
    const desk = createDesk();
    const [one, two, care] = [opened(desk), opened(desk), opened(desk, 'care')];
    set(desk, one, { serial: 'TS-2041', symptom: 'Màn hình không phản ứng', stage: 'repaired' });
    set(desk, two, { symptom: 'kêu to', steps: { add: ['thay dây', 'cân máy'] }, stage: 'received' });
    set(desk, care, { outcome: 'refunded', amount: '500000' });
    expect(find(desk, 'serial:ts-2041')).toEqual([one]);
    expect(find(desk, 'symptom:"man hinh"')).toEqual([one]);
    expect(find(desk, 'steps:"cân máy"')).toEqual([two]);
    expect(find(desk, 'stage:repaired')).toEqual([one]);
    expect(find(desk, 'stage<repaired')).toEqual([two]);
    expect(find(desk, 'stage:repaired,received')).toEqual([one, two]);
    expect(find(desk, 'stage:none')).toEqual([care]);
    expect(find(desk, 'steps:none')).toEqual([one, care]);
    expect(find(desk, '-outcome:refunded')).toEqual([one, two]);
    expect(find(desk, 'amount>=500000')).toEqual([care]);
    expect(find(desk, 'amount>500000')).toEqual([]);
    desk.close();
  });

  test('a slip of the pen names the nearest', () => {
    const desk = createDesk();
    const refused = (query: string, what: string, nearest: string) =>
      expect(() => find(desk, query)).toThrow(
        expect.objectContaining({ what, facts: expect.objectContaining({ nearest }) }),
      );
    refused('simptom:x', 'unknown-key', 'symptom');
    refused('stage:repared', 'unknown-value', 'repaired');
    desk.close();
  });

  test('what was merged is found in the case that holds it, unless that says otherwise', () => {
    const desk = createDesk();
    const [source, target] = [opened(desk), opened(desk)];
    set(desk, source, { serial: 'S', stage: 'received' });
    set(desk, target, { stage: 'returned' });
    perform(desk, merge, { from: [source], into: target });
    expect(find(desk, 'serial:S')).toEqual([target]);
    expect(find(desk, 'stage:received')).toEqual([]);
    set(desk, target, { serial: null });
    expect(find(desk, 'serial:S')).toEqual([]);
    expect(find(desk, 'serial:none')).toEqual([target]);
    desk.close();
  });
});

describe('a care case from a support case', () => {
  const spawned = (context: Context, number: number, reason: string | null = null) =>
    perform(context, spawn, { case: number, kind: 'care', subject: null, reason, note: `from #${number}` }).output;

  test('is of the same customer, linked both ways, with product, serial number and reason, and says where it came from', () => {
    const desk = createDesk();
    const number = opened(desk);
    set(desk, number, { serial: 'TS-1', symptom: 'dark' }, { product: 'OV65' });
    const made = readCase(desk, spawned(desk, number).number);
    const from = readCase(desk, number);
    expect(made.case).toMatchObject({ kind: 'care', product: 'OV65', status: 'new', customer: from.case.customer });
    expect(made.own.values).toEqual({ serial: 'TS-1', reason: 'dark' });
    expect(made.links.map((one) => one.number)).toEqual([number]);
    expect(from.links.map((one) => one.number)).toEqual([made.case.number]);
    expect(made.entries.map(({ type, text }) => [type, text])).toEqual([['note', `from #${number}`]]);
    desk.close();
  });

  test('a reason that is given counts; undo takes the case back', () => {
    const desk = createDesk();
    const number = opened(desk);
    set(desk, number, { symptom: 'dark' });
    const { number: made } = spawned(desk, number, 'too small');
    expect(values(desk, made)).toEqual({ reason: 'too small' });
    undoLast(desk);
    expect(() => readCase(desk, made)).toThrow(/no-such-case/);
    expect(readCase(desk, number).links).toEqual([]);
    desk.close();
  });
});

describe('for any series of fields', () => {
  const series = fc.array(ownFields, { minLength: 1, maxLength: 6 });
  const isCare = (own: Own): boolean => 'reason' in own || 'outcome' in own || 'amount' in own;
  const run = (context: Context, number: number, all: readonly Own[]) =>
    all.map((own) =>
      perform(context, setCase, {
        ...{ cases: [number], addTags: [], removeTags: [] },
        // the case has been of both kinds in turn
        fields: { kind: isCare(own) ? 'care' : 'support', own: fitting(own) },
      }),
    );
  const CARE: ReadonlySet<string> = new Set(['serial', 'reason', 'wish', 'outcome', 'amount']);
  const fitting = (own: Own): Own =>
    Object.fromEntries(Object.entries(own).filter(([name]) => name === 'serial' || CARE.has(name) === isCare(own)));

  test('undo brings back each state, redo the one after', () => {
    fc.assert(
      fc.property(series, (all) => {
        const desk = createDesk();
        const number = opened(desk);
        const states = all.flatMap((own) => {
          const before = readCase(desk, number).own;
          const [done] = run(desk, number, [own]);
          // what changed nothing is not there to be undone
          return done?.output.changed.length === 1 ? [{ before, after: readCase(desk, number).own }] : [];
        });
        for (const { before } of states.toReversed()) {
          undoLast(desk);
          expect(readCase(desk, number).own).toEqual(before);
        }
        for (const { after } of states) {
          redoLast(desk);
          expect(readCase(desk, number).own).toEqual(after);
        }
        desk.close();
      }),
      { numRuns: 20 },
    );
  });

  test('what is exported comes into an empty desk as it was, also of merged cases', async () => {
    await fc.assert(
      fc.asyncProperty(series, series, fc.boolean(), async (all, others, merges) => {
        const desk = createDesk();
        const [number, other] = [opened(desk), opened(desk)];
        run(desk, number, all);
        run(desk, other, others);
        if (merges) perform(desk, merge, { from: [other], into: number });
        if (merges) run(desk, number, all);
        const lines = [...exportPieces(desk, 'jsonl', null)].join('');
        const empty = createDesk();
        await importSources(empty, {
          ...{ paths: ['-'], stdin: Readable.from([Buffer.from(lines)]), format: 'jsonl', solvedBefore: null },
        });
        for (const one of [number, other]) expect(readCase(empty, one).own).toEqual(readCase(desk, one).own);
        if (merges) perform(empty, unmerge, { case: other });
        if (merges) perform(desk, unmerge, { case: other });
        for (const one of [number, other]) expect(readCase(empty, one).own).toEqual(readCase(desk, one).own);
        empty.close();
        desk.close();
      }),
      { numRuns: 12 },
    );
  });
});
