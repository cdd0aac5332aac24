import { expect, test } from 'vitest';
import { liveJourney, openJourney } from '../helpers/journey-life.ts';
import { openScreens, type Screens, under } from '../helpers/screen.ts';

const opened = async (size = '80x24', locale: 'en' | 'vi' | 'th' = 'vi'): Promise<Screens> => {
  const desk = await openScreens({ seed: true, locale, size, zone: 'Asia/Ho_Chi_Minh' });
  openJourney(desk);
  return desk;
};
const looksLike = (desk: Screens, name: string): Promise<void> =>
  expect(`${desk.screen()}\n`).toMatchFileSnapshot(`golden/${name}.txt`);

test.each([
  ['vi', '60x20'],
  ['en', '80x24'],
  ['vi', '80x24'],
  ['th', '80x24'],
  ['vi', '120x40'],
] as const)('the journey, %s at %s', async (locale, size) => {
  const desk = await opened(size, locale);
  await looksLike(desk, `journey-${locale}-${size}`);
  if (size !== '80x24') return;
  desk.press('journey-marks');
  await looksLike(desk, `journey-marks-${locale}-${size}`);
});

test('v is the journey of the customer under the hand, from list, case, follow-ups and hand-offs; Esc leads back', async () => {
  const desk = await openScreens({ seed: true });
  desk.goTo(47);
  desk.press('go-journey');
  desk.sees(/Journey .*Lan/);
  desk.key('Esc');
  expect(desk.state().screen.name).toBe('list');

  desk.press('open', 'go-journey');
  desk.key('Esc');
  expect(desk.state().screen).toMatchObject({ name: 'case', open: { number: 47 } });
  desk.press('go-agenda', 'go-journey');
  desk.sees('promise broken: Báo khách đơn hàng');
  desk.key('Esc', 'Esc');

  desk.press('handoff');
  desk.type('warehouse\n');
  for (let asked = 0; asked < 9 && desk.state().overlay !== null; asked += 1) desk.type('12 Lê Lợi\n');
  desk.press('go-handoffs', 'go-journey');
  desk.sees('handed to Warehouse');
  desk.key('Esc');
  expect(desk.state().screen.name).toBe('handoffs');
});

test('a case without a customer says so', async () => {
  const desk = await openScreens({ seed: true });
  desk.desk.store.db.exec('UPDATE cases SET customer = NULL');
  desk.press('go-journey');
  desk.sees('This case has no customer.');
  expect(desk.state().screen.name).toBe('list');
});

test('it opens at what happened last, with what is ahead above it', async () => {
  const desk = await opened();
  expect(under(desk)).toContain('mở phiếu: Hỏi cách vệ sinh');
  const rows = desk.screen().split('\n');
  const row = (text: string): number => rows.findIndex((one) => one.includes(text));
  expect(row('hết bảo hành')).toBeLessThan(row('── bây giờ ──'));
  expect(row('── bây giờ ──')).toBeLessThan(row('mua: Máy giặt 9 kg · 450 000 VND'));
});

test('Enter opens the case of the line, and Esc comes back to the line, also by way of an answer', async () => {
  const desk = await opened();
  desk.press('journey-older-case');
  const here = under(desk);
  expect(here).toContain('mở phiếu: Giao nhầm màu');
  desk.press('journey-open');
  expect(desk.state().screen.name).toBe('case');
  desk.press('reply');
  desk.type('Dạ');
  desk.key('Esc');
  expect(desk.state().screen.name).toBe('case');
  desk.key('Esc');
  expect(under(desk)).toBe(here);
  desk.press('journey-open', 'go-journey');
  expect(under(desk)).toBe(here);
  desk.key('Esc');
  expect(desk.state().screen.name).toBe('list');
});

test('J and K go from case to case, ] and [ from silence to silence', async () => {
  const desk = await opened();
  desk.press('journey-older-silence');
  expect(under(desk)).toContain('98 ngày im lặng');
  desk.press('journey-older-case');
  expect(under(desk)).toContain('mở phiếu: Máy giặt kêu to');
  desk.press('journey-older-case');
  desk.sees('Không còn phiếu nào nữa.');
  desk.press('journey-newer-silence');
  expect(under(desk)).toContain('98 ngày im lặng');
});

