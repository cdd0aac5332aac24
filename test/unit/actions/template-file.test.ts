import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTemplateFile, templateFile } from '../../../src/actions/template-file.ts';
import type { Template } from '../../../src/domain/template.ts';
import { clean } from '../../../src/text/clean.ts';

const read = (file: string) => parseTemplateFile('f', file, 'en');

/** Texts as agents write them, and all that could be taken for a part of the file. */
const words = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...[
        '---',
        '--- vi ---',
        '--- en as JSON ---',
        '"',
        "'",
        ':',
        ': ',
        '\n',
        '\r\n',
        '\t',
        ' ',
        ',',
        '\\',
        '\\u0041',
      ],
      ...[
        'name: x',
        'set:',
        'Chào chị Lan',
        'Chào chị',
        'สวัสดีค่ะ',
        '{{customer.name}}',
        '\u001b[2J',
        '👩‍👩‍👧',
        ' '.repeat(70),
      ],
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
  ),
  { maxLength: 5 },
);
const text = words.map((parts) => parts.join(''));
/** What a field keeps is not empty, and `none` is the word for that. */
const fieldText = text.map((one) => `x${one}`);
const template: fc.Arbitrary<Omit<Template, 'used'>> = fc.record({
  name: fc.constantFrom('screen-reset', 'đổi-hàng', 'ขอบคุณ'),
  title: text,
  tags: fc.array(text, { maxLength: 3 }),
  bodies: fc.dictionary(fc.constantFrom('en', 'vi', 'th', 'zh-Hant'), fieldText, { minKeys: 1 }),
  set: fc.record(
    {
      subject: fieldText,
      product: fc.oneof(fc.constant('none'), fieldText),
      topic: fc.constantFrom('none', 'fault'),
      priority: fc.constantFrom('low', 'high'),
      snooze: fc.constantFrom('none', 'reply', 'until:3d', 'firm:2001-12-01'),
    },
    { requiredKeys: [] },
  ),
  addTags: fc.array(fc.constantFrom('gấp', 'vip', 'đổi-hàng'), { maxLength: 3 }),
});

test('what show prints is the same template when it is read again, whatever stands in it', () => {
  fc.assert(
    fc.property(template, (one) => {
      const file = templateFile({ ...one, used: 3 });

      expect(read(file)).toEqual(one);
      expect(clean(file, 'block')).toBe(file);
    }),
    { numRuns: 500 },
  );
});

test('a plain template stays a file that one reads and writes by hand', () => {
  const bodies = { en: 'Hello,\n\nplease "try" again: it works.', vi: 'Chào chị' };
  const set = { status: 'pending', product: 'máy giặt' };
  const one = { name: 'x', title: 'Screen: first steps', tags: ['màn-hình'], bodies, set, addTags: ['gấp'], used: 0 };

  expect(templateFile(one).split('\n')).toEqual([
    ...['---', 'name: x', 'title: Screen: first steps', 'tags: màn-hình'],
    ...['set: status=pending product="máy giặt" tags+=gấp', '---', '', '--- en ---', 'Hello,', ''],
    ...['please "try" again: it works.', '', '--- vi ---', 'Chào chị'],
  ]);
});

test('a quote without an end, and JSON that is none, are said', () => {
  const bad = { what: 'template-file', code: 'bad-data' };

  expect(() => read('---\nname: x\ntags: "a b\n---\nHi')).toThrow(expect.objectContaining(bad));
  expect(() => read('---\nname: x\n---\n--- en as JSON ---\nHi')).toThrow(expect.objectContaining(bad));
  expect(read('---\nname: x\ntitle: "Hi" they said\n---\nHi')).toMatchObject({ title: '"Hi" they said' });
});
