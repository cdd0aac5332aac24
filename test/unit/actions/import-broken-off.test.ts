import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importSources } from '../../../src/actions/import/import.ts';
import { findCases, readCase } from '../../../src/actions/read-cases.ts';
import { undoLast } from '../../../src/actions/undo.ts';
import type { Context } from '../../../src/context.ts';
import { indexDrift } from '../../../src/store/search.ts';
import { createDesk } from '../../helpers/desk.ts';
import { dump } from '../../helpers/dump.ts';
import { temporaryFolder } from '../../helpers/folder.ts';
import { killedImport } from '../../helpers/killed-import.ts';
import { mailOf, mboxOf } from '../../helpers/sample-mails.ts';

/** 120 threads of three mails, long enough for several transactions. */
function mailbox(): { path: string; mails: number } {
  const mails = Array.from({ length: 360 }, (_, n) => {
    const thread = Math.floor(n / 3);
    return mailOf({
      id: `${n}@x`,
      from: `c${thread}@x.example`,
      subject: `Matter ${thread}`,
      references: n % 3 === 0 ? [] : [`${n - 1}@x`],
      date: new Date(Date.parse('2026-03-01T00:00:00Z') + n * 60_000).toUTCString(),
      text: `word${n} `.repeat(200),
    });
  });
  const path = join(temporaryFolder(), 'shop.mbox');
  writeFileSync(path, mboxOf(mails));
  return { path, mails: mails.length };
}

const importFile = (desk: Context, path: string, signal?: AbortSignal, onProgress?: (phase: string) => void) =>
  importSources(desk, { paths: [path], solvedBefore: null, signal, onProgress: ({ phase }) => onProgress?.(phase) });

const threads = (desk: Context): string[] =>
  findCases(desk, '*', 1000)
    .map((number) =>
      readCase(desk, number)
        .entries.map((entry) => entry.messageId)
        .join(' '),
    )
    .sort();

test('Ctrl-C after any transaction leaves whole cases, and the next run completes them without doubles', async () => {
  const { path, mails } = mailbox();
  const whole = createDesk();
  await importFile(whole, path);
  let stoppedInFiling = 0;

  for (let stopAt = 1; stopAt < 14; stopAt += 1) {
    const desk = createDesk();
    const stop = new AbortController();
    let reports = 0;
    const first = await importFile(desk, path, stop.signal, (phase) => {
      reports += 1;
      if (reports !== stopAt) return;
      stop.abort();
      stoppedInFiling += phase === 'file' ? 1 : 0;
    });
    expect(first.read).toBe(first.added + first.unchanged + first.skipped);
    for (const thread of threads(desk)) expect(thread.split(' ')).toHaveLength(3);
    const second = await importFile(desk, path);

    expect(second).toMatchObject({ read: mails, added: mails - first.added, unchanged: first.added, skipped: 0 });
    expect(threads(desk)).toEqual(threads(whole));
    desk.close();
  }

  expect(stoppedInFiling).toBeGreaterThan(1);
});

test('an import that was broken off is undone as far as it had come', async () => {
  const { path } = mailbox();
  const desk = createDesk();
  const before = dump(desk.store);
  const stop = new AbortController();
  const report = await importFile(desk, path, stop.signal, (phase) => phase === 'file' && stop.abort());
  expect(report).toMatchObject({ interrupted: true });
  expect(report.added).toBeGreaterThan(0);

  undoLast(desk);

  expect(dump(desk.store)).toEqual(before);
});

test.each([1, 4, 8, 10])(
  'kill -9 at report %i loses nothing that was written, and the next run completes it',
  { timeout: 60_000 },
  async (at) => {
    const { path, mails } = mailbox();
    const whole = createDesk();
    await importFile(whole, path);
    const store = join(temporaryFolder(), 'desk.db');

    await killedImport(store, path, at);

    const desk = createDesk({ path: store });
    expect(desk.store.db.pragma('quick_check', { simple: true })).toBe('ok');
    for (const thread of threads(desk)) expect(thread.split(' ')).toHaveLength(3);
    const report = await importFile(desk, path);
    expect(report.read).toBe(mails);
    expect(threads(desk)).toEqual(threads(whole));
    expect(indexDrift(desk.store)).toEqual({ missing: 0, stray: 0 });
    desk.close();
  },
);
