import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownAt } from '../../../src/domain/ledger/facts.ts';
import { ledgerOf, marksOf } from '../../../src/domain/ledger/ledger.ts';
import { DAY, DEFAULT_LEDGER_RULES } from '../../../src/domain/ledger/rules.ts';
import { standingsOf } from '../../../src/domain/ledger/standings.ts';
import { anyFacts, anyRules, HOUR } from '../../helpers/ledger-facts.ts';
import { SPOKEN } from '../../helpers/ledger-words.ts';
import { runs } from '../../helpers/random-cases.ts';

const NONE = { cases: [], promises: [], options: [] };

describe('how a ledger will stand', () => {
  it('counts a promise as broken when its minute is over, and as a strike for a year', () => {
    const promise = { id: 1, case: null, at: 10 * DAY, doneAt: null, droppedAt: null, missedAt: null };
    const facts = { ...NONE, promises: [promise] };
    expect(standingsOf(facts, [], { ...DEFAULT_LEDGER_RULES, strikesToLeave: 2 }, 0)).toEqual([
      { from: 10 * DAY + 60_000, to: 375 * DAY + 1, strikes: 1, poor: 1, good: 0, atRisk: true },
      { from: 375 * DAY + 1, to: expect.any(Number), strikes: 0, poor: 1, good: 0, atRisk: false },
    ]);
  });

  it('sees that nobody has answered yet', () => {
    const story = { number: 1, topic: null, statuses: [], moods: [], ratings: [] };
    const words = [{ ...SPOKEN.customer, id: 1, at: 0 }];
    const breaches = [{ clock: 'first' as const, breachedAt: DAY }];
    const [first] = standingsOf({ ...NONE, cases: [{ ...story, words, breaches }] }, [], DEFAULT_LEDGER_RULES, 0);
    expect(first).toMatchObject({ from: DAY + 1, strikes: 1, poor: 1 });
  });

  it('is nothing where nothing happened', () => {
    expect(standingsOf(NONE, [], DEFAULT_LEDGER_RULES, 0)).toEqual([]);
  });

  it('is at every later moment what the ledger says then, if nothing more happens', () => {
    const anyTime = fc.oneof(fc.nat(3000), fc.nat(30 * 365 * 24)).map((hours) => hours * HOUR);
    fc.assert(
      fc.property(
        anyFacts({ from: 0, to: 1000 }),
        anyRules,
        fc.nat(1000),
        anyTime,
        fc.nat(9),
        (all, rules, at, on, pick) => {
          const now = at * HOUR;
          const known = knownAt(all, now);
          const facts = {
            ...known,
            cases: known.cases.map((one, i) => ({ ...one, breaches: all.cases[i]?.breaches ?? [] })),
          };
          const picked = marksOf(facts, rules, now)[pick];
          const overrides = picked === undefined ? [] : [{ key: picked.key, reason: 'no', at: picked.at }];
          const later = now + on;
          // as the clocks tell it: at its moment itself nothing is late yet
          const told = facts.cases.map((one) => ({
            ...one,
            breaches: one.breaches.filter(({ breachedAt }) => breachedAt < later),
          }));
          const ledger = ledgerOf({ ...facts, cases: told }, overrides, rules, later);
          const here = standingsOf(facts, overrides, rules, now).filter(({ from, to }) => from <= later && to > later);
          expect(here.length).toBeLessThanOrEqual(1);
          const { strikes, poor, good, atRisk } = here[0] ?? {
            strikes: 0,
            poor: 0,
            good: 0,
            atRisk: rules.strikesToLeave < 2,
          };
          expect({ strikes, poor, good, atRisk }).toEqual({
            ...{ strikes: ledger.strikes, poor: ledger.poor, good: ledger.good, atRisk: ledger.atRisk },
          });
        },
      ),
      { numRuns: runs(500) },
    );
  });
});
