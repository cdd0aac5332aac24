import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { setConfig } from '../../../src/actions/config.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { note } from '../../../src/actions/note.ts';
import { findCases, readCase, readRows, readTags } from '../../../src/actions/read-cases.ts';
import { reply } from '../../../src/actions/reply.ts';
import { type CaseFields, setCase } from '../../../src/actions/set-case.ts';
import { greet, seeCase, stayed } from '../../../src/actions/typing.ts';
import { undoLast } from '../../../src/actions/undo.ts';
import type { Context } from '../../../src/context.ts';
import { eventsOf } from '../../../src/store/events.ts';
import { createDesk } from '../../helpers/desk.ts';
import { importMails } from '../../helpers/random-actions.ts';
import { typeDraft } from '../../helpers/type-draft.ts';

const open = (desk: Context, customer = 'Lan <lan@x.example>', message: string | undefined = 'It is dead') =>
  perform(desk, newCase, { customer, subject: 'Oven', kind: 'support', channel: 'email', message }).output.number;
const set = (desk: Context, number: number, fields: CaseFields, addTags: string[] = [], removeTags: string[] = []) =>
  perform(desk, setCase, { cases: [number], fields, addTags, removeTags }).output;
const caseOf = (desk: Context, number: number) => readCase(desk, number).case;

test('a new case has its customer and their words, and waits from now on', () => {
  const desk = createDesk();

  const number = open(desk);

  const { case: found, customer, entries } = readCase(desk, number);
  expect(found).toMatchObject({ subject: 'Oven', status: 'new', waitingSince: found.createdAt, version: 1 });
  expect(customer).toMatchObject({ name: 'Lan', points: [{ kind: 'email', value: 'lan@x.example' }] });
  expect(entries).toMatchObject([{ party: 'customer', direction: 'in', text: 'It is dead', atSource: 'clock' }]);
});

test.each([
  ['lan@x.example', 'by address'],
  ['LAN@X.EXAMPLE', 'in whatever case'],
  ['Lan', 'by name'],
  ['1', 'by id'],
  ['#1', 'by id with its sign'],
  ['Someone else <lan@x.example>', 'by address whatever the name'],
])('the customer who is there is found: %s, %s', (typed) => {
  const desk = createDesk();
  open(desk);

  const second = open(desk, typed);

  expect(caseOf(desk, second).customer).toBe(1);
});

test('an unknown name, number or address makes a customer; an unknown id does not', () => {
  const desk = createDesk();

  const customers = ['Bình', '+84 90 123 4567', 'b@x.example'].map(
    (typed) => readCase(desk, open(desk, typed)).customer,
  );

  expect(customers.map((one) => [one?.name, one?.points[0]?.kind])).toEqual([
    ['Bình', undefined],
    ['+84 90 123 4567', 'phone'],
    ['b@x.example', 'email'],
  ]);
  expect(() => open(desk, '99')).toThrow(expect.objectContaining({ what: 'no-such-customer' }));
});

test('a new case can be found by its subject and customer before anybody has written', () => {
  const desk = createDesk();
  const number = open(desk, 'Nguyễn Bình <b@x.example>', '');

  const found = ['oven', 'binh', '"nguyễn bình"', 'b@x.example'].map((query) => findCases(desk, query, 9));

  expect(found).toEqual([[number], [number], [number], [number]]);
});

test('renamed, a case is found by its new subject and no longer by the old', () => {
  const desk = createDesk();
  const number = open(desk, 'Lan', '');

  set(desk, number, { subject: 'Tủ lạnh' });

  expect(findCases(desk, 'tu lanh', 9)).toEqual([number]);
  expect(findCases(desk, 'oven', 9)).toEqual([]);
});

test('solved, a case no longer waits and wakes up; opened again, it waits since the same word', () => {
  const desk = createDesk();
  const number = open(desk);
  const { waitingSince } = caseOf(desk, number);
  set(desk, number, { snooze: { mode: 'reply', until: null } });

  set(desk, number, { status: 'solved' });
  expect(caseOf(desk, number)).toMatchObject({ waitingSince: null, solvedAt: expect.any(Number), snooze: null });
  set(desk, number, { status: 'open' });

  expect(caseOf(desk, number)).toMatchObject({ waitingSince, solvedAt: null });
});

