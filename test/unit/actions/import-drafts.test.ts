import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { merge } from '../../../src/actions/merge.ts';
import { findCases, readCase } from '../../../src/actions/read-cases.ts';
import { undoLast } from '../../../src/actions/undo.ts';
import type { Context } from '../../../src/context.ts';
import { createDesk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';
import { importMails } from '../../helpers/random-actions.ts';
import { typeDraft } from '../../helpers/type-draft.ts';

const draftIn = (desk: Context, number: number) => readCase(desk, number).drafts.reply?.text ?? null;

/** Two cases that mail 6 shows to be one thread. */
async function twoHalves() {
  const desk = createDesk();
  await importMails(desk, [4]);
  await importMails(desk, [5]);
  const [first = 0, second = 0] = findCases(desk, 'sort:number', 5);
  return { desk, first, second };
}

test('where a later import joins two cases, the draft of either shows in the one that stays, and undo gives it back', async () => {
  const { desk, first, second } = await twoHalves();
  typeDraft(desk, second, 'Dear Lan, the second');
  const before = dump(desk.store);

  await importMails(desk, [6]);

  const [joined = 0] = findCases(desk, '*', 5);
  expect(draftIn(desk, joined)).toBe('Dear Lan, the second');
  expect(findCases(desk, 'has:draft', 5)).toEqual([joined]);

  undoLast(desk);
  expect(draftIn(desk, second)).toBe('Dear Lan, the second');
  expect(draftIn(desk, first)).toBeNull();
  expect(dump(desk.store)).toEqual(before);
});

test('an import does not join two cases that have a draft each: one would hide the other', async () => {
  const { desk, first, second } = await twoHalves();
  typeDraft(desk, first, 'Dear Lan, the first');
  typeDraft(desk, second, 'Dear Lan, the second');

  await importMails(desk, [6]);

  expect(findCases(desk, 'has:draft sort:number', 5)).toEqual([first, second]);
  expect([draftIn(desk, first), draftIn(desk, second)]).toEqual(['Dear Lan, the first', 'Dear Lan, the second']);
  expect([first, second].map((number) => readCase(desk, number).entries.length).sort()).toEqual([1, 2]);
});

test('a draft is found by has:draft however many merges it has come along', async () => {
  const { desk, first, second } = await twoHalves();
  await importMails(desk, [7]);
  const third = findCases(desk, 'sort:number', 5).find((number) => number !== first && number !== second) ?? 0;
  typeDraft(desk, third, 'Dear Som');
  perform(desk, merge, { from: [third], into: second });

  await importMails(desk, [6]);
  perform(desk, merge, { from: [second], into: first });

  expect(draftIn(desk, first)).toBe('Dear Som');
  expect(findCases(desk, 'has:draft', 5)).toEqual([first]);
});
