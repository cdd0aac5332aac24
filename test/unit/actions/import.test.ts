import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { setConfig } from '../../../src/actions/config.ts';
import { importSources } from '../../../src/actions/import/import.ts';
import type { ImportOptions } from '../../../src/actions/import/options.ts';
import { note } from '../../../src/actions/note.ts';
import { findCases, readCase, readSource } from '../../../src/actions/read-cases.ts';
import { setCase } from '../../../src/actions/set-case.ts';
import { undoLast } from '../../../src/actions/undo.ts';
import type { Context } from '../../../src/context.ts';
import { problemOf } from '../../../src/domain/problem.ts';
import { readSetting } from '../../../src/store/settings.ts';
import { createDesk, DEMO_NOW } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';
import { temporaryFolder } from '../../helpers/folder.ts';
import { importMails } from '../../helpers/random-actions.ts';
import { MAILS, mailOf, mboxOf } from '../../helpers/sample-mails.ts';

const DAY = 86_400_000;

const importThese = (desk: Context, mails: readonly string[], options: Partial<ImportOptions> = {}) =>
  importSources(desk, {
    paths: ['-'],
    stdin: Readable.from([mboxOf(mails)]),
    format: 'mbox',
    solvedBefore: null,
    ...options,
  });

/** The cases as sets of first lines, whatever their numbers. */
const threads = (desk: Context): string[][] =>
  findCases(desk, 'sort:number', 100).map((number) =>
    readCase(desk, number).entries.map((entry) => entry.messageId ?? entry.text),
  );

test('mails become cases by their threads, with customers, words and whose turn it is', async () => {
  const desk = createDesk();

  const report = await importThese(desk, MAILS.slice(0, 4), { me: ['Shop@desk.example'] });

  expect(report).toMatchObject({ read: 4, added: 4, unchanged: 0, skipped: 0, waiting: 1, me: ['shop@desk.example'] });
  expect(report.cases).toEqual({ added: 1, updated: 0, solved: 0 });
  const { case: found, customer, entries } = readCase(desk, 1);
  expect(found).toMatchObject({ subject: 'The oven', status: 'open', unread: true, touchedAt: null });
  expect(found.waitingSince).toBe(Date.parse('2026-03-05T01:00:00Z'));
  expect(customer).toMatchObject({ name: 'An', points: [{ kind: 'email', value: 'an@buyer.example' }] });
  expect(entries.map((entry) => entry.direction)).toEqual(['in', 'out', 'in', 'in']);
});

test('the same mails again add nothing, also in another container', async () => {
  const desk = createDesk();
  await importThese(desk, MAILS);
  const before = dump(desk.store);
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'cur'));
  MAILS.forEach((mail, n) => {
    writeFileSync(join(folder, 'cur', `1700000000.M${n}.host:2,S`), mail.replaceAll('\n', '\r\n'));
  });

  const second = await importThese(desk, MAILS);
  const third = await importSources(desk, { paths: [folder], solvedBefore: null });

  expect(second).toMatchObject({ read: MAILS.length, added: 0, unchanged: MAILS.length });
  expect(third).toMatchObject({ read: MAILS.length, added: 0, unchanged: MAILS.length, format: 'maildir' });
  expect(dump(desk.store)).toEqual(before);
});

test('the raw mail comes back byte for byte, and a mail without a date has none', async () => {
  const desk = createDesk();
  await importThese(desk, [MAILS[8] ?? '']);

  const [entry] = readCase(desk, 1).entries;

  expect(readSource(desk, entry?.id ?? 0).toString()).toBe(MAILS[8]);
  expect(entry).toMatchObject({ at: null, atSource: null }); // the From_ line says 1970: it knows none either
});

test('without any date a mail stays without one, waits for nobody by date and is never of now', async () => {
  const desk = createDesk();
  const path = join(temporaryFolder(), 'undated.eml');
  writeFileSync(path, mailOf({ id: 'u1@x', date: null }));

  await importSources(desk, { paths: [path], solvedBefore: DEMO_NOW });

  expect(readCase(desk, 1).case).toMatchObject({ status: 'new', createdAt: null, updatedAt: null, waitingSince: null });
  expect(readCase(desk, 1).entries[0]).toMatchObject({ at: null, atSource: null });
});

test('whatever the order of the files, the cases and their numbers are the same', async () => {
  const straight = createDesk();
  await importThese(straight, MAILS);
  const expected = threads(straight);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...MAILS], { minLength: MAILS.length }), async (mails) => {
      const desk = createDesk();

      await importThese(desk, mails);

      expect(threads(desk)).toEqual(expected);
      desk.close();
    }),
    { numRuns: 30 },
  );
});

test('in whatever pieces the mails come, the threads are the same in the end', async () => {
  const whole = createDesk();
  await importThese(whole, MAILS);
  const expected = threads(whole)
    .map((one) => one.toSorted())
    .toSorted();
  const pieces = fc.array(fc.nat(MAILS.length - 1), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(pieces, async (some) => {
      const desk = createDesk();

      for (const mail of some) await importMails(desk, [mail]);
      await importThese(desk, MAILS);

      expect(
        threads(desk)
          .map((one) => one.toSorted())
          .toSorted(),
      ).toEqual(expected);
      desk.close();
    }),
    { numRuns: 30 },
  );
});

