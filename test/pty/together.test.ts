import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DESK, KEY, type Pty, startDesk } from '../helpers/pty.ts';
import { seedAt } from '../helpers/seeded.ts';

interface Together {
  readonly window: () => Promise<Pty>;
  readonly cli: (...args: string[]) => string;
  readonly folder: string;
}

/** Several programs on one store with the demo in it. */
async function together(): Promise<Together> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-together-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await seedAt(join(folder, 'desk.db'));
  const env = { DESK_HOME: folder, DESK_NOW: '2026-03-12T02:00:00Z' };
  return {
    folder,
    window: async () => {
      const desk = startDesk([], { columns: 120, rows: 40, env });
      onTestFinished(() => desk.kill('SIGKILL'));
      await desk.sees('1 Inbox');
      return desk;
    },
    cli: (...args) =>
      execFileSync(process.execPath, [DESK, ...args], { encoding: 'utf8', env: { ...process.env, ...env } }),
  };
}

const underHand = (desk: Pty): number => desk.rows().findIndex((row) => row.startsWith('›'));
const numberUnderHand = (desk: Pty): string | undefined => /^› *(\d+)/.exec(desk.rows()[underHand(desk)] ?? '')?.[1];

test('what another program does shows by itself, and the case under the hand stays where it is', async () => {
  const { window, cli } = await together();
  const desk = await window();
  await desk.press('j', 'j', 'j', 'j', 'j');
  await desk.sees('6/23');
  const row = underHand(desk);
  const number = numberUnderHand(desk);

  cli('new', '--customer', 'lan@khach.example', '--subject', 'Máy kêu to');
  await desk.sees('1 Inbox 24');
  cli('set', '20', 'priority=urgent');
  await desk.sees(/ 20 !!/);
  cli('set', '50', 'status=solved');
  await desk.sees('1 Inbox 23');
  expect(numberUnderHand(desk)).toBe(number);

  const second = await window();
  await second.press('q');
  await second.sees('Quit?');
  await second.press('q');
  await second.ended;
  expect(numberUnderHand(desk)).toBe(number);
  expect(row).toBeGreaterThan(0);
});

test('she wrote again while the agent typed: the words stay, and the review says so before anything is sent', async () => {
  const { window, cli, folder } = await together();
  const mailbox = join(folder, 'first.mbox');
  const mail = (id: number, text: string): string =>
    `From lan@khach.example Thu Mar 12 01:0${id}:00 2026\nFrom: Lan <lan@khach.example>\nTo: cskh@maymoi.example\nSubject: May giat keu\nDate: Thu, 12 Mar 2026 08:0${id}:00 +0700\nMessage-ID: <again-${id}@khach.example>\n${id === 1 ? '' : 'In-Reply-To: <again-1@khach.example>\n'}\n${text}\n\n`;
  writeFileSync(mailbox, mail(1, 'May keu to qua.'));
  cli('import', mailbox);
  const number = cli('list', '-q', 'from:lan@khach.example').trim();

  const desk = await window();
  await desk.type(`/number:${number}`);
  await desk.press(KEY.enter, 'r');
  await desk.sees(`Reply in #${number}`);
  await desk.type('Em gui tho ngay');
  writeFileSync(mailbox, mail(2, 'Thoi, may het keu roi.'));
  cli('import', mailbox);
  await desk.sees('het keu roi');
  await desk.sees('Em gui tho ngay');

  await desk.press(KEY.ctrl('s'));
  await desk.sees('The case has changed since you began to write.');
  await desk.sees('Em gui tho ngay');
});
