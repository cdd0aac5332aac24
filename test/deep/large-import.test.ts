import { fork } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importSources } from '../../src/actions/import/import.ts';
import { findCases, readCase } from '../../src/actions/read-cases.ts';
import { indexDrift } from '../../src/store/search.ts';
import { corpora } from '../helpers/corpora.ts';
import { createDesk, type Desk } from '../helpers/desk.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { killedImport } from '../helpers/killed-import.ts';

const folder = corpora();
const LISTS = join(folder ?? '', 'large/lists-20k.mbox.gz');

interface Measured {
  readonly first: number;
  readonly second: number;
  /** MB */
  readonly peak: number;
  readonly added: number;
  readonly locks: number[];
}

/** The import in a process of its own, so that its memory is its own. */
function measured(store: string): Promise<Measured> {
  const child = fork(new URL('../helpers/measured-import.ts', import.meta.url), [store, LISTS], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('message', (message) => resolve(message as Measured));
    child.on('exit', (code) => reject(new Error(`the import ended with ${code}`)));
  });
}

const percentile = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;

test.skipIf(folder === null)(
  '20 000 mails come in whole; again they cost a tenth at most; the lock is held in short slices',
  async () => {
    const store = join(temporaryFolder(), 'desk.db');

    const { first, second, peak, added, locks } = await measured(store);

    const sorted = locks.toSorted((a, b) => a - b);
    console.log(
      `20 000 mails: ${(first / 1000).toFixed(1)} s, again ${(second / 1000).toFixed(2)} s, peak ${peak.toFixed(0)} MB; ` +
        `lock p50 ${percentile(sorted, 0.5).toFixed(0)} p90 ${percentile(sorted, 0.9).toFixed(0)} ` +
        `p99 ${percentile(sorted, 0.99).toFixed(0)} ms of ${locks.length}`,
    );
    expect(added).toBe(20_000);
    expect(second).toBeLessThan(first * 0.1);
    expect(peak).toBeLessThan(600);
    expect(percentile(sorted, 0.5)).toBeLessThan(25);
  },
);

const threads = (desk: Desk): number => findCases(desk, '*', 100_000).length;

test.skipIf(folder === null)(
  'killed (-9) at twelve places, each time begun again: complete, sound, no doubles',
  async () => {
    const store = join(temporaryFolder(), 'desk.db');

    for (let at = 20; at <= 900; at += 80) if ((await killedImport(store, LISTS, at)) === 'ended') break;
    const desk = createDesk({ path: store });
    const report = await importSources(desk, { paths: [LISTS], solvedBefore: null });

    expect(report.read).toBe(report.added + report.unchanged);
    expect(desk.store.db.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(20_000);
    expect(desk.store.db.pragma('quick_check', { simple: true })).toBe('ok');
    expect(indexDrift(desk.store)).toEqual({ missing: 0, stray: 0 });
    expect(threads(desk)).toBe(13_931);
    expect(readCase(desk, findCases(desk, 'sort:number', 1)[0] ?? 0).entries.length).toBeGreaterThan(0);
    desk.close();
  },
);
