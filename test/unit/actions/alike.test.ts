import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { readAlike, readDuplicates } from '../../../src/actions/duplicates.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';

const add = (desk: Desk, customer: string, ...phones: string[]): number => {
  const input = { customer, subject: 'x', kind: 'service' as const, channel: 'phone' as const, message: 'Alo' };
  perform(desk, newCase, input);
  const { id } = desk.store.db.prepare<[], { id: number }>('SELECT max(id) AS id FROM customers').get() ?? { id: 0 };
  for (const phone of phones)
    desk.store.db
      .prepare("INSERT INTO contact_points (customer, kind, value, normal) VALUES (?, 'phone', ?, ?)")
      .run(id, phone, phone.replace(/^\+84/, '0'));
  return id;
};

test('who has her phone and her name may be the same person, and each is told of the other', () => {
  const desk = createDesk();
  const lan = add(desk, 'Nguyễn Thị Lan <lan@x.example>', '0905550123');
  const again = add(desk, 'Nguyen Thi Lan <lan.nt@y.example>', '+84905550123');
  const other = add(desk, 'Phạm Văn Nam <nam@z.example>', '0912000111');

  expect(readAlike(desk, lan)).toEqual(readDuplicates(desk, false));
  expect(readAlike(desk, again).map(({ a, b }) => [a, b])).toEqual([[lan, again]]);
  expect(readAlike(desk, other)).toEqual([]);
});

test('a number that a whole company has tells nothing of any of them', () => {
  const desk = createDesk();
  const all = Array.from({ length: 20 }, (_, at) => add(desk, `Nguyễn Thị Lan <lan${at}@x.example>`, '02838221234'));
  expect(readAlike(desk, all[0] ?? 0)).toEqual([]);
});
