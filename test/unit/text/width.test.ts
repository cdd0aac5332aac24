import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { clean } from '../../../src/text/clean.ts';
import { domainWarning } from '../../../src/text/domain.ts';
import { graphemes, wordAfter, wordBefore } from '../../../src/text/graphemes.ts';
import { columnsAlone, pad, truncate, width } from '../../../src/text/width.ts';

/** Columns as tmux 3.3a gave them to the shown form (asked by cursor report). */
const MEASURED: readonly (readonly [string, number])[] = [
  ['น้ำทำงานจำนวน', 12],
  ['ที่อยู่', 3],
  ['ນ້ຳ ຄຳ', 5],
  ['Điện thoại', 10],
  ['क्षत्रिय', 6],
  ['漢字カナ', 8],
  ['한국어', 6],
  ['👩‍👩‍👧', 6],
  ['❤️ 1️⃣ 👍🏽', 6],
  ['🇻🇳', 2],
];

describe('width', () => {
  test.each(MEASURED)('of %s is what the terminal takes: %i', (text, columns) => {
    const shown = clean(text, 'line');
    expect(width(shown)).toBe(columns);
    expect(stringWidth(shown)).toBe(columns);
    expect(width(clean(text.normalize('NFD'), 'line'))).toBe(columns);
  });
});

test('a code point that stands alone is as wide as string-width says, each of them all', () => {
  const otherwise: string[] = [];
  for (let code = 0xa0; code < 0x110000; code += 1)
    if (columnsAlone(code) !== stringWidth(String.fromCodePoint(code))) otherwise.push(code.toString(16));
  expect(otherwise).toEqual([]);
});

const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map((any) => clean(any, 'line'));

describe('truncate', () => {
  test('never is wider, never cuts a character, and says so when it cuts', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 30 }), (shown, columns) => {
        const cut = truncate(shown, columns);
        expect(width(cut)).toBeLessThanOrEqual(columns);
        if (width(shown) <= columns) expect(cut).toBe(shown);
        else if (columns > 0) {
          const kept = graphemes(cut.slice(0, -1));
          expect(cut.endsWith('…')).toBe(true);
          expect(graphemes(shown).slice(0, kept.length)).toEqual(kept);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('does not walk what it cuts off', () => {
    const long = clean('ก'.repeat(1_000_000), 'line');
    const start = performance.now();
    for (let i = 0; i < 20; i++) truncate(long, 80);
    expect(performance.now() - start).toBeLessThan(400);
  });
});

describe('pad', () => {
  test('is exactly as wide as asked, on both sides', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 30 }), fc.constantFrom('left', 'right'), (shown, columns, align) => {
        expect(width(pad(shown, columns, align))).toBe(columns);
      }),
      { numRuns: 3_000 },
    );
    expect(pad(clean('7', 'line'), 3, 'right')).toBe('  7');
    expect(pad(clean('漢字', 'line'), 3)).toBe('漢…');
  });
});

describe('graphemes', () => {
  test('joined again are the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => graphemes(any).join('') === any));
    expect(graphemes('cà phê')).toEqual(['c', 'à', ' ', 'p', 'h', 'ê']);
    expect(graphemes('ที่นี่')).toEqual(['ที่', 'นี่']);
  });

  test('are the same by the short way and by the long', () => {
    const segmenter = new Intl.Segmenter();
    for (let code = 0x20; code < 0x2060; code++) {
      const pair = `a${String.fromCodePoint(code)}b${String.fromCodePoint(code)}`;
      expect(graphemes(pair)).toEqual(Array.from(segmenter.segment(pair), ({ segment }) => segment));
    }
  });

  test('words are found before and after a place, in Thai as well', () => {
    expect([wordBefore('one, two', 8), wordBefore('one, two', 5), wordBefore('  ', 2)]).toEqual([5, 0, 0]);
    expect([wordAfter('one, two', 3), wordAfter('one  ', 3)]).toEqual([8, 5]);
    expect(wordAfter('สินค้าชำรุด', 0)).toBe('สินค้า'.length);
  });
});

describe('a domain', () => {
  test.each([
    ['support@аpple.com', 'xn--pple-43d.com'],
    ['https://раypal.com/', 'xn--ypal-43d9g.com'],
    ['https://user:pass@аpple.com:8080/x?y#z', 'xn--pple-43d.com'],
    ['lan@việt.vn', null],
    ['a@ไทย.ไทย', null],
    ['a@example.com', null],
    ['a@пример.рф', 'xn--e1afmkfd.xn--p1ai'],
  ])('%s is warned of as %s', (address, warning) => {
    expect(domainWarning(address)).toBe(warning);
  });
});
