import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../../../src/text/csv.ts';

test.each([
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '\uFEFFa;b\r\n1;2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a\tb\n1\t',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  [
    'a,b\n"x, ""y""\nz",2\n\n',
    [
      ['a', 'b'],
      ['x, "y"\nz', '2'],
    ],
  ],
  ['a,b\n"open,2', [['a', 'b'], ['open,2']]],
  ['', []],
])('%j is a table', (text, rows) => {
  expect(readCsv(text)).toEqual(rows);
});

test('whatever is written by the rules is read as it was', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ạ', ',', ';', '"', '\n', '\r', '\t', ' ') });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), (cells) => {
      const rows = [['x', 'y'], ...cells.map((row) => ['.', ...row])];
      const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n');
      expect(readCsv(text)).toEqual(rows);
    }),
  );
});
