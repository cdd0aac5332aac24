import { expect, test } from 'vitest';
import { inOrder } from '../../../src/actions/import/jobs.ts';
import type { LightMail } from '../../../src/actions/import/light.ts';

const light = (seq: number, id: string, at: number | null, parents: readonly string[] = []): LightMail => ({
  seq,
  messageId: id,
  parents,
  at,
});
const ids = (mails: readonly LightMail[]): string => mails.map((one) => one.messageId).join(' ');

test('a mail without a date stands right after the nearest mail it answers, one that answers nothing known first', () => {
  const thread = [
    light(1, 'b', 20, ['a']),
    light(2, 'a', 10),
    light(3, 'x', null, ['a']),
    light(4, 'y', null, ['x', 'b']),
    light(5, 'z', null, ['gone', 'b']),
    light(6, 'w', null, ['gone']),
    light(7, 'c', 30),
  ];

  expect(ids(inOrder(thread))).toBe('w a x y b z c');
});

test('several answers without a date to one mail: the one with the last id is nearest to it', () => {
  const thread = [light(1, 'a', 10), light(2, 'm', null, ['a']), light(3, 'k', null, ['a'])];

  expect(ids(inOrder(thread))).toBe('a m k');
});

/** ms of processor time that a thread of `count` mails without dates takes, the best of three. */
function cost(count: number): number {
  const thread = Array.from({ length: count }, (_, n) =>
    light(
      n,
      `m${String(n).padStart(7, '0')}`,
      n === 0 ? 1 : null,
      n === 0 ? [] : [`m${String(n - 1).padStart(7, '0')}`],
    ),
  );
  const runs = Array.from({ length: 8 }).map(() => {
    const before = process.cpuUsage();
    inOrder(thread);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
}

test('sixteen times the mails without a date take about sixteen times as long, not two hundred times', () => {
  cost(4000); // warm
  expect(cost(64_000) / cost(4000)).toBeLessThan(60);
});
