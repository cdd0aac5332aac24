import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import { readSources } from '../../src/intake/read.ts';
import { parseMail } from '../../src/mail/parse.ts';
import { builtDesk, tempFolder } from '../helpers/cli.ts';
import { corpora } from '../helpers/corpora.ts';

const root = corpora();
const db = join(tempFolder(), 'desk', 'desk.db');
/** A moment that no mail tells of. */
const NOW = '2031-07-17T11:23:45Z';
const HOUR = 3_600_000;

/** All folders that hold mails, and how many: those that the corpora's README counts, and what else is a mail. */
const FOLDERS: readonly (readonly [name: string, mails: number])[] = [
  ['zammad-mail', 65],
  ['discourse-mail', 58],
  ['chatwoot-mail', 20],
  ['freescout-mail', 8],
  ['notmuch', 294],
  ['mailarch', 84],
  ['spamassassin', 520],
  ['cpython-email', 47],
  ['enmime', 53],
  ['mailparser', 10],
  ['postal-mime', 5],
  ['reply-talon', 14],
  ['reply-trimmer', 4],
  ['reply-crisp', 0],
  ['reply-github', 0],
  ['reply-planer', 0],
  ['large', 20_000],
];

interface Imported {
  readonly read: number;
  readonly added: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly cases: { readonly added: number };
  readonly problems: readonly { readonly source: string; readonly reason: string }[];
}

const env = { ...process.env, DESK_DB: db, DESK_NOW: NOW, HOME: '/nonexistent' };

/** An import in a process of its own: what it reports, its seconds, and its peak of memory in MB (VmHWM). */
async function importFolder(name: string): Promise<Imported & { seconds: number; peak: number }> {
  const began = performance.now();
  const args = [builtDesk(), '--json', 'import', '--keep-open', '--me', 'shop@desk.example', join(root ?? '', name)];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 20);
  let out = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  expect([0, 65]).toContain(code); // 65: files that are no mails are told of
  return { ...(JSON.parse(out) as Imported), seconds: (performance.now() - began) / 1000, peak };
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // it has ended
  }
}

const table: Record<string, Record<string, number>> = {};
afterAll(() => console.table(table));

/** A file that is no mail is told of; every other problem keeps the mail. */
const LOST = /^(?!not a mail, mailbox or desk file$|empty file$)(?!.*the original is kept\.$)/;

describe.skipIf(root === null)('all mails of the corpora in one store', () => {
  test('every folder with mails is in the list', () => {
    const others = /^(hostile|export-|text-)/;
    const names = readdirSync(root ?? '', { withFileTypes: true }).filter((one) => one.isDirectory());
    expect(FOLDERS.map(([name]) => name).toSorted()).toEqual(
      names
        .map(({ name }) => name)
        .filter((name) => !others.test(name))
        .toSorted(),
    );
  });

  test.each(FOLDERS)('%s: %i mails, none lost, under 400 MB', async (name, mails) => {
    const { read, added, unchanged, skipped, cases, problems, seconds, peak } = await importFolder(name);
    const round = (value: number): number => Math.round(value * 10) / 10;
    table[name] = {
      mails: read,
      cases: cases.added,
      problems: problems.length,
      seconds: round(seconds),
      MB: round(peak),
    };

    expect({ read, skipped, filed: added + unchanged }).toEqual({ read: mails, skipped: 0, filed: mails });
    expect(problems.filter(({ reason }) => LOST.test(reason))).toEqual([]);
    expect(peak).toBeLessThan(400);
  });

  test('no mail is dated now', () => {
    const store = new Database(db, { readonly: true });
    const dates = store.prepare<[], number>('SELECT at FROM entries WHERE at IS NOT NULL').pluck().all();
    store.close();
    const isNow = (at: number): boolean => Math.abs(at - Date.parse(NOW)) < HOUR || Math.abs(at - Date.now()) < HOUR;
    expect(dates.length).toBeGreaterThan(20_000);
    expect(dates.filter((at) => isNow(at) || at === 0)).toEqual([]);
  });

  test('no single mail takes 10 seconds of work', async () => {
    let slowest = { ref: '', ms: 0 };
    for await (const one of readSources(FOLDERS.map(([name]) => join(root ?? '', name)))) {
      if (one.kind !== 'mail') continue;
      const before = process.cpuUsage();
      await parseMail(one.raw, one);
      const { user, system } = process.cpuUsage(before);
      const ms = (user + system) / 1000;
      if (ms > slowest.ms) slowest = { ref: `${one.source}:${one.ref}`, ms };
    }
    console.log(`slowest mail: ${slowest.ms.toFixed(0)} ms of work, ${slowest.ref}`);
    expect(slowest.ms).toBeLessThan(10_000);
  });

  test.each(FOLDERS)('%s again adds nothing', async (name, mails) => {
    expect(await importFolder(name)).toMatchObject({ read: mails, added: 0, unchanged: mails, cases: { added: 0 } });
  });

  test('the doctor finds nothing wrong', () => {
    const { status, stdout } = spawnSync(process.execPath, [builtDesk(), 'doctor', '--deep'], {
      env,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, expect.not.stringContaining('!!')]);
  });
});
