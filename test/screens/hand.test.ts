import { expect, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import { openScreens } from '../helpers/screen.ts';

test('the tags to edit are those of the selected case, wherever the hand is', async () => {
  const desk = await openScreens({ seed: true });
  desk.goTo(49);
  const { tags } = readCase(desk.desk, 49);
  desk.press('mark');
  desk.goTo(54);

  desk.press('tags');
  desk.sees(tags.join(' '));
  desk.type('vip\n');

  expect([...readCase(desk.desk, 49).tags].sort()).toEqual([...tags, 'vip'].sort());
});

test('after undo the hand is on the case that was taken back', async () => {
  const desk = await openScreens({ seed: true });
  desk.goTo(49);
  desk.press('solve-next');
  desk.press('undo');

  desk.press('copy-number');

  desk.sees('#49');
});
