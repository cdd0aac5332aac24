import { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { COMMITMENT_VERBS } from '../../../src/actions/commitments.ts';
import { type CustomerSet, NO_CHANGE, setCustomer } from '../../../src/actions/customers.ts';
import { readDuplicates } from '../../../src/actions/duplicates.ts';
import { exportPieces } from '../../../src/actions/export/export.ts';
import { importSources } from '../../../src/actions/import/import.ts';
import { mergeCustomer, unmergeCustomers } from '../../../src/actions/merge-customers.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { addPurchase } from '../../../src/actions/purchases.ts';
import { findCases, readCase } from '../../../src/actions/read-cases.ts';
import { readCustomer } from '../../../src/actions/read-customers.ts';
import { undoLast } from '../../../src/actions/undo.ts';
import { customerNamed } from '../../../src/actions/which-customer.ts';
import { indexDrift } from '../../../src/store/search.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';
import { ownRows } from '../../helpers/own-rows.ts';

let desk: Desk;
beforeEach(() => {
  desk = createDesk();
  for (const customer of ['Lan <lan@cty.example>', 'Nguyễn Thị Lan <lan@x.example>', 'An <an@x.example>'])
    open(customer);
});

const open = (customer: string): number =>
  perform(desk, newCase, { customer, subject: 'Hỏi', kind: 'service', channel: 'phone', message: 'Alo' }).output.number;
const set = (customer: number, change: Partial<CustomerSet>) =>
  perform(desk, setCustomer, { ...NO_CHANGE, ...change, customer });
const buy = (customer: number, product: string) =>
  perform(desk, addPurchase, {
    ...{ customer, product, at: 1, deliveredAt: null, serial: null, warrantyUntil: null, amount: 5, currency: 'VND' },
  });
const merge = (from: number, into: number) => perform(desk, mergeCustomer, { from, into }).output;
const unmerge = (customer: number) => perform(desk, unmergeCustomers, { customer }).output;
const customerOf = (number: number): number | null => readCase(desk, number).case.customer;

/** All that is the customers', without versions. */
function owned(): unknown {
  const { cases, customers, ...rest } = ownRows(desk.store);
  const strip = (rows: readonly string[] = []): string[] =>
    rows.map((row) => row.replace(/,\["updated_at",[^\]]*\]/, ''));
  return { ...rest, cases: strip(cases), customers: strip(customers) };
}

