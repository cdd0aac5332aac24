import { expect, test } from 'vitest';
import { holder } from '../../../src/text/holds.ts';

test.each([
  ['dien thoai', false, 'Điện thoại của chị hỏng', true],
  ['điện', false, 'dien thoai', false],
  ['điện', false, 'Mua điện thoại', true],
  ['tin', false, 'tình hình', false],
  ['ti', true, 'tình hình', true],
  ['hình', true, 'vô hình', true],
  ['ทัชสกรีน', false, 'จอทัชสกรีนแท็บเล็ต', true],
  ['refund', false, 'refunded', false],
  ['two words', false, 'two, words', true],
  ['…', false, 'anything …', false],
  ['(a+', false, 'a', true],
])('%s (beginning: %s) in "%s": %s', (wanted, prefix, text, held) => {
  expect(holder(wanted, prefix)(text)).toBe(held);
});
