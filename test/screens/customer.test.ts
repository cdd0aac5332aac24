import { expect, test } from 'vitest';
import { perform } from '../../src/actions/action.ts';
import { newCase } from '../../src/actions/new-case.ts';
import { readJourney } from '../../src/actions/read-journey.ts';
import type { Customer } from '../../src/domain/customer.ts';
import { openJourney } from '../helpers/journey-life.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

let customer = 0;
const opened = async (): Promise<Screens> => {
  const desk = await openScreens({ seed: true, size: '100x40', zone: 'Asia/Ho_Chi_Minh' });
  customer = openJourney(desk);
  return desk;
};
const known = (desk: Screens): Customer => readJourney(desk.desk, customer).customer;
const chord = (desk: Screens, key: string): void => desk.key('e', key);

test('+ takes the segment that the rules suggest, and z brings the old one back', async () => {
  const desk = await opened();
  desk.sees('By the rules: current customer');
  desk.press('segment-suggested');
  expect(known(desk).segment).toBe('current');
  desk.sees('● current');
  desk.doesNotSee('By the rules');
  desk.press('segment-suggested');
  desk.sees('The rules suggest no other segment.');
  desk.press('undo');
  desk.sees('● new');
});

test('e changes what is known, one thing at a time, from what is there', async () => {
  const desk = await opened();
  chord(desk, 'h');
  desk.key('End', 'Backspace', 'Backspace', 'Backspace');
  desk.type('cô\n');
  chord(desk, 'g');
  desk.type('Lan\n');
  chord(desk, 't');
  desk.type('vip b2b\n');
  chord(desk, 'y');
  chord(desk, '-');
  chord(desk, 'i');
  expect(known(desk)).toMatchObject({
    ...{ honorific: 'cô', givenName: 'Lan', tags: ['b2b', 'vip'], segment: 'loyal', consent: 'no', internal: true },
  });
  desk.sees('cô Nguyễn Thị Lan');
  chord(desk, 't');
  desk.key('Backspace', 'Backspace', 'Backspace', 'Backspace');
  desk.key('Enter');
  expect(known(desk).tags).toEqual(['b2b']);
});

test('an empty line forgets a field, but no name', async () => {
  const desk = await opened();
  chord(desk, 'l');
  desk.key('Backspace', 'Backspace', 'Enter');
  expect(known(desk).language).toBeNull();
  chord(desk, 'n');
  for (let letters = 0; letters < 20; letters += 1) desk.key('Backspace');
  desk.key('Enter');
  expect(known(desk).name).toBe('Nguyễn Thị Lan');
  expect(desk.state().overlay?.name).toBe('prompt');
});

test('a purchase is noted in one line, read back as it is typed, and taken away where it stands', async () => {
  const desk = await opened();
  desk.press('purchase-add');
  desk.type('Máy sấy 8 kg amount=9.500.000 warranty=24mo at=2026-07-02 serial=S-8');
  desk.sees('bought: Máy sấy 8 kg · 2 Jul 2026 · 9 500 000 VND · serial S-8 · warranty until 2 Jul 2028');
  desk.key('Enter');
  desk.sees('Noted: Máy sấy 8 kg.');
  desk.sees('2 Jul 2028    ■          warranty ends: Máy sấy 8 kg');
  desk.press('purchase-remove');
  desk.sees('This line is no purchase.');
  desk.press('next', 'purchase-remove');
  desk.sees('Removed: Máy giặt 9 kg.');
  desk.doesNotSee('450 000 VND');
  desk.press('undo');
  desk.sees('450 000 VND');
});

test('a purchase with a sum that is none says so, and stays to be mended', async () => {
  const desk = await opened();
  desk.press('purchase-add');
  desk.type('Máy sấy amount=nhiều\n');
  desk.sees('“nhiều”');
  expect(desk.state().overlay?.name).toBe('prompt');
});

test('x lets a mark not count, with a reason, and x again lets it count', async () => {
  const desk = await opened();
  desk.sees('5 poor marks = 5');
  desk.press('mark-overrule');
  desk.sees('This line has no mark of the ledger.');
  desk.press('journey-marks', 'next', 'next', 'mark-overrule');
  desk.type('Khách chấm nhầm\n');
  desk.sees('4 poor marks = 4');
  desk.sees('does not count: Khách chấm nhầm');
  desk.press('mark-overrule');
  desk.sees('5 poor marks = 5');
  desk.press('undo', 'undo');
  desk.sees('5 poor marks = 5');
});

test('M finds the other one while she is typed, shows what the merge would do, and y does it; U takes her out', async () => {
  const desk = await opened();
  const other = perform(desk.desk, newCase, {
    ...{ customer: 'Lan Nguyen <lan@cty.example>', subject: 'Hỏi giá', kind: 'service', channel: 'phone' },
  }).output.number;
  const id = desk.desk.store.db
    .prepare<[number], number>('SELECT customer FROM cases WHERE number = ?')
    .pluck()
    .get(other);
  desk.press('customer-merge');
  desk.type('lan@cty.exampl');
  desk.key('Enter');
  desk.sees('That names no one customer yet.');
  desk.type('e');
  desk.sees(`#${id} Lan Nguyen · lan@cty.example`);
  desk.key('Enter');
  desk.sees(`Lan Nguyen (#${id}) would become a part of Nguyễn Thị Lan (#${customer}).`);
  desk.sees('Moved: 1 case, 1 address or number');
  desk.doesNotSee('opened: Hỏi giá');
  desk.key('y');
  desk.sees('opened: Hỏi giá');

  desk.press('customer-unmerge');
  desk.sees(`#${id} Lan Nguyen`);
  desk.key('Enter');
  desk.doesNotSee('opened: Hỏi giá');
});

test('any other key leaves two customers two', async () => {
  const desk = await opened();
  desk.press('customer-merge');
  desk.type('1\n');
  desk.sees('Merge them?');
  desk.key('Enter');
  expect(readJourney(desk.desk, customer).merged).toEqual([]);
});

test('f notes a follow-up with her, c opens a case of hers', async () => {
  const desk = await opened();
  desk.press('customer-follow-up');
  desk.type('2026-08-01\nHỏi thăm\n');
  desk.sees('follow up: Hỏi thăm');
  desk.press('customer-case');
  desk.type('Gọi đến hỏi\n');
  expect(desk.state().shown?.case.customer).toBe(customer);
});
