import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { findCases, readCase } from '../../../src/actions/read-cases.ts';
import { createDesk, type Desk, demoFiles } from '../../helpers/desk.ts';

interface DemoCase {
  readonly uid: string;
  readonly subject: string;
  readonly kind: string;
  readonly topic?: string;
  readonly mood?: string;
  readonly status?: string;
  readonly priority: string;
  readonly channel: string;
  readonly tags: readonly string[];
  readonly customer: { readonly name: string; readonly segment?: string; readonly language?: string };
  readonly entries: readonly { readonly type: string; readonly text: string; readonly quoted?: string }[];
}

/** The demo as it stands in its files, read without any of our code. */
const DEMO: readonly DemoCase[] = demoFiles()
  .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
  .filter((line) => line.startsWith('{"type":"case"'))
  .map((line) => JSON.parse(line));

let desk: Desk;
const uids = new Map<number, string>();
beforeAll(async () => {
  desk = createDesk();
  await desk.seed();
  for (const number of findCases(desk, '*', 100)) uids.set(number, readCase(desk, number).case.uid);
});

const found = (query: string): string[] =>
  findCases(desk, query, 100)
    .map((number) => uids.get(number) ?? '')
    .sort();
const those = (test: (one: DemoCase) => boolean): string[] =>
  DEMO.filter(test)
    .map((one) => one.uid)
    .sort();

test.each(['kind', 'topic', 'mood', 'status', 'priority', 'channel'] as const)(
  'every %s of the demo finds its cases',
  (field) => {
    const values = new Set(DEMO.flatMap((one) => one[field] ?? []));
    expect(values.size).toBeGreaterThan(2);

    for (const value of values) {
      expect(found(`${field}:${value}`)).toEqual(those((one) => one[field] === value));
      expect(found(`-${field}:${value}`)).toEqual(those((one) => one[field] !== value));
    }
  },
);

test('every tag, segment and language of the demo finds its cases', () => {
  for (const tag of new Set(DEMO.flatMap((one) => one.tags)))
    expect(found(`tag:${tag}`)).toEqual(those((one) => one.tags.includes(tag)));
  for (const segment of new Set(DEMO.flatMap((one) => one.customer.segment ?? [])))
    expect(found(`segment:${segment}`)).toEqual(those((one) => one.customer.segment === segment));
  for (const language of ['vi', 'th', 'en'])
    expect(found(`lang:${language}`)).toEqual(those((one) => one.customer.language === language));
  expect(found('has:note')).toEqual(those((one) => one.entries.some((entry) => entry.type === 'note')));
});

/** Marks off, by Unicode alone: Vietnamese as it is typed in a hurry. */
const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
const words = (one: DemoCase): string =>
  [one.subject, ...one.entries.flatMap((entry) => [entry.text, entry.quoted ?? ''])].join('\n');

test.each(['điện thoại', 'máy giặt', 'màn hình', 'bảo hành', 'giao hàng', 'cảm ơn'])(
  '“%s” is found as it is written, and without its marks in every spelling',
  (phrase) => {
    const marked = new RegExp(`(?<!\\p{L})${phrase}(?!\\p{L})`, 'iu');
    const loose = new RegExp(`(?<!\\p{L})${bare(phrase)}(?!\\p{L})`, 'iu');

    expect(found(`"${phrase}"`)).toEqual(
      expect.arrayContaining(those((one) => marked.test(words(one).normalize('NFC')))),
    );
    expect(found(`"${bare(phrase)}"`)).toEqual(expect.arrayContaining(those((one) => loose.test(bare(words(one))))));
    expect(found(`"${phrase}"`).length).toBeLessThanOrEqual(found(`"${bare(phrase)}"`).length);
    expect(found(`"${phrase}"`).length).toBeGreaterThan(0);
  },
);
