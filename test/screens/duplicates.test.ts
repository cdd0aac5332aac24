import { expect, test } from 'vitest';
import { forgetCustomer, planForgetting } from '../../src/actions/forget-customer.ts';
import { lookThrough, openPairs } from '../helpers/people-twice.ts';
import { openScreens, type Screens, under } from '../helpers/screen.ts';

const opened = async (size = '80x24', locale: 'en' | 'vi' | 'th' = 'en'): Promise<Screens> => {
  const desk = await openScreens({ seed: true, locale, size, zone: 'Asia/Ho_Chi_Minh' });
  openPairs(desk);
  return desk;
};

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
  const { search } = screen;
  desk.send({ type: 'duplicates-found', search: search ?? 0, done: 0.4, found: [] });
  desk.sees('looked through 40 %');
  const seen = desk.state();
  desk.send({ type: 'duplicates-found', search: search ?? 0, done: 0.405, found: [] });
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

test('a list whose search was overtaken by another is looked for anew, and is whole in the end', async () => {
  const desk = await opened();
  desk.press('duplicates-open', 'go-customers', 'go-duplicates');
  desk.tick(4);
  desk.key('Esc', 'Esc', 'Esc');
  expect(desk.state().screen).toMatchObject({ name: 'duplicates', percent: 100, pairs: { length: 3 } });
  desk.send({ type: 'duplicates-found', search: 99, done: 0.1, found: [] });
  desk.sees('0 pairs');
  lookThrough(desk);
  desk.sees('3 pairs');
});

test('what is found later stands above, and the cursor stays at the top until it is moved', async () => {
  const desk = await opened();
  const { screen } = desk.state();
  if (screen.name !== 'duplicates') throw new Error(screen.name);
  const [best] = screen.pairs;
  if (best === undefined) throw new Error('no pair');
  const later = (score: number) =>
    desk.send({ type: 'duplicates-found', search: screen.search ?? 0, done: 0.5, found: [{ ...best, a: 900, score }] });
  later(0.99);
  expect(under(desk)).toContain('99 %');
  desk.press('next');
  const here = under(desk);
  later(1);
  expect(under(desk)).toBe(here);
});

test('whom one merges in the journey is in no pair when one comes back', async () => {
  const desk = await opened();
  desk.press('duplicates-open', 'customer-merge');
  desk.type('#59\n');
  desk.key('y');
  desk.key('Esc');
  desk.sees('2 pairs');
});

test('one who was forgotten elsewhere leaves the list, and the agent stays in it', async () => {
  const desk = await opened();
  desk.press('last', 'duplicates-merge');
  desk.sees('Merge them?');
  for (const _ of forgetCustomer(desk.desk, planForgetting(desk.desk, 57)));
  desk.key('y');
  expect(desk.state().screen.name).toBe('duplicates');
  desk.sees('was forgotten');
  desk.sees('2 pairs');
});
