import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDays, businessMs, momentAfter, piecesBetween } from '../../../src/domain/clock/business-time.ts';
import { isZone, readOpenings, type Schedule } from '../../../src/domain/clock/schedule.ts';
import { naiveClosed } from '../../helpers/naive-clocks.ts';
import { runs } from '../../helpers/random-cases.ts';
import { anyMinute, anySchedule, HOUR, MINUTE } from '../../helpers/random-clocks.ts';

const day = [{ from: 480, to: 1020 }];
const office: Schedule = {
  zone: 'Asia/Ho_Chi_Minh',
  week: [day, day, day, day, day, [], []],
  holidays: new Set(),
};
const shut: Schedule = { ...office, week: [[], [], [], [], [], [], []] };
const now = Date.parse('2026-11-18T10:00+07:00');

describe('business time', () => {
  it('is additive: two parts make the whole, wherever one cuts', () => {
    fc.assert(
      fc.property(anySchedule, fc.array(anyMinute, { minLength: 3, maxLength: 3 }), (schedule, moments) => {
        const days = businessDays(schedule);
        const [a = 0, b = 0, c = 0] = moments.toSorted((one, other) => one - other).map((at) => at + 123);
        expect(businessMs(days, a, b) + businessMs(days, b, c)).toBe(businessMs(days, a, c));
      }),
      { numRuns: 60 },
    );
  });

  it('is undone by the moment after it, which is the earliest one', () => {
    fc.assert(
      fc.property(anySchedule, anyMinute, fc.integer({ min: 1, max: 200 * HOUR }), (schedule, from, ms) => {
        const days = businessDays(schedule);
        const at = momentAfter(days, from, ms);
        if (at === null) return expect(schedule.week.flat()).toEqual([]);
        expect(businessMs(days, from, at)).toBe(ms);
        expect(businessMs(days, from, at - 1)).toBe(ms - 1);
      }),
      { numRuns: 100 },
    );
  });

  it('agrees with a walk over the minutes, over every change of the clocks', () => {
    fc.assert(
      fc.property(anySchedule, anyMinute, fc.integer({ min: 0, max: 2000 }), (schedule, from, minutes) => {
        const said = new Map<number, string | null>();
        for (const piece of piecesBetween(businessDays(schedule), from, from + minutes * MINUTE))
          for (let at = piece.from; at < piece.to; at += MINUTE) said.set(at, piece.closed);
        expect(said.size).toBe(minutes);
        for (const [at, closed] of said) if (naiveClosed(at, schedule) !== closed) expect.fail(new Date(at).toJSON());
      }),
      { numRuns: 40 },
    );
  });

  it('is what the pieces between two moments add up to, days and weeks apart', () => {
    fc.assert(
      fc.property(anySchedule, anyMinute, fc.integer({ min: 0, max: 60 * 1440 }), (schedule, from, minutes) => {
        const days = businessDays(schedule);
        const to = from + minutes * MINUTE;
        const open = piecesBetween(days, from, to).filter(({ closed }) => closed === null);
        expect(businessMs(days, from, to)).toBe(open.reduce((sum, piece) => sum + piece.to - piece.from, 0));
      }),
      { numRuns: runs(100) },
    );
  });

  it('counts nothing backwards, and no time is over at once', () => {
    expect(businessMs(businessDays(office), now, now - HOUR)).toBe(0);
    expect(momentAfter(businessDays(office), now, 0)).toBe(now);
  });

  it('never comes where a schedule has no hours, nor after more than a decade', () => {
    expect(momentAfter(businessDays(shut), now, 1)).toBeNull();
    expect(momentAfter(businessDays(office), now, 100_000 * HOUR)).toBeNull();
  });
});

describe('hours of a day', () => {
  it('are read in any order, with midnight as 24:00', () => {
    expect(readOpenings(['13:30-17:30', '8:00-12:00'])).toEqual([
      { from: 480, to: 720 },
      { from: 810, to: 1050 },
    ]);
    expect(readOpenings(['22:00 – 24:00'])).toEqual([{ from: 1320, to: 1440 }]);
    expect(readOpenings([])).toEqual([]);
  });

  it.each([['8-12'], ['12:00-08:00'], ['08:00-08:00'], ['22:00-24:01'], ['08:60-12:00'], ['ngày'], ['']])(
    'are none in %j',
    (written) => expect(readOpenings([written])).toBeNull(),
  );

  it('are none where they overlap', () => {
    expect(readOpenings(['08:00-12:00', '11:00-13:00'])).toBeNull();
    expect(readOpenings(['08:00-12:00', '12:00-13:00'])).toHaveLength(2);
  });

  it('are local in a zone that exists', () => {
    expect([isZone('Asia/Bangkok'), isZone('Asia/Đà_Lạt'), isZone('')]).toEqual([true, false, false]);
  });
});
