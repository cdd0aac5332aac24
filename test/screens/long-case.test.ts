import { expect, test } from 'vitest';
import { createDesk } from '../helpers/desk.ts';
import { openLongCase } from '../helpers/long-case.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

/** Processor time (µs) that each of some works takes, in turns: the least of several rounds, the first not counted. */
function timesOf(works: readonly (() => void)[]): number[] {
  const least = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = -1; round < 12; round += 1)
    for (const [at, work] of works.entries()) {
      const before = process.cpuUsage();
      for (let n = 0; n < 5; n += 1) work();
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) least[at] = Math.min(least[at] ?? 0, user + system);
    }
  return least;
}

async function withCase(messages: number, size: string): Promise<Screens> {
  const desk = createDesk();
  openLongCase(desk, messages);
  return openScreens({ desk, size });
}

const KEYS: Readonly<Record<string, { open: (desk: Screens) => void; press: (desk: Screens) => void }>> = {
  'a letter in the composer': {
    open: (desk) => desk.press('reply'),
    press: (desk) => desk.key('a', 'Backspace'),
  },
  'a scroll in the case': {
    open: (desk) => desk.press('open'),
    press: (desk) => desk.press('scroll-up', 'scroll-down', 'page-up', 'page-down'),
  },
};

test.each(Object.keys(KEYS).flatMap((key) => ['80x24', '120x40', '200x60'].map((size) => [key, size] as const)))(
  '%s at %s costs the same among 5000 messages as among 50',
  async (key, size) => {
    const opened = async (messages: number): Promise<() => void> => {
      const desk = await withCase(messages, size);
      KEYS[key]?.open(desk);
      return () => {
        KEYS[key]?.press(desk);
        desk.frame();
      };
    };
    const [short = 0, long = 0] = timesOf([await opened(50), await opened(5000)]);
    expect(long / short).toBeLessThan(2);
  },
);

test('in the composer the customer’s newest word stands in sight, however long the case is', async () => {
  const desk = await withCase(5000, '120x40');
  desk.press('reply');
  desk.sees('Tin số 4999.');
  desk.sees('Tin số 5000.');
});
