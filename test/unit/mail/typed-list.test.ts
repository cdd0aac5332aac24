import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asTyped, typedAddresses } from '../../../src/actions/mailing/head.ts';

test('a line of addresses is cut at its commas, not at those in a quoted name; each counts once', () => {
  expect(typedAddresses('a@example.vn, "Trần, Ba" <ba@example.vn>,, A@Example.vn ,')).toEqual([
    { name: '', address: 'a@example.vn' },
    { name: 'Trần, Ba', address: 'ba@example.vn' },
  ]);
  expect(typedAddresses('  ')).toEqual([]);
});

test('each address is looked at by itself', () => {
  expect(() => typedAddresses('a@example.vn, b@')).toThrow(expect.objectContaining({ what: 'bad-address' }));
  expect(() => typedAddresses('a@example.vn b@example.vn')).toThrow(expect.objectContaining({ what: 'bad-address' }));
});

test('what is offered to be changed is read back to the same addresses, whatever the names are', () => {
  const name = fc.string({ unit: fc.constantFrom('ầ', 'b', ',', '"', '<', '>', ' ', '，', 'ก'), maxLength: 12 });
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(99), { maxLength: 4 }), name, (boxes, words) => {
      const addresses = boxes.map((box) => ({ name: words, address: `x${box}@example.vn` }));
      const plain = words.replace(/["<>]/g, '').trim();
      expect(typedAddresses(asTyped(addresses))).toEqual(addresses.map((one) => ({ ...one, name: plain })));
    }),
  );
});
