import { join } from 'node:path';
import { interleaved } from './pairs.ts';
import { line, title } from './report.ts';
import type { Bench } from './stores.ts';

export const DESK = join(import.meta.dirname, '../../bin/desk.js');
const NODE = process.execPath;
const ROUNDS = 15;

/** How long commands take that only read, against a Node that does nothing. */
export async function benchStart({ small, large }: Bench): Promise<void> {
  const desk = (...args: string[]) => [NODE, DESK, ...args] as const;
  const [floor, ...commands] = await interleaved(
    [
      { name: 'node -e 0', run: [NODE, '-e', '0'] },
      { name: 'desk list -n 50, 1,000 cases', run: desk('--db', small, 'list', '-n', '50') },
      { name: 'desk list -n 50, 100,000 cases', run: desk('--db', large, 'list', '-n', '50') },
      { name: 'desk list -n 50 refund, 100,000 cases', run: desk('--db', large, 'list', '-n', '50', 'refund') },
      { name: 'desk show 77 --json, 100,000 cases', run: desk('--db', large, 'show', '77', '--json') },
      { name: 'desk --help', run: desk('--help') },
    ],
    ROUNDS,
  );
  title(`Start (× node -e 0, ${floor?.wall.toFixed(0)} ms here)`);
  for (const { name, ratio, peak } of commands)
    line(name, ratio, '×', name.startsWith('desk list') ? { first: 2, goal: 1.5 } : undefined, `${peak.toFixed(0)} MB`);
}
