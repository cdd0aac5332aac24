import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { setConfig } from '../../../src/actions/config.ts';
import { fillTemplate } from '../../../src/actions/fill-template.ts';
import { importSources } from '../../../src/actions/import/import.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { findCases, readCase, readStanding } from '../../../src/actions/read-cases.ts';
import { reply } from '../../../src/actions/reply.ts';
import { setCase } from '../../../src/actions/set-case.ts';
import { getTemplate, putTemplateAction } from '../../../src/actions/templates.ts';
import type { Context } from '../../../src/context.ts';
import { asWritten, unfilledIn } from '../../../src/domain/placeholders.ts';
import { createDesk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';
import { temporaryFolder } from '../../helpers/folder.ts';
import { importMails } from '../../helpers/random-actions.ts';
import { mailOf } from '../../helpers/sample-mails.ts';

const plain = { fields: {}, addTags: [], fromDraft: false };
const answer = (desk: Context, cases: number[], text: string) => perform(desk, reply, { cases, text, ...plain }).output;

async function deskWithMail() {
  const desk = createDesk();
  perform(desk, setConfig, { key: 'me', value: 'shop@desk.example' });
  await importMails(desk, [0, 4]);
  return desk;
}

test('an answer by mail is held, goes to who wrote, names what it answers, and it is their turn', async () => {
  const desk = await deskWithMail();

  const [sent] = answer(desk, [1], 'Please reset it');

  const { case: after, entries } = readCase(desk, 1);
  expect(sent).toMatchObject({ case: 1, state: 'held', to: 'an@buyer.example' });
  expect(after).toMatchObject({ status: 'pending', waitingSince: null, unread: false, version: 2 });
  expect(entries.at(-1)).toMatchObject({ party: 'agent', direction: 'out', delivery: 'held', subject: 'Re: The oven' });
  expect(entries.at(-1)?.addresses).toEqual([
    { role: 'from', name: '', address: 'shop@desk.example' },
    { role: 'to', name: 'An', address: 'an@buyer.example' },
  ]);
  expect(readStanding(desk).mail.held).toBe(1);
});

test('their answer to ours, imported later, finds the case, also when it names nothing else', async () => {
  const desk = await deskWithMail();
  answer(desk, [1], 'Please reset it');
  const ours = readCase(desk, 1).entries.at(-1)?.messageId ?? '';
  const path = join(temporaryFolder(), 'answer.eml');
  writeFileSync(
    path,
    mailOf({ id: 'a9@x', references: [ours], text: 'It works now', date: 'Fri, 13 Mar 2026 08:00:00 +0700' }),
  );

  await importSources(desk, { paths: [path], solvedBefore: null });

  expect(readCase(desk, 1).entries.at(-1)).toMatchObject({ text: expect.stringContaining('It works now') });
  expect(readCase(desk, 1).case).toMatchObject({ status: 'open', unread: true });
});

test('a second answer in a row moves the case on', async () => {
  const desk = await deskWithMail();
  answer(desk, [1], 'Please reset it');
  const { version, updatedAt } = readCase(desk, 1).case;

  answer(desk, [1], 'And send a photo');

  expect(readCase(desk, 1).case.version).toBe(version + 1);
  expect(readCase(desk, 1).case.updatedAt).toBeGreaterThan(updatedAt ?? 0);
});

test('a case named twice is answered once', async () => {
  const desk = await deskWithMail();

  const sent = answer(desk, [1, 1, 2], 'We are closed today');

  expect(sent.map((one) => one.case)).toEqual([1, 2]);
});

test('where desk has no transport the message is manual, and needs no address', () => {
  const desk = createDesk();
  const { number } = perform(desk, newCase, { customer: 'Bình', subject: 'x', kind: 'care', channel: 'phone' }).output;

  const [sent] = answer(desk, [number], 'Called back');

  expect(sent?.state).toBe('manual');
});

const NOTHING_WRITTEN: readonly (readonly [string, (desk: Context) => unknown, object])[] = [
  ['an empty text', (desk) => answer(desk, [1], ' \n '), { what: 'empty-message' }],
  ['a case that is not there', (desk) => answer(desk, [1, 99], 'x'), { what: 'no-such-case' }],
  ['a placeholder nobody filled', (desk) => answer(desk, [1], 'Dear {{?name}}'), { what: 'unfilled' }],
  [
    'a case that moved on',
    (desk) => perform(desk, reply, { cases: [1], text: 'x', ...plain, expect: 9 }),
    { what: 'case-moved-on' },
  ],
  [
    'a template nobody knows',
    (desk) => perform(desk, reply, { cases: [1], template: 'x', ...plain }),
    { what: 'no-such-template' },
  ],
  [
    'a case without an address',
    (desk) => {
      const { number } = perform(desk, newCase, {
        customer: 'Bình',
        subject: 'x',
        kind: 'care',
        channel: 'email',
      }).output;
      return answer(desk, [1, number], 'x');
    },
    { what: 'no-recipient' },
  ],
];

test.each(NOTHING_WRITTEN)('%s: refused, and nothing is written of the others either', async (_name, act, error) => {
  const desk = await deskWithMail();
  const before = dump(desk.store)['entries'];

  expect(() => act(desk)).toThrow(expect.objectContaining(error));

  expect(dump(desk.store)['entries']).toEqual(before);
});

test('a template is filled for each customer, sets what it says, and is counted', async () => {
  const desk = await deskWithMail();
  const template = {
    name: 'thanks', title: 'Thanks', tags: [], bodies: { en: 'Dear {{customer.name}}, thanks for {{case.subject}}.' },
    set: { status: 'solved', priority: 'low' }, addTags: ['thanked'],
  }; // biome-ignore format: short
  perform(desk, putTemplateAction, { template, isNew: true });

  perform(desk, reply, { cases: [1, 2], template: 'thanks', ...plain });

  const [one, two] = [readCase(desk, 1), readCase(desk, 2)];
  expect([one.entries.at(-1)?.text, two.entries.at(-1)?.text].sort()).toEqual([
    'Dear An, thanks for The oven.',
    'Dear chị Lan, thanks for Hoàn tiền.',
  ]);
  expect(findCases(desk, 'status:solved tag:thanked priority:low', 9)).toHaveLength(2);
  expect(getTemplate(desk, 'thanks').used).toBe(1);
});

test('a template names what the case has of its kind; what is not known stays open', () => {
  const desk = createDesk();
  perform(desk, newCase, { customer: 'Lan <lan@x.example>', subject: 's', kind: 'support', channel: 'email' });
  const own = { serial: 'TS-2041', fix: 'Thay cảm ứng {{case.serial}}', stage: 'repaired' };
  perform(desk, setCase, { cases: [1], fields: { own }, addTags: [], removeTags: [] });
  const bodies = { vi: 'Máy {{case.serial}}: {{case.fix}}. {{case.symptom}} {{case.wish || "-"}} {{case.stage}}' };
  perform(desk, putTemplateAction, {
    ...{ template: { name: 'fixed', title: '', tags: [], bodies, set: {}, addTags: [] }, isNew: true },
  });

  const { text } = fillTemplate(desk, 1, getTemplate(desk, 'fixed'));

  expect(asWritten(text)).toBe('Máy TS-2041: Thay cảm ứng {{case.serial}}. {{?case.symptom}} - {{?case.stage}}');
  expect(unfilledIn(text)).toEqual(['case.symptom', 'case.stage']);
});

test('what a customer is called is never read as a placeholder', async () => {
  const desk = createDesk();
  perform(desk, newCase, { customer: '{{agent.name}} <x@x.example>', subject: 's', kind: 'care', channel: 'email' });
  const template = { name: 't', title: '', tags: [], bodies: { en: 'Dear {{customer.name}}' }, set: {}, addTags: [] };
  perform(desk, putTemplateAction, { template, isNew: true });

  perform(desk, reply, { cases: [1], template: 't', ...plain });

  expect(readCase(desk, 1).entries.at(-1)?.text).toBe('Dear {{agent.name}}');
});

test('a customer who is called like an open placeholder holds no answer back, and is written as they are called', () => {
  const desk = createDesk();
  const name = '{{?x}} \u{e000}{{cursor}}';
  perform(desk, newCase, { customer: `${name} <x@x.example>`, subject: 's', kind: 'care', channel: 'email' });
  const bodies = { en: 'Dear {{customer.name}}, {{cursor}}{% echo customer.name %} {{order.number}}' };
  const template = { name: 't', title: '', tags: [], bodies, set: {}, addTags: [] };
  perform(desk, putTemplateAction, { template, isNew: true });

  const { text, cursor } = fillTemplate(desk, 1, getTemplate(desk, 't'));

  expect(unfilledIn(text)).toEqual(['order.number']);
  expect(asWritten(text.slice(0, cursor ?? 0))).toBe('Dear {{?x}} {{cursor}}, ');
  const filled = text.replace('{{?order.number}}', '7');
  perform(desk, reply, { cases: [1], text: filled, ...plain });
  expect(readCase(desk, 1).entries.at(-1)?.text).toBe('Dear {{?x}} {{cursor}}, {{?x}} {{cursor}} 7');
});
