import { expect, onTestFinished, test } from 'vitest';
import { startDesk } from '../helpers/pty.ts';

test('with a screen reader desk starts without panes, and each move says the new row first', async () => {
  const desk = startDesk(['demo'], { columns: 140, rows: 40, env: { INK_SCREEN_READER: 'true' } });
  onTestFinished(() => desk.kill('SIGKILL'));
  await desk.sees('1 Inbox');
  await desk.sees(/^› +36 /m);
  await desk.press('j');
  await desk.sees(/^› +54 /m);
  expect(desk.rows()[0]).toMatch(/^› +54 /);
  expect(desk.screen()).not.toMatch(/[\u2500-\u257f]/u);
});
