import { describe, expect, it } from 'vitest';
import { clocksGold, goldMoment } from '../../helpers/clocks-gold.ts';

const { schedules, scenarios } = clocksGold();
const clocks = scenarios.flatMap((one) =>
  Object.entries(one.expect).map(([kind, clock]) => ({ one, kind, clock, label: `${one.name}: ${kind}` })),
);

/** The wall clock of that zone, with its offset, as the gold writes moments. */
function inZone(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
  const offset = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at);
  return `${parts}${offset.find(({ type }) => type === 'timeZoneName')?.value.slice('GMT'.length)}`;
}

describe('the gold of clocks', () => {
  it('holds at least 60 scenarios, each under a name of its own and with its computation', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(60);
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
    for (const { name, why, schedule } of scenarios) {
      expect(why.join(' ').length, name).toBeGreaterThan(20);
      expect(Object.keys(schedules), name).toContain(schedule);
    }
    console.log(
      `clocks gold: ${scenarios.length} scenarios, ${scenarios.filter(({ doubt }) => doubt).length} doubtful`,
    );
  });

  it('accounts for every minute: run and left make the target, run and stood the time gone by', () => {
    for (const { one, clock, label } of clocks) {
      const stood = Object.values(clock.stoodMs).reduce((sum, ms) => sum + ms, 0);
      const gone = goldMoment(clock.metAt ?? one.now) - goldMoment(clock.started);
      expect(clock.ranMs + clock.remainingMs, label).toBe(clock.targetMs);
      expect(clock.ranMs + stood, label).toBe(gone);
    }
  });

  it('says of every clock one state, and what belongs to it', () => {
    for (const { one, clock, label } of clocks) {
      const [now, due] = [goldMoment(one.now), clock.dueAt === null ? null : goldMoment(clock.dueAt)];
      const end = clock.metAt === undefined ? now : goldMoment(clock.metAt);
      expect(due === null, label).toBe(clock.state === 'paused');
      expect(clock.breachedAt ?? null, label).toBe(clock.state === 'breached' ? clock.dueAt : null);
      if (due !== null) expect(end > due, label).toBe(clock.state === 'breached');
      if (clock.state === 'met') expect(clock.metAt, label).toBeDefined();
      if (clock.state === 'running') expect(clock.metAt, label).toBeUndefined();
      expect(clock.targetMs, label).toBeGreaterThan(0);
    }
  });

  it('writes every moment in the zone of its schedule, events in order and none after now', () => {
    for (const one of scenarios) {
      const zone = schedules[one.schedule]?.zone ?? '';
      const shown = Object.values(one.expect).flatMap(({ started, dueAt }) => [started, ...(dueAt ? [dueAt] : [])]);
      const moments = [...one.events.map(({ at }) => at), one.now];
      for (const moment of [...moments, ...shown]) expect(inZone(goldMoment(moment), zone), one.name).toBe(moment);
      const times = moments.map(goldMoment);
      expect(times, one.name).toEqual(times.toSorted((a, b) => a - b));
    }
  });

  it('meets every state, every reason to stand, every clock and every zone', () => {
    const states = new Set(clocks.map(({ clock }) => clock.state));
    const reasons = new Set(clocks.flatMap(({ clock }) => Object.keys(clock.stoodMs)));
    expect([...states].sort()).toEqual(['breached', 'met', 'paused', 'running']);
    expect([...reasons].sort()).toEqual(['break', 'hold', 'holiday', 'off', 'pending', 'snooze', 'solved']);
    expect(new Set(clocks.map(({ kind }) => kind)).size).toBe(3);
    expect(new Set(scenarios.map(({ schedule }) => schedule)).size).toBe(Object.keys(schedules).length);
  });
});
