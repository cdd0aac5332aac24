import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forgetCustomer, planForgetting } from '../../../src/actions/forget-customer.ts';
import { readRatings } from '../../../src/actions/ratings.ts';
import { readFigures } from '../../../src/actions/read-playbooks.ts';
import { redoLast, undoAction } from '../../../src/actions/undo.ts';
import type { Context } from '../../../src/context.ts';
import { DeskError } from '../../../src/domain/errors.ts';
import { personOf, uidsOf } from '../../../src/store/forgetting/person.ts';
import { recentActions } from '../../../src/store/history.ts';
import { indexDrift } from '../../../src/store/search.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';
import { step, take } from '../../helpers/random-actions.ts';

const series = fc.array(step, { minLength: 1, maxLength: 10 });
const runs = { numRuns: Number(process.env['DESK_RUNS'] ?? 15) };

function forget(context: Context, id: number): void {
  const work = forgetCustomer(context, planForgetting(context, id));
  while (work.next().done !== true);
}

const tolerant = (work: () => unknown): void => {
  try {
    work();
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
  }
};

const column = (desk: Desk, sql: string): string[] => desk.store.db.prepare<[], string>(sql).pluck().all();
const figures = (desk: Desk) => ({
  options: readFigures(desk),
  ratings: readRatings(desk).map(({ case: number, score }) => `${number} ${score}`),
});

test('whatever was done before, a forgotten customer is in no table and no undo image, figures stay, and no undo or redo fails or brings her back', async () => {
  await fc.assert(
    fc.asyncProperty(series, fc.nat(), async (steps, which) => {
      const desk = createDesk();
      await take(desk, { do: 'import', mails: [0, 1, 2, 3, 4, 5, 6, 7] });
      for (const one of steps) await take(desk, one);
      const { db } = desk.store;
      const ids = column(desk, 'SELECT id FROM customers WHERE merged_into IS NULL ORDER BY id').map(Number);
      const id = ids[which % ids.length] ?? 1;
      const person = personOf(desk.store, id);
      const hers = JSON.stringify([...person.cases]);
      const uids = [
        ...uidsOf(desk.store, person),
        ...column(desk, `SELECT uid FROM cases WHERE number IN (SELECT value FROM json_each('${hers}'))`),
      ];
      const found = (text: string): string[] => uids.filter((uid) => text.includes(`"${uid}"`));
      const before = figures(desk);

      forget(desk, id);

      expect(figures(desk)).toEqual(before);
      const { 'wrong counts': wrong } = dump(desk.store);
      expect(wrong).toEqual([]);
      expect(db.pragma('foreign_key_check')).toEqual([]);
      expect(indexDrift(desk.store)).toEqual({ missing: 0, stray: 0 });
      const everything = (): string =>
        JSON.stringify([
          dump(desk.store),
          db.prepare('SELECT * FROM changes').all(),
          db.prepare('SELECT * FROM actions').all(),
        ]);
      expect(found(everything())).toEqual([]);
      expect(
        db.prepare('SELECT 1 FROM changes WHERE case_number IN (SELECT value FROM json_each(?))').all(hers),
      ).toEqual([]);

      for (const { id: action } of recentActions(desk.store, 100)) tolerant(() => undoAction(desk, action));
      for (let turn = 0; turn < steps.length + 1; turn += 1) tolerant(() => redoLast(desk));
      expect(found(everything())).toEqual([]);
      expect(db.pragma('foreign_key_check')).toEqual([]);
      expect(indexDrift(desk.store)).toEqual({ missing: 0, stray: 0 });
      desk.close();
    }),
    runs,
  );
}, 600_000);
