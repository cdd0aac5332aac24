import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { corpora } from '../helpers/corpora.ts';

const DESK = join(import.meta.dirname, '../../bin/desk.js');
const home = mkdtempSync(join(tmpdir(), 'desk-large-'));
const root = corpora();
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Report {
  read: number;
  added: number;
  unchanged: number;
  skipped: number;
  problems: unknown[];
}

/** Imports the 20 000 list mails; wall seconds, and what the import said. */
function run(): { seconds: number; report: Report } {
  const began = performance.now();
  const args = [DESK, '--json', 'import', '--keep-open', join(root ?? '', 'large/lists-20k.mbox.gz')];
  const { stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, DESK_HOME: home },
    maxBuffer: 1e8,
  });
  return { seconds: (performance.now() - began) / 1000, report: JSON.parse(stdout) };
}

it.skipIf(root === null)('20 000 list mails come in whole, and a second time nothing is added', () => {
  const first = run();
  const second = run();

  console.log(`first ${first.seconds.toFixed(1)} s, second ${second.seconds.toFixed(1)} s`);
  expect(first.report).toMatchObject({ read: 20_000, skipped: 0 });
  expect(first.report.added + first.report.unchanged).toBe(20_000);
  expect(second.report).toMatchObject({ read: 20_000, added: 0, unchanged: 20_000 });
  expect(second.seconds).toBeLessThan(first.seconds * 0.25);
  const doctor = execFileSync(process.execPath, [DESK, 'doctor'], {
    encoding: 'utf8',
    env: { ...process.env, DESK_HOME: home },
  });
  expect(doctor).not.toContain('!!');
});
