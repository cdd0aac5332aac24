import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import { createDesk } from '../helpers/desk.ts';
import { KEY, type Pty, startDesk } from '../helpers/pty.ts';
import { seedAt } from '../helpers/seeded.ts';

/** A megabyte of three scripts, with line ends, and words that are keys. */
const MEGABYTE = Array.from(
  { length: 9_000 },
  (_, line) => `${line} q e ! s s Dạ em chào chị Nguyễn Thị Lan, ขอสอบถามเรื่องสินค้าชำรุดค่ะ 😩 The quick fox`,
).join('\n');

async function composer(): Promise<{ desk: Pty; path: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-paste-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'desk.db');
  await seedAt(path);
  const desk = startDesk([], { columns: 80, rows: 24, env: { DESK_HOME: folder, DESK_NOW: '2026-03-12T02:00:00Z' } });
  onTestFinished(() => desk.kill('SIGKILL'));
  await desk.sees('Inbox');
  await desk.type('/number:47');
  await desk.press(KEY.enter);
  await desk.type('r');
  await desk.sees('Reply in #47');
  return { desk, path };
}

const draftIn = (path: string): string => {
  const desk = createDesk({ path });
  const { drafts, case: shown } = readCase(desk, 47);
  desk.close();
  expect(shown.status).toBe('open');
  return drafts.reply?.text ?? '';
};

test('a megabyte that is pasted lands whole in the composer and in the store, and none of it is a key', async () => {
  expect(Buffer.byteLength(MEGABYTE)).toBeGreaterThan(1_000_000);
  const { desk, path } = await composer();
  await desk.pour(`\x1b[200~${MEGABYTE.replaceAll('\n', '\r')}\x1b[201~`);
  await desk.sees('8999 q e', 60_000);
  await desk.press(KEY.esc);
  await desk.sees('Draft kept');
  expect(draftIn(path)).toBe(MEGABYTE);
});

test('a megabyte from a terminal that brackets no paste is text in the composer, too', async () => {
  const { desk, path } = await composer();
  await desk.pour(MEGABYTE.replaceAll('\n', '\r'));
  await desk.sees('8999 q e', 60_000);
  await desk.press(KEY.esc);
  await desk.sees('Draft kept');
  expect(draftIn(path)).toBe(MEGABYTE);
});
