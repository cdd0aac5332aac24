import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTemplateFile } from '../../../src/actions/template-file.ts';
import type { Plan, PlanEvent } from '../../../src/domain/care/plan.ts';
import { parsePlan } from '../../../src/domain/care/plan-file.ts';
import { KINDS, TOPICS } from '../../../src/domain/case.ts';
import { SEGMENTS } from '../../../src/domain/customer.ts';
import { writePlan } from '../../helpers/write-plan.ts';

const DAY = 86_400_000;
const folder = join(import.meta.dirname, '../../../fixtures/plans');
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
const shipped = (file: string): string => readFileSync(join(folder, file), 'utf8');
const read = (text: string): Plan => {
  const parsed = parsePlan(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.flaws));
  return parsed.value;
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
    ['nothing at all', '', { line: 1, code: 'no-front-matter', text: '' }],
    ['no end of the front matter', '---\nname: x\n', { line: 1, code: 'no-front-matter', text: '---' }],
    ['a key that is none', GOOD.replace('event:', 'events:'), { line: 4, code: 'unknown-field', text: 'events: solved' }],
    ['a line that is none', GOOD.replace('after: 7d', 'seven days'), { line: 5, code: 'not-a-field', text: 'seven days' }],
    ['a title without its language', GOOD.replace('title en', 'title'), { line: 3, code: 'unknown-field', text: 'title: Check-in' }],
    ['a key twice', GOOD.replace('after: 7d', 'after: 7d\nafter: 8d'), { line: 6, code: 'repeated-field', text: 'after' }],
    ['a title twice', GOOD.replace('event:', 'title en: X\nevent:'), { line: 4, code: 'repeated-field', text: 'title en' }],
    ['no title', GOOD.replace('title en: Check-in\n', ''), { line: 1, code: 'missing-field', text: 'title' }],
    ['an empty title', GOOD.replace(': Check-in', ':'), { line: 3, code: 'bad-value', text: 'title en:' }],
    ['no event', GOOD.replace('event: solved\n', ''), { line: 1, code: 'missing-field', text: 'event' }],
    ['no word on consent', GOOD.replace('consent: no\n', ''), { line: 1, code: 'missing-field', text: 'consent' }],
    ['half a word on consent', GOOD.replace('consent: no', 'consent: maybe'), { line: 8, code: 'bad-value', text: 'consent: maybe' }],
    ['an event nobody knows', GOOD.replace('solved', 'birthday'), { line: 4, code: 'bad-value', text: 'event: birthday' }],
    ['a segment nobody knows', GOOD.replace('solved', 'segment lost'), { line: 4, code: 'bad-value', text: 'event: segment lost' }],
    ['hours', GOOD.replace('7d', '7h'), { line: 5, code: 'bad-value', text: 'after: 7h' }],
    ['a time beyond ten years', GOOD.replace('7d', '3651d'), { line: 5, code: 'bad-value', text: 'after: 3651d' }],
    ['a kind nobody knows', GOOD.replace('care', 'sales'), { line: 6, code: 'bad-value', text: 'kinds: support, sales' }],
    ['the kind of a case where there is none', GOOD.replace('solved', 'purchase'), { line: 6, code: 'bad-value', text: 'kinds: support, care' }],
    ['a name that cannot be typed', GOOD.replace('name: check-in', 'name: check in'), { line: 2, code: 'bad-value', text: 'name: check in' }],
  ])('is refused with %s', (_story, text, flaw) => {
    expect(parsePlan(text)).toEqual({ ok: false, flaws: [flaw] });
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

describe('the words that come with the plans', () => {
  const templates = join(folder, 'templates');
  const words = (name: string) => parseTemplateFile(name, readFileSync(join(templates, `${name}.md`), 'utf8'), 'en');

  it('are those that the plans name, and no others', () => {
    const named = new Set(files.map((file) => read(shipped(file)).template));
    expect(new Set(readdirSync(templates))).toEqual(new Set([...named].map((name) => `${name}.md`)));
  });

  it.each(files)('%s begins in each language, no sentence with a small letter', (file) => {
    const { name, bodies = {} } = words(read(shipped(file)).template);
    expect(name).toBe(read(shipped(file)).template);
    expect(Object.keys(bodies)).toEqual(['vi', 'th', 'en']);
    const small = /(?:^|[.?!] )\{\{customer\.honorific(?:(?!capitalize).)*?\}\}|[.?!] \p{Ll}/mu;
    for (const body of Object.values(bodies)) expect(body).not.toMatch(small);
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
