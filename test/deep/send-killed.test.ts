import { expect, test } from 'vitest';
import { tortureSending } from '../helpers/killed-sending.ts';

test('of 1000 messages none leaves twice and none is lost, wherever the sender is killed', async () => {
  const { double, absent, left, kills, places } = await tortureSending(1000, 11);
  expect({ double, absent, left }).toEqual({ double: [], absent: [], left: [] });
  expect(kills).toBeGreaterThan(150);
  expect(Object.keys(places).toSorted()).toEqual(['answered', 'connect', 'data', 'end', 'mail', 'rcpt']);
});
