import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeptSchedule } from '../../../src/actions/schedules.ts';
import { hoursTyped, withHours } from '../../../src/cli/hours.ts';
import { readOpenings } from '../../../src/domain/clock/schedule.ts';
import { DeskError } from '../../../src/domain/errors.ts';

type Week = KeptSchedule['week'];
const DAY = ['08:00-12:00', '13:30-17:30'];
const CLOSED: Week = [[], [], [], [], [], [], []];
const OFFICE: Week = [DAY, DAY, DAY, DAY, DAY, ['08:00-12:00'], []];

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Openings of a day in order, apart from each other; none is a closed day. */
const openings: fc.Arbitrary<string[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 0, maxLength: 6 })
  .map((minutes) => minutes.toSorted((one, other) => one - other))
  .map((sorted) =>
    Array.from({ length: Math.floor(sorted.length / 2) }, (_, at) =>
      [sorted[2 * at] ?? 0, sorted[2 * at + 1] ?? 0].map(clock).join('-'),
    ),
  );
const week: fc.Arbitrary<Week> = fc.tuple(openings, openings, openings, openings, openings, openings, openings);

describe('hours as they are typed', () => {
  test('read back are the same week, whatever week they are typed over', () => {
    fc.assert(
      fc.property(week, week, (wanted, before) => {
        expect(hoursTyped(wanted).reduce(withHours, before)).toEqual(wanted);
      }),
    );
  });

  test('name every day once, neighbours with the same hours as one', () => {
    expect(hoursTyped(OFFICE)).toEqual(['mon-fri=08:00-12:00,13:30-17:30', 'sat=08:00-12:00', 'sun=closed']);
    expect(hoursTyped(CLOSED)).toEqual(['mon-sun=closed']);
    expect(hoursTyped([DAY, [], DAY, [], [], DAY, DAY])).toEqual([
      'mon=08:00-12:00,13:30-17:30',
      'tue=closed',
      'wed=08:00-12:00,13:30-17:30',
      'thu-fri=closed',
      'sat-sun=08:00-12:00,13:30-17:30',
    ]);
    fc.assert(
      fc.property(week, (wanted) => {
        const hours = hoursTyped(wanted).map((typed) => typed.split('=')[1]);
        for (const [at, one] of hours.entries()) if (at > 0) expect(one).not.toBe(hours[at - 1]);
      }),
    );
  });

  test('change the days they name and no other', () => {
    expect(withHours(OFFICE, 'sat,sun=09:00-11:00')).toEqual([
      DAY,
      DAY,
      DAY,
      DAY,
      DAY,
      ['09:00-11:00'],
      ['09:00-11:00'],
    ]);
    expect(withHours(OFFICE, ' TUE-Wed,fri=Closed ')).toEqual([DAY, [], [], DAY, [], ['08:00-12:00'], []]);
    expect(withHours(CLOSED, 'mon=8:00-12:00, 13:30 - 24:00')[0]).toEqual(['8:00-12:00', '13:30 - 24:00']);
  });

  test('what was taken can always be counted by', () => {
    const typed = fc
      .tuple(fc.constantFrom('mon', 'mon-fri', 'sat,sun', 'fri-mon', 'day'), fc.array(fc.string(), { maxLength: 3 }))
      .map(([days, hours]) => `${days}=${hours.join(',')}`);
    fc.assert(
      fc.property(fc.oneof(fc.string(), typed), (text) => {
        const read = taken(text);
        if (read !== null) for (const day of read) expect(readOpenings(day)).not.toBeNull();
      }),
    );
  });

  test.each([
    'mon',
    'mon=',
    '=08:00-12:00',
    'monday=08:00-12:00',
    'T2=08:00-12:00',
    'fri-mon=08:00-12:00',
    'mon-tue-wed=08:00-12:00',
    'mon-=08:00-12:00',
    'mon,,tue=08:00-12:00',
    'mon=08:00',
    'mon=08:60-12:00',
    'mon=08:00-08:00',
    'mon=08:00-12:00,',
    'mon=08:00-12:00,11:59-13:00',
    'mon=closed,08:00-12:00',
    '',
  ])('“%s” are none, and the refusal names them', (typed) => {
    expect(() => withHours(OFFICE, typed)).toThrow(new DeskError('bad-value', 'bad-hours', { value: typed }));
  });

  test.each(['mon=08:00-25:00', 'mon=12:00-08:00'])('“%s” goes over midnight, and the refusal says so', (typed) => {
    expect(() => withHours(OFFICE, typed)).toThrow(new DeskError('bad-value', 'hours-over-midnight', { value: typed }));
  });
});

function taken(typed: string): Week | null {
  try {
    return withHours(CLOSED, typed);
  } catch (error) {
    if (error instanceof DeskError) return null;
    throw error;
  }
}
