import { beforeAll, expect, test } from 'vitest';
import { createDesk, type Desk } from '../helpers/desk.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

const CASES = 13_000;

/** More cases than a list holds at a time, in every status, with ties and with unknown dates. */
function fill(desk: Desk): void {
  desk.store.db.exec(`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${CASES})
    INSERT INTO cases (uid, subject, kind, status, priority, channel, created_at, updated_at, waiting_since, unread, is_open)
    SELECT 'long-' || i, 'Case ' || i, 'service', CASE WHEN i % 5 = 0 THEN 'solved' ELSE 'open' END, i * 7 % 4, 'email',
           1000 + i % 97, CASE WHEN i % 11 = 0 THEN NULL ELSE 1000 + i * 31 % 499 END,
           CASE WHEN i % 5 = 0 OR i % 3 = 0 THEN NULL ELSE 500 + i * 13 % 701 END, 0, i % 5 <> 0
      FROM n`);
}

let desk: Desk;
beforeAll(() => {
  desk = createDesk();
  fill(desk);
  return () => desk.close();
});

/** All numbers of the list as paging down (or up) shows them. */
function seen(screens: Screens, key: 'page-down' | 'page-up'): number[] {
  const { size } = screens.state();
  const found: number[] = [];
  for (let step = 0; step < CASES; step += 1) {
    const { numbers, top } = screens.state().list;
    const shown = numbers.slice(top, top + size.rows - 4);
    found.push(...(key === 'page-down' ? shown : shown.toReversed()));
    const before = screens.state().list;
    screens.press(key);
    const after = screens.state().list;
    expect(after.numbers.length).toBeLessThanOrEqual(5000);
    if (after.skipped + after.at === before.skipped + before.at) break;
  }
  return [...new Set(found)];
}

test.each(['all', 'inbox', 'solved'] as const)(
  'every case of the view %s is reached, in order, down and up again',
  async (view) => {
    const screens = await openScreens({ desk, size: '80x100' });
    screens.press(`go-${view}`);
    const count = screens.state().list.counts[view];

    const down = seen(screens, 'page-down');
    expect(down).toHaveLength(count);
    screens.sees(`${count}/${count}`);

    const up = seen(screens, 'page-up');
    expect(up.toReversed()).toEqual(down);
    screens.sees(`1/${count}`);
  },
);

test('End goes to the last case of a long list, Home back to the first, and j goes on where a part ends', async () => {
  const screens = await openScreens({ desk });
  screens.press('go-all', 'last');
  screens.sees(`${CASES}/${CASES}`);
  const last = screens.state().list.numbers.at(-1);
  screens.press('previous', 'next');
  expect(screens.state().list.numbers[screens.state().list.at]).toBe(last);
  screens.press('first');
  screens.sees(`1/${CASES}`);
  for (let step = 0; step < 5200; step += 1) screens.press('next');
  screens.sees(`5201/${CASES}`);
});

test('a list read anew stays where it is, and so does a selection that lies elsewhere in it', async () => {
  const screens = await openScreens({ desk });
  screens.press('go-all', 'mark', 'last', 'previous');
  const before = screens.state().list;
  screens.send({ type: 'store-changed' });
  const after = screens.state().list;
  expect(after.numbers[after.at]).toBe(before.numbers[before.at]);
  expect(after.skipped).toBe(before.skipped);
  screens.sees('1 selected');
});

test('a search that finds more than is held says that there is more, and its end is reached', async () => {
  const screens = await openScreens({ desk });
  screens.press('search');
  screens.type('is:open priority>=low\n');
  screens.sees('1/5000+');
  screens.press('last');
  screens.sees(/(\d{4,})\/\1/);
  screens.press('first');
  screens.sees('1/5000+');
});

test('selecting all of a long list says that it is a part', async () => {
  const screens = await openScreens({ desk });
  screens.press('go-all', 'mark-all');
  screens.sees('5000 of its cases are selected');
  screens.press('mark-all');
  screens.doesNotSee('selected');
});
