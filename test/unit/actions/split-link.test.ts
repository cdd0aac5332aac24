import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { link, unlink } from '../../../src/actions/link.ts';
import { merge } from '../../../src/actions/merge.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { note } from '../../../src/actions/note.ts';
import { readCase } from '../../../src/actions/read-cases.ts';
import { reply } from '../../../src/actions/reply.ts';
import { split } from '../../../src/actions/split.ts';
import { undoLast } from '../../../src/actions/undo.ts';
import { unmerge } from '../../../src/actions/unmerge.ts';
import type { Context } from '../../../src/context.ts';
import { createDesk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';
import { importMails } from '../../helpers/random-actions.ts';

const open = (desk: Context, subject: string): number => {
  const fresh = { customer: 'Lan <lan@x.example>', subject, message: `About the ${subject}` };
  return perform(desk, newCase, { ...fresh, kind: 'support', channel: 'email' }).output.number;
};
const entryIds = (desk: Context, number: number) => readCase(desk, number).entries.map((entry) => entry.id);
const texts = (desk: Context, number: number) => readCase(desk, number).entries.map((entry) => entry.text);
const known = (desk: Context, number: number) => readCase(desk, number).links.map((one) => one.number);
const join = (desk: Context, case_: number, other: number) => perform(desk, link, { case: case_, other });

test('entries become a case of the same customer, and whose turn it is in both is worked out anew', () => {
  const desk = createDesk();
  const oven = open(desk, 'Oven');
  perform(desk, note, { case: oven, text: 'She also asks for a lamp', fromDraft: false });
  perform(desk, reply, { cases: [oven], text: 'It is on its way', fields: {}, addTags: [], fromDraft: false });
  const [first = 0] = entryIds(desk, oven);

  const { output } = perform(desk, split, { case: oven, entries: [first] });

  expect(output).toMatchObject({ from: oven, subject: `#${oven}: Oven` });
  expect(texts(desk, output.number)).toEqual(['About the Oven']);
  expect(readCase(desk, output.number).case).toMatchObject({
    status: 'new',
    waitingSince: expect.any(Number),
    customer: readCase(desk, oven).case.customer,
  });
  expect(readCase(desk, oven).case).toMatchObject({ status: 'pending', waitingSince: null });
  expect(known(desk, oven)).toEqual([output.number]);
});

test('a mail with a subject of its own gives it to its case', async () => {
  const desk = createDesk();
  await importMails(desk, [4]);
  await importMails(desk, [7]);
  perform(desk, merge, { from: [2], into: 1 });
  const last = readCase(desk, 1).entries.find((entry) => entry.subject === 'จอมืด');

  const { output } = perform(desk, split, { case: 1, entries: [last?.id ?? 0] });

  expect(output.subject).toBe('จอมืด');
});

test('what was split off is no longer part of a merge: un-merge leaves it where it was put', () => {
  const desk = createDesk();
  const [oven, door] = [open(desk, 'Oven'), open(desk, 'Door')];
  perform(desk, note, { case: door, text: 'Left or right?', fromDraft: false });
  perform(desk, merge, { from: [door], into: oven });
  const ids = entryIds(desk, oven);
  const { output } = perform(desk, split, { case: door, entries: [ids.at(-1) ?? 0] });

  perform(desk, unmerge, { case: door });

  expect(texts(desk, output.number)).toEqual(['Left or right?']);
  expect(texts(desk, door)).toEqual(['About the Door']);
});

test('undo of a split leaves no trace of it', () => {
  const desk = createDesk();
  const oven = open(desk, 'Oven');
  perform(desk, note, { case: oven, text: 'A lamp, too', fromDraft: false });
  const before = dump(desk.store);

  perform(desk, split, { case: oven, entries: entryIds(desk, oven).slice(1) });
  undoLast(desk);

  expect(dump(desk.store)).toEqual(before);
});

test('neither all entries nor those of another case can be split off', () => {
  const desk = createDesk();
  const [oven, door] = [open(desk, 'Oven'), open(desk, 'Door')];

  const all = () => perform(desk, split, { case: oven, entries: entryIds(desk, oven) });
  const foreign = () => perform(desk, split, { case: oven, entries: entryIds(desk, door) });

  expect(all).toThrow(expect.objectContaining({ what: 'split-all' }));
  expect(foreign).toThrow(expect.objectContaining({ what: 'not-in-case' }));
});

test('two cases know each other, once, until the link is ended from either side', () => {
  const desk = createDesk();
  const [oven, door] = [open(desk, 'Oven'), open(desk, 'Door')];

  expect(join(desk, door, oven).output.changed).toBe(true);
  expect(join(desk, oven, door).output.changed).toBe(false);
  expect([known(desk, oven), known(desk, door)]).toEqual([[door], [oven]]);

  perform(desk, unlink, { case: oven, other: door });
  expect([known(desk, oven), known(desk, door)]).toEqual([[], []]);
  undoLast(desk);
  expect(known(desk, door)).toEqual([oven]);
});

test('a link follows a case to where it is merged, and ends there as well', () => {
  const desk = createDesk();
  const [oven, door, lamp] = [open(desk, 'Oven'), open(desk, 'Door'), open(desk, 'Lamp')];
  join(desk, door, lamp);
  perform(desk, merge, { from: [door], into: oven });

  expect([known(desk, oven), known(desk, lamp)]).toEqual([[lamp], [oven]]);
  perform(desk, unlink, { case: lamp, other: door });
  expect(known(desk, oven)).toEqual([]);
});

test('a case is linked with another one, and only what is linked can be unlinked', () => {
  const desk = createDesk();
  const [oven, door] = [open(desk, 'Oven'), open(desk, 'Door')];

  const self = () => join(desk, oven, oven);
  const none = () => perform(desk, unlink, { case: oven, other: door });

  expect(self).toThrow(expect.objectContaining({ what: 'link-itself' }));
  expect(none).toThrow(expect.objectContaining({ what: 'not-linked' }));
});
