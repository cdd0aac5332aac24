import { beforeEach, describe, expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { NO_CHANGE, setCustomer } from '../../../src/actions/customers.ts';
import { type CustomerRow, importCustomers } from '../../../src/actions/import-customers.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { addPurchase } from '../../../src/actions/purchases.ts';
import { readCustomer } from '../../../src/actions/read-customers.ts';
import { redoLast, undoAction, undoLast } from '../../../src/actions/undo.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';

const ROWS = 600;
const row = (n: number, name = `Khách ${n}`): CustomerRow => ({
  uid: null,
  change: {
    ...NO_CHANGE,
    fields: { name, language: 'vi' },
    addTags: ['csv'],
    addPoints: [{ kind: 'email', value: `k${n}@x.example` }],
  },
});
const rows = Array.from({ length: ROWS }, (_, n) => row(n));

let desk: Desk;
beforeEach(() => {
  desk = createDesk();
});
const count = (sql = 'SELECT count(*) FROM customers'): number =>
  desk.store.db.prepare<[], number>(sql).pluck().get() ?? 0;
const customerCalled = (name: string): number =>
  desk.store.db.prepare<[string], number>('SELECT id FROM customers WHERE name = ?').pluck().get(name) ?? 0;

describe('a table of customers', () => {
  test('comes in by slices with room for others between, and is one line of what was done', async () => {
    const slices: number[] = [];
    let others = 0;
    const done = importCustomers(desk, rows, { onSlice: (at) => slices.push(at) });
    const between = setInterval(() => {
      others += 1;
    }, 0);
    expect(await done).toMatchObject({ added: ROWS, updated: 0, unchanged: 0, interrupted: false });
    clearInterval(between);

    expect(slices.length).toBeGreaterThan(2);
    expect(slices.at(-1)).toBe(ROWS);
    expect(others).toBeGreaterThan(0);
    expect(count('SELECT count(*) FROM actions WHERE parent IS NULL')).toBe(1);
    expect(await importCustomers(desk, rows)).toMatchObject({ added: 0, updated: 0, unchanged: ROWS });
  });

  test('is taken back as a whole, and brought back', async () => {
    perform(desk, newCase, {
      customer: 'Khách 3 <k3@x.example>',
      subject: 'x',
      kind: 'support',
      channel: 'email',
      message: 'x',
    });
    const before = dump(desk.store);
    expect(await importCustomers(desk, rows)).toMatchObject({ added: ROWS - 1, updated: 1 });
    const after = dump(desk.store);
    undoLast(desk);
    expect(dump(desk.store)).toEqual(before);
    redoLast(desk);
    expect(dump(desk.store)).toEqual(after);
  });

  test('is taken back but for the customers on whom somebody has worked since: they stay with all that came with them', async () => {
    await importCustomers(desk, rows);
    const [named, buyer, asking] = [customerCalled('Khách 7'), customerCalled('Khách 8'), customerCalled('Khách 9')];
    perform(desk, setCustomer, { ...NO_CHANGE, customer: named, fields: { notes: 'Gọi sau 17h' } });
    perform(desk, addPurchase, {
      ...{ customer: buyer, product: 'OV65', serial: null, at: null, deliveredAt: null },
      ...{ warrantyUntil: null, amount: null, currency: 'VND' },
    });
    perform(desk, newCase, { customer: 'k9@x.example', subject: 'x', kind: 'support', channel: 'email', message: 'x' });
    const imported = desk.store.db
      .prepare<[], number>("SELECT min(id) FROM actions WHERE verb = 'customer-import'")
      .pluck()
      .get();

    undoAction(desk, imported ?? 0);

    expect(count()).toBe(3);
    for (const [id, n] of [
      [named, 7],
      [buyer, 8],
      [asking, 9],
    ] as const) {
      const { customer } = readCustomer(desk, id);
      expect(customer.points).toEqual([{ kind: 'email', value: `k${n}@x.example` }]);
    }
    expect(readCustomer(desk, named).customer.tags).toEqual(['csv']);
  });

  test('that is stopped keeps what is in; the same again goes on from there', async () => {
    const stop = new AbortController();
    const first = await importCustomers(desk, rows, { signal: stop.signal, onSlice: () => stop.abort() });
    expect(first).toMatchObject({ interrupted: true });
    expect(first.added).toBe(count());
    expect(first.added).toBeLessThan(ROWS);
    expect(await importCustomers(desk, rows)).toMatchObject({ unchanged: first.added, added: ROWS - first.added });
  });

  test('is tried without a trace: who stands in it twice is told as one', async () => {
    const before = dump(desk.store);
    const twice = [row(1), row(2), row(1)];
    expect(await importCustomers(desk, twice, { dryRun: true })).toMatchObject({ action: null, added: 2, updated: 1 });
    expect(dump(desk.store)).toEqual(before);
  });
});
