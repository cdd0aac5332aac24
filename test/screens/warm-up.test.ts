import { expect, test } from 'vitest';
import { createWarmUp, warmUpWhenQuiet } from '../../src/tui/warm-up.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

const written = ({ desk }: Screens): unknown => desk.store.db.prepare('SELECT total_changes() AS rows').get();

test('keys are pressed unseen: nothing is written, and what the agent looks at stays as it is', async () => {
  const screens = await openScreens({ seed: true });
  const [before, state, rows] = [screens.screen(), screens.state(), written(screens)];
  const press = createWarmUp(screens.desk, screens.state());
  let pressed = 0;
  while (press()) pressed += 1;
  expect(pressed).toBeGreaterThan(30);
  expect([screens.screen(), screens.state(), written(screens)]).toEqual([before, state, rows]);
});

/** Time that a test lets go by. */
function ownClock() {
  let now = 0;
  const timers: { at: number; work: () => void }[] = [];
  const wait = (ms: number): void => {
    for (const until = now + ms; now < until; ) {
      now += 1;
      for (const one of timers.splice(0))
        if (one.at <= now) one.work();
        else timers.push(one);
    }
  };
  return {
    wait,
    now: () => now,
    after: (ms: number, work: () => void) => void timers.push({ at: now + ms, work }),
    left: () => timers.length,
  };
}

test('they wait until nobody types, and end', async () => {
  const screens = await openScreens({ seed: true });
  const clock = ownClock();
  let keyAt = 0;
  const asked: number[] = [];
  const state = () => {
    asked.push(clock.now());
    return screens.state();
  };
  const program = { ...screens.program, state };
  warmUpWhenQuiet(screens.desk, program, { quietFor: () => clock.now() - keyAt, after: clock.after });
  for (; clock.now() < 3_000; keyAt = clock.now()) clock.wait(300);
  expect(asked).toEqual([]);
  clock.wait(5_000);
  expect(asked).toHaveLength(1);
  expect(clock.left()).toBe(0);
});

test('what goes wrong in them is not told', async () => {
  const screens = await openScreens({ seed: true });
  const clock = ownClock();
  warmUpWhenQuiet(screens.desk, screens.program, { quietFor: () => 1_000, after: clock.after });
  screens.desk.store.db.exec('DROP TABLE ratings');
  clock.wait(2_000);
  expect(clock.left()).toBe(0);
});
