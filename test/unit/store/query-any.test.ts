import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { findCases } from '../../../src/actions/read-cases.ts';
import { DeskError } from '../../../src/domain/errors.ts';
import { HAS_VALUES, IS_VALUES, QUERY_KEYS } from '../../../src/domain/query.ts';
import type { Desk } from '../../helpers/desk.ts';
import { deskOfQueries } from '../../helpers/query-cases.ts';
import { runs } from '../../helpers/random-cases.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await deskOfQueries();
});

const options = { numRuns: runs(300) };
const piece = fc.oneof(
  fc.constantFrom(
    '"',
    '(',
    ')',
    '-',
    ' ',
    'OR',
    ' OR ',
    '*',
    ':',
    ',',
    '..',
    '>',
    '>=',
    '<',
    '#',
    'none',
    'NEAR',
    'AND',
    'NOT',
  ),
  fc.constantFrom(...QUERY_KEYS.map((key) => `${key}:`), ...IS_VALUES, ...HAS_VALUES),
  fc.constantFrom('2026-03', '4h', 'today', '0000', '9999-12-31', 'màn', 'เครื่อง', 'don', 'ไ', '\u0301', '\u0000', '😀'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const query = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

/** What a query finds, or null when desk says in its own words why not. */
function found(text: string): number[] | null {
  try {
    return findCases(desk, text, 100);
  } catch (error) {
    if (error instanceof DeskError) return null;
    throw error;
  }
}

test('whatever is typed either finds cases or is refused in our own words', () => {
  fc.assert(
    fc.property(query, (text) => {
      const cases = found(text);

      expect(new Set(cases).size).toBe(cases?.length ?? 0);
    }),
    options,
  );
});

test('a query and its negation share no case, and together find all of them', () => {
  const term = fc.constantFrom(
    'status:new',
    'waiting>4h',
    'bill',
    '"màn hình"',
    'mood:angry',
    'tag:vip',
    'from:bob',
    'snoozed:none',
  );
  const either = fc.tuple(term, term).map(([a, b]) => `${a} OR ${b}`);
  const any = fc.oneof(
    term,
    either,
    fc.tuple(either, term).map(([a, b]) => `(${a}) -${b}`),
  );
  fc.assert(
    fc.property(any, (text) => {
      const yes = found(text) ?? [];
      const no = found(`-(${text})`) ?? [];

      expect([...yes, ...no].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }),
    options,
  );
});
