import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHANNELS, KINDS, MOODS, PRIORITIES, STATUSES, TOPICS } from '../../../src/domain/case.ts';
import { SEGMENTS } from '../../../src/domain/customer.ts';
import type { RecordCase, RecordEntry, RecordTemplate } from '../../../src/domain/incoming.ts';

/** The wire form: dates are text, empty lists are left out. */
type WireEntry = Omit<RecordEntry, 'at' | 'to'> & { readonly at: string; readonly to?: RecordEntry['to'] };
type WireCase = Omit<RecordCase, 'entries' | 'snoozedUntil' | 'uid'> & {
  readonly uid: string;
  readonly snoozedUntil?: string;
  readonly entries: readonly WireEntry[];
};

const folder = new URL('../../../fixtures/demo/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
const linesOf = (name: string): string[] => readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n');
const recordsOf = (name: string): unknown[] => linesOf(name).map((line) => JSON.parse(line));

const caseFiles = files.filter((name) => name.startsWith('cases-'));
const cases = caseFiles.flatMap(recordsOf) as WireCase[];
const templates = recordsOf('templates.jsonl') as RecordTemplate[];
const clock = recordsOf('clock.jsonl') as { type: string; now: string }[];
const now = Date.parse(clock[0]?.now ?? '');

const words = (one: WireCase): WireEntry[] =>
  one.entries.filter(
    ({ type, party }) => (type === 'message' || type === 'call') && (party === 'customer' || party === 'agent'),
  );
const isSnoozed = (one: WireCase): boolean => one.snoozedUntil !== undefined && Date.parse(one.snoozedUntil) > now;
const inbox = cases.filter((one) => (one.status === 'new' || one.status === 'open') && !isSnoozed(one));
const name = (one: WireCase): [string, WireCase] => [one.uid, one];

describe('files', () => {
  test.each(files)('%s: every line is an object with a known type, in UTF-8 without CR', (file) => {
    const bytes = readFileSync(new URL(file, folder));
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).not.toThrow();
    expect(bytes.includes('\r')).toBe(false);
    expect(bytes.at(-1)).toBe(0x0a);
    for (const record of recordsOf(file)) expect(record).toHaveProperty('type', expect.stringMatching(/^[a-z]+$/));
  });

  test('the clock is one line', () => {
    expect(clock).toEqual([{ type: 'clock', now: '2026-03-12T09:00:00+07:00' }]);
  });
});