test('Tab shows each kind alone, then all again', async () => {
  const desk = await opened();
  const seen: string[] = [];
  const only = (): string | null => {
    const { screen } = desk.state();
    return screen.name === 'journey' ? screen.only : null;
  };
  do {
    desk.press('journey-filter');
    seen.push(String(only()));
  } while (only() !== null);
  expect(seen).toEqual([
    ...['case', 'call', 'promise', 'care', 'rating', 'purchase', 'option', 'handoff', 'mark', 'silence', 'null'],
  ]);
  desk.press('journey-filter', 'journey-filter');
  desk.sees('chỉ cuộc gọi: 2');
  desk.doesNotSee('mở phiếu');
});

test('the ledger unfolds into its marks: as many as its sums say, and Enter on one opens its case', async () => {
  const desk = await opened('80x60', 'en');
  desk.press('first', 'journey-open');
  const rows = desk.screen().split('\n');
  const marks = rows.filter((row) => /weight/.test(row));
  const sum = (sign: string): number => marks.filter((row) => row.includes(` ${sign} #`)).length;
  desk.sees(`${sum('−')} poor marks = ${sum('−')}`);
  desk.sees(`${sum('+')} good marks = ${sum('+')}`);
  desk.sees(`${marks.filter((row) => row.includes('strike')).length} of 3 strikes`);
  desk.sees('claims, not laws');
  desk.press('next', 'journey-open');
  expect(desk.state().screen).toMatchObject({ name: 'case', open: { back: { name: 'journey' } } });
});

test('what was done elsewhere is seen, with the cursor on the same line', async () => {
  const desk = await opened();
  desk.press('journey-older-silence');
  const here = under(desk);
  desk.desk.store.db.exec("UPDATE cases SET subject = 'Khác'");
  desk.send({ type: 'store-changed' });
  expect(under(desk)).toBe(here);
  desk.sees('Khác');
});

test('who may be the same person is told on the journey, with the key that merges', async () => {
  const desk = await openScreens({ seed: true });
  const { db } = desk.desk.store;
  const lan = db.prepare<[], { customer: number }>('SELECT customer FROM cases WHERE number = 47').get()?.customer;
  db.prepare("INSERT INTO customers (id, uid, name) SELECT 9000, 'twin', name FROM customers WHERE id = ?").run(lan);
  db.prepare(
    "INSERT INTO contact_points (customer, kind, value, normal) SELECT 9000, kind, value, normal FROM contact_points WHERE customer = ? AND kind = 'email'",
  ).run(lan);
  desk.goTo(47);
  desk.press('go-journey');
  desk.sees(/May be the same person as .*#9000 \(same name, address\s+lan\.nguyen@example\.vn\)\. M merges\./);
});

test('a long journey shows its end at once; the rest is read between the keys, and the cursor stays on its line', async () => {
  const screens = await openScreens({ size: '120x40', tick: 0 });
  for (let life = 0; life < 8; life += 1) liveJourney(screens.desk);
  screens.tick(0);
  screens.key('g', 'a');
  screens.press('go-journey');
  screens.sees(/Journey .*\d+ lines so far/);
  screens.sees('Adding up the marks');
  screens.press('journey-older-case');
  const line = under(screens);

  screens.tick(1);
  screens.sees('lines so far');
  screens.press('journey-open');
  screens.tick(1); // in a case of it nothing is read on
  screens.key('Esc');
  screens.doesNotSee('so far');
  screens.key('Esc');

  screens.press('go-journey');
  for (let part = 0; part < 2; part += 1) screens.tick(1);
  screens.doesNotSee('so far');
  screens.sees(/strikes in 365 days|of 3 strikes/);
  screens.press('journey-older-case');
  expect(under(screens)).toBe(line);
});
