import { expect, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import { openScreens } from '../helpers/screen.ts';

test('! puts the selected cases away as spam, one z brings all of them back', async () => {
  const desk = await openScreens({ seed: true, size: '140x40' });
  desk.press('mark', 'mark');
  const numbers = [...desk.state().list.marked];
  desk.press('spam');
  desk.sees(/#\d+ #\d+: spam\. z takes it back\. From now on filed away: \S+@/);
  for (const number of numbers) expect(readCase(desk.desk, number).tags).toContain('spam');
  expect(desk.state().list.numbers).not.toContain(numbers[0]);

  desk.press('undo');
  for (const number of numbers) expect(readCase(desk.desk, number).tags).not.toContain('spam');
  expect(desk.state().list.numbers).toContain(numbers[0]);
});

test('the palette takes a case out of the spam', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('open', 'spam', 'palette');
  desk.type('not spam\n');
  desk.sees('#36: not spam.');
  expect(readCase(desk.desk, 36).case.status).toBe('open');
});
