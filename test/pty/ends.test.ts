import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import { createDesk } from '../helpers/desk.ts';
import { KEY, type Pty, startDesk } from '../helpers/pty.ts';
import { seedAt } from '../helpers/seeded.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Desk {
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly draft: () => string | undefined;
}

/** The demo's cases in a store of their own. */
async function store(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-ends-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await seedAt(join(folder, 'desk.db'));
  const env = { DESK_HOME: folder, DESK_NOW: '2026-03-12T02:00:00Z' };
  return {
    env,
    folder,
    draft: () => {
      const desk = createDesk({ path: join(folder, 'desk.db') });
      const { drafts } = readCase(desk, 47);
      desk.close();
      return drafts.reply?.text;
    },
  };
}

/** Writes a reply in case 47, the last word less than a moment ago. */
async function writeReply(desk: Pty): Promise<void> {
  await desk.sees('Inbox');
  await desk.type('/number:47');
  await desk.press(KEY.enter);
  await desk.type('r');
  await desk.sees('Reply in #47');
  await desk.type('Dạ em xem ngay ạ');
  await desk.sees('ngay ạ');
}

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGQUIT', 131],
])('%s ends desk with %d: the draft is kept and the terminal is as it was', async (signal, code) => {
  const { env, draft } = await store();
  const desk = startDesk([], { columns: 80, rows: 24, env });
  await writeReply(desk);
  desk.kill(signal);
  expect((await desk.ended).code).toBe(code);
  await pause(50);
  expect(desk.alternate()).toBe(false);
  expect(desk.written()).toContain('\x1b[?25h');
  expect(draft()).toBe('Dạ em xem ngay ạ');
});

test('a window that is closed ends desk, and the draft is kept', async () => {
  const { env, draft } = await store();
  const desk = startDesk([], { columns: 80, rows: 24, env });
  await writeReply(desk);
  desk.close();
  await expect.poll(() => alive(desk.pid), { timeout: 30_000 }).toBe(false);
  expect(draft()).toBe('Dạ em xem ngay ạ');
});

test('a terminal that is gone without a signal ends desk with 129, and the draft is kept', async () => {
  const { env, draft, folder } = await store();
  const told = join(folder, 'code');
  // in a session of its own no hang-up reaches it: it reads an end or an error, and writes get one
  const shell = `trap '' HUP; setsid -w "$@"; echo $? > "${told}"`;
  const desk = startDesk([], { columns: 80, rows: 24, env, shell });
  await writeReply(desk);
  desk.close();
  await expect.poll(() => existsSync(told) && readFileSync(told, 'utf8').trim(), { timeout: 30_000 }).toBe('129');
  expect(draft()).toBe('Dạ em xem ngay ạ');
});

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
