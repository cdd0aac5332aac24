import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LEDGER_RULES } from '../../../src/domain/ledger/rules.ts';
import { LEDGER_RULE_NAMES, readLedgerRules, writeLedgerRules } from '../../../src/domain/ledger/rules-text.ts';
import { anyRules } from '../../helpers/ledger-facts.ts';

const problems = (text: string) => {
  const read = readLedgerRules(text);
  return read.ok ? [] : read.problems.map(({ why, word }) => `${why} ${word}`);
};

describe('the rules of the ledger as text', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        expect(readLedgerRules(writeLedgerRules(rules))).toEqual({ ok: true, rules });
      }),
    );
  });

  it('are the defaults where nothing is said', () => {
    expect(readLedgerRules('')).toEqual({ ok: true, rules: DEFAULT_LEDGER_RULES });
    const read = readLedgerRules('  rating-low=2.5\n window-days=180 ');
    const weights = { ...DEFAULT_LEDGER_RULES.weights, 'rating-low': 2.5 };
    expect(read).toEqual({ ok: true, rules: { ...DEFAULT_LEDGER_RULES, weights, windowDays: 180 } });
  });

  it('say each of their names once', () => {
    const written = writeLedgerRules(DEFAULT_LEDGER_RULES).split(' ');
    expect(written.map((word) => word.split('=')[0])).toEqual(LEDGER_RULE_NAMES);
    expect(new Set(LEDGER_RULE_NAMES).size).toBe(LEDGER_RULE_NAMES.length);
  });

  it('name every word that is wrong, and why', () => {
    expect(problems('late=1 angry=1 angry=2 complaint thanks=many =3')).toEqual([
      ...['unknown late=1', 'twice angry=2', 'no-number complaint', 'no-number thanks=many', 'unknown =3'],
    ]);
    expect(problems('ratio=1e3 ratio= strikes=1 wait-days=1.5 angry=-1 thanks=0.125 window-days=0')).toEqual([
      ...['no-number ratio=1e3', 'twice ratio=', 'not-allowed strikes=1', 'not-allowed wait-days=1.5'],
      ...['not-allowed angry=-1', 'not-allowed thanks=0.125', 'not-allowed window-days=0'],
    ]);
  });

  it('take the least and the most that is allowed', () => {
    expect(problems('strikes=2 ratio=1000 window-days=36500 reopen-days=0 angry=100')).toEqual([]);
    expect(problems('strikes=101 ratio=1000.01 window-days=36501 angry=100.01')).toHaveLength(4);
    expect(problems('constructor=1 __proto__=1 weights=1 windowDays=3')).toHaveLength(4);
  });

  it('never throw', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readLedgerRules(text).ok === 'boolean'));
  });
});
