import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findCases } from '../../src/actions/read-cases.ts';
import { readAgenda } from '../../src/actions/read-commitments.ts';
import { readCustomerList } from '../../src/actions/read-customer-list.ts';
import { openJourney, readFurther, readJourney } from '../../src/actions/read-journey.ts';
import { loadWords } from '../../src/i18n/index.ts';
import type { Store } from '../../src/store/open.ts';
import { catchUpStandings } from '../../src/store/standings.ts';
import { createDuplicateFinder } from '../../src/tui/duplicate-finder.ts';
import { createPerformer, type Terminal } from '../../src/tui/perform.ts';
import { createProgram } from '../../src/tui/program.ts';
import { startState } from '../../src/tui/start.ts';
import { update } from '../../src/tui/update.ts';
import { view } from '../../src/tui/view.ts';
import { createWarmUp } from '../../src/tui/warm-up.ts';
import { createDesk, DEMO_NOW, type Desk } from '../helpers/desk.ts';
import { percentile } from './pairs.ts';
import { type Bar, line, title } from './report.ts';
import type { Bench } from './stores.ts';

const KEY = { first: 20, goal: 8 };
const FOUND = { first: 10, goal: 5 };
const LOCK = { first: 25, goal: 12 };
const SLICE_MS = 6;
const DAY = 86_400_000;
const ROUNDS = 100;
const nothing = (): void => {};
const TERMINAL: Terminal = {
  ...{ quit: nothing, suspend: nothing, editOutside: nothing, pipe: nothing, copy: nothing, after: nothing },
  ...{ later: nothing, files: { folder: (typed) => typed, scratch: () => '', open: async () => null } },
};

/** 100,000 customers, one of them with a journey of 500 lines: her journey, the list, who is at risk. */
export async function benchCustomers({ folder, large }: Bench): Promise<void> {
  await loadWords('en');
  title('100,000 customers, one of whom has a journey of 500 lines (p99)');
  const path = join(folder, 'customers.db');
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  copyFileSync(large, path);
  const made = createDesk({ path, now: DEMO_NOW, tick: 0 });
  addCustomers(made.store);
  made.close(); // what was written in one go does not lie in the log any more
  const desk = createDesk({ path, now: DEMO_NOW, tick: 0 });
  const slices: number[] = [];
  for (let more = true; more; ) {
    const from = performance.now();
    more = catchUpStandings(desk.store, DEMO_NOW, SLICE_MS, () => performance.now());
    slices.push(performance.now() - from);
  }
  told('ledgers, a slice between two keys', slices, LOCK);
  await screens(desk);
  duplicates(desk);
  told(
    'is:atrisk, a page',
    timed(() => findCases(desk, 'is:atrisk', 50)),
    FOUND,
  );
  told(
    'is:open is:atrisk, a page',
    timed(() => findCases(desk, 'is:open is:atrisk', 50)),
    FOUND,
  );
  desk.close();
}

