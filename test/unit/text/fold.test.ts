import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/text/fold.ts';

describe('fold', () => {
  test.each([
    ['Điện thoại', 'dien thoai'],
    ['Đường ĐƯỜNG đường', 'duong duong duong'],
    ['ờ ở ỡ ợ ẵ ậ ỷ', 'o o o o a a y'],
    ['Crème Brûlée ÅNGSTRÖM', 'creme brulee angstrom'],
    ['İstanbul ıssız', 'istanbul issiz'],
    ['ΌΣΟΣ', 'οσοσ'],
    ['ที่อยู่ น้ำ การ์ด', 'ทีอยู นำ การด'],
    ['น\u0e4d\u0e49\u0e32', 'นำ'],
    ['ນ້ຳ', 'ນຳ'],
    ['हिन्दी में', 'हिन्दी में'],
    ['がぎ ｶﾞ', 'がぎ ｶﾞ'],
    ['한국', '한국'],
    ['pass\u00adword', 'password'],
  ])('%s is searched as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(text.normalize('NFD'))).toBe(folded);
  });

  test('is the same twice, however the text is composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (any) => {
        expect(fold(fold(any))).toBe(fold(any));
        expect(fold(any.normalize('NFD'))).toBe(fold(any.normalize('NFC')));
      }),
      { numRuns: 10_000 },
    );
  });

  test('is the same twice for every code point, alone and behind a letter', () => {
    const faults: string[] = [];
    for (let code = 0; code < 0x20000; code++) {
      const one = `${String.fromCodePoint(code)} a${String.fromCodePoint(code)}`;
      if (fold(fold(one)) !== fold(one)) faults.push(code.toString(16));
    }
    expect(faults).toEqual([]);
  });

  test('takes no more than linear time for marks in turns', () => {
    const start = performance.now();
    fold('\u0301\u0323'.repeat(500_000));
    fold('\u094d\u093c'.repeat(500_000));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
