import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DeskError } from '../../../../src/domain/errors.ts';
import { recipientsOf } from '../../../../src/mail/compose/compose.ts';
import { address } from '../../../helpers/hostile-message.ts';
import { faultOfBytes, faultsAtSink } from '../../../helpers/injection.ts';

test('nothing in any field of a message adds a header, ends one, or names Bcc', async () => {
  expect(await faultOfBytes(4000)).toBeNull();
});

test('what a server hears is the envelope that was chosen, and the bytes that were made', async () => {
  expect(await faultsAtSink(150)).toEqual([]);
});

/** A domain in letters goes out as its punycode. */
function onTheWire(one: string): string {
  const at = one.lastIndexOf('@') + 1;
  return one.slice(0, at) + (/^[!-~]*$/.test(one) ? one.slice(at) : domainToASCII(one.slice(at)));
}

test('the envelope is the addresses that were chosen, or the message is refused', () => {
  fc.assert(
    fc.property(fc.array(address, { minLength: 1, maxLength: 4 }), (chosen) => {
      const to = chosen.map((one) => ({ name: '', address: one }));
      let taken: string[];
      try {
        taken = recipientsOf({ to, cc: to, bcc: [] });
      } catch (error) {
        expect(error).toBeInstanceOf(DeskError);
        return;
      }
      expect(taken).toEqual([...new Set(chosen.map(onTheWire))]);
    }),
    { numRuns: 5000 },
  );
});
