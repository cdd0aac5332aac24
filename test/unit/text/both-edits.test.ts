import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bothEdits } from '../../../src/text/both-edits.ts';

const text = fc.array(fc.constantFrom('Dạ chị', 'ครับ', 'a', 'b', ''), { maxLength: 6 }).map((all) => all.join('\n'));

test.each([
  ['where only one has changed something, it is as that one left it', 'a\nb', 'a\nb', 'a\nc', 'a\nc'],
  ['lines added at two places are both there', 'a\nb', 'x\na\nb', 'a\nb\ny', 'x\na\nb\ny'],
  [
    'of a line that both changed both stay, theirs first',
    'Dear Lan,',
    'Dear Lan, yes',
    'Dear Lan, no',
    'Dear Lan, yes\nDear Lan, no',
  ],
  ['two texts begun from nothing stand below each other', '', 'Dear Lan', 'Hello', 'Dear Lan\nHello'],
  ['a text that one has emptied stays as the other has it', 'a', '', 'a\nb', 'a\nb'],
  ['going on in one’s own line after both met repeats nothing', 'x\ny', 'x\ny\nz', 'x1\ny', 'x1\ny\nz'],
])('%s', (_, base, theirs, mine, both) => {
  expect(bothEdits(base, theirs, mine)).toBe(both);
});

test('no words that one of them wrote are missing', () => {
  fc.assert(
    fc.property(text, text, text, (base, theirs, mine) => {
      const had = base.split('\n');
      const both = bothEdits(base, theirs, mine).split('\n');
      const written = [theirs, mine]
        .flatMap((one) => one.split('\n'))
        .filter((line) => line !== '' && !had.includes(line));

      expect(written.filter((line) => !both.includes(line))).toEqual([]);
    }),
  );
});

test('who changed nothing follows the other', () => {
  fc.assert(
    fc.property(text, text, (base, other) => {
      fc.pre(base !== '' && other !== '');
      expect([bothEdits(base, other, base), bothEdits(base, base, other), bothEdits(base, other, other)]).toEqual([
        other,
        other,
        other,
      ]);
    }),
  );
});
