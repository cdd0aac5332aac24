import { expect, test } from 'vitest';
import { leaveAt, momentIn } from '../../../src/actions/mailing/leave-at.ts';

const THURSDAY = Date.parse('2026-03-12T09:00:00Z');

test.each([
  ['thứ Hai 8h', '2026-03-16T01:00:00.000Z'],
  ['พรุ่งนี้เช้า', '2026-03-13T01:00:00.000Z'],
  ['fri 5pm', '2026-03-13T10:00:00.000Z'],
  ['2026-12-01', '2026-12-01T01:00:00.000Z'],
  ['2026-12-01T08:00', '2026-12-01T01:00:00.000Z'],
  ['2026-12-01T08:00Z', '2026-12-01T08:00:00.000Z'],
])('%s is meant on the agent’s own clock', (words, moment) => {
  const at = leaveAt(
    words,
    THURSDAY,
    momentIn(() => 'Asia/Ho_Chi_Minh'),
  );
  expect(new Date(at).toISOString()).toBe(moment);
});
