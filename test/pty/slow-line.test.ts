import { readFileSync } from 'node:fs';
import xterm from '@xterm/headless';
import { expect, onTestFinished, test } from 'vitest';
import { startDesk } from '../helpers/pty.ts';

/** Blanks that were written at the end of a row are none to the eye. */
const seenAs = (screen: string): string => screen.replace(/ +$/gm, '');
const bytesOf = (text: string): number => Buffer.byteLength(text);

test('a key writes a small part of a screen, and what is typed ahead of a slow line arrives', async () => {
  const desk = startDesk(['demo'], { columns: 80, rows: 24 });
  onTestFinished(() => desk.kill('SIGKILL'));
  await desk.sees(/^› +36 /m);
  const whole = bytesOf(desk.screen());

  const before = bytesOf(desk.written());
  await desk.press('j', 'j', 'j', 'j', 'j');
  await desk.sees('6/23');
  expect((bytesOf(desk.written()) - before) / 5).toBeLessThan(whole / 3);

  // nobody reads for a while: what is typed meanwhile counts, and no whole screens pile up for it
  desk.pause();
  const held = bytesOf(desk.written());
  for (let key = 0; key < 12; key += 1) await desk.press('j');
  desk.resume();
  await desk.sees('18/23');
  expect(bytesOf(desk.written()) - held).toBeLessThan(12 * (whole / 3));
});

/** the clock stands: what a slow line takes a minute for says the same ages */
const SIZE = { columns: 120, rows: 40, env: { DESK_NOW: '2026-03-12T09:00:00Z' } };
/** Each of them counts: two selections in different places, and a way down and up. */
const TYPED = [...'jjjjxjjjjjkkxjjjkjjj'];
const FRAME_ENDS = '\x1b[?2026l';

/** The emulator's rows after each whole frame of what was written. */
async function frames(written: string): Promise<string[][]> {
  const terminal = new xterm.Terminal({ cols: SIZE.columns, rows: SIZE.rows, allowProposedApi: true });
  const seen: string[][] = [];
  for (const part of written.split(FRAME_ENDS).slice(0, -1)) {
    await new Promise<void>((resolve) => terminal.write(`${part}${FRAME_ENDS}`, resolve));
    const { active } = terminal.buffer;
    seen.push(Array.from({ length: SIZE.rows }, (_, row) => active.getLine(row)?.translateToString(true) ?? ''));
  }
  terminal.dispose();
  return seen;
}

/** What a frame of the list says three times: the row under the hand, its place, and the case beside it. */
function placesIn(rows: readonly string[]): { hand: number; counted: number; number: string; beside: string } {
  const hand = rows.findIndex((row) => row.startsWith('›'));
  const counted = Number(/ (\d+)\/23/.exec(rows[1] ?? '')?.[1]);
  const number = /^›.? +(\d+) /.exec(rows[hand] ?? '')?.[1] ?? '';
  const beside = /│ #(\d+)/.exec(rows[1] ?? '')?.[1] ?? '';
  return { hand: hand - 1, counted, number, beside };
}

/** Bytes that the process holds in memory; 0 where the system does not say. */
function memoryOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

// the slower one takes half a minute: a test of the deep ones
const LINES = [['57600 baud', 5760] as const, ...(process.env['DESK_DEEP'] ? [['9600 baud', 960] as const] : [])];

test.each(LINES)(
  'over a line of %s every key counts in its order, no frame is half, and the last one is right',
  async (_, bytesPerSecond) => {
    const quick = startDesk(['demo'], SIZE);
    onTestFinished(() => quick.kill('SIGKILL'));
    await quick.sees('1/23');
    await quick.press(...TYPED);
    await quick.sees('15/23');
    await quick.settled();

    const slow = startDesk(['demo'], { ...SIZE, bytesPerSecond });
    onTestFinished(() => slow.kill('SIGKILL'));
    await slow.sees('1/23', 60_000);
    await slow.sees('? help', 60_000);
    const before = bytesOf(slow.written());
    const memory = memoryOf(slow.pid);
    await slow.press(...TYPED);
    await slow.sees('15/23', 120_000);
    await expect.poll(() => seenAs(slow.screen()), { timeout: 60_000 }).toBe(seenAs(quick.screen()));

    const drawn = await frames(slow.written());
    expect(drawn.length).toBeGreaterThan(1);
    for (const rows of drawn.slice(1)) {
      const { hand, counted, number, beside } = placesIn(rows);
      expect(hand, rows.join('\n')).toBe(counted);
      expect(number).toBe(beside);
    }
    expect(bytesOf(slow.written()) - before).toBeLessThan(TYPED.length * (bytesOf(quick.screen()) / 3));
    expect(memoryOf(slow.pid)).toBeLessThanOrEqual(memory * 1.5);
  },
);
