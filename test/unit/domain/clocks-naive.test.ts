import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDays } from '../../../src/domain/clock/business-time.ts';
import { courseOf } from '../../../src/domain/clock/case-states.ts';
import { breachesOf, type Clock, clocksOf } from '../../../src/domain/clock/clocks.ts';
import { explain, stoodMs } from '../../../src/domain/clock/explanation.ts';
import { historyOf } from '../../../src/domain/clock/history.ts';
import { CLOCKS, PAUSES } from '../../../src/domain/clock/targets.ts';
import { naiveClock } from '../../helpers/naive-clocks.ts';
import { runs } from '../../helpers/random-cases.ts';
import { anyEvents, anyMinute, anySchedule, HOUR, MINUTE } from '../../helpers/random-clocks.ts';

const AHEAD = 72 * HOUR;

const anyTargets = fc
  .record({ first: anyTarget(), next: anyTarget(), resolution: anyTarget() })
  .map((targets) => ({ normal: targets, urgent: { first: HOUR, resolution: 4 * HOUR } }));

function anyTarget() {
  return fc.integer({ min: 1, max: 1200 }).map((minutes) => minutes * MINUTE);
}

const anyDesk = anyMinute.chain((start) =>
  fc.record({
    ...{ one: anySchedule, other: anySchedule, targets: anyTargets, events: anyEvents(start) },
    pausedBy: fc.subarray([...PAUSES]).map((pauses) => new Set(pauses)),
    now: fc.integer({ min: 2890, max: 3500 }).map((minutes) => start + minutes * MINUTE),
  }),
);

type Desk = typeof anyDesk extends fc.Arbitrary<infer Made> ? Made : never;

function rulesOf({ one, other, targets, pausedBy }: Desk) {
  const days = { one: businessDays(one), other: businessDays(other) };
  return {
    policy: { applies: {}, targets, pausedBy },
    days: (name: string) => (name === 'one' ? days.one : days.other),
    before: { status: 'new', priority: 'normal', schedule: 'one', snooze: null },
  } as const;
}

describe('clocks of random histories', () => {
  it('are what a walk over the minutes finds', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(anyDesk, (desk) => {
        const rules = rulesOf(desk);
        const clocks = clocksOf(desk.events, desk.now, rules);
        for (const kind of CLOCKS) {
          const clock = clocks[kind];
          const naive = naiveClock(kind, desk.events, desk.now, rules, { one: desk.one, other: desk.other }, AHEAD);
          met.add(`${kind} ${naive?.state}`);
          expect(clock === undefined ? null : seen(clock, desk.now, rules), kind).toEqual(naive);
        }
      }),
      { numRuns: 80 },
    );
    expect(met.size).toBeGreaterThanOrEqual(9);
  });

  it('tell of the last round of each clock what all the breaches of the case tell of it', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(anyDesk, (desk) => {
        const rules = rulesOf(desk);
        const breaches = breachesOf(desk.events, desk.now, rules);
        const { first, next } = clocksOf(desk.events, desk.now, rules);
        const wroteFirst = courseOf(historyOf(desk.events, desk.now), rules.before).words[0]?.by;
        for (const [kind, clock] of Object.entries({ first, next })) {
          // where we wrote first nobody waits for a first answer
          if (clock === undefined || (kind === 'first' && wroteFirst === 'agent')) continue;
          const last = breaches.findLast((one) => one.clock === kind && one.breachedAt >= clock.started);
          met.add(`${kind} ${clock.state}`);
          expect(last?.breachedAt ?? null, kind).toBe(clock.state === 'breached' ? clock.dueAt : null);
        }
      }),
      { numRuns: runs(200) },
    );
    expect([...met]).toEqual(expect.arrayContaining(['first breached', 'first met', 'next breached', 'next met']));
  });

  it('are explained without a gap, and what ran is what counts', () => {
    fc.assert(
      fc.property(anyDesk, (desk) => {
        const rules = rulesOf(desk);
        for (const clock of Object.values(clocksOf(desk.events, desk.now, rules))) {
          const segments = explain(clock, rules.days(clock.schedule));
          let [at, ran] = [clock.started, 0];
          for (const segment of segments) {
            expect(segment.from).toBe(at);
            at = segment.to;
            if (segment.ran) ran += segment.to - segment.from;
          }
          expect([at, ran]).toEqual([clock.metAt ?? desk.now, clock.ranMs]);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** A clock as the walk tells of it, which looks ahead for so long only. */
function seen(clock: Clock, now: number, { days }: ReturnType<typeof rulesOf>) {
  const { started, metAt, targetMs, ranMs, dueAt, state } = clock;
  const near = dueAt !== null && dueAt <= (metAt ?? now) + AHEAD;
  const stood = stoodMs(explain(clock, days(clock.schedule)));
  return { started, metAt, targetMs, ranMs, stoodMs: stood, dueAt: near ? dueAt : null, state };
}
