import { expect, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

const palette = (desk: Screens, text: string): void => {
  desk.press('palette');
  desk.type(`${text}\n`);
};

test('entries are split off by their place, with their beginnings in sight before Enter', async () => {
  const desk = await openScreens({ seed: true });
  desk.goTo(47);
  const { entries } = readCase(desk.desk, 47);
  desk.press('split');
  desk.sees(`Split off entries (1 is the oldest; 2 4-5): ${entries.length}`);
  for (const _ of String(entries.length)) desk.key('Backspace');
  desk.type('99\n');
  desk.sees(`"99" names no entries: there are 1 to ${entries.length}.`);
  desk.key('Backspace', 'Backspace');
  desk.type('1-2');
  desk.sees(`1 ${entries[0]?.author}`);
  desk.key('Enter');
  desk.sees('#61 split off from #47. z takes it back.');
  expect(readCase(desk.desk, 61).entries).toHaveLength(2);

  desk.press('undo');
  expect(readCase(desk.desk, 47).entries).toHaveLength(entries.length);
});

test('two cases are linked by number, each stands in the head of the other, and the link is ended from the palette', async () => {
  const desk = await openScreens({ seed: true, size: '140x40' });
  desk.goTo(47);
  desk.press('link');
  desk.type('36\n');
  desk.sees('#47 and #36 are linked.');
  desk.press('open', 'first');
  desk.sees('↔ #36');
  desk.sees('Linked cases');

  palette(desk, 'end a link');
  desk.sees('End the link with no.: 36');
  desk.key('Enter');
  desk.sees('#47 and #36 are no longer linked.');
  palette(desk, 'end a link');
  desk.sees('#47 has no links.');
});
