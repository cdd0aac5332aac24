import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { findCases, readCase } from '../../../src/actions/read-cases.ts';
import { reply } from '../../../src/actions/reply.ts';
import { setCase } from '../../../src/actions/set-case.ts';
import { split } from '../../../src/actions/split.ts';
import { redoLast, undoAction, undoLast } from '../../../src/actions/undo.ts';
import type { Context } from '../../../src/context.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';
import { importMails } from '../../helpers/random-actions.ts';
import { typeDraft } from '../../helpers/type-draft.ts';

const LAN = { customer: 'Lan <lan@x.example>', subject: 'Oven', kind: 'support', channel: 'email' } as const;

const draftIn = (desk: Context, number: number) => readCase(desk, number).drafts.reply?.text ?? null;

/** A desk with the mails of three threads. */
async function deskWithMail(): Promise<Desk> {
  const desk = createDesk();
  await importMails(desk, [0, 4, 7]);
  return desk;
}

test('an imported case with a draft in it stays when the import is undone, and is named', async () => {
  const desk = await deskWithMail();
  const [number = 0] = findCases(desk, 'customer:lan', 1);
  typeDraft(desk, number, 'Dear Lan');

  expect(undoAction(desk, 1, { dryRun: true }).kept).toEqual([number]);
  const { kept } = undoLast(desk);

  expect(kept).toEqual([number]);
  expect(findCases(desk, '*', 10)).toEqual([number]);
  expect(draftIn(desk, number)).toBe('Dear Lan');
});

test('an import with a draft in every case is not undone, and the drafts are the reason', async () => {
  const desk = await deskWithMail();
  for (const number of findCases(desk, '*', 10)) typeDraft(desk, number, 'Hello');
  const before = dump(desk.store);

  const undo = () => undoAction(desk, 1);

  expect(undo).toThrow(expect.objectContaining({ code: 'undo-blocked', what: 'undo-drafted' }));
  expect(dump(desk.store)).toEqual(before);
});

test('a new case with a draft in it is not taken back', () => {
  const desk = createDesk();
  const { number } = perform(desk, newCase, { ...LAN, message: 'It is dead' }).output;
  typeDraft(desk, number, 'Dear Lan');

  const undo = () => undoLast(desk);

  expect(undo).toThrow(
    expect.objectContaining({ what: 'undo-drafted', facts: expect.objectContaining({ case: number }) }),
  );
  expect(draftIn(desk, number)).toBe('Dear Lan');
});

test('what was split off is not put back while a draft lies in it; once that is emptied, it is', async () => {
  const desk = createDesk();
  await importMails(desk, [0, 1, 2]);
  const [number = 0] = findCases(desk, '*', 1);
  const entry = readCase(desk, number).entries.at(-1)?.id ?? 0;
  const apart = perform(desk, split, { case: number, entries: [entry] }).output.number;
  typeDraft(desk, apart, 'Still dead?');

  expect(() => undoLast(desk)).toThrow(expect.objectContaining({ what: 'undo-drafted' }));

  typeDraft(desk, apart, '');
  undoLast(desk);
  expect(readCase(desk, number).entries).toHaveLength(3);
});

test('a draft is in nobody’s way where its case stays: fields of many cases go back', async () => {
  const desk = await deskWithMail();
  const cases = findCases(desk, '*', 10);
  perform(desk, setCase, { cases, fields: { priority: 'high' }, addTags: [], removeTags: [] });
  typeDraft(desk, cases[0] ?? 0, 'Hello');

  expect(undoLast(desk).kept).toEqual([]);

  expect(findCases(desk, 'priority:high', 10)).toEqual([]);
});

test('a redo takes no words away that were typed into the draft since', () => {
  const desk = createDesk();
  const { number } = perform(desk, newCase, { ...LAN, message: 'It is dead' }).output;
  typeDraft(desk, number, 'Dear Lan');
  const answer = { cases: [number], text: 'Dear Lan', fields: {}, addTags: [], fromDraft: true };
  perform(desk, reply, answer);
  undoLast(desk);
  typeDraft(desk, number, 'Dear Lan, and one thing more');

  const redo = () => redoLast(desk);

  expect(redo).toThrow(expect.objectContaining({ what: 'undo-drafted' }));
  expect(draftIn(desk, number)).toBe('Dear Lan, and one thing more');
});