describe('a customer who is merged', () => {
  test('takes cases, addresses, purchases, promises and tags along, and is found as whom she is part of', () => {
    set(1, { addTags: ['vip', 'b2b'], addPoints: [{ kind: 'phone', value: '090 123 4567' }] });
    set(2, { addTags: ['vip'], addPoints: [{ kind: 'phone', value: '+84 90 123 4567' }] });
    buy(1, 'OV65');
    const at = desk.now() + 1e6;
    perform(desk, COMMITMENT_VERBS.promise.add, { cases: [], customer: 1, at, text: 'Gọi', template: null });

    expect(merge(1, 2).moved).toEqual({ cases: 1, points: 1, purchases: 1, commitments: 1, tags: 1 });

    expect([customerOf(1), customerOf(2), customerOf(3)]).toEqual([2, 2, 3]);
    const { customer, products } = readCustomer(desk, 2);
    expect(customer.tags).toEqual(['b2b', 'vip']);
    expect(products).toHaveLength(1);
    for (const typed of ['1', '#1', 'lan@cty.example', 'Lan', '0901234567']) expect(customerNamed(desk, typed)).toBe(2);
    expect(findCases(desk, 'customer:lan@cty.example', 9)).toEqual(expect.arrayContaining([1, 2]));
    expect(findCases(desk, 'customer:1', 9)).toEqual(expect.arrayContaining([1, 2]));
    expect(open('lan@cty.example')).toBe(4);
    expect(customerOf(4)).toBe(2);
    expect(indexDrift(desk.store)).toEqual({ missing: 0, stray: 0 });
  });

  test('comes out again after any time as she was; what came in since stays', () => {
    set(1, { addTags: ['vip'], addPoints: [{ kind: 'phone', value: '090 123 4567' }] });
    buy(1, 'OV65');
    const before = owned();
    merge(1, 2);
    unmerge(1);
    expect(owned()).toEqual(before);

    merge(1, 2);
    buy(2, 'OV55');
    unmerge(1);
    expect(readCustomer(desk, 1).products.map(({ product }) => product)).toEqual(['OV65']);
    expect(readCustomer(desk, 2).products.map(({ product }) => product)).toEqual(['OV55']);
  });

  test('one by way of another comes out of both', () => {
    set(1, { addTags: ['vip'] });
    const before = owned();
    merge(1, 2);
    const between = owned();
    merge(2, 3);
    expect([customerOf(1), customerOf(2)]).toEqual([3, 3]);
    unmerge(2);
    expect(owned()).toEqual(between);
    merge(2, 3);
    unmerge(1);
    expect([customerOf(1), customerOf(2)]).toEqual([1, 3]);
    unmerge(2);
    expect(owned()).toEqual(before);
  });

  test('what the other one learned from her goes with her, unless it was changed since', () => {
    set(1, {
      own: { tầng: '3', cửa: 'đỏ' },
      fields: { language: 'vi', consent: 'no', segment: 'loyal', notes: 'Sau 17h' },
    });
    set(2, { fields: { consent: 'yes', notes: 'VIP', company: 'Cty' } });
    const before = owned();
    merge(1, 2);
    expect(readCustomer(desk, 2).customer).toMatchObject({ consent: 'no', fields: { tầng: '3', cửa: 'đỏ' } });
    unmerge(1);
    expect(owned()).toEqual(before);

    merge(1, 2);
    set(2, { own: { tầng: '4' }, fields: { language: 'en', notes: 'VIP\nSau 17h\nBiếu quà' } });
    unmerge(1);
    expect(readCustomer(desk, 2).customer).toMatchObject({
      ...{ language: 'en', consent: 'yes', segment: null, notes: 'VIP\nBiếu quà', fields: { tầng: '4' } },
    });
  });

  test('what two taught stays as long as one of them is there, and goes all along the way', () => {
    set(1, { fields: { language: 'vi', notes: 'Một', honorific: 'chị' } });
    set(2, { fields: { language: 'vi', notes: 'Hai' } });
    set(3, { fields: { notes: 'Ba' } });
    const before = owned();
    const three = () => readCustomer(desk, 3).customer;

    merge(1, 3);
    merge(2, 3);
    unmerge(1);
    expect(three()).toMatchObject({ language: 'vi', honorific: null, notes: 'Ba\nHai' });
    unmerge(2);
    expect(owned()).toEqual(before);

    merge(1, 2);
    merge(2, 3);
    expect(three()).toMatchObject({ language: 'vi', honorific: 'chị', notes: 'Ba\nHai\nMột' });
    unmerge(1);
    expect(three()).toMatchObject({ language: 'vi', honorific: null, notes: 'Ba\nHai' });
    unmerge(2);
    expect(owned()).toEqual(before);
  });

  test('undo is exact, also of what the other one learned', () => {
    set(1, { fields: { language: 'vi', consent: 'no', notes: 'Gọi sau 17h' } });
    set(2, { fields: { consent: 'yes', notes: 'VIP' } });
    const before = dump(desk.store);
    expect(merge(1, 2).learned).toEqual(['language', 'consent', 'notes']);
    expect(readCustomer(desk, 2).customer).toMatchObject({ language: 'vi', consent: 'no', notes: 'VIP\nGọi sau 17h' });
    undoLast(desk);
    expect(dump(desk.store)).toEqual(before);
  });

  test('nobody is merged with herself, or taken out of nobody', () => {
    expect(() => merge(1, 1)).toThrow('merge-customer-itself');
    merge(1, 2);
    expect(() => merge(1, 2)).toThrow('merge-customer-itself');
    expect(() => unmerge(2)).toThrow('customer-not-merged');
  });

  test('an export brings the merge along, and un-merge is as exact there', async () => {
    set(1, { addTags: ['vip'], own: { tầng: '3' }, fields: { segment: 'loyal', notes: 'x' } });
    buy(1, 'OV65');
    buy(2, 'OV55');
    merge(1, 2);
    const copy = createDesk({ session: 'copy' });
    const jsonl = [...exportPieces(desk, 'jsonl', null)].join('');
    const take = () =>
      importSources(copy, { paths: ['-'], stdin: Readable.from([Buffer.from(jsonl)]), solvedBefore: null });
    expect((await take()).problems).toEqual([]);

    expect(ownRows(copy.store)).toEqual(ownRows(desk.store));
    expect((await take()).customers).toEqual({ added: 0 });
    const source = copy.store.db.prepare<[], number>('SELECT id FROM customers WHERE merged_into > 0').pluck().get();
    perform(copy, unmergeCustomers, { customer: source ?? 0 });
    unmerge(1);
    const plain = ({ cases: _, ...rows }: ReturnType<typeof ownRows>) => rows;
    expect(plain(ownRows(copy.store))).toEqual(plain(ownRows(desk.store)));
  });
});

test('those who may be one person are suggested, and nothing is merged by it', () => {
  const phone = { kind: 'phone' as const, value: '090 123 4567' };
  set(1, { addPoints: [phone] });
  set(2, { addPoints: [{ ...phone, value: '+84901234567' }] });
  expect(readDuplicates(desk, false)).toMatchObject([{ a: 1, b: 2, reasons: [{ kind: 'name' }, { kind: 'phone' }] }]);
  merge(1, 2);
  expect(readDuplicates(desk, true)).toEqual([]);
});
