import { Readable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { importSources } from '../../src/actions/import/import.ts';
import { findCases, readCase } from '../../src/actions/read-cases.ts';
import { createDesk } from '../helpers/desk.ts';
import { dump } from '../helpers/dump.ts';
import { mailOf, mboxOf } from '../helpers/sample-mails.ts';
import { openScreens } from '../helpers/screen.ts';

const CASES = 60;

/** Screens on a desk with an import of their own; a slow machine: there is time for one case in each slice. */
async function afterImport() {
  const desk = createDesk({ session: 'window' });
  const mails = Array.from({ length: CASES }, (_, n) => mailOf({ id: `m${n}@x`, from: `Lan <lan${n}@x.example>` }));
  const stdin = Readable.from([mboxOf(mails)]);
  await importSources(desk, { paths: ['-'], stdin, format: 'mbox', solvedBefore: null });
  let ms = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => {
    ms += 100;
    return ms;
  });
  return { desk, screens: await openScreens({ desk }) };
}

const left = (desk: Parameters<typeof findCases>[0]): number => findCases(desk, '*', 1000).length;

/** Time goes by until what is on its way has ended. */
function wait(screens: Awaited<ReturnType<typeof openScreens>>): void {
  for (let n = 0; n < 1000 && screens.state().working !== null; n += 1) screens.tick(1);
  expect(screens.state().working).toBeNull();
}

test('an import is taken back in slices: the key returns at once, the bar says how far it is', async () => {
  const { desk, screens } = await afterImport();

  screens.press('undo');

  screens.sees(/Undoing: \d+ of 60 cases/);
  expect(left(desk)).toBeGreaterThan(CASES / 2);
  wait(screens);
  expect(left(desk)).toBe(0);
  screens.sees('Undone');
});

test('keys are answered meanwhile, and a case that is worked on then stays and is named', async () => {
  const { desk, screens } = await afterImport();
  screens.press('undo');
  const [first = 0] = findCases(desk, 'sort:number', 1);
  screens.goTo(first);
  screens.press('status-hold');
  screens.sees('on hold');

  wait(screens);

  screens.sees(`#${first}`);
  expect(findCases(desk, '*', 10)).toEqual([first]);
  expect(readCase(desk, first).case.status).toBe('hold');
});

test('it is one undo: redo brings all of it back, and a second z meanwhile only says how far it is', async () => {
  const { desk, screens } = await afterImport();
  const before = dump(desk.store);
  screens.press('undo');
  screens.press('undo');
  screens.sees('One at a time');
  wait(screens);

  screens.press('redo');
  screens.sees(/Doing again: \d+ of 60 cases/);
  wait(screens);

  expect(dump(desk.store)).toEqual(before);
});

test('broken off in the middle, what was taken back stays so, and the next z takes back the rest', async () => {
  const { desk, screens } = await afterImport();
  const before = dump(desk.store);
  screens.press('undo');
  for (let n = 0; n < 20; n += 1) screens.tick(1);
  const half = left(desk);
  expect(half).toBeLessThan(CASES);
  expect(half).toBeGreaterThan(0);

  const again = await openScreens({ desk });
  expect(left(desk)).toBe(half);
  again.press('undo');
  wait(again);
  expect(left(desk)).toBe(0);
  expect(desk.store.db.pragma('foreign_key_check')).toEqual([]);

  again.press('redo');
  wait(again);
  again.press('redo');
  wait(again);
  // opening a window notes when somebody was last here
  expect({ ...dump(desk.store), settings: before['settings'] }).toEqual(before);
});

test('a bulk edit of many cases goes back in slices too', async () => {
  const { desk, screens } = await afterImport();
  const before = dump(desk.store);
  screens.press('mark-all', 'priority-high');
  expect(findCases(desk, 'priority:high', 100)).toHaveLength(CASES);

  screens.press('undo');
  screens.sees(/Undoing: \d+ of 60 cases/);
  expect(findCases(desk, 'priority:high', 100).length).toBeGreaterThan(0);
  wait(screens);

  expect(dump(desk.store)).toEqual(before);
});
