import { expect, test } from 'vitest';
import { faultOfBytes, faultsAtSink } from '../helpers/injection.ts';

test('of 10000 hostile messages none has a header that was not meant, and a server hears what was chosen', async () => {
  expect(await faultOfBytes(10_000)).toBeNull();
  expect(await faultsAtSink(2000)).toEqual([]);
});
