import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Incoming } from '../../../src/domain/incoming.ts';
import { readSources } from '../../../src/intake/read.ts';

async function read(...lines: (string | object)[]): Promise<Incoming[]> {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const all: Incoming[] = [];
  for await (const one of readSources(['-'], { stdin: Readable.from([Buffer.from(text)]), format: 'jsonl' }))
    all.push(one);
  return all;
}

const record = async (value: object) => {
  const [only] = await read(value);
  return only?.kind === 'record' ? only.record : only;
};

describe("desk's own JSONL", () => {
  it('reads a case with little in it', async () => {
    expect(await record({ type: 'case', subject: 'Máy giặt', customer: { name: 'Lan' } })).toEqual({
      type: 'case',
      subject: 'Máy giặt',
      kind: 'service',
      priority: 'normal',
      channel: 'email',
      tags: [],
      customer: { name: 'Lan', emails: [], phones: [], handles: [] },
      entries: [],
    });
  });

  it('reads dates as ISO 8601, without a zone as UTC', async () => {
    const read = await record({
      type: 'case',
      subject: 'x',
      channel: 'phone',
      snoozedUntil: '2026-03-01T09:00:00+07:00',
      customer: { name: 'Lan' },
      entries: [
        { type: 'call', party: 'customer', at: '2026-02-01T09:00:00', minutes: 7, text: 'Gọi' },
        {
          type: 'message',
          party: 'agent',
          direction: 'out',
          channel: 'email',
          at: null,
          from: { name: 'Shop', address: 's@x.vn' },
          to: ['lan@x.vn'],
          text: 'Dạ',
        },
      ],
    });
    expect(read).toMatchObject({
      snooze: { mode: 'until', until: Date.UTC(2026, 2, 1, 2) },
      entries: [
        {
          type: 'call',
          channel: 'phone',
          at: Date.UTC(2026, 1, 1, 9),
          minutes: 7,
          direction: null,
          to: [],
          quoted: '',
        },
        {
          channel: 'email',
          at: null,
          direction: 'out',
          from: { name: 'Shop', address: 's@x.vn' },
          to: [{ name: '', address: 'lan@x.vn' }],
        },
      ],
    });
  });

  it('reads templates and the clock', async () => {
    expect(
      await record({ type: 'template', name: 'cam-on', title: 'Cảm ơn', bodies: { vi: 'Dạ cảm ơn {{name}}' } }),
    ).toEqual({
      type: 'template',
      name: 'cam-on',
      title: 'Cảm ơn',
      tags: [],
      bodies: { vi: 'Dạ cảm ơn {{name}}' },
      set: {},
      addTags: [],
    });
    expect(await record({ type: 'clock', now: '2026-02-01T09:00:00+07:00' })).toEqual({
      type: 'clock',
      now: Date.UTC(2026, 1, 1, 2),
    });
  });

  it('reads back what desk show --json prints', async () => {
    const shown = {
      number: 7,
      uid: 'u7',
      subject: 'x',
      kind: 'support',
      topic: null,
      mood: null,
      status: 'open',
      priority: 'high',
      channel: 'email',
      tags: ['a'],
      product: null,
      createdAt: '2026-02-01T09:00:00.000Z',
      customer: { id: 3, name: 'Lan', emails: ['lan@x.vn'], phones: [], segment: null },
      entries: [
        { id: 1, type: 'event', party: 'system', text: 'status', at: '2026-02-01T09:00:00.000Z' },
        {
          id: 2,
          type: 'message',
          party: 'customer',
          direction: 'in',
          channel: 'email',
          at: '2026-02-01T09:00:00.000Z',
          from: { name: '', address: 'lan@x.vn' },
          to: [],
          cc: [],
          subject: 'x',
          text: 'Chào',
          quoted: '',
          attachments: [],
          messageId: 'a@b.c',
          automatic: null,
          delivery: null,
        },
      ],
    };
    expect(await record(shown)).toMatchObject({
      type: 'case',
      uid: 'u7',
      status: 'open',
      tags: ['a'],
      entries: [{ type: 'message', messageId: 'a@b.c' }],
    });
  });

  it('names the line and the key that is wrong, and reads on', async () => {
    const all = await read(
      '{"type":"clock"',
      '',
      '# a remark',
      { type: 'case', subject: 'x', kind: 'wrong', customer: {} },
      { type: 'dog' },
      '7',
      { type: 'clock', now: '2026-02-01T09:00:00Z' },
    );
    expect(
      all.map((one) => (one.kind === 'problem' ? [one.ref, one.problem.code, one.problem.facts] : one.kind)),
    ).toEqual([
      ['1', 'line-not-json', { line: '1' }],
      ['4', 'line-wrong', { line: '4', field: 'kind', expected: 'one-of', values: 'support, service, care' }],
      ['5', 'line-wrong', expect.objectContaining({ field: 'type', expected: 'one-of' })],
      ['6', 'line-wrong', { line: '6', field: '', expected: 'object' }],
      'record',
    ]);
  });

  it.each([
    [{ subject: 7 }, { field: 'subject', expected: 'text' }],
    [{ number: 'x' }, { field: 'number', expected: 'number' }],
    [{ number: 1.5 }, { field: 'number', expected: 'whole-number' }],
    [{ number: -1 }, { field: 'number', expected: 'at-least', least: 0 }],
    [{ createdAt: 'yesterday' }, { field: 'createdAt', expected: 'date' }],
    [{ unread: 'yes' }, { field: 'unread', expected: 'yes-no' }],
    [{ tags: 'a' }, { field: 'tags', expected: 'list' }],
    [{ customer: 'Lan' }, { field: 'customer', expected: 'object' }],
    [{ entries: [{ type: 'note' }] }, { field: 'entries.0.party', expected: 'one-of' }],
    [{ entries: [{ type: 'note', party: 'agent', from: 7 }] }, { field: 'entries.0.from', expected: 'address' }],
    [{ entries: [{ type: 'note', party: 'agent', raw: 'ff' }] }, { field: 'entries.0.raw', expected: 'sha256' }],
    [
      { type: 'template', name: 'a b', bodies: { en: 'x' } },
      { field: 'name', expected: 'template-name' },
    ],
    [
      { type: 'template', name: 'a', bodies: {} },
      { field: 'bodies', expected: 'body' },
    ],
  ])('%j: says which field is wrong and what it must be', async (wrong, facts) => {
    expect(await record(wrong)).toMatchObject({ problem: { code: 'line-wrong', facts } });
  });
});
