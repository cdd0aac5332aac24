import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { KEY, startDesk } from '../helpers/pty.ts';
import { seedAt } from '../helpers/seeded.ts';

const ROOT = join(import.meta.dirname, '../..');
const FIRST = 'Inbox';
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-start-'));
  await seedAt(join(folder, 'desk.db'));
  return () => rmSync(folder, { recursive: true, force: true });
});
const open = (env: Readonly<Record<string, string>> = {}) => {
  const desk = startDesk([], {
    columns: 120,
    rows: 40,
    env: { DESK_HOME: folder, DESK_NOW: '2026-03-12T02:00:00Z', ...env },
  });
  onTestFinished(() => desk.kill('SIGKILL'));
  return desk;
};
/** Ink has the keys from here on: it asks for pastes to be marked. */
const INK = '\x1b[?2004h';

test('the first rows are there before Ink is, and Ink changes nothing about them', async () => {
  const desk = open();
  await desk.sees('? help');
  const before = desk.screen();
  await expect.poll(() => desk.written().includes(INK), { timeout: 30_000 }).toBe(true);
  expect(desk.written().indexOf('? help')).toBeLessThan(desk.written().indexOf(INK));
  await desk.press('');
  expect(desk.screen()).toBe(before);
  expect(desk.written().split('\x1b[?1049h')).toHaveLength(2); // entered once: no terminal has a reason to clear it
});

test('keys that are typed before Ink is there are neither echoed nor lost', async () => {
  const desk = open();
  await expect.poll(() => desk.written().includes(FIRST), { interval: 1, timeout: 30_000 }).toBe(true);
  await desk.type('jj');
  await desk.sees('3/');
  expect(desk.written()).not.toContain('jj');
  await desk.press('q', 'y', KEY.enter);
});

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGINT', 130],
])('%s between the first rows and Ink ends desk with %d, and the terminal is as it was', async (signal, code) => {
  const desk = open();
  await expect.poll(() => desk.written().includes(FIRST), { interval: 1, timeout: 30_000 }).toBe(true);
  desk.kill(signal);
  expect((await desk.ended).code).toBe(code);
  await expect.poll(desk.alternate).toBe(false);
  expect(desk.written().trimEnd().endsWith('\x1b[?25h')).toBe(true);
});

test('nothing is shown before it can be said to a screen reader', async () => {
  const desk = open({ INK_SCREEN_READER: 'true' });
  await expect.poll(() => desk.written().includes(FIRST), { interval: 1, timeout: 30_000 }).toBe(true);
  expect(desk.written()).not.toContain('│');
});

test('where the rest of desk cannot be loaded the terminal is given back, and the reason is on it', async () => {
  const copy = join(folder, 'copy');
  for (const name of ['bin', 'dist', 'package.json']) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  for (const name of readdirSync(join(copy, 'dist')))
    if (/^ink-.*\.js$/.test(name)) writeFileSync(join(copy, 'dist', name), "throw new Error('half a build');");
  const env = { DESK_HOME: folder, DESK_NOW: '2026-03-12T02:00:00Z' };
  const desk = startDesk([], {
    columns: 120,
    rows: 40,
    env,
    shell: `"$1" "${copy}/bin/desk.js"; echo ended $?; stty -a`,
  });
  await desk.sees('ended 1');
  await desk.sees(/(?<!-)icanon[\s\S]*(?<!-)echo/);
  await desk.sees('half a build');
  expect(desk.alternate()).toBe(false);
});
