import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { readCase } from '../../../src/actions/read-cases.ts';
import { createDesk } from '../../helpers/desk.ts';

const REST = { subject: 'Màn hình', kind: 'service', channel: 'phone' } as const;

/** Two customers called Lan and one Bình, who shares a phone with the second Lan. */
function desk() {
  const one = createDesk();
  for (const customer of ['Lan <lan@khach.example>', 'Lan <lan@other.example>', 'Bình <binh@khach.example>'])
    perform(one, newCase, { ...REST, customer });
  return one;
}

test('a name that several customers have is asked about, with what tells them apart; nothing is opened', () => {
  const context = desk();

  expect(() => perform(context, newCase, { ...REST, customer: 'lan' })).toThrow(
    expect.objectContaining({
      code: 'usage',
      what: 'which-customer',
      facts: { typed: 'lan', choices: '#1 Lan <lan@khach.example>, #2 Lan <lan@other.example>' },
    }),
  );
  expect(() => readCase(context, 4)).toThrow(expect.objectContaining({ what: 'no-such-case' }));
});

test('an id or an address says which one is meant; a name that only one has is enough', () => {
  const context = desk();
  const customerOf = (customer: string): number | undefined =>
    readCase(context, perform(context, newCase, { ...REST, customer }).output.number).customer?.id;

  expect(['#2', 'lan@other.example', 'Lan <lan@khach.example>', 'bình'].map(customerOf)).toEqual([2, 2, 1, 3]);
});

test('of an address that a family shares, the name beside it says who; alone it is asked about', () => {
  const context = createDesk();
  const store = context.store.db;
  for (const customer of ['Mai <nha@khach.example>', 'Huy']) perform(context, newCase, { ...REST, customer });
  store.exec(
    "INSERT INTO contact_points (customer, kind, value, normal) VALUES (2, 'email', 'nha@khach.example', 'nha@khach.example')",
  );

  const number = perform(context, newCase, { ...REST, customer: 'Huy <nha@khach.example>' }).output.number;

  expect(readCase(context, number).customer?.id).toBe(2);
  expect(() => perform(context, newCase, { ...REST, customer: 'nha@khach.example' })).toThrow(
    expect.objectContaining({ what: 'which-customer' }),
  );
});
