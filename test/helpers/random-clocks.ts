import fc from 'fast-check';
import type { CaseEvent } from '../../src/domain/clock/history.ts';
import type { Opening, Openings, Schedule } from '../../src/domain/clock/schedule.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** Zones with clock changes at night, at midnight, of half an hour, and without. */
export const ZONES = [
  'Asia/Ho_Chi_Minh',
  'Asia/Bangkok',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
] as const;

/** Days before clock changes of those zones in 2026 and 2027, and quiet ones; UTC. */
const DAYS = ['2026-10-24', '2026-10-29', '2026-10-31', '2026-09-05', '2026-10-03', '2026-11-18', '2027-02-05']
  .concat(['2027-03-13', '2027-03-27', '2027-04-03', '2027-04-29'])
  .map((day) => Date.parse(day));

export const anyMinute = fc
  .record({ day: fc.constantFrom(...DAYS), minute: fc.integer({ min: 0, max: 3 * 1440 }) })
  .map(({ day, minute }) => day + minute * MINUTE);

const anyOpenings: fc.Arbitrary<Openings> = fc
  .uniqueArray(fc.integer({ min: 0, max: 48 }), { maxLength: 6 })
  .map((edges) => edges.map((half) => half * 30).sort((one, other) => one - other))
  .map((edges) => edges.flatMap((from, i): Opening[] => (i % 2 === 0 ? pair(from, edges[i + 1]) : [])));

const pair = (from: number, to: number | undefined): Opening[] => (to === undefined ? [] : [{ from, to }]);

/** Hours of any day at half hours, and holidays near the moments of `anyMinute`. */
export const anySchedule: fc.Arbitrary<Schedule> = fc.record({
  zone: fc.constantFrom(...ZONES),
  week: fc.tuple(anyOpenings, anyOpenings, anyOpenings, anyOpenings, anyOpenings, anyOpenings, anyOpenings),
  holidays: fc
    .array(fc.tuple(fc.constantFrom(...DAYS), fc.integer({ min: 0, max: 3 })), { maxLength: 2 })
    .map((days) => new Set(days.map(([day, more]) => new Date(day + more * 24 * HOUR).toISOString().slice(0, 10)))),
});

type Made = Omit<CaseEvent, 'at'>;
const entry = (party: 'customer' | 'agent', more: object = {}): Made =>
  ({
    type: 'entry',
    entry: {
      type: 'message',
      party,
      direction: party === 'agent' ? 'out' : 'in',
      automatic: null,
      thanks: false,
      ...more,
    },
  }) as Made;

const anyFact = (start: number): fc.Arbitrary<Made> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(entry('customer'), entry('agent'), entry('agent', { type: 'call' })) },
    fc.constantFrom(
      entry('agent', { type: 'note' }),
      entry('agent', { automatic: 'reply' }),
      entry('customer', { thanks: true }),
    ),
    {
      weight: 4,
      arbitrary: fc
        .constantFrom('open', 'pending', 'hold', 'solved', 'closed')
        .map((to) => ({ type: 'status', to }) as Made),
    },
    fc.constantFrom('low', 'normal', 'urgent').map((to) => ({ type: 'priority', to }) as Made),
    fc.constantFrom('one', 'other').map((to) => ({ type: 'schedule', to }) as Made),
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom('until', 'firm', 'reply', 'wake'), fc.integer({ min: 0, max: 4000 }))
        .map(([mode, minutes]) => ({
          type: 'snooze',
          to:
            mode === 'wake'
              ? null
              : mode === 'reply'
                ? { mode, until: null }
                : { mode, until: start + minutes * MINUTE },
        }))
        .map((made) => made as Made),
    },
  );

/** Up to two days of what can happen to a case, with undos, undone undos and merges, at whole minutes in order. */
export function anyEvents(start: number): fc.Arbitrary<CaseEvent[]> {
  const own = fc.array(fc.tuple(anyFact(start), fc.integer({ min: 0, max: 2880 })), { maxLength: 8 });
  const foreign = fc.option(own, { freq: 3, nil: undefined });
  const undos = fc.array(fc.nat({ max: 14 }), { maxLength: 3 });
  return fc.tuple(own, foreign, undos, fc.integer({ min: 0, max: 2880 })).map(([facts, merged, undone, mergedAt]) => {
    const timed = facts.map(([fact, minute], i) => ({ ...fact, id: `e${i}`, at: start + minute * MINUTE }));
    const first = { ...entry('customer'), id: 'first', at: start };
    const events = [first, ...timed] as CaseEvent[];
    const inner = (merged ?? [])
      .filter(([, minute]) => minute <= mergedAt)
      .map(([fact, minute], i) => ({ ...fact, id: `m${i}`, at: start + minute * MINUTE }))
      .sort((one, other) => one.at - other.at) as CaseEvent[];
    if (merged !== undefined)
      events.push({ type: 'merge-in', id: 'merge', at: start + mergedAt * MINUTE, events: inner });
    for (const [i, of] of undone.entries()) {
      const target = ['e0', 'e1', 'e2', 'e3', 'e4', 'merge', 'm0', 'm1', 'u0', 'u1', 'first'][of % 11] ?? 'e0';
      events.push({ type: 'undo', id: `u${i}`, of: target, at: start + (2881 + i) * MINUTE });
    }
    return events.toSorted((one, other) => one.at - other.at);
  });
}
