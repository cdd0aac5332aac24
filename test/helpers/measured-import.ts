import { importSources } from '../../src/actions/import/import.ts';
import { createDesk } from './desk.ts';

/** An import, and again, in a process of its own, with what it cost: `node measured-import.ts STORE FILE`. */
const [path = '', file = ''] = process.argv.slice(2);
const desk = createDesk({ path });

// every transaction of the store says how long it held the lock
const locks: number[] = [];
const { db } = desk.store;
const make = db.transaction.bind(db);
Object.defineProperty(db, 'transaction', {
  value: (work: (...given: unknown[]) => unknown) => {
    const made = make(work);
    const immediate = (...given: unknown[]): unknown => {
      const started = performance.now();
      const result = made.immediate(...given);
      locks.push(performance.now() - started);
      return result;
    };
    return Object.assign((...given: unknown[]) => made(...given), { immediate });
  },
});

const timed = async (): Promise<{ ms: number; added: number }> => {
  const started = performance.now();
  const { added } = await importSources(desk, { paths: [file], solvedBefore: null });
  return { ms: performance.now() - started, added };
};
const first = await timed();
const second = await timed();
desk.close();
const peak = process.resourceUsage().maxRSS / 1024;
process.send?.({ first: first.ms, second: second.ms, peak, added: first.added, locks });
