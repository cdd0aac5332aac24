import { expect, test } from 'vitest';
import { tortureSending } from '../../helpers/killed-sending.ts';

test('of 60 messages none leaves twice and none is lost, wherever the sender is killed', {
  timeout: 240_000,
}, async () => {
  const { double, absent, left, kills, uncertain } = await tortureSending(60, 7);
  expect({ double, absent, left }).toEqual({ double: [], absent: [], left: [] });
  expect(kills).toBeGreaterThan(10);
  expect(uncertain).toBeGreaterThan(10);
});
