import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { setConfig } from '../../../src/actions/config.ts';
import { NO_CHANGE, setCustomer } from '../../../src/actions/customers.ts';
import { exportPieces } from '../../../src/actions/export/export.ts';
import { importSources } from '../../../src/actions/import/import.ts';
import { merge } from '../../../src/actions/merge.ts';
import { findCases, readCase } from '../../../src/actions/read-cases.ts';
import { undoLast } from '../../../src/actions/undo.ts';
import { unmerge } from '../../../src/actions/unmerge.ts';
import type { Context } from '../../../src/context.ts';
import { readMbox } from '../../../src/intake/mbox.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { shop } from '../../helpers/live-shop.ts';
import { ownRows } from '../../helpers/own-rows.ts';
import { importMails, step, take, typing } from '../../helpers/random-actions.ts';
import { mailOf } from '../../helpers/sample-mails.ts';
import { shown } from '../../helpers/shown.ts';
import { typeDraft } from '../../helpers/type-draft.ts';

const text = (context: Context, query: string | null = null): string =>
  [...exportPieces(context, 'jsonl', query)].join('');

const importText = (context: Context, jsonl: string) =>
  importSources(context, { paths: ['-'], stdin: Readable.from([Buffer.from(jsonl)]), solvedBefore: null });

/** A fresh desk that has taken in everything of another. */
async function copyOf(desk: Context): Promise<{ copy: Desk; jsonl: string }> {
  const copy = createDesk({ session: 'copy' });
  const jsonl = text(desk);
  const { problems } = await importText(copy, jsonl);
  expect(problems).toEqual([]);
  return { copy, jsonl };
}

