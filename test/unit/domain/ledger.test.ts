import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isToDo } from '../../../src/domain/commitment.ts';
import type { CaseStory, CustomerFacts } from '../../../src/domain/ledger/facts.ts';
import { type Ledger, ledgerOf, marksOf } from '../../../src/domain/ledger/ledger.ts';
import { DEFAULT_LEDGER_RULES, MARK_RULES } from '../../../src/domain/ledger/rules.ts';
import { anyFacts, anyRules, HOUR } from '../../helpers/ledger-facts.ts';

const NOW = 1000;
const PAST = { from: 0, to: NOW };
const FUTURE = { from: NOW + 1, to: 2 * NOW };
const now = NOW * HOUR;

/** Overrides of some of the marks, by their place. */
const anyPicks = fc.array(fc.nat(30), { maxLength: 6 });
const overrulesOf = (facts: CustomerFacts, picks: readonly number[], rules = DEFAULT_LEDGER_RULES) => {
  const marks = marksOf(facts, rules, now);
  return picks.flatMap((pick) => {
    const mark = marks[pick];
    return mark === undefined ? [] : [{ key: mark.key, reason: `not so: ${pick}`, at: mark.at }];
  });
};

const sum = (values: readonly number[]): number => values.reduce((one, other) => one + other, 0);

/** The same customer, with what happens to her later. */
function withLater(facts: CustomerFacts, later: CustomerFacts): CustomerFacts {
  const cases = facts.cases.map((story, i): CaseStory => {
    const more = later.cases[i] ?? story;
    const words = more.words.filter(({ at }) => at !== null).map((word) => ({ ...word, id: word.id + 500 }));
    return {
      ...story,
      words: [...story.words, ...words],
      statuses: [...more.statuses, ...story.statuses],
      moods: [...story.moods, ...more.moods],
      ratings: [...more.ratings, ...story.ratings],
      breaches: [...story.breaches, ...more.breaches],
    };
  });
  const promises = later.promises.map((promise) => ({ ...promise, id: promise.id + 500 }));
  const done = facts.promises.map((promise, i) => {
    const { doneAt, droppedAt } = (isToDo(promise) ? later.promises[i] : undefined) ?? promise;
    return { ...promise, doneAt, droppedAt };
  });
  return { cases, promises: [...done, ...promises], options: [...later.options, ...facts.options] };
}

describe('a ledger', () => {
  it('is the sum of its marks, without those that were overruled', () => {
    fc.assert(
      fc.property(anyFacts(PAST), anyPicks, anyRules, (facts, picks, rules) => {
        const ledger = ledgerOf(facts, overrulesOf(facts, picks, rules), rules, now);
        const counting = ledger.marks.filter(({ overruled }) => overruled === null);
        const [poor, good] = (['poor', 'good'] as const).map((sort) =>
          sum(counting.filter((mark) => mark.sort === sort).map(({ weight }) => weight)),
        );
        expect(ledger.poor).toBeCloseTo(poor ?? 0, 6);
        expect(ledger.good).toBeCloseTo(good ?? 0, 6);
        expect(ledger.balance).toBeCloseTo(ledger.good - rules.ratio * ledger.poor, 4);
        const recent = ({ at }: { at: number }) => now - at <= rules.windowDays * 24 * HOUR;
        expect(ledger.strikes).toBe(counting.filter((mark) => mark.sort === 'poor' && recent(mark)).length);
        expect(ledger.atRisk).toBe(ledger.strikes + 1 >= rules.strikesToLeave);
        expect(ledger.oneMore).toBe(ledger.strikes + 1 === rules.strikesToLeave);
      }),
    );
  });

  it('knows nothing of what comes later', () => {
    fc.assert(
      fc.property(anyFacts(PAST), anyFacts(FUTURE), anyPicks, (facts, later, picks) => {
        const overrides = overrulesOf(facts, picks);
        const sooner = overrides.map((one) => ({ ...one, reason: 'later', at: now + 1 }));
        const both = ledgerOf(withLater(facts, later), [...sooner, ...overrides], DEFAULT_LEDGER_RULES, now);
        expect(both).toEqual(ledgerOf(facts, overrides, DEFAULT_LEDGER_RULES, now));
      }),
    );
  });

  it('keeps its marks as time goes on; only a later rating or answer takes the place of an earlier one', () => {
    const stays = ({ rule }: { rule: string }) => !rule.startsWith('rating-') && rule !== 'option-taken';
    fc.assert(
      fc.property(anyFacts(PAST), fc.nat(NOW), anyRules, (facts, hour, rules) => {
        const before = marksOf(facts, rules, hour * HOUR).filter(stays);
        const after = new Set(marksOf(facts, rules, now).map(({ key }) => key));
        expect(before.filter(({ key }) => !after.has(key))).toEqual([]);
      }),
    );
  });

  it('is the same in whatever order the cases are', () => {
    fc.assert(
      fc.property(anyFacts(PAST), anyPicks, anyRules, (facts, picks, rules) => {
        const overrides = overrulesOf(facts, picks, rules);
        const turned = { ...facts, cases: facts.cases.toReversed(), promises: facts.promises.toReversed() };
        expect(ledgerOf(turned, overrides, rules, now)).toEqual(ledgerOf(facts, overrides, rules, now));
      }),
    );
  });

  it('never has more strikes, nor larger sums, for an override', () => {
    fc.assert(
      fc.property(anyFacts(PAST), anyPicks, anyRules, (facts, picks, rules) => {
        const overrides = overrulesOf(facts, picks, rules);
        const ledgers = [[], ...overrides.map((_, i) => overrides.slice(0, i + 1))].map((some) =>
          ledgerOf(facts, some, rules, now),
        );
        const falls = (what: (ledger: Ledger) => number) =>
          ledgers.every((ledger, i) => i === 0 || what(ledger) <= what(ledgers[i - 1] ?? ledger));
        expect(falls(({ strikes }) => strikes)).toBe(true);
        expect(falls(({ poor }) => poor)).toBe(true);
        expect(falls(({ good }) => good)).toBe(true);
        expect(new Set(ledgers.map(({ marks }) => marks.length)).size).toBe(1);
      }),
    );
  });

  it('names for every mark where it comes from, under a key of its own, not later than now', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(anyFacts(PAST), (facts) => {
        const { marks } = ledgerOf(facts, [], DEFAULT_LEDGER_RULES, now);
        const entries = new Map(
          facts.cases.flatMap(({ number, words }) => words.map(({ id }) => [id, number] as const)),
        );
        expect(new Set(marks.map(({ key }) => key)).size).toBe(marks.length);
        expect(marks.map(({ at }) => at)).toEqual(marks.map(({ at }) => at).sort((one, other) => one - other));
        for (const mark of marks) {
          met.add(mark.rule);
          expect(mark.at).toBeLessThanOrEqual(now);
          expect(mark.case !== null || mark.commitment !== null).toBe(true);
          if (mark.entry !== null) expect(entries.get(mark.entry)).toBe(mark.case);
          if (mark.commitment !== null) expect(facts.promises.map(({ id }) => id)).toContain(mark.commitment);
        }
        expect(JSON.parse(JSON.stringify(marks))).toEqual(marks);
      }),
      { numRuns: 300 },
    );
    expect([...met].sort()).toEqual([...MARK_RULES].sort());
  });
});
