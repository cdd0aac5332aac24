import { expect, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import { openScreens } from '../helpers/screen.ts';

test('R and a figure rate a case; the words may stay empty, and the head shows it', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('rating-2');
  desk.sees('What the customer said about it');
  desk.type('Phải gọi ba lần\n');
  desk.sees('#36: rated 2/5.');
  desk.press('open', 'first');
  desk.sees('rated 2/5 unhappy');

  desk.press('rating-5');
  desk.key('Enter');
  expect(readCase(desk.desk, 36).rating).toMatchObject({ score: 5, comment: '' });
  desk.press('undo');
  expect(readCase(desk.desk, 36).rating).toMatchObject({ score: 2, comment: 'Phải gọi ba lần' });
});
