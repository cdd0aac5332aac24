import { test } from 'vitest';
import { expectClean } from '../helpers/any-text.ts';

test('100 000 texts put together from fragments: nothing forbidden leaves, and what left is settled', () => {
  expectClean(100_000);
});
