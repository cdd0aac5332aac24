import { expect, test } from 'vitest';
import { openScreens } from '../helpers/screen.ts';

test('while narrowing is typed, and when it is taken back, the selection stays', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('mark', 'mark', 'mark');
  const marked = [...desk.state().list.marked];

  desk.press('narrow');
  desk.type('zzz');
  desk.sees('Nothing found.');
  desk.key('Esc');

  expect([...desk.state().list.marked]).toEqual(marked);
  desk.sees('3 selected');
});

test('what is still there after narrowing stays selected, what is not is not acted on', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('mark-all', 'narrow');
  desk.type('kind:support\n');
  const { marked, numbers } = desk.state().list;
  expect(numbers.length).toBeLessThan(23);
  expect([...marked].sort()).toEqual([...numbers].sort());
});

test('what is done inside a case leaves the selection of the list alone', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('mark', 'mark');
  const marked = [...desk.state().list.marked];
  desk.press('next', 'open', 'priority-low', 'status-hold', 'solve-next', 'back');
  expect([...desk.state().list.marked]).toEqual(marked);
  desk.press('undo');
  expect([...desk.state().list.marked]).toEqual(marked);
});

test('a bulk action consumes the cases it has worked on', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('mark', 'mark', 'status-hold');
  expect(desk.state().list.marked.size).toBe(0);
});

test('work on the one case under the hand leaves the selection alone', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('mark', 'mark', 'call');
  desk.type('3\n');
  desk.type('asked for the bill\n');
  expect(desk.state().list.marked.size).toBe(2);
});
