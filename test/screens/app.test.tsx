import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink-testing-library';
import { afterEach, expect, it } from 'vitest';
import { App } from '../../src/tui/App.tsx';
import { createPerformer } from '../../src/tui/perform.ts';
import { createProgram } from '../../src/tui/program.ts';
import { startState } from '../../src/tui/start.ts';
import { update } from '../../src/tui/update.ts';
import { createDesk } from '../helpers/desk.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

it('a key typed at the terminal moves the cursor that is drawn', async () => {
  const desk = createDesk();
  await desk.seed();
  const perform = createPerformer(desk, {
    quit() {},
    suspend() {},
    editOutside() {},
    copy() {},
    pipe() {},
    files: { folder: (typed) => typed, scratch: () => '', open: async () => null },
    later() {},
    after: (ms, work) => void setTimeout(work, ms),
  });
  const program = createProgram(startState(desk, { columns: 80, rows: 24 }), update, perform);
  const { stdin, lastFrame, unmount } = render(<App program={program} onSuspender={() => {}} />);
  ends.push(unmount, desk.close);
  const cursor = (): number =>
    stripVTControlCharacters(lastFrame() ?? '')
      .split('\n')
      .findIndex((line) => line.startsWith('›'));
  const soon = { timeout: 30_000 };
  await expect.poll(cursor, soon).toBeGreaterThan(0);
  const before = cursor();

  stdin.write('j');
  await expect.poll(cursor, soon).toBe(before + 1);
});
