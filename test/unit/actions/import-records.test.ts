import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { importSources } from '../../../src/actions/import/import.ts';
import { findCases, readCase, viewCounts } from '../../../src/actions/read-cases.ts';
import { reply } from '../../../src/actions/reply.ts';
import { setCase } from '../../../src/actions/set-case.ts';
import { readTemplates } from '../../../src/actions/templates.ts';
import type { Context } from '../../../src/context.ts';
import { eventsOf } from '../../../src/store/events.ts';
import { readSetting } from '../../../src/store/settings.ts';
import { createDesk, DEMO_NOW } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';

const importRecords = (desk: Context, records: readonly object[]) =>
  importSources(desk, {
    paths: ['-'],
    stdin: Readable.from([Buffer.from(records.map((one) => JSON.stringify(one)).join('\n'))]),
    format: 'jsonl',
    solvedBefore: null,
  });

const said = (at: string, text: string, more: object = {}) => ({
  type: 'message',
  party: 'customer',
  direction: 'in',
  at,
  text,
  ...more,
});
const LAN = { name: 'Lan', emails: ['lan@x.example'] };
const oven = (entries: readonly object[], more: object = {}) => ({
  type: 'case',
  subject: 'Oven',
  customer: LAN,
  entries,
  ...more,
});

test('the demo comes in whole: 60 cases, 17 templates, every view with something in it', async () => {
  const desk = createDesk();

  const report = await desk.seed();

  expect(report).toMatchObject({ read: 158, added: 158, unchanged: 0, skipped: 0, templates: 17, problems: [] });
  expect(report.cases).toEqual({ added: 60, updated: 0, solved: 18 });
  expect(Math.min(...Object.values(viewCounts(desk)))).toBeGreaterThan(0);
  expect(readSetting(desk.store, 'me')?.split(',').sort()).toEqual([
    'care@maymoi.example',
    'cskh@maymoi.example',
    'support@maymoi.example',
  ]);
});

test('the demo again adds nothing and changes nothing', async () => {
  const desk = createDesk();
  await desk.seed();
  const before = dump(desk.store);

  const again = await desk.seed();

  expect(again).toMatchObject({ read: 158, added: 0, unchanged: 158, templates: 0, cases: { added: 0, updated: 0 } });
  expect(dump(desk.store)).toEqual(before);
});

test('nothing that a record tells happened now', async () => {
  const desk = createDesk();

  await importRecords(desk, [oven([said('2026-03-01T08:00:00Z', 'dead')], { tags: ['vip'], status: 'solved' })]);

  const late = eventsOf(desk.store, 1).filter((event) => (event.at ?? 0) > DEMO_NOW - 1000);
  expect(late).toEqual([]);
});

test('a record that comes again with more words gives its case the new ones, and the customer waits', async () => {
  const desk = createDesk();
  const first = said('2026-03-01T08:00:00Z', 'dead');
  await importRecords(desk, [oven([first], { uid: 'o-1' })]);
  perform(desk, reply, { cases: [1], text: 'Reset it', fields: { status: 'solved' }, addTags: [], fromDraft: false });

  const later = said(new Date(DEMO_NOW + 3_600_000).toISOString(), 'still dead');
  const report = await importRecords(desk, [oven([first, later], { uid: 'o-1', subject: 'Renamed' })]);

  expect(report).toMatchObject({ read: 2, added: 1, unchanged: 1, cases: { added: 0, updated: 1 } });
  expect(readCase(desk, 1).case).toMatchObject({ subject: 'Oven', status: 'open', waitingSince: DEMO_NOW + 3_600_000 });
});

test('without a uid a record is known by its words, also when it has none', async () => {
  const desk = createDesk();
  const records = [
    oven([said('2026-03-01T08:00:00Z', 'dead')]),
    oven([]),
    oven([{ type: 'note', party: 'agent', text: 'x' }]),
  ];

  await importRecords(desk, records);
  const again = await importRecords(desk, records);

  expect(findCases(desk, '*', 10)).toHaveLength(3);
  expect(again).toMatchObject({ added: 0, cases: { added: 0, updated: 0 } });
});

test('the same words twice in a case are two entries', async () => {
  const desk = createDesk();
  const hello = said('2026-03-01T08:00:00Z', 'Hello?');

  await importRecords(desk, [oven([hello, hello])]);

  expect(readCase(desk, 1).entries).toHaveLength(2);
});

test('one phone may belong to two people of a family', async () => {
  const desk = createDesk();
  const phone = { phones: ['+84 90 123 4567'] };

  await importRecords(desk, [
    oven([], { customer: { name: 'Lan', ...phone } }),
    oven([], { customer: { name: 'Minh', phones: ['0901234567'] } }),
    oven([said('2026-03-01T08:00:00Z', 'x')], { customer: { name: 'Lan', ...phone, emails: ['lan@x.example'] } }),
  ]);

  const customers = [1, 2, 3].map((number) => readCase(desk, number).customer);
  expect(new Set(customers.map((one) => one?.id)).size).toBe(2);
  expect(customers.find((one) => one?.name === 'Lan')?.points).toHaveLength(2);
});

test('tags of other programs become tags that can be typed', async () => {
  const desk = createDesk();

  await importRecords(desk, [oven([], { tags: ['Waiting for parts', 'a,b', '  ', '"vip"'] })]);

  expect(readCase(desk, 1).tags).toEqual(['-vip-', 'Waiting-for-parts', 'a-b']);
});

test('a template that could not be used is told of and left out', async () => {
  const desk = createDesk();
  const good = { type: 'template', name: 'good', bodies: { en: 'Hi' } };
  const bad = { type: 'template', name: 'bad', bodies: { en: 'Hi' }, set: { status: 'lost' } };

  const report = await importRecords(desk, [good, bad]);

  expect(readTemplates(desk).map((one) => one.name)).toEqual(['good']);
  expect(report).toMatchObject({ templates: 1, problems: [{ source: 'bad' }] });
});

test('what an agent has set on an imported case stays when the record comes again', async () => {
  const desk = createDesk();
  const record = oven([said('2026-03-01T08:00:00Z', 'dead')], { uid: 'o-1', priority: 'low' });
  await importRecords(desk, [record]);
  perform(desk, setCase, { cases: [1], fields: { priority: 'urgent' }, addTags: ['mine'], removeTags: [] });

  await importRecords(desk, [record]);

  expect(readCase(desk, 1)).toMatchObject({ case: { priority: 'urgent' }, tags: ['mine'] });
});
