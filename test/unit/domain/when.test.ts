import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOCALES } from '../../../src/context.ts';
import { parseWhen } from '../../../src/domain/when/parse-when.ts';
import { localOf, momentOf } from '../../../src/domain/when/zone.ts';
import { sayWhen } from '../../../src/i18n/say-when.ts';
import { momentWritten, wallClock, whenGold } from '../../helpers/when-gold.ts';

const HERE = 'Asia/Ho_Chi_Minh';
const ZONES = [
  HERE,
  'Asia/Bangkok',
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
];
const GOLD = whenGold();

function read(text: string, typedAt: string, zone: string): string | null {
  const when = parseWhen(text, momentWritten(typedAt, zone), { zone });
  return when === null ? null : wallClock(when.at, zone);
}

const withoutMarks = (text: string): string =>
  /[\u0E00-\u0E7F]/.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd');

test('the gold is large enough to say something', () => {
  expect(GOLD.filter(({ meant }) => meant !== null).length).toBeGreaterThan(400);
  expect(GOLD.filter(({ meant }) => meant === null).length).toBeGreaterThan(60);
});

test.each([
  ['as they are', (text: string) => text],
  ['in capitals', (text: string) => text.toUpperCase()],
  ['without marks', withoutMarks],
  ['with marks as code points of their own', (text: string) => text.normalize('NFD')],
  ['with many blanks', (text: string) => ` ${text.replaceAll(' ', '   ')} `],
  ['with Thai digits', (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)))],
])('every time of the gold is read as it is meant, %s', (_, written) => {
  // "thứ" without its mark is Thursday in English
  const said = GOLD.filter(({ text }) => text !== 'thứ' || written(text) !== 'thu');
  const missed = said.filter(({ text, typedAt, zone, meant }) => read(written(text), typedAt, zone) !== meant);
  expect(missed.map(({ text, typedAt }) => [written(text), read(written(text), typedAt, HERE)])).toEqual([]);
});

test('what was unclear is told, and what was not is not', () => {
  const unclear = (text: string) => parseWhen(text, momentWritten('2026-11-18 10:20', HERE), { zone: HERE })?.unclear;
  expect(unclear('thứ Hai 8h')).toEqual([]);
  expect(unclear('8h')).toEqual(['span-or-clock']);
  expect(unclear('mai 3h')).toEqual(['half-of-day']);
  expect(unclear('mùng 5')).toEqual(['lunar']);
  expect(unclear('thu 2 toi')).toEqual(['two-meanings']);
  expect(unclear('thứ 2 tới')).toEqual([]);
  expect(unclear('thứ 2 20/11')).toEqual(['weekday']);
  expect(unclear('sáng nay')).toEqual(['past']);
  expect(unclear('20/11/2025')).toEqual(['past']);
});

test('how exactly it was named is told', () => {
  const precision = (text: string) =>
    parseWhen(text, momentWritten('2026-11-18 10:20', HERE), { zone: HERE })?.precision;
  expect(['mai 8h', '2h', 'sáng mai', 'mai', 'tuần sau', 'tháng sau', 'năm sau', 'cuối tháng'].map(precision)).toEqual([
    ...['minute', 'minute', 'part', 'day', 'week', 'month', 'year', 'day'],
  ]);
});

test('a day without an hour begins when it is told to', () => {
  const now = momentWritten('2026-11-18 10:20', HERE);
  const at = (text: string) => wallClock(parseWhen(text, now, { zone: HERE, bareDay: 8 })?.at ?? 0, HERE);
  expect([at('mai'), at('20/11'), at('chiều mai'), at('mai 10h')]).toEqual([
    ...['2026-11-19 08:00', '2026-11-20 08:00', '2026-11-19 14:00', '2026-11-19 10:00'],
  ]);
});

const moments = fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 });
const zones = fc.constantFrom(...ZONES);

test('a moment said in any language is read back to the minute', () => {
  const later = fc.oneof(fc.integer({ min: -3000, max: 6000 }), fc.integer({ min: -600_000, max: 3_000_000 }));
  fc.assert(
    fc.property(
      moments,
      later,
      fc.constantFrom(...LOCALES),
      zones,
      fc.nat(59_999),
      (minute, ahead, locale, zone, ms) => {
        const now = minute * 60_000 + ms;
        const at = (minute + ahead) * 60_000;
        const back = parseWhen(sayWhen(at, now, locale, zone), now, { zone });
        // the second time of an hour that comes twice is written as the first
        expect(back?.at).toBe(momentOf(localOf(at, zone), zone));
        expect(back?.unclear).toEqual(at <= now ? ['past'] : []);
      },
    ),
    { numRuns: 3000 },
  );
});

test('a local time is the moment at which the clock shows it, but in the hour that it jumps over', () => {
  fc.assert(
    fc.property(moments, zones, (minute, zone) => {
      const at = minute * 60_000;
      const first = momentOf(localOf(at, zone), zone);
      expect(localOf(first, zone)).toEqual(localOf(at, zone));
      expect(at - first).toBeOneOf([0, 1_800_000, 3_600_000]);
    }),
  );
});

test('any text is a time to come, over and told so, or none', () => {
  const pieces = fc.constantFrom(...GOLD.flatMap(({ text }) => text.split(' ')));
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces, { maxLength: 6 }).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(texts, moments, zones, (text, minute, zone) => {
      const now = minute * 60_000;
      const when = parseWhen(text, now, { zone });
      if (when === null) return;
      expect(Number.isSafeInteger(when.at)).toBe(true);
      expect(when.unclear.includes('past')).toBe(when.at <= now);
    }),
    { numRuns: 2000 },
  );
});
