import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { workOutDue } from '../../../src/actions/clocks.ts';
import { setConfig } from '../../../src/actions/config.ts';
import { overruleMark } from '../../../src/actions/ledger.ts';
import { mergeCustomer } from '../../../src/actions/merge-customers.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { findCases } from '../../../src/actions/read-cases.ts';
import { readLedger } from '../../../src/actions/read-ledger.ts';
import { setCase } from '../../../src/actions/set-case.ts';
import { redoLast, undoLast } from '../../../src/actions/undo.ts';
import { DeskError } from '../../../src/domain/errors.ts';
import { type StandingNow, standingAt } from '../../../src/store/standings.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { step, take } from '../../helpers/random-actions.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const atRisk = (desk: Desk): number[] => findCases(desk, 'is:atrisk', 1000).toSorted((one, other) => one - other);
const open = (desk: Desk, customer: string): number =>
  perform(desk, newCase, { customer, subject: 'Hỏi', kind: 'service', channel: 'phone', message: 'Alo' }).output.number;
const customers = (desk: Desk): number[] =>
  desk.store.db.prepare<[], number>('SELECT id FROM customers WHERE merged_into IS NULL ORDER BY id').pluck().all();

/** What is kept of each ledger, beside what it says. */
const kept = (desk: Desk): StandingNow[] => customers(desk).map((id) => standingAt(desk.store, id, desk.now()));
const told = (desk: Desk): StandingNow[] =>
  customers(desk).map((id) => {
    const { strikes, poor, good, atRisk: risk } = readLedger(desk, id);
    return { strikes, poor, good, atRisk: risk };
  });
/** The cases whose customer's ledger says so. */
const toldCases = (desk: Desk): number[] =>
  desk.store.db
    .prepare<[], { number: number; customer: number }>(
      'SELECT number, customer FROM cases WHERE merged_into IS NULL AND customer IS NOT NULL ORDER BY number',
    )
    .all()
    .filter(({ customer }) => readLedger(desk, customer).atRisk)
    .map(({ number }) => number);

/** There may be nothing to take back, or what came later stands in its way. */
function tried(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
  }
}

describe('is:atrisk', () => {
  test('finds the cases of whom two strikes were, from the moment of the second on, and not a year later', () => {
    const desk = createDesk({ tick: 0 });
    const [first, second] = [open(desk, 'Lan <lan@x.example>'), open(desk, 'Lan <lan@x.example>')];
    open(desk, 'An <an@x.example>');
    expect(atRisk(desk)).toEqual([]);
    // Thursday nine in Hà Nội is two in UTC; nobody answers within eight hours of those that the desk is open
    desk.wait(2 * DAY);
    expect(atRisk(desk)).toEqual([first, second]);
    desk.wait(366 * DAY);
    expect(atRisk(desk)).toEqual([]);
    desk.close();
  });

  test('goes by the marks that count, and by the weights in force', async () => {
    const desk = createDesk({ tick: 0 });
    const all = [open(desk, 'Lan <lan@x.example>'), open(desk, 'Lan <lan@x.example>')];
    desk.wait(2 * DAY);
    const [mark] = readLedger(desk, 1).marks;
    perform(desk, overruleMark, { customer: 1, mark: mark?.key ?? '', reason: 'no' });
    expect(atRisk(desk)).toEqual([]);
    undoLast(desk);
    expect(atRisk(desk)).toEqual(all);
    perform(desk, setConfig, { key: 'ledger', value: 'strikes=5' });
    await workOutDue(desk);
    expect(atRisk(desk)).toEqual([]);
    desk.close();
  });

  test('follows customers who are merged', () => {
    const desk = createDesk({ tick: 0 });
    const all = [open(desk, 'Lan <lan@x.example>'), open(desk, 'Lan N <lan@y.example>')];
    desk.wait(2 * DAY);
    expect(atRisk(desk)).toEqual([]);
    perform(desk, mergeCustomer, { from: 2, into: 1 });
    expect(atRisk(desk)).toEqual(all);
    undoLast(desk);
    expect(atRisk(desk)).toEqual([]);
    redoLast(desk);
    expect(atRisk(desk)).toEqual(all);
    desk.close();
  });

  test('the ledger of a customer with many cases follows a moment later', async () => {
    const desk = createDesk({ tick: 0 });
    const all = Array.from({ length: 14 }, () => open(desk, 'Lan <lan@x.example>'));
    await workOutDue(desk);
    desk.wait(2 * DAY);
    expect(atRisk(desk)).toEqual(all);
    desk.close();
  });
});

test('a slow machine, which takes one case back at a time, comes to the same', async () => {
  let ms = performance.now();
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
    ms += 100;
    return ms;
  });
  const desk = createDesk({ tick: 0 });
  const cases = [open(desk, 'Lan <lan@x.example>'), open(desk, 'An <an@x.example>')];
  perform(desk, setCase, { cases, fields: { mood: 'angry' }, addTags: [], removeTags: [] });
  undoLast(desk);
  await workOutDue(desk);
  expect(kept(desk)).toEqual(told(desk));
  clock.mockRestore();
  desk.close();
});

test('whatever is done and taken back, and however late it gets, what is kept of a ledger is what it says', async () => {
  const turn = fc.oneof(
    { weight: 4, arbitrary: step },
    fc.constantFrom('undo' as const, 'redo'),
    fc.integer({ min: 1, max: 400 * 24 * 60 }).map((minutes) => ({ minutes })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 10 }), async (turns) => {
      const desk = createDesk({ tick: 0 });
      await take(desk, { do: 'import', mails: [0, 4, 7] });
      for (const one of turns) {
        if (one === 'undo') tried(() => undoLast(desk));
        else if (one === 'redo') tried(() => redoLast(desk));
        else if ('minutes' in one) desk.wait(one.minutes * 60_000);
        else await take(desk, one);
        await workOutDue(desk);
        expect(kept(desk)).toEqual(told(desk));
        expect(atRisk(desk)).toEqual(toldCases(desk));
      }
      desk.close();
    }),
    { numRuns: Number(process.env['DESK_RUNS'] ?? 40) },
  );
});
