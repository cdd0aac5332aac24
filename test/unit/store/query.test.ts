import { beforeAll, expect, test } from 'vitest';
import { countFound, findCases } from '../../../src/actions/read-cases.ts';
import type { Desk } from '../../helpers/desk.ts';
import { deskOfQueries } from '../../helpers/query-cases.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await deskOfQueries();
});

// biome-ignore format: a table
const FOUND: readonly (readonly [query: string, cases: string])[] = [
  ['', '1 2 3 4 5 6 7 8 9'],
  ['*', '1 2 3 4 5 6 7 8 9'],
  // status, kind and their like
  ['status:new', '3 5 9'],
  ['status:new,open', '3 5 7 9'],
  ['STATUS:New', '3 5 9'],
  ['-status:solved,closed', '3 4 5 6 7 8 9'],
  ['status>=solved', '1 2'],
  ['status<pending', '3 5 7 9'],
  ['is:open', '3 5 7 9'],
  ['is:open -is:snoozed', '3 5 9'],
  ['is:snoozed', '7 8'],
  ['is:waiting', '3 5 6 7 9'],
  ['is:unread', '3 7'],
  ['kind:support', '3 5 8'],
  ['kind:support,care', '1 3 5 6 8'],
  ['topic:fault', '3 5'],
  ['topic:none', '1 6 7 8 9'],
  ['mood:angry,upset', '3 5'],
  ['-mood:angry', '1 2 4 5 6 7 8 9'],
  ['priority:high', '4'],
  ['priority>=high', '3 4'],
  ['priority<normal', '2'],
  ['-priority>low', '2'],
  ['channel:email,web', '1 2 3 7 8 9'],
  ['number:4', '4'],
  ['#4', '4'],
  ['number>7', '8 9'],
  ['number<=2', '1 2'],
  // tags, customers, people
  ['tag:vip', '3 4'],
  ['tag:hoàn-tiền', '3'],
  ['tag:vip,refund', '3 4 7'],
  ['-tag:vip tag:refund', '7'],
  ['tag:none', '2 5 6 8 9'],
  ['segment:loyal', '3 6'],
  ['segment:none', '5 9'],
  ['lang:th', '5 9'],
  ['customer:lan', '3 6'],
  ['customer:"Nguyễn Thị Lan"', '3 6'],
  ['customer:nguyen', '3 6'],
  ['customer:lan@x.example', '3 6'],
  ['customer:0901234567', '3 6'],
  ['customer:none', '1'],
  ['customer:ใจดี', '5 9'],
  ['from:lan', '3'],
  ['from:tran', '6'],
  ['from:trần', '6'],
  ['from:trân', ''],
  ['from:bob@x', '2 4 7 8'],
  ['from:shop@desk.example', '2 4 8'],
  ['from:สมชาย', '5 9'],
  ['product:dien', '3'],
  ['product:none', '1 2 4 6 7 8 9'],
  ['department:"ky thuat"', '6'],
  ['department:kỹ', '6'],
  ['has:note', '5'],
  ['has:draft', '9'],
  ['has:attachment', ''],
  // times
  ['created:2026-03', '3 4 5 6 7 8 9'],
  ['created:2025', '1'],
  ['created:2026-03-01..2026-03-03', '3 4 5'],
  ['created:..2026-02', '1 2'],
  ['created:2026-03-06..', '8 9'],
  ['created>2026-03-05', '8 9'],
  ['created>=2026-03-05', '7 8 9'],
  ['created<2026', '1'],
  ['created<=2026-02-10', '1 2'],
  ['created:today', '9'],
  ['created:hôm-nay', '9'],
  ['created<2h', '9'],
  ['waiting>4h', '3 5 6 7'],
  ['waiting>8d', '3 5'],
  ['waiting<4h', '9'],
  ['waiting:none', '1 2 4 8'],
  ['-waiting>4h', '1 2 4 8 9'],
  ['solved:none', '3 4 5 6 7 8 9'],
  ['snoozed:2026-03-20', '7'],
  ['snoozed<2w', '7'],
  ['updated:2026-03-02', '4'],
  // words
  ['bill', '4'],
  ['BILL', '4'],
  ['refund', '1 7'],
  ['refund -tag:spam', '7'],
  ['"refund for"', '7'],
  ['ref*', '1 7'],
  ['ref', ''],
  ['ord-1234', '7'],
  ['dien thoai', '3 6'],
  ['điện thoại', '3'],
  ['"dien thoai"', '3 6'],
  ['điện thoai', '3'],
  ['man hinh', '3 9'],
  ['"man hinh"', '3'],
  ['"màn hình"', '3'],
  ['"màn hinh"', '3'],
  ['mán', ''],
  ['doi mau', '6'],
  ['đổi màu', ''],
  ['cua hang', '3'],
  ['ซักผ้า', '5'],
  ['"เครื่องซักผ้า"', '5'],
  ['ไม่หมุน', '5'],
  ['ผ้าซัก', ''],
  ['workshop', '5'],
  ['a5', '3'],
  ['lan@x.example', '3 6'],
  ['screen', '8'],
  ['screen*', '8'],
  ['touch*', '8'],
  ['sorry', '4'],
  // together
  ['bill OR screen', '4 8'],
  ['bill screen', ''],
  ['(bill OR screen) -kind:support', '4'],
  ['-(bill OR screen) kind:service', '2 7 9'],
  ['kind:care OR (kind:support mood:angry)', '1 3 6'],
  ['--bill', '4'],
  ['-"refund for" refund', '1'],
  // what says nothing finds what the rest finds
  ['bill ???', '4'],
  ['bill -???', '4'],
  ['bill OR', '4'],
  ['OR bill', '4'],
  ['bill -', '4'],
  ['bill - twice', '4'],
  ['"bill', '4'],
  ['(bill', '4'],
  ['bill)', '4'],
  ['""', '1 2 3 4 5 6 7 8 9'],
  ['tag:"vip', '3 4'],
  ['tag:"vip","refund"', '3 4 7'],
];

