import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { merge } from '../../../src/actions/merge.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { note } from '../../../src/actions/note.ts';
import { findCases, readCase } from '../../../src/actions/read-cases.ts';
import { reply } from '../../../src/actions/reply.ts';
import { setCase } from '../../../src/actions/set-case.ts';
import { undoLast } from '../../../src/actions/undo.ts';
import { unmerge } from '../../../src/actions/unmerge.ts';
import type { Context } from '../../../src/context.ts';
import { getCase, tagsOf } from '../../../src/store/cases.ts';
import { createDesk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';
import { importMails } from '../../helpers/random-actions.ts';
import { typeDraft } from '../../helpers/type-draft.ts';

const LAN = { customer: 'Lan <lan@x.example>', kind: 'support', channel: 'email' } as const;
const open = (desk: Context, subject: string, customer: string = LAN.customer): number =>
  perform(desk, newCase, { ...LAN, customer, subject, message: `About the ${subject}` }).output.number;
const answer = (desk: Context, number: number, text: string) =>
  perform(desk, reply, { cases: [number], text, fields: {}, addTags: [], fromDraft: false });
const tagged = (desk: Context, number: number, ...addTags: string[]) =>
  perform(desk, setCase, { cases: [number], fields: {}, addTags, removeTags: [] });
const typed = (desk: Context, number: number, type: 'reply' | 'note', text: string) =>
  typeDraft(desk, number, text, type);
const join = (desk: Context, from: number, into: number) => perform(desk, merge, { from: [from], into });
const part = (desk: Context, number: number) => perform(desk, unmerge, { case: number });
const texts = (desk: Context, number: number) => readCase(desk, number).entries.map((entry) => entry.text);

test('the entries move, the number leads on, and the merged case is in no list any more', () => {
  const desk = createDesk();
  const [oven, door] = [open(desk, 'Oven'), open(desk, 'Door')];

  join(desk, door, oven);

  expect(texts(desk, oven)).toEqual(['About the Oven', 'About the Door']);
  expect(readCase(desk, door).case.number).toBe(oven);
  expect(getCase(desk.store, door)).toMatchObject({ status: 'closed', mergedInto: oven, waitingSince: null });
  expect(findCases(desk, '*', 10)).toEqual([oven]);
  expect(findCases(desk, `number:${door}`, 10)).toEqual([oven]);
  expect(readCase(desk, oven).merged).toEqual([door]);
});

test('a customer who waits in the one waits in both, and a solved case comes back for her', () => {
  const desk = createDesk();
  const oven = open(desk, 'Oven');
  perform(desk, setCase, { cases: [oven], fields: { status: 'solved' }, addTags: [], removeTags: [] });
  const door = open(desk, 'Door');

  join(desk, door, oven);

  expect(getCase(desk.store, oven)).toMatchObject({ status: 'new', waitingSince: expect.any(Number), solvedAt: null });
});

test('words that were done with make nobody wait', () => {
  const desk = createDesk();
  const [oven, door] = [open(desk, 'Oven'), open(desk, 'Door')];
  answer(desk, oven, 'It is on its way');
  perform(desk, setCase, { cases: [door], fields: { status: 'solved' }, addTags: [], removeTags: [] });

  join(desk, door, oven);

  expect(getCase(desk.store, oven)).toMatchObject({ status: 'pending', waitingSince: null });
});

test('un-merge is exact after a long while: what came goes back, what was added since stays', () => {
  const desk = createDesk();
  const [oven, door] = [open(desk, 'Oven'), open(desk, 'Door')];
  tagged(desk, oven, 'vip');
  tagged(desk, door, 'door', 'vip');
  const was = getCase(desk.store, door);
  join(desk, door, oven);
  answer(desk, oven, 'Both are on their way');
  tagged(desk, oven, 'later');
  desk.wait(90 * 86_400_000);

  part(desk, door);

  expect(texts(desk, door)).toEqual(['About the Door']);
  expect(texts(desk, oven)).toEqual(['About the Oven', 'Both are on their way']);
  const { status, waitingSince, mergedInto } = was;
  expect(getCase(desk.store, door)).toMatchObject({ status, waitingSince, mergedInto });
  expect(tagsOf(desk.store, door)).toEqual(['door', 'vip']);
  expect(tagsOf(desk.store, oven)).toEqual(['later', 'vip']);
  expect(getCase(desk.store, oven)).toMatchObject({ status: 'pending', waitingSince: null });
});

test('the case it came out of is worked out anew', () => {
  const desk = createDesk();
  const oven = open(desk, 'Oven');
  answer(desk, oven, 'It is on its way');
  const door = open(desk, 'Door');
  join(desk, door, oven);
  expect(getCase(desk.store, oven).status).toBe('open');

  part(desk, door);

  expect(getCase(desk.store, oven)).toMatchObject({ status: 'pending', waitingSince: null });
});

test('a case merged by way of another comes out of where its entries lie now', () => {
  const desk = createDesk();
  const [oven, door, lamp] = [open(desk, 'Oven'), open(desk, 'Door'), open(desk, 'Lamp')];
  tagged(desk, lamp, 'light');
  join(desk, lamp, door);
  join(desk, door, oven);
  expect(tagsOf(desk.store, oven)).toEqual(['light']);

  part(desk, lamp);
  expect([texts(desk, lamp), texts(desk, oven)]).toEqual([['About the Lamp'], ['About the Oven', 'About the Door']]);
  expect([tagsOf(desk.store, oven), tagsOf(desk.store, door)]).toEqual([[], []]);

  part(desk, door);
  expect([texts(desk, door), texts(desk, oven)]).toEqual([['About the Door'], ['About the Oven']]);
});

test('a case that took others in takes them along, out and in again', () => {
  const desk = createDesk();
  const [oven, door, lamp] = [open(desk, 'Oven'), open(desk, 'Door'), open(desk, 'Lamp')];
  join(desk, lamp, door);
  join(desk, door, oven);

  part(desk, door);
  expect(texts(desk, door)).toEqual(['About the Door', 'About the Lamp']);
  expect(readCase(desk, lamp).case.number).toBe(door);

  part(desk, lamp);
  expect(texts(desk, lamp)).toEqual(['About the Lamp']);
});

test('a tag that two merged cases brought stays until both are out', () => {
  const desk = createDesk();
  const [oven, door, lamp] = [open(desk, 'Oven'), open(desk, 'Door'), open(desk, 'Lamp')];
  tagged(desk, door, 'vip');
  tagged(desk, lamp, 'vip');
  perform(desk, merge, { from: [door, lamp], into: oven });

  part(desk, door);
  expect(tagsOf(desk.store, oven)).toEqual(['vip']);
  part(desk, lamp);
  expect(tagsOf(desk.store, oven)).toEqual([]);
});

test('undo of a merge leaves no trace, and a merge that was worked on is taken apart by un-merge instead', () => {
  const desk = createDesk();
  const [oven, door] = [open(desk, 'Oven'), open(desk, 'Door')];
  const before = dump(desk.store);
  join(desk, door, oven);
  undoLast(desk);
  expect(dump(desk.store)).toEqual(before);

  const { action } = join(desk, door, oven);
  perform(desk, note, { case: oven, text: 'Called her', fromDraft: false });
  const merged = dump(desk.store);
  expect(action).toBeGreaterThan(0);

  part(desk, door);
  undoLast(desk);
  expect(dump(desk.store)).toEqual(merged);
});

test('drafts are kept: that of the merged case shows where nothing is written, and goes on there', () => {
  const desk = createDesk();
  const [oven, door] = [open(desk, 'Oven'), open(desk, 'Door')];
  typed(desk, door, 'reply', 'Dear Lan, the door');
  typed(desk, oven, 'note', 'Ask her');
  typed(desk, door, 'note', 'Call her');

  join(desk, door, oven);
  expect(readCase(desk, oven).drafts).toMatchObject({
    reply: { text: 'Dear Lan, the door' },
    note: { text: 'Ask her' },
  });
  expect(findCases(desk, 'has:draft', 5)).toEqual([oven]);

  typed(desk, oven, 'reply', 'Dear Lan, the door and the oven');
  part(desk, door);
  expect(readCase(desk, oven).drafts.reply).toMatchObject({ text: 'Dear Lan, the door and the oven' });
  expect(readCase(desk, door).drafts).toMatchObject({ reply: null, note: { text: 'Call her' } });
});

test('what makes no sense is refused in words', () => {
  const desk = createDesk();
  const [oven, door, lamp] = [open(desk, 'Oven'), open(desk, 'Door'), open(desk, 'Lamp', 'Mai <mai@x.example>')];

  expect(() => join(desk, oven, oven)).toThrow(expect.objectContaining({ what: 'merge-itself' }));
  expect(() => part(desk, oven)).toThrow(expect.objectContaining({ what: 'not-merged' }));
  expect(join(desk, lamp, door).output.otherCustomers).toEqual([lamp]);
  expect(() => join(desk, oven, lamp)).toThrow(expect.objectContaining({ what: 'case-merged' }));
  expect(() => join(desk, lamp, oven)).toThrow(expect.objectContaining({ what: 'case-merged' }));
});

test('cases that an import joined come apart as well, and the next import leaves them so', async () => {
  const desk = createDesk();
  await importMails(desk, [4]);
  await importMails(desk, [5]);
  const numbers = findCases(desk, 'sort:number', 5);
  await importMails(desk, [6]);
  const [first = 0] = findCases(desk, '*', 5);
  expect(readCase(desk, first).entries).toHaveLength(3);
  const later = numbers.find((number) => number !== first) ?? 0;

  part(desk, later);
  await importMails(desk, [4, 5, 6]);

  expect([first, later].map((number) => readCase(desk, number).entries.length)).toEqual([2, 1]);
});
