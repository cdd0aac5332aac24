import { findCases, readCase, readRows, readStanding, viewCounts } from '../../src/actions/read-cases.ts';
import { VIEWS } from '../../src/domain/views.ts';
import { createDesk, type Desk } from '../helpers/desk.ts';
import { percentile } from './pairs.ts';
import { type Bar, line, title } from './report.ts';
import type { Bench } from './stores.ts';

const PAGE = { first: 1, goal: 0.5 };
const COUNTS = { first: 0.1, goal: 0.05 };
const WORD = { first: 10, goal: 6 };
const PHRASE = { first: 40, goal: 20 };

/** What the screens ask of the store: ms on 100,000 cases, and how that grows from 1,000. The floor: one row by its key. */
export function benchStore({ small, large }: Bench): void {
  title('Questions to the store (100,000 cases; p99; × the same on 1,000; × one row by its key)');
  const few = askAll(small);
  const many = askAll(large);
  const floor = many.find(({ name }) => name === FLOOR)?.p50 ?? Number.NaN;
  for (const { name, p50, p99, bar } of many) {
    const before = few.find((one) => one.name === name)?.p50 ?? Number.NaN;
    const more = `p50 ${p50.toFixed(3)} ms, ${(p50 / before).toFixed(1)} × at 1,000, ${(p50 / floor).toFixed(0)} × the floor`;
    line(name, p99, 'ms', bar, more);
  }
}

type Question = readonly [name: string, ask: (n: number) => unknown, bar?: Bar];

interface Asked {
  readonly name: string;
  readonly p50: number;
  readonly p99: number;
  readonly bar: Bar | undefined;
}

const FLOOR = 'one row by its key';

function askAll(path: string): Asked[] {
  const desk = createDesk({ path, readOnly: true });
  try {
    return questions(desk).map(([name, ask, bar]) => {
      const times: number[] = [];
      for (let n = 0, until = performance.now() + 1500; n < 300 && (n < 5 || performance.now() < until); n += 1) {
        const started = performance.now();
        ask(n);
        times.push(performance.now() - started);
      }
      return { name, p50: percentile(times, 0.5), p99: percentile(times, 0.99), bar };
    });
  } finally {
    desk.close();
  }
}

function questions(desk: Desk): Question[] {
  const numbers = findCases(desk, 'sort:number', 100_000);
  const some = (n: number): number => numbers[(n * 7919) % numbers.length] ?? 1;
  const page = (n: number): number[] => Array.from({ length: 50 }, (_, at) => some(n * 50 + at));
  const floor = desk.store.db.prepare('SELECT * FROM cases WHERE number = ?');
  const find = (query: string, bar: Bar) => [query, () => findCases(desk, query, 50), bar] as const;
  return [
    [FLOOR, (n) => floor.get(some(n))],
    ...VIEWS.map(({ id, query }) => [`view ${id}, 50`, () => findCases(desk, query, 50), PAGE] as const),
    ['rows of 50', (n) => readRows(desk, page(n)), PAGE],
    ['view counts', () => viewCounts(desk), COUNTS],
    ['standing', () => readStanding(desk)],
    ['a case', (n) => readCase(desk, some(n))],
    find('status:pending', PAGE),
    find('tag:tag7 is:open', PAGE),
    find('customer:"customer 77"', WORD),
    find('from:c77@x', WORD),
    ['a rare word', (n) => findCases(desk, `ord-${some(n)}`, 50), WORD],
    find('refund', WORD),
    find('"hoàn tiền"', PHRASE),
    find('refund warranty is:open', WORD),
    find('ซักผ้า', PHRASE),
  ];
}
