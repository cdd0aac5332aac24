import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../src/context.ts';
import { DeskError } from '../../../src/domain/errors.ts';
import { wordsFor } from '../../../src/i18n/index.ts';
import { errorLine, sayError } from '../../../src/i18n/say-error.ts';
import { age, ageLong, dateTime } from '../../../src/i18n/time.ts';
import { width } from '../../../src/text/width.ts';

const SRC = join(import.meta.dirname, '../../../src');

/** Every `what` that the source throws, also through `brokenOff`. */
const thrown = new Set(
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => [
      ...readFileSync(join(SRC, name), 'utf8').matchAll(/(?:new DeskError\(\s*'[\w-]+'|brokenOff\(error),([^{)]*)/g),
    ])
    .flatMap((match) => [...(match[1] ?? '').matchAll(/'([\w-]+)'/g)])
    .map((match) => match[1] ?? ''),
);

describe('errors', () => {
  for (const locale of LOCALES)
    test(`every failure that the source names has its sentence (${locale})`, () => {
      expect([...thrown].filter((what) => !Object.hasOwn(wordsFor(locale).errors, what))).toEqual([]);
      expect(thrown.size).toBeGreaterThan(40);
    });

  test('no sentence is left that nobody says', () => {
    const known = Object.keys(wordsFor('en').errors);

    expect(known.filter((what) => !thrown.has(what))).toEqual([]);
  });

  test('say what happened and what to do next', () => {
    const error = new DeskError('not-found', 'no-such-case', { number: 7 });

    expect(sayError(wordsFor('vi'), error)).toEqual({
      message: 'Không có phiếu #7.',
      hint: "Xem số phiếu bằng: desk list '*'",
    });
    expect(errorLine(wordsFor('en'), new DeskError('bad-value', 'empty-message'))).toBe(
      'There is no text. Write something first.',
    );
    expect(errorLine(wordsFor('en'), new DeskError('usage', 'never-heard-of'))).toBe('never-heard-of {}');
  });
});

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('times', () => {
  test('are at most five columns wide in a list, in every language and at any age', () => {
    for (const locale of LOCALES)
      for (const ms of [
        -5,
        0,
        MINUTE,
        59 * MINUTE,
        23.9 * 60 * MINUTE,
        DAY,
        99.9 * DAY,
        100 * DAY,
        364 * DAY,
        366 * DAY,
        99 * 365 * DAY,
      ]) {
        const told = age(wordsFor(locale), ms);
        expect(width(told), told).toBeLessThanOrEqual(5);
      }
  });

  test('are told short and long', () => {
    expect(age(wordsFor('en'), 3 * DAY)).toBe('3d');
    expect(age(wordsFor('vi'), 4 * 60 * MINUTE)).toBe('4g');
    expect(ageLong(wordsFor('en'), DAY)).toBe('1 day');
    expect(ageLong(wordsFor('th'), 3 * DAY)).toBe('3 วัน');
  });

  test('name the day where it is not today, and the year where it is not this one; in Thai the Gregorian one', () => {
    const now = Date.UTC(2026, 2, 12, 9);

    expect(dateTime('en', Date.UTC(2026, 2, 12, 8, 5), now)).toBe('08:05');
    expect(dateTime('en', Date.UTC(2026, 2, 5, 8, 5), now)).toBe('5 Mar, 08:05');
    expect(dateTime('vi', Date.UTC(2025, 2, 5, 8, 5), now)).toBe('5/3/2025, 08:05');
    expect(dateTime('th', Date.UTC(2025, 2, 5, 8, 5), now)).toBe('5 มี.ค. 2025, 08:05');
  });
});

test('the closing line of an import', () => {
  const told = { mails: 412, cases: 96, waiting: 9, oldest: '3 days', dryRun: false };

  expect(wordsFor('en').cli.imported(told)).toBe('412 mails, 96 cases, 9 are waiting for you, the oldest for 3 days.');
});
