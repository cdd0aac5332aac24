import { expect, test } from 'vitest';
import { lookThrough, openPairs } from '../helpers/people-twice.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

const opened = async (size = '80x24', locale: 'en' | 'vi' | 'th' = 'en'): Promise<Screens> => {
  const desk = await openScreens({ seed: true, locale, size, zone: 'Asia/Ho_Chi_Minh' });
  openPairs(desk);
  return desk;
};
const under = (desk: Screens): string =>
  desk
    .screen()
    .split('\n')
    .find((row) => row.startsWith(' › ')) ?? '';

test.each([
  ['vi', '60x20'],
  ['en', '80x24'],
  ['vi', '80x24'],
  ['th', '80x24'],
  ['vi', '120x40'],
] as const)('customers who may be one person, %s at %s', async (locale, size) => {
  const desk = await opened(size, locale);
  await expect(`${desk.screen()}\n`).toMatchFileSnapshot(`golden/duplicates-${locale}-${size}.txt`);
});

test('D looks through everybody between the keys, says how far it is, and goes on after another screen', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('go-customers');
  const before = under(desk);
  desk.press('go-duplicates');
  desk.sees(/Possibly one person .*looked through \d+ %|No two customers/);
  lookThrough(desk);
  desk.doesNotSee('looked through');
  desk.key('Esc');
  expect(under(desk)).toBe(before);
});

test('a search that was left goes on where it was when its screen is seen again', async () => {
  const desk = await opened();
  const { screen } = desk.state();
  if (screen.name !== 'duplicates') throw new Error(screen.name);
  desk.send({ type: 'duplicates-found', done: 0.4, found: [] });
  desk.sees('looked through 40 %');
  const seen = desk.state();
  desk.send({ type: 'duplicates-found', done: 0.405, found: [] });
  expect(desk.state(), 'drawn again, though nothing new is seen').toBe(seen);
  desk.press('duplicates-open');
  expect(desk.state().screen.name).toBe('journey');
  for (let ticks = 0; ticks < 20; ticks += 1) desk.tick(20);
  desk.key('Esc');
  desk.sees('looked through 40 %');
  lookThrough(desk);
  desk.doesNotSee('looked through');
  desk.sees('3 pairs');
});

test('M merges the later one into the earlier, shown before it is done; the pair is gone, and undo brings it back', async () => {
  const desk = await opened();
  desk.press('next');
  const pair = under(desk);
  desk.press('duplicates-merge');
  desk.sees('Merge them?');
  desk.key('n');
  expect(under(desk)).toBe(pair);
  desk.press('duplicates-merge');
  desk.key('y');
  desk.sees('2 pairs');
  desk.doesNotSee(pair.slice(9, 60));
  desk.press('undo');
  desk.sees('3 pairs');
  desk.sees(pair.slice(9, 60));
});

test('the palette finds it from the list of cases', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('palette');
  desk.type('one person');
  desk.key('Enter');
  expect(desk.state().screen.name).toBe('duplicates');
});