describe('export as JSONL, then import into an empty store', () => {
  test('gives the same desk for the demo, and again adds nothing', async () => {
    const desk = createDesk();
    await desk.seed();
    perform(desk, setConfig, { key: 'shop', value: 'Máy Mới' });
    typeDraft(desk, 3, 'half a sen');
    const { copy, jsonl } = await copyOf(desk);

    expect(shown(copy)).toEqual(shown(desk));
    expect(ownRows(copy.store)).toEqual(ownRows(desk.store));
    expect(shown(copy).cases).toHaveLength(60);
    for (const one of [copy, desk]) {
      const before = shown(one);
      expect(await importText(one, jsonl)).toMatchObject({ added: 0, cases: { added: 0, updated: 0 }, templates: 0 });
      expect(shown(one)).toEqual(before);
    }
    expect(text(copy)).toBe(jsonl);
  });

  test('what a live mail was marked with goes along', async () => {
    const story = await shop({ authservId: 'mx.shop.example' });
    const { messageId } = story.answer();
    story.set({ status: 'solved' });
    const results = 'Authentication-Results: mx.shop.example; dmarc=pass';
    await story.fromLan([results, `In-Reply-To: <${messageId}>`], 'Cảm ơn shop nhé!');
    const { copy } = await copyOf(story.desk);
    const marks = (context: Context) =>
      readCase(context, story.number).entries.map(({ filedOnly, authenticated }) => [filedOnly, authenticated]);
    expect(marks(copy)).toEqual(marks(story.desk));
    expect(marks(copy).at(-1)).toEqual(['thanks', 'pass']);
  });

  test('gives the same desk after anything an agent may do', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 9, arbitrary: step }, typing), { minLength: 1, maxLength: 16 }),
        async (steps) => {
          const desk = createDesk();
          for (const one of steps) await take(desk, one);
          const { copy, jsonl } = await copyOf(desk);
          expect(shown(copy)).toEqual(shown(desk));
          expect(ownRows(copy.store)).toEqual(ownRows(desk.store));
          expect(await importText(copy, jsonl)).toMatchObject({ added: 0, cases: { added: 0, updated: 0 } });
          expect(shown(copy)).toEqual(shown(desk));
          desk.close();
          copy.close();
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  test('keeps two customers of one name who share an address apart', async () => {
    const desk = createDesk();
    await importMails(desk, [0, 5]);
    const addPoints = [{ kind: 'email' as const, value: 'lan@x.example' }];
    perform(desk, setCustomer, { ...NO_CHANGE, customer: 1, fields: { name: 'Lan' }, addPoints });
    const { copy, jsonl } = await copyOf(desk);

    expect(shown(copy)).toEqual(shown(desk));
    expect(await importText(copy, jsonl)).toMatchObject({ added: 0, customers: { added: 0 } });
  });

  test('knows the mails it brought: the mbox they came from adds nothing, and an answer finds its case', async () => {
    const desk = createDesk();
    await importMails(desk, [0, 1]);
    const { copy } = await copyOf(desk);

    expect(await importMails(copy, [0, 1])).toMatchObject({ added: 0, unchanged: 2 });
    expect(await importMails(copy, [2])).toMatchObject({ added: 1, cases: { added: 0, updated: 1 } });
  });

  test('brings links and merges along: un-merge is as exact there, and one undo takes the whole import back', async () => {
    const desk = createDesk();
    await desk.seed();
    await take(desk, { do: 'link', case: 0, other: 1 });
    await take(desk, { do: 'link', case: 1, other: 2 });
    await take(desk, { do: 'link', case: 0, other: 2 });
    perform(desk, merge, { from: [9], into: 8 });
    perform(desk, merge, { from: [8], into: 7 });
    const { copy } = await copyOf(desk);

    for (const one of [copy, desk]) perform(one, unmerge, { case: 9 });
    const parted = (one: Context) => [9, 7].map((number) => readCase(one, number).entries.map(({ uid }) => uid));
    expect(parted(copy)).toEqual(parted(desk));

    undoLast(copy);
    expect(undoLast(copy).kept).toEqual([]);
    expect(findCases(copy, '*', 100)).toEqual([]);
  });

  test('leads merged numbers where they led', async () => {
    const desk = createDesk();
    await importMails(desk, [2]);
    await importMails(desk, [0]);
    await importMails(desk, [1]);
    const { copy } = await copyOf(desk);

    expect(shown(desk).merged.length).toBeGreaterThan(0);
    expect(shown(copy)).toEqual(shown(desk));
  });

  test('sends nothing twice: what was on its way is held, or uncertain', async () => {
    const desk = createDesk();
    await desk.seed();
    for (const number of [1, 2]) await take(desk, { do: 'reply', cases: [number], text: 'Dạ', template: null });
    const jsonl = text(desk)
      .replace('"state":"held"', '"state":"queued"')
      .replace('"state":"held"', '"state":"sending"');
    const copy = createDesk({ session: 'copy' });
    await importText(copy, jsonl);

    const states = copy.store.db.prepare('SELECT state FROM outbox ORDER BY state').pluck().all();
    expect(states).toEqual(['held', 'uncertain']);
  });

  test('an automatic answer stays one, also when it is released elsewhere', async () => {
    const desk = createDesk();
    await desk.seed();
    await take(desk, { do: 'reply', cases: [1], text: 'Dạ', template: null });
    desk.store.db.exec(
      "UPDATE entries SET automatic = 'autoreply', party = 'system' WHERE id IN (SELECT entry FROM outbox)",
    );
    desk.store.db.exec('UPDATE outbox SET automatic = 1');
    const copy = createDesk({ session: 'copy' });
    await importText(copy, text(desk));

    expect(copy.store.db.prepare('SELECT automatic FROM outbox').pluck().all()).toEqual([1]);
  });

  test('takes over no number that means another case here', async () => {
    const desk = createDesk();
    await importMails(desk, [0]);
    const other = createDesk({ session: 'other' });
    await importMails(other, [4]);
    await importText(other, text(desk));

    expect(findCases(other, 'sort:number', 10)).toEqual([1, 2]);
    expect(readCase(other, 2).entries[0]?.text).toContain('The oven is dead');
  });

  test('a raw mail that is not what it says is told of, and not kept', async () => {
    const desk = createDesk();
    await importMails(desk, [0]);
    const jsonl = text(desk).replace(/"base64":"..../, '"base64":"AAAA');
    const copy = createDesk({ session: 'copy' });

    expect((await importText(copy, jsonl)).problems).toMatchObject([
      { problem: { code: 'line-wrong', facts: { field: 'sha256', expected: 'own-bytes' } } },
    ]);
    expect(readCase(copy, 1).entries[0]).toMatchObject({ received: null });
  });

  test('of a query holds these cases and nothing else', async () => {
    const desk = createDesk();
    await desk.seed();
    const types = text(desk, 'number:7')
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { type: string }).type);

    expect(types).toEqual(['case']);
  });
});

describe('export as mbox', () => {
  const HARD = [
    mailOf({ id: 'f1@x', text: 'From here\n>From there\n>>From afar\nFrom' }),
    mailOf({ id: 'f2@x', text: 'lines' }).replaceAll('\n', '\r\n'),
    Buffer.from(mailOf({ id: 'f3@x', text: 'M\xe1y gi\xb7t\rFrom a lone CR' }), 'latin1').toString('latin1'),
    mailOf({ id: 'f4@x', date: null, text: 'blank lines at the end\n\n\n' }),
  ];

  test('gives every mail back byte for byte', async () => {
    const desk = createDesk();
    for (const mail of HARD)
      await importSources(desk, {
        paths: ['-'],
        stdin: Readable.from([Buffer.from(mail, 'latin1')]),
        format: 'eml',
        solvedBefore: null,
      });
    const box = Buffer.concat([...exportPieces(desk, 'mbox', null)].map((piece) => Buffer.from(piece)));
    const back: string[] = [];
    for await (const one of readMbox(Readable.from([box]), 'x'))
      if (one.kind === 'mail') back.push(one.raw.toString('latin1').replace(/(^|\n)>(?=>*From )/g, '$1'));

    expect(back.sort()).toEqual(HARD.toSorted());
  });
});
