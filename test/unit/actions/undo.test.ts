import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { setConfig } from '../../../src/actions/config.ts';
import { NO_CHANGE, setCustomer } from '../../../src/actions/customers.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { note } from '../../../src/actions/note.ts';
import { findCases, readCase, readHistory } from '../../../src/actions/read-cases.ts';
import { reply } from '../../../src/actions/reply.ts';
import { type CaseFields, setCase } from '../../../src/actions/set-case.ts';
import { putTemplateAction } from '../../../src/actions/templates.ts';
import { redoLast, undoAction, undoLast } from '../../../src/actions/undo.ts';
import type { Context } from '../../../src/context.ts';
import { findDraft } from '../../../src/store/drafts.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';
import { importMails } from '../../helpers/random-actions.ts';
import { typeDraft } from '../../helpers/type-draft.ts';

const LAN = { customer: 'Lan <lan@x.example>', subject: 'Oven', kind: 'support', channel: 'email' } as const;
const nothing = { fields: {}, addTags: [], removeTags: [] };

const open = (desk: Context, subject = 'Oven') => perform(desk, newCase, { ...LAN, subject, message: 'It is dead' });
const answer = (desk: Context, number: number, text: string, fromDraft = false) =>
  perform(desk, reply, { cases: [number], text, fields: {}, addTags: [], fromDraft });

const setOne = (desk: Context, number: number, fields: CaseFields) =>
  perform(desk, setCase, { cases: [number], ...nothing, fields });

/** A desk with the mails of three threads. */
async function deskWithMail(): Promise<Desk> {
  const desk = createDesk();
  await importMails(desk, [0, 4, 7]);
  return desk;
}

test('an action that a later one built on refuses, names it, and changes nothing', () => {
  const desk = createDesk();
  const { output } = open(desk);
  const raised = setOne(desk, output.number, { priority: 'high' });
  const lowered = setOne(desk, output.number, { priority: 'low' });
  const before = dump(desk.store);

  const undo = () => undoAction(desk, raised.action ?? 0);

  expect(undo).toThrow(
    expect.objectContaining({ code: 'undo-blocked', facts: { verb: 'set', id: lowered.action, case: output.number } }),
  );
  expect(dump(desk.store)).toEqual(before);
});

test('a new case in which somebody has worked since refuses to go', () => {
  const desk = createDesk();
  const { output, action } = open(desk);
  const noted = perform(desk, note, { case: output.number, text: 'Called her', fromDraft: false });

  const undo = () => undoAction(desk, action ?? 0);

  expect(undo).toThrow(expect.objectContaining({ facts: { verb: 'note', id: noted.action, case: output.number } }));
});

test('the priority goes back alone: the status, the tag and the note that came after it stay', () => {
  const desk = createDesk();
  const { number } = open(desk).output;
  const raised = setOne(desk, number, { priority: 'high' });
  setOne(desk, number, { status: 'hold' });
  perform(desk, setCase, { cases: [number], ...nothing, addTags: ['vip'] });
  perform(desk, note, { case: number, text: 'Called her', fromDraft: false });
  const before = readCase(desk, number);
  const all = dump(desk.store);

  const undone = undoAction(desk, raised.action ?? 0);

  const now = readCase(desk, number);
  const { due } = now.case; // what is due follows the priority
  expect(now.case).toEqual({ ...before.case, priority: 'normal', version: before.case.version + 1, due });
  expect(now).toMatchObject({ tags: ['vip'], entries: before.entries });

  undoAction(desk, undone.action ?? 0);
  expect(dump(desk.store)).toEqual(all);
});

test('what was brought back alone goes away again, and what came before it and after it stays', () => {
  const desk = createDesk();
  const { number } = open(desk).output;
  const raised = setOne(desk, number, { priority: 'high' });
  const { action } = undoAction(desk, raised.action ?? 0);
  setOne(desk, number, { mood: 'angry' });

  undoAction(desk, action ?? 0);
  undoAction(desk, raised.action ?? 0);

  expect(readCase(desk, number).case).toMatchObject({ priority: 'normal', mood: 'angry' });
});

test('of two answers with one template the first can be undone, and the template counts one use', async () => {
  const desk = await deskWithMail();
  const template = { name: 'hello', title: 'Hello', tags: [], bodies: { en: 'Hello' }, set: {}, addTags: [] };
  perform(desk, putTemplateAction, { template, isNew: true });
  const [one = 0, two = 0] = findCases(desk, '*', 2);
  const send = (number: number) =>
    perform(desk, reply, { cases: [number], template: 'hello', fields: {}, addTags: [], fromDraft: false });
  const first = send(one);
  send(two);

  undoAction(desk, first.action ?? 0);

  expect(desk.store.db.prepare('SELECT used FROM templates').pluck().get()).toBe(1);
});

test('a new case goes, and its new customer stays while another case needs them', () => {
  const desk = createDesk();
  const first = open(desk);
  const second = open(desk, 'Fridge');

  undoAction(desk, first.action ?? 0);

  expect(findCases(desk, '*', 10)).toEqual([second.output.number]);
  expect(readCase(desk, second.output.number).customer).toMatchObject({
    name: 'Lan',
    points: [{ value: 'lan@x.example' }],
  });
});

