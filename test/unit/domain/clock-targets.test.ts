import { describe, expect, it } from 'vitest';
import {
  type CaseFacts,
  type ClockPolicy,
  PAUSED_BY_DEFINITION,
  policyFor,
} from '../../../src/domain/clock/targets.ts';

const policy = (applies: ClockPolicy['applies']): ClockPolicy => ({
  ...{ applies, targets: {}, pausedBy: PAUSED_BY_DEFINITION },
});
const facts: CaseFacts = { kind: 'support', segment: 'loyal', matches: (query) => query === 'tag:vip' };

describe('the policy of a case', () => {
  it('is the first that applies, in the order of the desk', () => {
    const [care, vip, rest] = [policy({ kinds: ['care'] }), policy({ query: 'tag:vip' }), policy({})];
    expect(policyFor([care, vip, rest], facts)).toBe(vip);
    expect(policyFor([care, rest, vip], facts)).toBe(rest);
  });

  it('applies where kind, segment and query do, each that it names', () => {
    const loyal = policy({ kinds: ['support', 'service'], segments: ['loyal'], query: 'tag:vip' });
    expect(policyFor([loyal], facts)).toBe(loyal);
    expect(policyFor([loyal], { ...facts, kind: 'care' })).toBeNull();
    expect(policyFor([loyal], { ...facts, segment: 'new' })).toBeNull();
    expect(policyFor([loyal], { ...facts, matches: () => false })).toBeNull();
  });

  it('is none by segment where the customer has none', () => {
    expect(policyFor([policy({ segments: ['new'] })], { ...facts, segment: null })).toBeNull();
    expect(policyFor([], facts)).toBeNull();
  });
});
