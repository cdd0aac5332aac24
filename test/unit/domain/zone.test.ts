import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offset } from '../../../src/domain/when/zone.ts';
import { runs } from '../../helpers/random-cases.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const YEARS = { min: Date.UTC(1950, 0, 1), max: Date.UTC(2040, 0, 1) };

/** What the tables of this Node say, asked each time: `GMT`, `GMT+07:00`, `GMT-00:44:30`. */
function asked(at: number, zone: string): number {
  const said = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at);
  const text = said.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /^GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(text) ?? [];
  const ms = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000;
  return sign === '-' ? -ms : ms;
}

test('how far a zone is ahead of UTC is what its table says at that moment, in every zone', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  fc.assert(
    fc.property(zones, fc.integer(YEARS), (zone, at) => {
      expect(offset(at, zone)).toBe(asked(at, zone));
    }),
    { numRuns: runs(400) },
  );
});

// clocks that went forth and back within a month, a day that was left out, half an hour of summer, two zones of the desk
test.each([
  ['Africa/Casablanca', Date.UTC(2026, 1, 15)],
  ['Africa/Casablanca', Date.UTC(2026, 2, 22)],
  ['Africa/Cairo', Date.UTC(2010, 7, 10)],
  ['Africa/Cairo', Date.UTC(2010, 8, 9)],
  ['Pacific/Apia', Date.UTC(2011, 11, 30)],
  ['Australia/Lord_Howe', Date.UTC(2026, 3, 4)],
  ['Antarctica/Troll', Date.UTC(2026, 2, 29)],
  ['Europe/Berlin', Date.UTC(2026, 9, 25)],
  ['Asia/Ho_Chi_Minh', Date.UTC(1975, 5, 12)],
  ['Asia/Bangkok', Date.UTC(2026, 0, 1)],
])('%s is read right, hour by hour, around its change', (zone, around) => {
  for (let at = around - 9 * DAY; at < around + 9 * DAY; at += 30 * MINUTE)
    expect(offset(at, zone), new Date(at).toISOString()).toBe(asked(at, zone));
});

test('the minute before and the minute of a change differ, also when the week was asked for before', () => {
  const change = Date.UTC(2026, 2, 29, 1); // Berlin, to summer time
  expect(offset(change - 40 * DAY, 'Europe/Berlin')).toBe(60 * MINUTE);
  expect([offset(change - 1, 'Europe/Berlin'), offset(change, 'Europe/Berlin')]).toEqual([60 * MINUTE, 120 * MINUTE]);
});

test('a zone that is none is refused each time it is named', () => {
  for (let time = 0; time < 2; time++) expect(() => offset(0, 'Mars/Olympus')).toThrow(RangeError);
});