test('z takes back what this window did, and leaves what others did', () => {
  const desk = createDesk();
  const mine = open(desk);
  const theirs = open(desk.as({ session: 'another window' }), 'Fridge');

  undoLast(desk);

  expect(findCases(desk, '*', 10)).toEqual([theirs.output.number]);
  expect(mine.output.number).not.toBe(theirs.output.number);
});

test('an import is undone but for the cases somebody has worked on, which stay with their customers', async () => {
  const desk = await deskWithMail();
  const [touched = 0] = findCases(desk, 'customer:lan', 1);
  perform(desk, note, { case: touched, text: 'Is it hers?', fromDraft: false });
  const worked = readCase(desk, touched);

  const { kept } = undoAction(desk, 1);

  expect(kept).toEqual([touched]);
  expect(findCases(desk, '*', 10)).toEqual([touched]);
  expect(readCase(desk, touched)).toMatchObject({
    case: worked.case,
    customer: worked.customer,
    entries: worked.entries,
  });
  expect(desk.store.db.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(1);
});

test('a case that stays only because it belongs with one that was worked on is told apart', async () => {
  const desk = createDesk();
  await importMails(desk, [4, 5]);
  const { action } = await importMails(desk, [0, 6]); // the answer between 4 and 5 joins their cases
  perform(desk, note, { case: 1, text: 'Twice?', fromDraft: false });

  const dry = undoAction(desk, action ?? 0, { dryRun: true });
  const done = undoAction(desk, action ?? 0);

  for (const { kept, tied } of [dry, done]) expect({ kept, tied }).toEqual({ kept: [1, 2], tied: [2] });
});

test('redo brings back exactly what such an undo took', async () => {
  const desk = await deskWithMail();
  const [touched = 0] = findCases(desk, 'customer:lan', 1);
  perform(desk, note, { case: touched, text: 'Is it hers?', fromDraft: false });
  const before = dump(desk.store);

  const undone = undoAction(desk, 1);
  undoAction(desk, undone.action ?? 0);

  expect(dump(desk.store)).toEqual(before);
});

test('an import whose every case is worked on is not undone at all', async () => {
  const desk = await deskWithMail();
  const all = findCases(desk, '*', 10);
  perform(desk, setCase, { cases: all, ...nothing, addTags: ['seen'] });
  const before = dump(desk.store);

  const undo = () => undoAction(desk, 1);

  expect(undo).toThrow(
    expect.objectContaining({ code: 'undo-blocked', facts: expect.objectContaining({ verb: 'set' }) }),
  );
  expect(dump(desk.store)).toEqual(before);
});

test('undo of a reply brings the draft back, and words typed since are not lost', () => {
  const desk = createDesk();
  const { number } = open(desk).output;
  typeDraft(desk, number, 'Dear Lan');
  answer(desk, number, 'Dear Lan', true);

  typeDraft(desk, number, 'One more thing');
  undoLast(desk);

  expect(findDraft(desk.store, number, 'reply')?.text).toBe('Dear Lan\n\nOne more thing');
});

test('redo of a reply takes the draft away again', () => {
  const desk = createDesk();
  const { number } = open(desk).output;
  typeDraft(desk, number, 'Dear Lan');
  answer(desk, number, 'Dear Lan', true);

  undoLast(desk);
  redoLast(desk);

  expect(findDraft(desk.store, number, 'reply')).toBeNull();
  expect(readCase(desk, number).entries.at(-1)).toMatchObject({ text: 'Dear Lan', delivery: 'held' });
});

test('an undone reply leaves the outbox, and the case waits again', () => {
  const desk = createDesk();
  const { number } = open(desk).output;
  answer(desk, number, 'Dear Lan');

  undoLast(desk);

  expect(desk.store.db.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(0);
  expect(readCase(desk, number).case).toMatchObject({ status: 'new', waitingSince: expect.any(Number) });
});

test('after something new there is nothing to redo', () => {
  const desk = createDesk();
  open(desk);
  undoLast(desk);
  perform(desk, setConfig, { key: 'shop', value: 'Máy Mới' });

  const redo = () => redoLast(desk);

  expect(redo).toThrow(expect.objectContaining({ what: 'nothing-to-redo' }));
});

test('what changed nothing stands not among what undo can take back, and says so with no number', () => {
  const desk = createDesk();
  const { output } = open(desk);
  const before = dump(desk.store);

  expect(setOne(desk, output.number, { status: 'new' }).action).toBeNull();
  expect(setOne(desk, output.number, { own: { symptom: null } }).action).toBeNull();
  expect(dump(desk.store)).toEqual(before);
  expect(readHistory(desk, 9).map(({ verb }) => verb)).toEqual(['new']);
});

test('a phone that was taken away is taken away again by redo, also where redo has made its case anew', () => {
  const desk = createDesk();
  perform(desk, newCase, { ...LAN, customer: '+84 90 123 4567', message: 'It is dead' });
  const points = () => desk.store.db.prepare('SELECT value FROM contact_points').pluck().all();
  const removePoints = [{ kind: 'phone' as const, value: '+84 90 123 4567' }];
  perform(desk, setCustomer, { ...NO_CHANGE, customer: 1, removePoints });
  const after = dump(desk.store);

  for (let back = 0; back < 2; back += 1) undoLast(desk);
  expect(points()).toEqual([]);
  redoLast(desk);
  expect(points()).toEqual(['+84 90 123 4567']);
  redoLast(desk);

  expect(points()).toEqual([]);
  expect(dump(desk.store)).toEqual(after);
});
