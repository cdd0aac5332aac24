import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { redoLast, undoAction, undoLast } from '../../../src/actions/undo.ts';
import { DeskError } from '../../../src/domain/errors.ts';
import { lastUndoable, recentActions } from '../../../src/store/history.ts';
import { JOURNALED } from '../../../src/store/journaled.ts';
import { indexDrift } from '../../../src/store/search.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { type Dump, dump, type Row } from '../../helpers/dump.ts';
import { type Step, step, take } from '../../helpers/random-actions.ts';
import { runs } from '../../helpers/random-cases.ts';

const series = fc.array(step, { minLength: 1, maxLength: 8 });
const options = { numRuns: runs(30) };

/** A desk on which the steps were taken, with what it looked like before each one that changed anything. */
async function worked(steps: readonly Step[]): Promise<{ desk: Desk; states: Dump[] }> {
  const desk = createDesk();
  await take(desk, { do: 'import', mails: [0, 4, 7] });
  const states = [dump(desk.store)];
  for (const one of steps) {
    const before = lastUndoable(desk.store, desk.session)?.id;
    await take(desk, one);
    if (lastUndoable(desk.store, desk.session)?.id !== before) states.push(dump(desk.store));
    else expect(dump(desk.store)).toEqual(states.at(-1));
  }
  for (const state of states) expect(state['wrong counts']).toEqual([]);
  return { desk, states };
}

test('whatever was done, undone one by one, leaves every table and the search index as they were, and redo brings it back', async () => {
  await fc.assert(
    fc.asyncProperty(series, async (steps) => {
      const { desk, states } = await worked(steps);

      for (const state of states.slice(0, -1).toReversed()) {
        undoLast(desk);
        expect(dump(desk.store)).toEqual(state);
      }
      for (const state of states.slice(1)) {
        redoLast(desk);
        expect(dump(desk.store)).toEqual(state);
      }

      desk.close();
    }),
    options,
  );
});

test('a slow machine, which takes one case back at a time, comes to the same', async () => {
  let ms = performance.now();
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
    ms += 100;
    return ms;
  });
  await fc.assert(
    fc.asyncProperty(series, async (steps) => {
      const { desk, states } = await worked(steps);

      for (const state of states.slice(0, -1).toReversed()) {
        undoLast(desk);
        expect(dump(desk.store)).toEqual(state);
      }
      for (const state of states.slice(1)) {
        redoLast(desk);
        expect(dump(desk.store)).toEqual(state);
      }

      desk.close();
    }),
    options,
  );
  clock.mockRestore();
});

test('undo and redo in any order walk along the same states', async () => {
  const walk = fc.array(fc.boolean(), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(series, walk, async (steps, back) => {
      const { desk, states } = await worked(steps);

      let at = states.length - 1;
      for (const undo of back) {
        if (undo ? at === 0 : at === states.length - 1) continue;
        if (undo) undoLast(desk);
        else redoLast(desk);
        at += undo ? -1 : 1;
        expect(dump(desk.store)).toEqual(states[at]);
      }

      desk.close();
    }),
    options,
  );
});

test('any action undone out of its turn goes back whole and can be brought back, or refuses and changes nothing', async () => {
  const picks = fc.array(fc.record({ pick: fc.nat(100), stay: fc.boolean() }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(series, picks, async (steps, wanted) => {
      const { desk } = await worked(steps);

      for (const { pick, stay } of wanted) {
        const all = recentActions(desk.store, 100);
        const before = dump(desk.store);
        const done = tried(() => undoAction(desk, all[pick % all.length]?.id ?? 0));
        expect(desk.store.db.pragma('foreign_key_check')).toEqual([]);
        expect(indexDrift(desk.store)).toEqual({ missing: 0, stray: 0 });
        if (done === null) expect(dump(desk.store)).toEqual(before);
        else expect(strayColumns(desk, done.action, before)).toEqual([]);
        // to take back a redo is to undo anew, and that may take more with it than the first time
        if (done === null || stay || done.target.undoes !== null) continue;
        // an undo that had nothing left to change has nothing to bring back: it refuses, and all is as before
        tried(() => undoAction(desk, done.action));
        expect(dump(desk.store)).toEqual(before);
      }

      desk.close();
    }),
    options,
  );
});

/** Columns of rows that are still there which the undo wrote, though what it took back had not written them. */
function strayColumns({ store }: Desk, undo: number, before: Dump): string[] {
  const changed = new Set(
    store.db
      .prepare<[{ undo: number }], string>(
        `SELECT c.tbl || ' ' || c.key || ' ' || n.key FROM actions u JOIN changes c ON c.action = u.undoes
           LEFT JOIN json_each(coalesce(c.after, c.before)) n
          WHERE @undo IN (u.id, u.parent) AND c.op = 'update'`,
      )
      .pluck()
      .all({ undo }),
  );
  const now = dump(store);
  return JOURNALED.flatMap(({ table, key }) => {
    const keyOf = (row: Row): string => JSON.stringify(Object.fromEntries(key.map((name) => [name, row[name]])));
    const old = new Map(before[table]?.map((row) => [keyOf(row), row]));
    return (now[table] ?? []).flatMap((row) =>
      Object.keys(row)
        .filter((column) => old.has(keyOf(row)) && old.get(keyOf(row))?.[column] !== row[column])
        .map((column) => `${table} ${keyOf(row)} ${column}`),
    );
  }).filter((one) => !changed.has(one) && !/^cases .* due_(at|what)$/.test(one)); // worked out anew from what holds
}

/** What came of it; null when desk refused in its own words. */
function tried<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof DeskError) return null;
    throw error;
  }
}
