import fc from 'fast-check';
import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { workOutDue } from '../../../src/actions/clocks.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { findCases } from '../../../src/actions/read-cases.ts';
import { redoLast, undoLast } from '../../../src/actions/undo.ts';
import { DeskError } from '../../../src/domain/errors.ts';
import { createDesk } from '../../helpers/desk.ts';
import { naiveDue } from '../../helpers/naive-due.ts';
import { step, take } from '../../helpers/random-actions.ts';
import { runs } from '../../helpers/random-cases.ts';

const MINUTE = 60_000;
const AHEAD = 4 * 86_400_000;

/** What may happen to cases, and now and then a step back or forth. */
const happening = fc.record({
  what: fc.oneof(
    { weight: 6, arbitrary: step },
    { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
  ),
  after: fc.integer({ min: 0, max: 900 }),
});

const RUNS = runs(40);

test('lists by deadline and the overdue view say what a walk over the events of every case says', async () => {
  const seen = { overdue: 0, due: 0, none: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 12 }), async (happenings) => {
      const desk = createDesk({ tick: 0 });
      for (const customer of ['Lan <lan@x.example>', 'an@buyer.example'])
        perform(desk, newCase, { customer, subject: 'x', message: 'Máy hỏng', kind: 'support', channel: 'email' });
      for (const { what, after } of happenings) {
        desk.wait(after * MINUTE);
        if (what === 'undo') quietly(() => undoLast(desk));
        else if (what === 'redo') quietly(() => redoLast(desk));
        else if (what.do !== 'import') await take(desk, what);
      }
      await workOutDue(desk);
      desk.wait(300 * MINUTE);
      const now = desk.now();
      const dues = new Map(findCases(desk, '*', 100).map((number) => [number, naiveDue(desk, number, now, AHEAD)]));
      const order = [...dues]
        .filter(([, at]) => at !== null && at < now + AHEAD)
        .sort(byDue)
        .map(([number]) => number);
      const within = (until: number) =>
        [...dues].filter(([, at]) => at !== null && at < until).map(([number]) => number);

      expect(findCases(desk, 'due<4d sort:due', 100)).toEqual(order);
      expect(findCases(desk, 'is:overdue sort:number', 100)).toEqual(within(now).sort((a, b) => a - b));
      expect(findCases(desk, 'due<1h sort:number', 100)).toEqual(within(now + 60 * MINUTE).sort((a, b) => a - b));
      seen.overdue += within(now).length;
      seen.due += order.length;
      seen.none += dues.size - order.length;
      desk.close();
    }),
    { numRuns: RUNS },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(RUNS / 4);
});

type Due = readonly [number, number | null];
const byDue = ([one, at]: Due, [other, then]: Due): number => (at ?? 0) - (then ?? 0) || one - other;

function quietly(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
  }
}
