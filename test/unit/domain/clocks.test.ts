import { describe, expect, it } from 'vitest';
import { type Clock, clocksOf } from '../../../src/domain/clock/clocks.ts';
import { explain, stoodMs } from '../../../src/domain/clock/explanation.ts';
import type { Reading } from '../../../src/domain/clock/reading.ts';
import { clocksGold, type ExpectedClock, type GoldReading, goldMoment } from '../../helpers/clocks-gold.ts';
import { eventOfGold, rulesOfGold } from '../../helpers/gold-desk.ts';

const { schedules, scenarios } = clocksGold();

const readingOfGold = ({ dueAt, remainingMs, state }: GoldReading) => ({
  ...{ remainingMs, state },
  dueAt: dueAt === null ? null : goldMoment(dueAt),
});

const readingOf = ({ dueAt, remainingMs, state }: Reading) => ({ dueAt, remainingMs, state });

const clockOfGold = ({ started, targetMs, ranMs, stoodMs, metAt, onWaking, ...reading }: ExpectedClock) => ({
  ...readingOfGold(reading),
  ...{ targetMs, ranMs, stoodMs, started: goldMoment(started), metAt: metAt === undefined ? null : goldMoment(metAt) },
  onWaking: onWaking === undefined ? null : { at: goldMoment(onWaking.at), ...readingOfGold(onWaking) },
});

describe('clocks as worked out by hand', () => {
  it.each(scenarios.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const rules = rulesOfGold(one, schedules);
    const clocks = clocksOf(one.events.map(eventOfGold), goldMoment(one.now), rules);
    const seen = ({ started, targetMs, ranMs, metAt, onWaking, ...clock }: Clock) => ({
      ...readingOf(clock),
      ...{ started, targetMs, ranMs, metAt, stoodMs: stoodMs(explain(clock, rules.days(clock.schedule))) },
      onWaking: onWaking === null ? null : { at: onWaking.at, ...readingOf(onWaking) },
    });
    expect(Object.fromEntries(Object.entries(clocks).map(([kind, clock]) => [kind, seen(clock)]))).toEqual(
      Object.fromEntries(Object.entries(one.expect).map(([kind, clock]) => [kind, clockOfGold(clock)])),
    );
  });
});