describe('cases', () => {
  test('about sixty, uids unique, in three languages', () => {
    expect(cases.length).toBeGreaterThanOrEqual(55);
    expect(cases.length).toBeLessThanOrEqual(65);
    expect(new Set(cases.map((one) => one.uid)).size).toBe(cases.length);
    for (const [language, least] of Object.entries({ vi: 22, th: 13, en: 15 })) {
      expect(cases.filter((one) => one.customer.language === language).length).toBeGreaterThanOrEqual(least);
    }
  });

  test.each([
    ['kind', KINDS, cases.map((one) => one.kind)],
    ['channel', CHANNELS, cases.map((one) => one.channel)],
    ['status', STATUSES, cases.map((one) => one.status)],
    ['topic', TOPICS, cases.map((one) => one.topic)],
    ['mood', [...MOODS, undefined], cases.map((one) => one.mood)],
    ['priority', PRIORITIES, cases.map((one) => one.priority)],
    ['segment', SEGMENTS, cases.map((one) => one.customer.segment)],
  ])('every %s occurs, and no other', (_what, all, found) => {
    expect(new Set<unknown>(found)).toEqual(new Set<unknown>(all));
  });

  test.each(cases.map(name))('%s: status agrees with who spoke last', (_uid, one) => {
    const spoken = words(one);
    const answered = spoken.some((entry) => entry.party === 'agent');
    if (spoken.at(-1)?.party === 'customer') expect(one.status).toBe(answered ? 'open' : 'new');
    else expect(['pending', 'hold', 'solved', 'closed']).toContain(one.status);
    if (one.status === 'hold') {
      expect(one.department).toBeTruthy();
      expect(one.entries.some((entry) => entry.type === 'note')).toBe(true);
    }
  });

  test.each(cases.map(name))('%s: dates rise and end before the clock', (_uid, one) => {
    const dates = one.entries.map((entry) => Date.parse(entry.at));
    expect(dates.length).toBeGreaterThan(0);
    expect(dates.every(Number.isFinite)).toBe(true);
    expect(dates).toEqual(dates.toSorted((a, b) => a - b));
    expect(Math.max(...dates)).toBeLessThanOrEqual(now);
    for (const entry of one.entries) expect(entry.at).toMatch(/[+-]\d\d:\d\d$/);
  });

  test.each(cases.map(name))('%s: notes are private, messages go in or out, calls have minutes', (_uid, one) => {
    for (const entry of one.entries) {
      expect(CHANNELS).toContain(entry.channel);
      expect(entry.text.trim()).not.toBe('');
      if (entry.type === 'note') expect([entry.party, entry.direction]).toEqual(['agent', null]);
      else if (entry.type === 'call') expect(entry.minutes).toBeGreaterThan(0);
      else expect(entry.direction).toBe(entry.party === 'agent' ? 'out' : 'in');
      if (entry.party !== 'customer') expect(entry.from?.address).toMatch(/@maymoi\.example$/);
    }
  });

  test.each(cases.map(name))('%s: can be reached, and nowhere real', (_uid, one) => {
    const { emails, phones, handles } = one.customer;
    expect(emails.length + phones.length + handles.length).toBeGreaterThan(0);
    const addresses = one.entries.flatMap((entry) => [...(entry.from ? [entry.from] : []), ...(entry.to ?? [])]);
    for (const address of [...emails, ...addresses.map((each) => each.address)]) {
      expect(address).toMatch(/@(?:[\w-]+\.)*(?:maymoi\.example|example\.(?:vn|com|net|org|co\.th))$/);
    }
    for (const phone of phones) expect(phone).toContain(' 555 01');
  });

  test('the inbox waits from minutes to days', () => {
    expect(inbox.length).toBeGreaterThanOrEqual(20);
    expect(inbox.length).toBeLessThanOrEqual(25);
    const waiting = inbox.map((one) => {
      const spoken = words(one);
      const first = spoken[spoken.findLastIndex((entry) => entry.party === 'agent') + 1];
      return (now - Date.parse(first?.at ?? '')) / 3_600_000;
    });
    expect(Math.min(...waiting)).toBeLessThan(0.25);
    expect(Math.max(...waiting)).toBeGreaterThan(72);
    expect(Math.max(...waiting)).toBeLessThan(24 * 6);
    expect(new Set(waiting).size).toBe(waiting.length);
  });

  test('snoozed, departments, customers who come back', () => {
    expect(cases.filter(isSnoozed).length).toBeGreaterThanOrEqual(3);
    expect(cases.filter((one) => one.entries.some((entry) => entry.party === 'department')).length).toBeGreaterThan(3);
    const known = new Map<string, string>();
    for (const { customer } of cases) {
      const wire = JSON.stringify(customer);
      expect(known.get(customer.name) ?? wire).toBe(wire);
      known.set(customer.name, wire);
    }
    expect(known.size).toBeLessThan(cases.length - 2);
  });

  test('hard text: sara am, emoji, one mail in NFD, one very long, tables, quotes', () => {
    const texts = cases.flatMap((one) => one.entries.map((entry) => entry.text));
    expect(texts.filter((text) => /[ก-ฮ][่-๋]?ำ/u.test(text)).length).toBeGreaterThan(2);
    expect(texts.filter((text) => /\p{Emoji_Presentation}/u.test(text)).length).toBeGreaterThan(5);
    expect(texts.filter((text) => text !== text.normalize('NFC'))).toHaveLength(1);
    expect(Math.max(...texts.map((text) => text.split('\n').length))).toBeGreaterThanOrEqual(120);
    expect(texts.some((text) => text.includes('\t'))).toBe(true);
    expect(texts.some((text) => /^\|.*\|$/m.test(text))).toBe(true);
    expect(cases.filter((one) => one.entries.some((entry) => entry.quoted !== '')).length).toBeGreaterThan(10);
  });

  test('no sentence is told twice', () => {
    const sentences = cases.flatMap((one) =>
      one.entries.flatMap((entry) => entry.text.split(/(?<=[.!?])\s+|\n+/)).filter((sentence) => sentence.length > 45),
    );
    expect(sentences.filter((sentence, at) => sentences.indexOf(sentence) !== at)).toEqual([]);
  });
});

describe('templates', () => {
  test('at least a dozen, names unique and short', () => {
    expect(templates.length).toBeGreaterThanOrEqual(12);
    expect(new Set(templates.map((one) => one.name)).size).toBe(templates.length);
    for (const one of templates) expect(one.name).toMatch(/^[a-z\d-]+$/);
  });

  test.each(templates.map((one): [string, RecordTemplate] => [one.name, one]))('%s: three bodies', (_name, one) => {
    expect(Object.keys(one.bodies).toSorted()).toEqual(['en', 'th', 'vi']);
    for (const body of Object.values(one.bodies)) {
      expect(body.length).toBeGreaterThan(120);
      const outputs = [...body.matchAll(/\{\{(.*?)\}\}/g)].map((match) => match[1] ?? '');
      for (const output of outputs) {
        expect(output).toMatch(
          /^(?:customer\.(?:salutation|given_name|honorific|name)|case\.(?:number|subject|product)|agent\.name|shop\.name)(?: \| default: "[^"]+")?$/,
        );
      }
    }
    expect(STATUSES).toContain(one.set['status']);
    if (one.set['priority'] !== undefined) expect(PRIORITIES).toContain(one.set['priority']);
  });

  test('one leaves a placeholder open where a case names no product', () => {
    const open = templates.filter((one) =>
      Object.values(one.bodies).every((body) => body.includes('{{case.product}}')),
    );
    expect(open.map((one) => one.name)).toEqual(['part-order']);
    expect(inbox.some((one) => one.product === undefined)).toBe(true);
  });
});
