import { expect, test } from 'vitest';
import { perform } from '../../src/actions/action.ts';
import { newCase } from '../../src/actions/new-case.ts';
import { LAN, liveJourney } from '../helpers/journey-life.ts';
import { openScreens, type Screens, under } from '../helpers/screen.ts';

const DAY = 86_400_000;
const opened = async (size = '80x24', locale: 'en' | 'vi' | 'th' = 'en'): Promise<Screens> => {
  const desk = await openScreens({ seed: true, locale, size, zone: 'Asia/Ho_Chi_Minh' });
  liveJourney(desk.desk, LAN);
  // what the import has left is worked out between the keys
  for (let slices = 0; slices < 40; slices += 1) desk.tick(1000);
  desk.press('go-customers');
  return desk;
};
const rows = (desk: Screens): string[] =>
  desk
    .screen()
    .split('\n')
    .filter((row) => /^ [› ] \d+ /.test(row));

test.each([
  ['vi', '60x20'],
  ['en', '80x24'],
  ['vi', '80x24'],
  ['th', '80x24'],
  ['vi', '120x40'],
] as const)('the customers, %s at %s', async (locale, size) => {
  const desk = await opened(size, locale);
  await expect(`${desk.screen()}\n`).toMatchFileSnapshot(`golden/customers-${locale}-${size}.txt`);
});

test('gc lists the customers, the newest first; Enter opens the journey and Esc leads back to the row', async () => {
  const desk = await opened();
  expect(under(desk)).toMatch(/^ › 57 +chị Nguyễn Thị Lan .*5!/);
  desk.press('next');
  const here = under(desk);
  desk.press('customers-open');
  expect(desk.state().screen.name).toBe('journey');
  desk.key('Esc');
  expect(under(desk)).toBe(here);
  desk.key('Esc');
  expect(desk.state().screen.name).toBe('list');
});

test('/ finds by name, address and phone, however it is written; an empty line brings all back', async () => {
  const desk = await opened('80x40');
  const all = rows(desk).length;
  for (const typed of ['nguyen thi lan', 'lan@example.vn', '+84901234567', '090 123']) {
    desk.press('customers-search');
    for (let letters = 0; letters < 20; letters += 1) desk.key('Backspace');
    desk.type(`${typed.replace('090 123', '090123')}\n`);
    expect(
      rows(desk).some((row) => row.includes('chị Nguyễn Thị Lan')),
      typed,
    ).toBe(true);
    expect(rows(desk).length, typed).toBeLessThan(all);
  }
  desk.press('customers-search');
  for (let letters = 0; letters < 20; letters += 1) desk.key('Backspace');
  desk.type('không ai cả\n');
  desk.sees('No customer is found.');
  desk.press('customers-open');
  desk.press('customers-search');
  for (let letters = 0; letters < 20; letters += 1) desk.key('Backspace');
  desk.key('Enter');
  expect(rows(desk).length).toBe(all);
});

test('Tab shows those at risk alone', async () => {
  const desk = await opened('80x40');
  desk.press('customers-at-risk');
  desk.sees('only those at risk');
  expect(rows(desk).length).toBeGreaterThan(0);
  for (const row of rows(desk)) expect(row).toMatch(/\d!/);
  desk.press('customers-at-risk');
  desk.doesNotSee('only those at risk');
});

test('what a customer does meanwhile is seen in her row', async () => {
  const desk = await opened();
  perform(desk.desk, newCase, {
    ...{ customer: 'lan@example.vn', subject: 'Hỏi', kind: 'service', channel: 'phone', message: 'Alo' },
  });
  desk.tick(DAY);
  expect(under(desk)).toMatch(/ 1d +1$/);
});

test('a list longer than a page is read on as the cursor goes down', async () => {
  const desk = await openScreens({ seed: true });
  desk.desk.store.db.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < 350)
    INSERT INTO customers (uid, name, internal, notes, fields) SELECT 'u' || i, 'Khách ' || i, 0, '', '{}' FROM n`);
  desk.press('go-customers');
  desk.sees('100 so far');
  for (let ends = 0; ends < 6; ends += 1) desk.press('last');
  desk.sees('406 customers');
  expect(under(desk)).toMatch(/^ › 1 /);
});
