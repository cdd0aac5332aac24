import { expect, test } from 'vitest';
import { clean } from '../../../src/text/clean.ts';
import { expectClean, FRAGMENTS } from '../../helpers/any-text.ts';

test('whatever fragments a stranger puts together: nothing forbidden leaves, and what left is settled', () => {
  expectClean(20_000); // deep runs 100 000
});

test('ten times the text takes about ten times the time', () => {
  const seconds = (length: number): number => {
    const one = FRAGMENTS.join('').repeat(Math.ceil(length / FRAGMENTS.join('').length));
    const began = process.cpuUsage();
    clean(one, 'block');
    return process.cpuUsage(began).user;
  };
  seconds(100_000);
  const [short, long] = [seconds(100_000), seconds(1_000_000)];
  expect(long / Math.max(short, 1_000)).toBeLessThan(40);
});
