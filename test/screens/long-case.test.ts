import { expect, test } from 'vitest';
import { createDesk } from '../helpers/desk.ts';
import { openLongCase } from '../helpers/long-case.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

/** Processor time (µs) that some keys and their frames take: the least of several rounds, the first not counted. */
function timeOf(work: () => void): number {
  work();
  const rounds = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    for (let n = 0; n < 5; n += 1) work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...rounds);
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
    const cost = async (messages: number): Promise<number> => {
      const desk = await withCase(messages, size);
      KEYS[key]?.open(desk);
      return timeOf(() => {
        KEYS[key]?.press(desk);
        desk.frame();
      });
    };
    const short = await cost(50);
    const long = await cost(5000);
    expect(long / short).toBeLessThan(2);
  },
);

test('in the composer the customer’s newest word stands in sight, however long the case is', async () => {
  const desk = await withCase(5000, '120x40');
  desk.press('reply');
  desk.sees('Tin số 4999.');
  desk.sees('Tin số 5000.');
});
