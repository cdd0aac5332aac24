import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../src/i18n/index.ts';
import { sayProblem } from '../../../src/i18n/say-problem.ts';
import { mailIdentity } from '../../../src/mail/identity.ts';
import { groupThreads, parentIds } from '../../../src/mail/thread.ts';
import { corpora } from '../../helpers/corpora.ts';
import { type ReadMail, readAll } from '../../helpers/mails.ts';

const DAY = 24 * 60 * 60 * 1000;
const folder = corpora();
const at = (...names: string[]): string => join(folder ?? '', ...names);

/** Folder, mails in it, files in it that are no mail (expectations; texts without any header). */
const FOLDERS: readonly (readonly [name: string, mails: number, others: number])[] = [
  ['zammad-mail', 65, 65],
  ['discourse-mail', 58, 0],
  ['chatwoot-mail', 20, 0],
  ['freescout-mail', 8, 1],
  ['notmuch', 294, 0],
  ['mailarch', 84, 1],
  ['spamassassin', 520, 0],
  ['cpython-email', 47, 1],
  ['enmime', 53, 1],
  ['mailparser', 10, 0],
  ['postal-mime', 5, 0],
];

const threadsOf = (mails: readonly ReadMail[]) =>
  groupThreads(mails.map(({ ref, parsed }) => ({ key: ref, messageId: parsed.messageId, parents: parentIds(parsed) })));

describe.skipIf(folder === null)('the corpora of real mail', () => {
  it.each(FOLDERS)('%s: %i mails, none lost, none thrown, none dated now', async (name, count, others) => {
    const { mails, problems } = await readAll(at(name));
    expect(mails.length).toBe(count);
    expect(problems.length).toBe(others);
    const now = Date.now();
    for (const { ref, parsed } of mails) {
      expect(
        parsed.problem === null || sayProblem(wordsFor('en'), parsed.problem).endsWith('the original is kept.'),
        `${ref}: ${parsed.problem?.code}`,
      ).toBe(true);
      expect(parsed.at === null || Math.abs(now - parsed.at) > DAY, ref).toBe(true);
      expect((parsed.at === null) === (parsed.atSource === null), ref).toBe(true);
    }
  });

  it.each([
    ['export.mbox', 21],
    ['search_api.mbox', 4],
    ['thread.mail', 4],
    ['private.mbox', 1],
    ['latin1.mbox', 1],
    ['windows1252.mbox', 1],
    ['urlize.mbox', 1],
  ])('mailarch %s holds %i mails, each byte for byte as in the file', async (name, count) => {
    const path = at('mailarch', name);
    if (!existsSync(path)) throw new Error(`${path} is gone`);
    const { mails } = await readAll(path);
    expect(mails.length).toBe(count);
    const file = await readFile(path);
    for (const { ref, raw } of mails) {
      const start = file.indexOf('\n', Number(ref)) + 1;
      expect(file.subarray(start, start + raw.length).equals(raw)).toBe(true);
      const rest = file.subarray(start + raw.length).toString('latin1');
      expect(rest).toMatch(/^(\r?\n)?(From |$)/);
    }
  });

  it.each([
    ['default', 53, 52, 24],
    ['lkml', 210, 176, 7],
    ['threading', 12, 12, 3],
  ])('notmuch %s: %i files, %i ids, %i threads, in any order', async (name, files, ids, threads) => {
    const { mails } = await readAll(at('notmuch', name));
    expect(mails.length).toBe(files);
    expect(new Set(mails.map(({ parsed }) => parsed.messageId)).size).toBe(ids);
    expect(threadsOf(mails).length).toBe(threads);
    expect(threadsOf(mails.toReversed()).length).toBe(threads);
  });

  it('loops in References do no harm', async () => {
    const { mails } = await readAll(at('notmuch', 'broken', 'loop'));
    expect(threadsOf(mails).flat().length).toBe(mails.length);
  });

  it('a mail read again is the same mail, and no two different ones of a mailbox are', async () => {
    const first = await readAll(at('notmuch', 'default'), at('mailarch', 'export.mbox'));
    const again = await readAll(at('notmuch', 'default'), at('mailarch', 'export.mbox'));
    const identities = (mails: readonly ReadMail[]) => mails.map(({ parsed, raw }) => mailIdentity(parsed, raw));
    expect(identities(first.mails)).toEqual(identities(again.mails));
    expect(new Set(identities(first.mails)).size).toBe(52 + 21);
  });
});
