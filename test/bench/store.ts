import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCases, readCase, readRows, readStanding, viewCounts } from '../../src/actions/read-cases.ts';
import { VIEWS } from '../../src/domain/views.ts';
import { createDesk, DEMO_NOW } from '../helpers/desk.ts';
import { fillStore } from './make-store.ts';

/**
 * Times what the screens ask of the store, on so many cases: `node test/bench/store.ts [CASES] [STORE]`. The store is
 * made on the first run and used again.
 */
const cases = Number(process.argv[2] ?? 100_000);
const path = process.argv[3] ?? join(tmpdir(), `desk-bench-${cases}`, 'desk.db');
const fresh = !existsSync(path);
const desk = createDesk({ path });
if (fresh)
  fillStore(desk.store, cases, DEMO_NOW, (made) => {
    if (made % 10_000 === 0) console.error(`${made} cases`);
  });

const numbers = findCases(desk, 'sort:number', cases);
const some = (n: number): number => numbers[(n * 7919) % numbers.length] ?? 1;

const QUESTIONS: readonly (readonly [string, (n: number) => unknown])[] = [
  ...VIEWS.map(({ id, query }): [string, (n: number) => unknown] => [
    `view ${id}, 50`,
    () => findCases(desk, query, 50),
  ]),
  [
    'rows of 50',
    (n) =>
      readRows(
        desk,
        Array.from({ length: 50 }, (_, at) => some(n * 50 + at)),
      ),
  ],
  ['view counts', () => viewCounts(desk)],
  ['standing', () => readStanding(desk)],
  ['a case', (n) => readCase(desk, some(n))],
  ['status:pending', () => findCases(desk, 'status:pending', 50)],
  ['tag:tag7 is:open', () => findCases(desk, 'tag:tag7 is:open', 50)],
  ['customer:"customer 77"', () => findCases(desk, 'customer:"customer 77"', 50)],
  ['from:c77@x', () => findCases(desk, 'from:c77@x', 50)],
  ['a rare word', (n) => findCases(desk, `ord-${some(n)}`, 50)],
  ['a common word', () => findCases(desk, 'refund', 50)],
  ['a phrase', () => findCases(desk, '"hoàn tiền"', 50)],
  ['two words, open', () => findCases(desk, 'refund warranty is:open', 50)],
  ['Thai', () => findCases(desk, 'ซักผ้า', 50)],
];

const line = (name: string, p50: number, p99: number): string =>
  `${name.padEnd(28)}${p50.toFixed(2).padStart(9)} ms p50${p99.toFixed(2).padStart(9)} ms p99`;

for (const [name, ask] of QUESTIONS) {
  const times: number[] = [];
  for (let n = 0, until = performance.now() + 1500; n < 300 && (n < 5 || performance.now() < until); n += 1) {
    const started = performance.now();
    ask(n);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  console.log(line(name, times[Math.floor(times.length / 2)] ?? 0, times[Math.floor(times.length * 0.99)] ?? 0));
}
desk.close();