test('what is already so changes nothing: no event, no new version, nothing to undo', () => {
  const desk = createDesk();
  const number = open(desk);
  set(desk, number, { priority: 'high' }, ['vip']);
  const before = eventsOf(desk.store, number).length;

  const { changed, unchanged } = set(desk, number, { priority: 'high' }, ['vip'], ['nobody-has-this']);

  expect({ changed, unchanged }).toEqual({ changed: [], unchanged: [number] });
  expect(caseOf(desk, number).version).toBe(2);
  expect(eventsOf(desk.store, number)).toHaveLength(before);
});

test('every change is a fact in the history of the case, with old and new', () => {
  const desk = createDesk();
  const number = open(desk);

  set(desk, number, { priority: 'urgent', product: 'OV65', snooze: { mode: 'until', until: 1_800_000_000_000 } }, [
    'vip',
  ]);

  const facts = eventsOf(desk.store, number)
    .slice(2)
    .map((event) => [event.field, event.old, event.new]);
  expect(facts.sort()).toEqual([
    ['priority', 'normal', 'urgent'],
    ['product', null, 'OV65'],
    ['snooze', null, 'until 2027-01-15T08:00:00.000Z'],
    ['tag', null, 'vip'],
  ]);
});

test('tags come and go, in one form whatever they were typed as', () => {
  const desk = createDesk();
  const number = open(desk);

  set(desk, number, {}, ['hoàn-tiền'.normalize('NFD'), 'vip']);
  set(desk, number, {}, [], ['vip']);

  expect(readTags(desk)).toEqual(['hoàn-tiền'.normalize('NFC')]);
  expect(() => set(desk, number, {}, ['two words'])).toThrow(expect.objectContaining({ code: 'bad-value' }));
});

test('a note changes nobody’s turn, and is seen by nobody else', () => {
  const desk = createDesk();
  const number = open(desk);
  const { status, waitingSince } = caseOf(desk, number);

  perform(desk, note, { case: number, text: 'Ask the workshop', fromDraft: false });

  expect(caseOf(desk, number)).toMatchObject({ status, waitingSince });
  expect(readCase(desk, number).entries.at(-1)).toMatchObject({ type: 'note', direction: null, addresses: [] });
});

test('looking at a case marks it read and overtakes nobody', async () => {
  const desk = createDesk();
  await importMails(desk, [0]);
  const { version } = caseOf(desk, 1);

  seeCase(desk, 1);

  expect(caseOf(desk, 1)).toMatchObject({ unread: false, version });
});

test('a draft is kept at every pause, shown with its case, and gone when it is emptied', () => {
  const desk = createDesk();
  const number = open(desk);
  const keep = (text: string) => typeDraft(desk, number, text, 'reply', 'thanks');

  keep('Dear');
  keep('Dear Lan');
  expect(readCase(desk, number).drafts.reply).toMatchObject({ text: 'Dear Lan', template: 'thanks', caseVersion: 1 });
  keep('');

  expect(readCase(desk, number).drafts).toEqual({ reply: null, note: null });
});

test('the start line counts what has come in since the last time, and what is undone no more', async () => {
  const desk = createDesk();
  perform(desk, setConfig, { key: 'me', value: 'shop@desk.example' });
  await importMails(desk, [0]);
  expect(greet(desk)).toBeNull();
  stayed(desk);

  await importMails(desk, [1, 2, 4]);
  expect(greet(desk)).toMatchObject({ cases: 2, messages: 2 });
  undoLast(desk);

  expect(greet(desk)).toMatchObject({ cases: 0, messages: 0 });
});

test('cases that turned out to be one are read and worked on under either number', async () => {
  const desk = createDesk();
  await importMails(desk, [0]);
  await importMails(desk, [2]);
  await importMails(desk, [1]);

  perform(desk, reply, { cases: [2, 1], text: 'Reset it', fields: {}, addTags: [], fromDraft: false });
  perform(desk, note, { case: 2, text: 'Done', fromDraft: false });
  set(desk, 2, { priority: 'high' });

  expect(readRows(desk, findCases(desk, '*', 9))).toMatchObject([{ number: 1, priority: 'high', messages: 4 }]);
  expect(readCase(desk, 2).case.number).toBe(1);
});
