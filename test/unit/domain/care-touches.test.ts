import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan, PlanEvent } from '../../../src/domain/care/plan.ts';
import {
  type CareCase,
  type CareFacts,
  type CareFollowUp,
  CONSENTS,
  dueTouches,
  dueTouchesOf,
  TOUCH_RULES,
} from '../../../src/domain/care/touches.ts';
import { STATUSES } from '../../../src/domain/case.ts';
import { SEGMENTS } from '../../../src/domain/customer.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-18T03:00:00Z');
const ago = (days: number): number => NOW - days * DAY;
const plan = (event: PlanEvent, days: number, more: Partial<Plan> = {}): Plan => ({
  name: 'the-plan',
  titles: { en: 'The plan' },
  event,
  after: days * DAY,
  segments: [],
  template: 'check-in',
  needsConsent: false,
  note: '',
  ...more,
});
const person = (more: Partial<CareFacts> = {}): CareFacts => ({
  customer: 5,
  internal: false,
  segment: 'current',
  segmentSince: null,
  consent: 'unknown',
  cases: [],
  purchases: [],
  lastWordAt: null,
  followUps: [],
  made: [],
  ...more,
});
const fixed = (days: number | null, more: Partial<CareCase> = {}): CareCase => ({
  number: 42,
  kind: 'support',
  topic: 'fault',
  status: 'solved',
  solvedAt: days === null ? null : ago(days),
  ...more,
});
const complaint = (more: Partial<CareCase>): CareCase => fixed(null, { number: 9, topic: 'complaint', ...more });

const planned = (more: Partial<CareFollowUp>): CareFollowUp => ({
  ...{ case: 42, template: null, madeAt: ago(6), toDo: true },
  ...more,
});

const SOLVED: PlanEvent = { on: 'solved', kinds: ['support'], topics: ['fault'] };
const week = plan(SOLVED, 7);
const asked = plan(SOLVED, 7, { needsConsent: true });
const bought = (...days: readonly number[]) => days.map((day, at) => ({ id: `p${at}`, at: ago(day) }));
const silence = plan({ on: 'silence' }, 90);
const year = plan({ on: 'first-purchase' }, 365);
const gone = plan({ on: 'segment', segment: 'former' }, 7);
const month = plan({ on: 'purchase' }, 30);

