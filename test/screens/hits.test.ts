import { expect, test } from 'vitest';
import { createDesk } from '../helpers/desk.ts';
import { openLongCase } from '../helpers/long-case.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

const selectedRow = (desk: Screens): string =>
  desk
    .frame()
    .lines.slice(1, -2)
    .filter((line) => line.some((one) => one.tone === 'selected'))
    .map((line) =>
      line
        .map((one) => one.text)
        .join('')
        .trim()
        .replace(/◂$/, ''),
    )
    .join('\n');

async function foundCase(query: string): Promise<Screens> {
  const desk = createDesk();
  openLongCase(desk, 40);
  const screens = await openScreens({ desk });
  screens.press('search');
  screens.type(`${query}\n`);
  screens.press('open', 'first');
  return screens;
}

test('after a search, Ctrl-N and Ctrl-P go from hit to hit in the case, with marks or without', async () => {
  const desk = await foundCase('"so 17"');
  desk.press('next-hit');
  expect(selectedRow(desk)).toBe('Tin số 17.');
  desk.press('next-hit');
  desk.sees('No further hit');
  expect(selectedRow(desk)).toBe('Tin số 17.');
});

test('back and forth among many hits, and scrolling between them loses nothing', async () => {
  const desk = await foundCase('tin');
  desk.press('next-hit', 'next-hit', 'next-hit');
  expect(selectedRow(desk)).toBe('Tin số 3.');
  desk.press('scroll-down', 'previous-hit');
  expect(selectedRow(desk)).toBe('Tin số 2.');
});

test('the beginning of a word is found where the search asked for one', async () => {
  const desk = await foundCase('ti*');
  desk.press('next-hit');
  expect(selectedRow(desk)).toBe('Tin số 1.');
});

test('Thai is found inside a sentence, also in quoted text that was folded', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('search');
  desk.type('ทัชสกรีน\n');
  desk.press('open', 'first', 'next-hit');
  expect(selectedRow(desk)).toContain('ทัชสกรีน');
});

test('without a search there is nothing to go to, which is said', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('open', 'next-hit');
  desk.sees('Search first');
});