test('a case an agent has worked on is not joined; a late mail goes to the case of its nearest parent', async () => {
  const desk = createDesk();
  await importMails(desk, [0]);
  await importMails(desk, [2]);
  const [first = 0, second = 0] = findCases(desk, 'sort:number', 9);
  perform(desk, note, { case: second, text: 'Hers?', fromDraft: false });

  const report = await importMails(desk, [1, 3]);

  expect(report.cases).toEqual({ added: 0, updated: 1, solved: 0 });
  expect(readCase(desk, first).entries.map((entry) => entry.messageId)).toEqual(['a1@x', 'a2@x', 'a4@x']);
  expect(readCase(desk, second).entries.map((entry) => entry.messageId)).toEqual(['a3@x', null]);
});

test('a new word of the customer brings a solved and sleeping case back; an old one does not', async () => {
  const desk = createDesk();
  await importMails(desk, [4]);
  const all = { cases: [1], addTags: [], removeTags: [] };
  perform(desk, setCase, { ...all, fields: { status: 'solved' } });
  perform(desk, setCase, { ...all, fields: { snooze: { mode: 'until', until: DEMO_NOW + DAY } } });

  await importThese(desk, [
    mailOf({ id: 'b0@x', date: 'Mon, 2 Mar 2026 08:00:00 +0700', references: ['b1@x'], from: 'lan@x.example' }),
  ]);
  expect(readCase(desk, 1).case).toMatchObject({ status: 'solved', waitingSince: null, snooze: { mode: 'until' } });
  await importThese(desk, [
    mailOf({ id: 'b9@x', date: 'Mon, 9 Mar 2026 08:00:00 +0700', references: ['b1@x'], from: 'lan@x.example' }),
  ]);

  expect(readCase(desk, 1).case).toMatchObject({ status: 'open', unread: true, snooze: null, solvedAt: null });
  expect(readCase(desk, 1).case.waitingSince).not.toBeNull();
});

test('cases silent for more than 30 days come in as solved, unless they are to stay open', async () => {
  const desk = createDesk();
  const old = mailOf({ id: 'o1@x', date: 'Mon, 5 Jan 2026 08:00:00 +0700' });

  const report = await importThese(desk, [old, MAILS[7] ?? ''], { solvedBefore: DEMO_NOW - 30 * DAY });
  const open = createDesk();
  const kept = await importThese(open, [old, MAILS[7] ?? '']);

  expect(report).toMatchObject({ cases: { added: 2, solved: 1 }, waiting: 1 });
  expect(readCase(desk, 1).case).toMatchObject({
    status: 'solved',
    solvedAt: Date.parse('2026-01-05T01:00:00Z'),
    unread: false,
  });
  expect(kept).toMatchObject({ cases: { added: 2, solved: 0 }, waiting: 2 });
});

test('a dry run counts the same and writes nothing', async () => {
  const desk = createDesk({ path: join(temporaryFolder(), 'desk.db') });
  await importMails(desk, [0]);
  const before = dump(desk.store);

  const dry = await importThese(desk, MAILS, { dryRun: true });
  expect(dump(desk.store)).toEqual(before);
  expect(desk.store.raw().size().blobs).toBe(1);
  const real = await importThese(desk, MAILS);

  expect({ ...dry, dryRun: false, action: real.action }).toEqual(real);
});

test('one bad mail is told of and stops nothing', async () => {
  const desk = createDesk();
  desk.store.db.exec(`CREATE TEMP TRIGGER fault BEFORE INSERT ON main.entries WHEN NEW.message_id = 'b1@x'
    BEGIN SELECT RAISE(ABORT, 'a fault nobody thought of'); END`);

  const report = await importThese(desk, MAILS.slice(0, 8));

  expect(report).toMatchObject({ read: 8, added: 5, skipped: 3 });
  expect(report.problems).toEqual([
    { source: 'b1@x', problem: problemOf('not-filed', { cause: 'a fault nobody thought of' }) },
  ]);
});

test('our addresses are guessed, kept, and turned round when they turn out to be others; undo turns them back', async () => {
  const desk = createDesk();
  const confirmMe = async (guess: readonly string[]): Promise<string[]> => guess.slice(0, 1);
  const report = await importThese(desk, MAILS.slice(0, 4), { confirmMe });
  expect(report).toMatchObject({ me: ['shop@desk.example'], meGuessed: true });
  const before = dump(desk.store);

  const { output } = perform(desk, setConfig, { key: 'me', value: 'an@buyer.example' });

  expect(output.turned).toBe(3);
  expect(readCase(desk, 1).entries.map((entry) => entry.direction)).toEqual(['out', 'in', 'out', 'in']);
  expect(readCase(desk, 1).customer?.name).toBe('shop@desk.example');
  undoLast(desk);
  expect(dump(desk.store)).toEqual(before);
});

test('addresses given later join those known before, and mails they wrote earlier are turned', async () => {
  const desk = createDesk();
  await importThese(desk, [MAILS[0] ?? ''], { me: ['shop@desk.example'] });
  await importThese(desk, [MAILS[7] ?? ''], { me: ['an@buyer.example'] });

  const entry = readCase(desk, 1).entries.find((one) => one.messageId === 'a1@x');

  expect(readSetting(desk.store, 'me')).toBe('shop@desk.example,an@buyer.example');
  expect(entry?.direction ?? readCase(desk, 2).entries[0]?.direction).toBe('out');
});