// biome-ignore format: a table
const STORIES: readonly (readonly [string, Plan, Partial<CareFacts>, string | null])[] = [
  ['a week after the fix it is due', week, { cases: [fixed(7)] }, 'the-plan/5/case-42'],
  ['a moment earlier it is not', week, { cases: [fixed(6.99)] }, null],
  ['fourteen days later it still is', week, { cases: [fixed(21)] }, 'the-plan/5/case-42'],
  ['after that it is not caught up', week, { cases: [fixed(21.01)] }, null],
  ['a case that was opened again waits', week, { cases: [fixed(7, { status: 'open' })] }, null],
  ['a closed one is solved', week, { cases: [fixed(7, { status: 'closed' })] }, 'the-plan/5/case-42'],
  ['of a case solved nobody knows when: nothing', week, { cases: [fixed(null)] }, null],
  ['another kind is not meant', week, { cases: [fixed(7, { kind: 'service' })] }, null],
  ['nor another topic', week, { cases: [fixed(7, { topic: 'question' })] }, null],
  ['nor a case without one', week, { cases: [fixed(7, { topic: null })] }, null],
  ['without kinds and topics all are', plan({ on: 'solved', kinds: [], topics: [] }, 7), { cases: [fixed(7, { topic: null })] }, 'the-plan/5/case-42'],
  ['once made it is not made again', week, { cases: [fixed(7)], made: [{ key: 'the-plan/5/case-42', at: ago(300) }] }, null],
  ['not within seven days of another touch', week, { cases: [fixed(7)], made: [{ key: 'x/5/y', at: ago(6.9) }] }, null],
  ['but on the seventh', week, { cases: [fixed(7)], made: [{ key: 'x/5/y', at: ago(7) }] }, 'the-plan/5/case-42'],
  ['who said no hears nothing', week, { cases: [fixed(7)], consent: 'no' }, null],
  ['who said yes does', asked, { cases: [fixed(7)], consent: 'yes' }, 'the-plan/5/case-42'],
  ['who was not asked only hears of service', asked, { cases: [fixed(7)] }, null],
  ['a colleague hears nothing', week, { cases: [fixed(7)], internal: true }, null],
  ['other segments are not meant', { ...week, segments: ['loyal'] }, { cases: [fixed(7)] }, null],
  ['who has none is not either', { ...week, segments: ['loyal'] }, { cases: [fixed(7)], segment: null }, null],
  ['an open complaint pauses everything', week, { cases: [fixed(7), complaint({ status: 'pending' })] }, null],
  ['so does one solved 29 days ago', week, { cases: [fixed(7), complaint({ solvedAt: ago(29) })] }, null],
  ['after thirty it is over', week, { cases: [fixed(7), complaint({ solvedAt: ago(30) })] }, 'the-plan/5/case-42'],
  ['one solved nobody knows when is long ago', week, { cases: [fixed(7), complaint({})] }, 'the-plan/5/case-42'],
  ['a follow-up from before the fix is about something else', week, { cases: [fixed(7)], followUps: [planned({ madeAt: ago(8) })] }, 'the-plan/5/case-42'],
  ['but where it has the same words and is still to be done, one is enough', week, { cases: [fixed(7)], followUps: [planned({ madeAt: ago(8), template: 'check-in' })] }, null],
  ['so is one that was noted since, whatever became of it', week, { cases: [fixed(7)], followUps: [planned({ toDo: false })] }, null],
  ['what was done before is over', week, { cases: [fixed(7)], followUps: [planned({ madeAt: ago(8), toDo: false, template: 'check-in' })] }, 'the-plan/5/case-42'],
  ['one in another case as well', week, { cases: [fixed(7)], followUps: [planned({ case: 7 })] }, 'the-plan/5/case-42'],
  ['for the customer one with the same words counts', month, { purchases: bought(31), followUps: [planned({ case: null, template: 'check-in' })] }, null],
  ['one with other words does not', month, { purchases: bought(31), followUps: [planned({ case: null })] }, 'the-plan/5/purchase-p0'],
  ['thirty days after a purchase', month, { purchases: bought(31) }, 'the-plan/5/purchase-p0'],
  ['of two purchases the older first', month, { purchases: bought(31, 33) }, 'the-plan/5/purchase-p1'],
  ['a purchase without a date has no thirtieth day', month, { purchases: [{ id: 'p', at: null }] }, null],
  ['after ninety days of silence', silence, { lastWordAt: ago(91) }, `the-plan/5/silence-${ago(91)}`],
  ['who has bought since is not silent', silence, { lastWordAt: ago(91), purchases: bought(20) }, null],
  ['nor who has a case with us', silence, { lastWordAt: ago(91), cases: [fixed(null, { status: 'pending' })] }, null],
  ['who never said a word is not silent', silence, {}, null],
  ['a year after the first purchase', year, { purchases: bought(20, 366) }, 'the-plan/5/first-purchase'],
  ['the second has no such day', year, { purchases: bought(800, 366) }, null],
  ['where a date is missing nobody knows the first', year, { purchases: [...bought(366), { id: 'q', at: null }] }, null],
  ['a week after they became former', gone, { segment: 'former', segmentSince: ago(8) }, `the-plan/5/former-${ago(8)}`],
  ['who is not former is not meant', gone, { segmentSince: ago(8) }, null],
  ['since nobody knows when: nothing', gone, { segment: 'former' }, null],
];

describe('touches', () => {
  it.each(STORIES)('%s', (_story, what, facts, key) => {
    expect(dueTouches(what, [person(facts)], NOW).map((touch) => touch.key)).toEqual(key === null ? [] : [key]);
  });

  it('say what they are about and when they came due', () => {
    expect(dueTouches(week, [person({ cases: [fixed(9)] })], NOW)).toEqual([
      { plan: 'the-plan', customer: 5, case: 42, at: ago(2), key: 'the-plan/5/case-42' },
    ]);
  });

  it('are one to a customer, also of several plans: the other comes a week later', () => {
    const plans = [month, { ...week, name: 'fix' }];
    const facts = person({ cases: [fixed(9)], purchases: bought(31) });

    const [first, ...more] = dueTouchesOf(plans, [facts], NOW);
    expect([first?.key, more]).toEqual(['fix/5/case-42', []]);
    const made = [{ key: first?.key ?? '', at: NOW }];
    expect(dueTouchesOf(plans, [{ ...facts, made }], NOW + 6 * DAY)).toEqual([]);
    expect(dueTouchesOf(plans, [{ ...facts, made }], NOW + 7 * DAY).map(({ key }) => key)).toEqual([
      'the-plan/5/purchase-p0',
    ]);
  });
});

