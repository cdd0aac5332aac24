import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean } from '../../../src/text/clean.ts';
import { width } from '../../../src/text/width.ts';
import { wrap } from '../../../src/text/wrap.ts';
import { corpora } from '../../helpers/corpora.ts';

const wrapped = (text: string, columns: number): string[] => wrap(clean(text, 'block'), columns);
const inked = (text: string): string => text.replace(/[\s\u25CC]/gu, '');

describe('wrap', () => {
  test('breaks at blanks and keeps blank lines and indentation', () => {
    expect(wrapped('one two three\n\n  four five six', 9)).toEqual(['one two', 'three', '', '  four', 'five six']);
  });

  test('breaks inside a word only where it is longer than a line', () => {
    expect(wrapped('see abcdefghijkl now', 5)).toEqual(['see', 'abcde', 'fghij', 'kl', 'now']);
  });

  test('breaks Thai between words, sara am or not', () => {
    expect(wrapped('สินค้าชำรุดค่ะ', 5)).toEqual(['สินค้า', 'ชำรุด', 'ค่ะ'].map((word) => clean(word, 'line')));
    expect(wrapped('น้ำประปาไม่ไหล', 6)).toEqual(['น้ำ', 'ประปา', 'ไม่ไหล'].map((word) => clean(word, 'line')));
  });

  test('breaks between ideographs, but not before a full stop', () => {
    expect(wrapped('返品したい。', 10)).toEqual(['返品した', 'い。']);
  });

  test('keeps every character and no line too wide, whatever the text', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(' ', ' ', '\n', 'ab', 'น้ำ', 'ไป', '漢', 'e\u0301'),
        fc.string({ unit: 'grapheme', maxLength: 1 }),
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (any, columns) => {
        const shown = clean(any, 'block');
        const lines = wrap(shown, columns);
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
        expect(inked(lines.join(''))).toBe(inked(shown));
      }),
      { numRuns: 3_000 },
    );
  });

  const folder = corpora();
  test.skipIf(folder === null)('loses nothing of real Thai', () => {
    const text = clean(readFileSync(join(folder ?? '', 'text-th-wisesight/q.txt'), 'utf8'), 'block');
    const lines = wrap(text, 40);
    for (const line of lines) expect(width(line)).toBeLessThanOrEqual(40);
    expect(inked(lines.join(''))).toBe(inked(text));
  });

  test.each([
    ['English', 'All work and no play. '],
    ['one word', 'a'],
    ['Vietnamese', 'Điện thoại của tôi. '],
    ['short Thai lines', 'สินค้าชำรุดค่ะ น้ำรั่ว\n'],
    ['blanks', ' \n '],
  ])('wraps a megabyte in a time that grows with the text only: %s', (_name, sample) => {
    const text = clean(sample.repeat(Math.ceil(1_000_000 / sample.length)), 'block');
    const start = performance.now();
    wrap(text, 80);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