/** The others have a phone and a purchase; the first has 90 cases, half of them solved, with all that a journey tells. */
function addCustomers({ db }: Store): void {
  db.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 75000)
      INSERT INTO customers (uid, name, internal, notes, fields)
        SELECT 'more' || i, 'Khách ' || i, 0, '', '{}' FROM n;
    INSERT INTO contact_points (customer, kind, value, normal)
      SELECT id, 'phone', printf('09%08d', id), printf('09%08d', id) FROM customers;
    INSERT INTO purchases (customer, at, product, warranty_until, amount, currency)
      SELECT id, ${DEMO_NOW} - (id % 900) * ${DAY}, 'OV65', ${DEMO_NOW} + (id % 900) * ${DAY}, 1000, 'VND' FROM customers;
    UPDATE cases SET customer = 1 WHERE number <= 90;
    INSERT INTO events (at, author, action, case_number, field, old, new)
      SELECT created_at + ${DAY}, 'bench', (SELECT max(id) FROM actions), number, 'status', 'open', 'solved'
        FROM cases WHERE number <= 90;
    UPDATE cases SET status = 'solved', is_open = 0, solved_at = created_at + ${DAY} WHERE number <= 45;
    INSERT INTO entries (uid, case_number, type, party, direction, channel, at, at_source, author, text, minutes)
      SELECT 'call' || number, number, 'call', 'agent', 'out', 'phone', created_at + 7200000, 'clock', 'x', 'Alo', 5
        FROM cases WHERE number <= 90;
    INSERT INTO commitments (kind, case_number, at, text, made_at, author, done_at)
      SELECT 'promise', number, created_at + ${DAY}, 'Gọi lại', 1, 'bench', iif(number % 3, created_at, NULL)
        FROM cases WHERE number <= 90;
    INSERT INTO ratings (case_number, score, comment, at, author)
      SELECT number, 1 + number % 5, 'ổn', created_at + 2 * ${DAY}, 'bench' FROM cases WHERE number <= 90;
    UPDATE contact_points SET value = '0900000001', normal = '0900000001'
      WHERE kind = 'phone' AND customer BETWEEN 2 AND 9;
    UPDATE customers SET name = 'Khách một' WHERE id % 1000 < 2;
    UPDATE contact_points SET value = printf('09%08d', customer - customer % 1000),
      normal = printf('09%08d', customer - customer % 1000) WHERE kind = 'phone' AND customer % 1000 < 2;
    INSERT INTO commitments (kind, customer, at, text, made_at, author)
      SELECT 'follow-up', id, ${DEMO_NOW} + (id - 50000) * 3600000, 'Hỏi thăm', 1, 'bench' FROM customers;
    UPDATE ledger_state SET rules = rules + 1, at_customer = 0`);
}

/** Keys as they are pressed: what they read, and the frame that is drawn. */
async function screens(desk: Desk): Promise<void> {
  const first = startState(desk, { columns: 120, rows: 40 });
  const program = createProgram(first, update, createPerformer(desk, TERMINAL));
  await Promise.resolve();
  const press = (name: string): void => {
    program.send({ type: 'key', key: { name, text: [...name].length === 1 ? name : null } });
    view(program.state());
  };
  const each = (name: string): number[] => timed(() => press(name));
  const { lines } = readJourney(desk, 1);
  const warmUp = createWarmUp(desk, program.state()); // as the screens do while nobody types
  while (warmUp());
  const journey = (): void => {
    program.send({ type: 'journey-read', view: openJourney(desk, 1) });
    view(program.state());
  };
  told(`v: a journey of ${lines.length} lines opens`, timed(journey), KEY);
  told('its next part, between two keys', timed(nextPart(desk)), KEY);
  program.send({ type: 'journey-read', view: readJourney(desk, 1) });
  for (const key of ['j', 'Tab', 'h', 'J', ' ']) told(`${key === ' ' ? 'Space' : key} in it`, each(key), KEY);
  press('g');
  told(
    'g c: the customers',
    timed(() => press('c'), 1),
    KEY,
  );
  told('Space in them, through the list', each(' '), KEY);
  told('Tab: those at risk, or all', each('Tab'), KEY);
  told(
    'g f: the day’s list of 100,000',
    timed(() => {
      program.send({ type: 'agenda-read', agenda: readAgenda(desk) });
      view(program.state());
    }),
    KEY,
  );
  const search = { atRisk: false, words: ['nobody'] };
  told(
    'a slice of a search',
    timed(() => readCustomerList(desk, search, 90_000)),
    KEY,
  );
}

/** All pairs among everybody who may be one person: slices between two keys. */
function duplicates(desk: Desk): void {
  const find = createDuplicateFinder(desk);
  const slices: number[] = [];
  let pairs = 0;
  let search: number | null = null;
  for (let done = 0; done < 1; ) {
    const from = performance.now();
    const part = find(search);
    search = part.search;
    slices.push(performance.now() - from);
    done = part.done;
    pairs += part.found.length;
  }
  told(`D: a slice of the search for ${pairs} pairs`, slices, KEY);
  line('all of it', slices.reduce((sum, ms) => sum + ms, 0) / 1000, 's', undefined, `${slices.length} slices`);
}

/** Reads on in her journey, again and again. */
function nextPart(desk: Desk): () => void {
  let { rest } = openJourney(desk, 1);
  return () => {
    const read = rest === null ? openJourney(desk, 1) : readFurther(desk, rest);
    rest = 'left' in read ? read : read.rest;
  };
}

function timed(work: () => void, rounds = ROUNDS): number[] {
  return Array.from({ length: rounds }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
}

const told = (name: string, times: readonly number[], bar: Bar): void =>
  line(name, percentile(times, 0.99), 'ms', bar, `p50 ${percentile(times, 0.5).toFixed(1)} ms`);
