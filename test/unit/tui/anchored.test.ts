import { expect, test } from 'vitest';
import { anchored } from '../../../src/tui/anchored.ts';

test('a row of sure letters stays as it is', () => {
  for (const row of ['', 'Lan │ น้ำ │ 日本 👍', '\u001b[1mĐặng\u001b[22m']) expect(anchored(row)).toBe(row);
});

test('after letters of unsure columns the cursor is put where the next piece belongs', () => {
  expect(anchored('a हिन्दी │ b')).toBe('a हिन्दी\u001b[8G │ b');
  expect(anchored('क्षमा क्षमा')).toBe('क्षमा\u001b[5G क्षमा');
});

test('what joins or parts such letters belongs to them', () => {
  expect(anchored('न्\u200cद│')).toBe('न्\u200cद\u001b[3G│');
});

test('styles have no columns and stay before what they paint', () => {
  expect(anchored('\u001b[1mक\u001b[22m\u001b[2m│\u001b[22m')).toBe(
    '\u001b[1mक\u001b[22m\u001b[2m\u001b[2G│\u001b[22m',
  );
});

test('a row that ends with such letters needs nothing behind them', () => {
  expect(anchored('│ हिन्दी\u001b[22m')).toBe('│ हिन्दी\u001b[22m');
});
