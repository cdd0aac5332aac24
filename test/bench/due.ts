import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openWindow } from '../../src/actions/page-cases.ts';
import { countFound, findCases, readStanding } from '../../src/actions/read-cases.ts';
import { readAgenda } from '../../src/actions/read-commitments.ts';
import { catchUp } from '../../src/store/due.ts';
import { createDesk, DEMO_NOW, type Desk } from '../helpers/desk.ts';
import { percentile } from './pairs.ts';
import { type Bar, line, title } from './report.ts';
import type { Bench } from './stores.ts';

const PAGE = { first: 1, goal: 0.5 };
const LOCK = { first: 25, goal: 12 };
const SLICE_MS = 6;

/** 100,000 cases, every one of them open: deadlines after a change of hours, the list by deadline, the overdue view. */
export function benchDue({ folder, large }: Bench): void {
  title('Deadlines of 100,000 open cases (p99; a change of hours; the list by deadline)');
  const path = join(folder, 'open.db');
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  copyFileSync(large, path);
  const desk = createDesk({ path, now: DEMO_NOW, tick: 0 });
  desk.store.db.exec(`UPDATE cases SET status = 'open', is_open = 1, snooze_mode = NULL, snooze_until = NULL;
    UPDATE events SET new = 'open' WHERE field = 'created';
    INSERT INTO commitments (kind, case_number, at, text, made_at, author)
      SELECT iif(number % 2, 'promise', 'follow-up'), number, ${DEMO_NOW} + (number - 5000) * 3600000, 'x', 1, 'bench'
        FROM cases WHERE number <= 10000;
    UPDATE clock_state SET rules = rules + 1, at_case = 0`);
  const slices: number[] = [];
  const started = performance.now();
  for (let more = true; more; ) {
    const from = performance.now();
    more = catchUp(desk.store, DEMO_NOW, SLICE_MS, () => performance.now());
    slices.push(performance.now() - from);
  }
  const all = performance.now() - started;
  line(
    'a slice between two keys',
    percentile(slices, 0.99),
    'ms',
    LOCK,
    `p50 ${percentile(slices, 0.5).toFixed(1)} ms`,
  );
  line('all of it', all / 1000, 's', undefined, `${((all / 100_000) * 1000).toFixed(0)} µs a case`);
  for (const [name, ask, bar] of questions(desk)) {
    const times = Array.from({ length: 200 }, () => {
      const from = performance.now();
      ask();
      return performance.now() - from;
    });
    line(name, percentile(times, 0.99), 'ms', bar, `p50 ${percentile(times, 0.5).toFixed(3)} ms`);
  }
  desk.close();
}

function questions(desk: Desk): (readonly [name: string, ask: () => unknown, bar?: Bar])[] {
  const find = (query: string) => [query, () => findCases(desk, query, 50), PAGE] as const;
  return [
    find('is:open -is:snoozed sort:due'),
    find('is:overdue sort:due'),
    find('due<1h sort:due'),
    ['its end', () => openWindow(desk, 'is:open sort:due', 50, 'end'), PAGE],
    ['how many are overdue', () => countFound(desk, 'is:overdue sort:due')],
    ['standing', () => readStanding(desk)],
    ['the day’s list of 10,000', () => readAgenda(desk)],
  ];
}