test.each(FOUND)('%s finds %s', (query, cases) => {
  const found = findCases(desk, query, 100);

  expect(found.toSorted((a, b) => a - b).join(' ')).toBe(cases);
  expect(countFound(desk, query)).toBe(found.length);
});

// biome-ignore format: a table
const ORDERED: readonly (readonly [query: string, cases: string])[] = [
  ['is:open', '3 5 7 9'],
  ['priority>=low', '3 4 5 6 7 9 1 8 2'],
  ['sort:number', '1 2 3 4 5 6 7 8 9'],
  ['sort:created', '9 8 7 6 5 4 3 2 1'],
  ['sort:updated kind:support', '8 5 3'],
  ['sort:waiting is:waiting', '3 5 6 7 9'],
  ['is:snoozed sort:snoozed', '7 8'],
];

test.each(ORDERED)('%s comes in the order %s', (query, cases) => {
  const found = findCases(desk, query, 100);

  expect(found.join(' ')).toBe(cases);
});

// biome-ignore format: a table
const REFUSED: readonly (readonly [query: string, what: string, facts: object])[] = [
  ['stats:open', 'unknown-key', { key: 'stats', nearest: 'status' }],
  ['prioritiy:high', 'unknown-key', { key: 'prioritiy', nearest: 'priority' }],
  ['custmer:lan', 'unknown-key', { key: 'custmer', nearest: 'customer' }],
  ['status:opne', 'unknown-value', { key: 'status', value: 'opne', nearest: 'open' }],
  ['is:snozed', 'unknown-value', { key: 'is', value: 'snozed', nearest: 'snoozed' }],
  ['sort:dew', 'unknown-value', { key: 'sort', value: 'dew', nearest: 'due' }],
  ['segment:vip', 'unknown-value', { key: 'segment', value: 'vip' }],
  ['status:', 'key-without-value', { key: 'status' }],
  ['tag:,', 'key-without-value', { key: 'tag' }],
  ['created:someday', 'bad-date', { key: 'created', value: 'someday' }],
  ['created:2026-02-30', 'bad-date', { key: 'created', value: '2026-02-30' }],
  ['created:a..b..c', 'bad-date', { key: 'created' }],
  ['number:four', 'bad-number', { key: 'number', value: 'four' }],
  ['OR', 'or-without-terms', {}],
  ['OR OR', 'or-without-terms', {}],
  ['status:open (OR)', 'or-without-terms', {}],
  ['tag>vip', 'key-without-order', { key: 'tag', op: '>' }],
  ['('.repeat(60), 'query-too-long', {}],
  ['a '.repeat(1500), 'query-too-long', {}],
];

test.each(REFUSED)('%s is refused: %s', (query, what, facts) => {
  const find = () => findCases(desk, query, 100);

  expect(find).toThrow(expect.objectContaining({ code: 'bad-query', what, facts: expect.objectContaining(facts) }));
});