const day = fc.integer({ min: -5, max: 500 }).map(ago);
const facts: fc.Arbitrary<Omit<CareFacts, 'customer'>> = fc.record({
  internal: fc.boolean(),
  segment: fc.constantFrom(null, ...SEGMENTS),
  segmentSince: fc.option(day),
  consent: fc.constantFrom(...CONSENTS),
  cases: fc.uniqueArray(
    fc.record({
      number: fc.nat(20),
      kind: fc.constantFrom('support' as const, 'care' as const),
      topic: fc.constantFrom(null, 'fault' as const, 'complaint' as const),
      status: fc.constantFrom(...STATUSES, 'solved' as const),
      solvedAt: fc.option(fc.integer({ min: 0, max: 30 }).map(ago)),
    }),
    { maxLength: 4, selector: ({ number }) => number },
  ),
  purchases: fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[a-d]$/), at: fc.option(day) }), {
    selector: ({ id }) => id,
  }),
  lastWordAt: fc.option(day),
  followUps: fc.array(
    fc.record({
      case: fc.option(fc.nat(20)),
      template: fc.constantFrom(null, 'check-in'),
      madeAt: fc.integer({ min: 0, max: 30 }).map(ago),
      toDo: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  made: fc.constant([]),
});
const people = fc
  .array(facts, { maxLength: 6 })
  .map((all) => all.map((one, at): CareFacts => ({ ...one, customer: at + 1 })));
const everything: readonly Plan[] = [
  plan({ on: 'solved', kinds: [], topics: [] }, 7, { name: 'fix' }),
  plan({ on: 'purchase' }, 30, { name: 'month' }),
  plan({ on: 'silence' }, 90, { name: 'silence' }),
  plan({ on: 'first-purchase' }, 365, { name: 'year', needsConsent: true }),
  plan({ on: 'segment', segment: 'former' }, 7, { name: 'gone', needsConsent: true }),
];

describe('the run of all plans', () => {
  it('gives the same twice, and nothing once it is made', () => {
    fc.assert(
      fc.property(people, (all) => {
        const first = dueTouchesOf(everything, all, NOW);
        expect(dueTouchesOf(everything, all, NOW)).toEqual(first);
        const after = all.map((one) => ({
          ...one,
          made: first.filter(({ customer }) => customer === one.customer).map(({ key }) => ({ key, at: NOW })),
        }));
        expect(dueTouchesOf(everything, after, NOW)).toEqual([]);
      }),
    );
  });

  it('does not depend on the order of customers and plans', () => {
    fc.assert(
      fc.property(people, (all) => {
        const turned = dueTouchesOf(everything.toReversed(), all.toReversed(), NOW);
        expect(turned).toEqual(dueTouchesOf(everything, all, NOW));
      }),
    );
  });

  it('day by day makes no occasion twice and never two touches to one customer within seven days', () => {
    fc.assert(
      fc.property(people, (all) => {
        let known: readonly CareFacts[] = all;
        for (let now = NOW; now < NOW + 40 * DAY; now += DAY) {
          const due = dueTouchesOf(everything, known, now);
          known = known.map((one) => {
            const fresh = due.filter(({ customer }) => customer === one.customer).map(({ key }) => ({ key, at: now }));
            return { ...one, made: [...one.made, ...fresh] };
          });
        }
        for (const { made, consent, internal } of known) {
          expect(new Set(made.map(({ key }) => key)).size).toBe(made.length);
          for (const [at, one] of made.slice(1).entries())
            expect(one.at - (made[at]?.at ?? 0)).toBeGreaterThanOrEqual(TOUCH_RULES.apart);
          if (consent === 'no' || internal) expect(made).toEqual([]);
        }
      }),
    );
  });

  it('floods nobody after the desk was closed for half a year', () => {
    fc.assert(
      fc.property(people, (all) => {
        for (const { at } of dueTouchesOf(everything, all, NOW + 180 * DAY))
          expect(NOW + 180 * DAY - at).toBeLessThanOrEqual(TOUCH_RULES.stale);
      }),
    );
  });
});
