import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SEGMENT_THRESHOLDS, type SegmentFacts, suggestSegment } from '../../../src/domain/care/segments.ts';
import { STATUSES } from '../../../src/domain/case.ts';
import { SEGMENTS, type Segment } from '../../../src/domain/customer.ts';
import { SCORES } from '../../../src/domain/rating.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-18T03:00:00Z');
const ago = (days: number): number => NOW - days * DAY;
const bought = (...days: readonly number[]) => ({
  purchases: days.map((day) => ({ at: ago(day), amount: 1_000_000 })),
});
const facts = (segment: Segment | null, more: Partial<SegmentFacts> = {}): SegmentFacts => ({
  segment,
  internal: false,
  firstContactAt: ago(900),
  purchases: [],
  lastWordAt: ago(10),
  cases: [],
  ratings: [],
  ...more,
});
const complaint = (status: 'open' | 'hold' | 'solved') => ({ cases: [{ topic: 'complaint', status }] }) as const;
const rated = (...scores: readonly (1 | 2 | 3 | 4 | 5)[]) => ({
  ratings: scores.map((score, at) => ({ score, at: ago(100 - at) })),
});

// biome-ignore format: a table
const MOVES: readonly (readonly [string, SegmentFacts, Segment | null, string | null])[] = [
  ['a prospect who has bought nothing stays', facts('prospect'), null, null],
  ['a prospect who buys is new', facts('prospect', bought(3)), 'new', 'first-purchase'],
  ['a purchase without a date is one', facts('prospect', { purchases: [{ at: null, amount: null }] }), 'new', 'first-purchase'],
  ['a purchase still to come is none', facts('prospect', bought(-2)), null, null],
  ['a prospect who bought twice is current at once', facts('prospect', bought(3, 9)), 'current', 'bought-again'],
  ['who bought once is new for 89 days', facts('new', bought(89)), null, null],
  ['and current from the ninetieth', facts('new', bought(90)), 'current', 'time-since-first'],
  ['a second purchase makes current', facts('new', bought(30, 2)), 'current', 'bought-again'],
  ['new without a purchase that is known stays', facts('new'), null, null],
  ['two purchases are not loyal', facts('current', bought(10, 20)), null, null],
  ['three within two years are', facts('current', bought(10, 400, 730)), 'loyal', 'often-bought'],
  ['three in a longer time are not', facts('current', bought(10, 400, 731)), null, null],
  ['a large sum is loyal too', facts('current', { purchases: [{ at: ago(10), amount: 30_000_001 }] }), 'loyal', 'value'],
  ['the very threshold is not over it', facts('current', { purchases: [{ at: ago(10), amount: 30_000_000 }] }), null, null],
  ['nobody is loyal with an open complaint', facts('current', { ...bought(1, 2, 3), ...complaint('open') }), null, null],
  ['nor while a department has it', facts('current', { ...bought(1, 2, 3), ...complaint('hold') }), null, null],
  ['a solved one is past', facts('current', { ...bought(1, 2, 3), ...complaint('solved') }), 'loyal', 'often-bought'],
  ['nor after a poor last rating', facts('current', { ...bought(1, 2, 3), ...rated(5, 2) }), null, null],
  ['a better one later counts', facts('current', { ...bought(1, 2, 3), ...rated(1, 4) }), 'loyal', 'often-bought'],
  ['364 days of silence are not yet former', facts('current', { ...bought(800), lastWordAt: ago(364) }), null, null],
  ['365 are', facts('current', { ...bought(800), lastWordAt: ago(365) }), 'former', 'silent'],
  ['who bought in this time is not silent', facts('loyal', { ...bought(100), lastWordAt: ago(700) }), null, null],
  ['the loyal become former too', facts('loyal', { ...bought(500), lastWordAt: ago(400) }), 'former', 'silent'],
  ['of whom no date is known nobody is former', facts('current', { firstContactAt: null, lastWordAt: null }), null, null],
  ['the former who write stay former', facts('former', { lastWordAt: ago(1) }), null, null],
  ['the former who buy are current', facts('former', bought(1)), 'current', 'came-back'],
  ['or loyal, if they have bought often', facts('former', bought(1, 500, 600)), 'loyal', 'often-bought'],
  ['a prospect with old purchases who is silent is former', facts('prospect', { ...bought(900, 800), lastWordAt: null, firstContactAt: null }), 'former', 'silent'],
  ['without a segment and a purchase nothing is known', facts(null), null, null],
  ['without a segment the purchases tell', facts(null, bought(1)), 'new', 'first-purchase'],
  ['a colleague has no segment', { ...facts('prospect', bought(1, 2)), internal: true }, null, null],
];

test.each(MOVES)('%s', (_story, known, to, rule) => {
  const found = suggestSegment(known, NOW);

  expect(found?.to ?? null).toBe(to);
  expect(found?.why.rule ?? null).toBe(rule);
});

test('the reason names its figures', () => {
  expect(suggestSegment(facts('current', bought(1, 2, 3)), NOW)?.why).toEqual({
    rule: 'often-bought',
    purchases: 3,
    withinDays: 730,
  });
});

test('thresholds can be others', () => {
  const thresholds = { ...SEGMENT_THRESHOLDS, loyalPurchases: 2 };

  expect(suggestSegment(facts('current', bought(1, 2)), NOW, thresholds)?.to).toBe('loyal');
});

const day = fc.integer({ min: -30, max: 2000 });
const any: fc.Arbitrary<SegmentFacts> = fc.record({
  segment: fc.constantFrom(null, ...SEGMENTS),
  internal: fc.boolean(),
  firstContactAt: fc.option(day.map(ago)),
  purchases: fc.array(fc.record({ at: fc.option(day.map(ago)), amount: fc.option(fc.nat(40_000_000)) }), {
    maxLength: 6,
  }),
  lastWordAt: fc.option(day.map(ago)),
  cases: fc.array(
    fc.record({
      topic: fc.constantFrom(null, 'complaint' as const, 'fault' as const),
      status: fc.constantFrom(...STATUSES),
    }),
    { maxLength: 3 },
  ),
  ratings: fc.array(fc.record({ score: fc.constantFrom(...SCORES), at: day.map(ago) }), { maxLength: 3 }),
});

test('who has followed a suggestion gets no other at the same moment', () => {
  fc.assert(
    fc.property(any, (known) => {
      const found = suggestSegment(known, NOW);
      if (found !== null) expect(suggestSegment({ ...known, segment: found.to }, NOW)).toBeNull();
    }),
  );
});

test('the order of purchases and cases does not matter', () => {
  fc.assert(
    fc.property(any, (known) => {
      const turned = { ...known, purchases: known.purchases.toReversed(), cases: known.cases.toReversed() };
      expect(suggestSegment(turned, NOW)).toEqual(suggestSegment(known, NOW));
    }),
  );
});
