import { expect, test } from 'vitest';
import { startDesk } from '../helpers/pty.ts';

const SETTLE_MS = 60;

test.each([
  ['80×24', 80, 24, '76×24', 76, 24],
  ['120×30', 120, 30, '90×30', 90, 30],
  ['118×24', 118, 24, '140×40', 140, 40],
] as const)('a window of %s (%i, %i) that becomes %s is drawn as one that always was', async (...sizes) => {
  const [, columns, rows, , newColumns, newRows] = sizes;
  const desk = startDesk(['demo'], { columns, rows });
  await desk.sees('1/23');
  desk.resize(newColumns, newRows);
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  await desk.press('j', 'k');
  const always = startDesk(['demo'], { columns: newColumns, rows: newRows });
  await always.sees('1/23');
  await always.press('j', 'k');
  // the start line goes with the first key that is heard; how many are overdue depends on the hour
  for (const one of [desk, always]) await one.noLonger(/\d overdue\./);

  await expect
    .poll(() => desk.screen() === always.screen() || `${desk.screen()}\n≠\n${always.screen()}`, {
      timeout: 10_000,
    })
    .toBe(true);

  desk.kill();
  always.kill();
});
