import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importSources } from '../../../src/actions/import/import.ts';
import type { ImportReport } from '../../../src/actions/import/report.ts';
import { findCases, readCase, readSource } from '../../../src/actions/read-cases.ts';
import { readSources } from '../../../src/intake/read.ts';
import { indexDrift } from '../../../src/store/search.ts';
import { corpora } from '../../helpers/corpora.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';

const folder = corpora();
const importFrom = (desk: Desk, path: string): Promise<ImportReport> =>
  importSources(desk, { paths: [join(folder ?? '', path)], solvedBefore: null });

const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A moment that no mail tells of. */
const NOW = Date.parse('2031-07-17T11:23:45Z');
const isNow = (at: number | null, now: number): boolean => at !== null && Math.abs(at - now) < 600_000;

const SETS = ['notmuch', 'zammad-mail', 'discourse-mail', 'chatwoot-mail', 'freescout-mail', 'mailarch'];

test.skipIf(folder === null).each(SETS)(
  '%s: none lost, none thrown, none of now, raw back byte for byte, again adds nothing',
  async (set) => {
    const desk = createDesk({ now: NOW });
    const given = new Map<string, Buffer>();
    for await (const one of readSources([join(folder ?? '', set)]))
      if (one.kind === 'mail') given.set(sha(one.raw), one.raw);

    const report = await importFrom(desk, set);
    const again = await importFrom(desk, set);

    const entries = findCases(desk, '*', 10_000).flatMap((number) => readCase(desk, number).entries);
    expect(report).toMatchObject({ skipped: 0, interrupted: false });
    expect(report.read).toBe(report.added + report.unchanged);
    expect(entries).toHaveLength(report.added);
    expect(report.problems.filter((one) => one.problem.code === 'not-filed')).toEqual([]);
    for (const entry of entries) {
      const source = readSource(desk, entry.id);
      expect(source.equals(given.get(sha(source)) ?? Buffer.alloc(0))).toBe(true);
    }
    expect(entries.filter((entry) => isNow(entry.at, NOW) || isNow(entry.at, Date.now()))).toEqual([]);
    expect(
      entries.filter((entry) => (entry.at === null) !== (entry.atSource === null) || entry.atSource === 'clock'),
    ).toEqual([]);
    for (const raw of given.values()) expect(desk.store.raw().read(sha(raw))?.equals(raw)).toBe(true);
    expect(indexDrift(desk.store)).toEqual({ missing: 0, stray: 0 });
    expect(again).toMatchObject({
      read: report.read,
      added: 0,
      unchanged: report.read,
      cases: { added: 0, updated: 0 },
    });
  },
);

test.skipIf(folder === null).each([
  ['notmuch/default', 53, 24],
  ['notmuch/lkml', 210, 7],
  ['notmuch/threading', 12, 3],
] as const)('%s: %i mails are %i cases', async (set, mails, cases) => {
  const desk = createDesk();

  const report = await importFrom(desk, set);

  expect(report).toMatchObject({ read: mails, cases: { added: cases } });
  expect(findCases(desk, '*', 1000)).toHaveLength(cases);
});

test.skipIf(folder === null)('a mailbox imported mail by mail, last one first, gives the same cases', async () => {
  const whole = createDesk();
  await importFrom(whole, 'notmuch/default');
  const files = filesIn(join(folder ?? '', 'notmuch/default')).reverse();

  const desk = createDesk();
  for (const path of files) await importSources(desk, { paths: [path], format: 'eml', solvedBefore: null });

  expect(threadsOf(desk)).toEqual(threadsOf(whole));
});

const filesIn = (path: string): string[] =>
  readdirSync(path)
    .map((name) => join(path, name))
    .flatMap((one) => (statSync(one).isDirectory() ? filesIn(one) : [one]));

const threadsOf = (desk: Desk): string[] =>
  findCases(desk, '*', 1000)
    .map((number) =>
      readCase(desk, number)
        .entries.map((entry) => entry.messageId ?? '')
        .sort()
        .join(' '),
    )
    .sort();
