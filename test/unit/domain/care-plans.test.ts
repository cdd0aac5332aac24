import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan, PlanEvent } from '../../../src/domain/care/plan.ts';
import { parsePlan, writePlan } from '../../../src/domain/care/plan-file.ts';
import { KINDS, TOPICS } from '../../../src/domain/case.ts';
import { SEGMENTS } from '../../../src/domain/customer.ts';

const DAY = 86_400_000;
const folder = join(import.meta.dirname, '../../../fixtures/plans');
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
const shipped = (file: string): string => readFileSync(join(folder, file), 'utf8');
const read = (text: string): Plan => {
  const parsed = parsePlan(text);
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  return parsed.plan;
};

const GOOD = `---
name: check-in
title en: Check-in
event: solved
after: 7d
kinds: support, care
template: check-in
consent: no
---

Why.
`;

describe('a plan', () => {
  it('is read from its file', () => {
    expect(read(GOOD)).toEqual({
      name: 'check-in',
      titles: { en: 'Check-in' },
      event: { on: 'solved', kinds: ['support', 'care'], topics: [] },
      after: 7 * DAY,
      segments: [],
      template: 'check-in',
      needsConsent: false,
      note: 'Why.',
    });
  });

  it('may be written on another system', () => {
    expect(read(`\uFEFF${GOOD.replaceAll('\n', '\r\n')}`)).toEqual(read(GOOD));
  });

  // biome-ignore format: a table
  it.each([
    ['nothing at all', '', { problem: 'no-front-matter', line: null, text: '---' }],
    ['no end of the front matter', '---\nname: x\n', { problem: 'no-front-matter', line: null, text: '---' }],
    ['a key that is none', GOOD.replace('event:', 'events:'), { problem: 'unknown-key', line: 4, text: 'events: solved' }],
    ['a line that is none', GOOD.replace('after: 7d', 'seven days'), { problem: 'unknown-key', line: 5, text: 'seven days' }],
    ['a title without its language', GOOD.replace('title en', 'title'), { problem: 'unknown-key', line: 3, text: 'title: Check-in' }],
    ['a key twice', GOOD.replace('after: 7d', 'after: 7d\nafter: 8d'), { problem: 'twice', line: 6, text: 'after' }],
    ['a title twice', GOOD.replace('event:', 'title en: X\nevent:'), { problem: 'twice', line: 4, text: 'title en' }],
    ['no title', GOOD.replace('title en: Check-in\n', ''), { problem: 'missing', line: null, text: 'title' }],
    ['an empty title', GOOD.replace(': Check-in', ':'), { problem: 'bad-value', line: 3, text: 'title en' }],
    ['no event', GOOD.replace('event: solved\n', ''), { problem: 'missing', line: null, text: 'event' }],
    ['no word on consent', GOOD.replace('consent: no\n', ''), { problem: 'missing', line: null, text: 'consent' }],
    ['half a word on consent', GOOD.replace('consent: no', 'consent: maybe'), { problem: 'bad-value', line: 8, text: 'consent' }],
    ['an event nobody knows', GOOD.replace('solved', 'birthday'), { problem: 'bad-value', line: 4, text: 'event' }],
    ['a segment nobody knows', GOOD.replace('solved', 'segment lost'), { problem: 'bad-value', line: 4, text: 'event' }],
    ['hours', GOOD.replace('7d', '7h'), { problem: 'bad-value', line: 5, text: 'after' }],
    ['a time beyond ten years', GOOD.replace('7d', '3651d'), { problem: 'bad-value', line: 5, text: 'after' }],
    ['a kind nobody knows', GOOD.replace('care', 'sales'), { problem: 'bad-value', line: 6, text: 'kinds' }],
    ['the kind of a case where there is none', GOOD.replace('solved', 'purchase'), { problem: 'bad-value', line: 6, text: 'kinds' }],
    ['a name that cannot be typed', GOOD.replace('name: check-in', 'name: check in'), { problem: 'bad-value', line: 2, text: 'name' }],
  ])('is refused with %s', (_story, text, problem) => {
    expect(parsePlan(text)).toEqual({ problem });
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(read(writePlan(plan))).toEqual(plan);
      }),
    );
  });

  it('is read or refused, whatever is in the file', () => {
    const piece = fc.constantFrom(
      '---\n',
      'name: x\n',
      'event: solved\n',
      'after: ',
      '7d\n',
      'title en: "',
      'consent: no\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (pieces) => {
        parsePlan(pieces.join(''));
      }),
    );
  });
});

describe('the plans that come with desk', () => {
  it('are the five of care', () => {
    expect(files.map((file) => read(shipped(file)).name)).toEqual(files.map((file) => file.replace('.md', '')));
    expect(files.length).toBe(5);
  });

  it.each(files)('%s is written as desk writes it, with a title in each language', (file) => {
    expect(writePlan(read(shipped(file)))).toBe(shipped(file));
    expect(Object.keys(read(shipped(file)).titles)).toEqual(['vi', 'th', 'en']);
  });
});

const word = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const event: fc.Arbitrary<PlanEvent> = fc.oneof(
  fc.record({
    on: fc.constant('solved' as const),
    kinds: fc.subarray([...KINDS]),
    topics: fc.subarray([...TOPICS]),
  }),
  fc.record({ on: fc.constantFrom('purchase' as const, 'first-purchase' as const, 'silence' as const) }),
  fc.record({ on: fc.constant('segment' as const), segment: fc.constantFrom(...SEGMENTS) }),
);
const anyPlan: fc.Arbitrary<Plan> = fc.record({
  name: word,
  titles: fc.dictionary(
    fc.constantFrom('vi', 'th', 'en', 'pt-BR'),
    fc.oneof(
      fc.string({ minLength: 1 }),
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom('"x', ' x ', 'a\nb', '---', 'a: b'),
    ),
    { minKeys: 1, noNullPrototype: true },
  ),
  event,
  after: fc.integer({ min: 0, max: 3650 }).map((days) => days * DAY),
  segments: fc.subarray([...SEGMENTS]),
  template: word,
  needsConsent: fc.boolean(),
  note: fc.string({ unit: fc.constantFrom('a', '\n', '-', ':', ' ') }).map((text) => text.trim()),
});
