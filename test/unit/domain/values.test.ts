import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSnoozed } from '../../../src/domain/case.ts';
import { givenName, normalPhone, normalPoint } from '../../../src/domain/customer.ts';
import { nearest } from '../../../src/domain/nearest.ts';
import { ownAddresses, SETTINGS } from '../../../src/domain/settings.ts';
import { parseDay, parseSpan } from '../../../src/domain/span.ts';
import { asTag, isTag } from '../../../src/domain/tag.ts';
import { bodyFor, isTemplateName } from '../../../src/domain/template.ts';

const NOW = Date.parse('2026-03-12T09:30:00Z');
const day = (text: string): string[] | null => {
  const range = parseDay(text, NOW);
  return range && [range.from, range.to].map((at) => new Date(at).toISOString().slice(0, 10));
};

test.each([
  ['30m', 1_800_000],
  ['4h', 14_400_000],
  ['2d', 172_800_000],
  ['1w', 604_800_000],
  ['4', null],
  ['h', null],
  ['1y', null],
  ['-1h', null],
  ['1h30m', null],
])('the span %s is %s ms', (text, ms) => {
  expect(parseSpan(text)).toBe(ms);
});

test.each([
  ['2026-03-12', ['2026-03-12', '2026-03-13']],
  ['2026-02', ['2026-02-01', '2026-03-01']],
  ['2026', ['2026-01-01', '2027-01-01']],
  ['today', ['2026-03-12', '2026-03-13']],
  ['Hôm-nay', ['2026-03-12', '2026-03-13']],
  ['hôm-qua'.normalize('NFD'), ['2026-03-11', '2026-03-12']],
  ['พรุ่งนี้', ['2026-03-13', '2026-03-14']],
  ['2024-02-29', ['2024-02-29', '2024-03-01']],
  ['2026-02-29', null],
  ['2026-13', null],
  ['2026-00', null],
  ['2026-3-1', null],
  ['soon', null],
])('the day %s is from and to %s', (text, range) => {
  expect(day(text)).toEqual(range);
});

test.each([
  ['+84 90 123 4567', '0901234567'],
  ['090.123.4567', '0901234567'],
  ['+66 80-555-0116', '0805550116'],
  ['+49 30 1234', '0049301234'],
])('the phone %s is %s', (typed, normal) => {
  expect(normalPhone(typed)).toBe(normal);
  expect(normalPoint({ kind: 'phone', value: typed })).toBe(normal);
});

test.each([
  ['Nguyễn Thị Lan', null, 'Lan'],
  ['Nguyen Thi Lan', 'vi', 'Lan'],
  ['Bob Stone', 'en', 'Bob'],
  ['น้ำฝน คำแก้ว', 'th', 'น้ำฝน'],
  ['', null, ''],
])('“%s” (%s) is called %s', (name, language, given) => {
  expect(givenName(name, language)).toBe(given);
});

test('asleep is a comparison with the clock', () => {
  expect(isSnoozed({ mode: 'until', until: NOW + 1 }, NOW)).toBe(true);
  expect(isSnoozed({ mode: 'firm', until: NOW }, NOW)).toBe(false);
  expect(isSnoozed({ mode: 'reply', until: null }, NOW)).toBe(true);
  expect(isSnoozed(null, NOW)).toBe(false);
});

test('whatever another program called a tag becomes one that can be typed, and one that can stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const tag = asTag(text);

      expect(tag === null || isTag(tag)).toBe(true);
      if (isTag(text) && text === text.normalize('NFC') && text === text.trim()) expect(tag).toBe(text);
    }),
  );
});

test('the nearest word is the one with the fewest edits, also for a very long one', () => {
  expect(nearest('stauts', ['is', 'status', 'sort'])).toBe('status');
  expect(nearest('x'.repeat(100_000), ['is', 'status'])).toBe('is');
  expect(nearest('x', [])).toBe('');
});

test('own addresses are read as they are compared', () => {
  expect([...ownAddresses(' A@x.example, b@X.example ,,')]).toEqual(['a@x.example', 'b@x.example']);
  expect(SETTINGS.me.check('a@x.example, b@x.example')).toBe(true);
  expect(SETTINGS.me.check('nobody')).toBe(false);
});

test('a template is taken in the customer’s language, else the desk’s, else English, else as it is', () => {
  const template = { name: 't', title: '', tags: [], set: {}, addTags: [], used: 0, bodies: { vi: 'Dạ', en: 'Hi' } };

  expect(bodyFor(template, ['vi', 'en'])?.body).toBe('Dạ');
  expect(bodyFor(template, ['th', 'vi'])?.body).toBe('Dạ');
  expect(bodyFor(template, [null, 'fr'])?.body).toBe('Hi');
  expect(bodyFor({ ...template, bodies: { th: 'ครับ' } }, ['vi'])?.body).toBe('ครับ');
  expect(bodyFor({ ...template, bodies: {} }, ['vi'])).toBeNull();
});

test.each(['trả-hàng', 'คืนเงิน', 'a1', 'part-order'])('%s can name a template', (name) => {
  expect(isTemplateName(name)).toBe(true);
});

test.each(['', '-a', 'a b', 'a,b', 'x'.repeat(65), 'a/b'])('“%s” cannot', (name) => {
  expect(isTemplateName(name)).toBe(false);
});
