import { beforeAll, expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { parseQuery } from '../../../src/domain/query.ts';
import { VIEWS } from '../../../src/domain/views.ts';
import { conditionOf } from '../../../src/store/conditions.ts';
import { customerFacts } from '../../../src/store/ledger-facts.ts';
import { findPage } from '../../../src/store/list-pages.ts';
import { countCases, findNumbers } from '../../../src/store/lists.ts';
import {
  casesWrittenBy,
  entryOfMail,
  mailsFrom,
  messagesWithId,
  takesPart,
  wasAnsweredAutomatically,
} from '../../../src/store/live-signs.ts';
import type { Store } from '../../../src/store/open.ts';
import { LAST_BEFORE, newsSince } from '../../../src/store/seen.ts';
import { careFacts } from '../../../src/store/touches.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';

let desk: Desk;
beforeAll(() => {
  desk = createDesk();
  perform(desk, newCase, { customer: 'Lan', subject: 'Oven', kind: 'support', channel: 'phone', message: 'x' });
});

/** How SQLite would go about a question; the SQL is caught on its way to the statement. */
function planOf(store: Store, ask: (store: Store) => unknown): string {
  const asked: string[] = [];
  const db = new Proxy(store.db, {
    get: (target, name) =>
      name === 'prepare'
        ? (sql: string) => {
            asked.push(sql);
            return target.prepare(sql);
          }
        : Reflect.get(target, name),
  });
  ask({ ...store, db });
  return asked
    .flatMap((sql) => store.db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...nulls(sql)))
    .map((row) => row.detail)
    .join('\n');
}

const nulls = (sql: string): unknown[] => {
  const names = [...sql.matchAll(/@(\w+)/g)].map(([, name = '']): [string, null] => [name, null]);
  return [...[...sql.matchAll(/\?/g)].map(() => null), ...(names.length === 0 ? [] : [Object.fromEntries(names)])];
};
const view = (id: string): string => VIEWS.find((one) => one.id === id)?.query ?? '';
const now = 1;

test.each([
  ['the plans of care', careFacts],
  ['the ledger', (store: Store, customer: number) => customerFacts(store, customer, now)],
])('for %s what a customer is known by is looked up case by case', (_who, facts) => {
  const plan = planOf(desk.store, (store) => facts(store, 1));

  expect(plan).toContain('commitments_by_case (case_number=?)');
  expect(plan).not.toMatch(/^SCAN [mp]\b/m);
});

test.each([
  ['inbox', 'cases_by_queue'],
  ['waiting', 'cases_by_waiting'],
  ['snoozed', 'cases_by_snooze'],
  ['all', 'cases_by_update'],
])('a page of the view %s comes in order from %s, without sorting', (id, index) => {
  const plan = planOf(desk.store, (store) => findNumbers(store, parseQuery(view(id)), now, 50));

  expect(plan).toContain(`USING COVERING INDEX ${index}`);
  expect(plan).not.toContain('TEMP B-TREE');
});

test.each([
  ['all', 'cases_by_update (updated_at<?)', [5, 1]],
  ['inbox', 'cases_by_queue (priority<?)', [2, 5, 1]],
] as const)('a page deep in the view %s is sought in the index, not read up to', (id, index, key) => {
  const plan = planOf(desk.store, (store) => findPage(store, parseQuery(view(id)), now, 50, { where: 'after', key }));

  expect(plan).toContain(`SEARCH c USING COVERING INDEX ${index}`);
  expect(plan).not.toContain('TEMP B-TREE');
});

test.each(['inbox', 'waiting', 'theirs', 'snoozed'])('the view %s is counted without reading a case', (id) => {
  const plan = planOf(desk.store, (store) => countCases(store, { ...parseQuery(view(id)), sort: null }, now));

  expect(plan).toContain('USING COVERING INDEX');
});

test.each(['solved', 'all'])('the view %s is not counted at all: it is known', (id) => {
  const plan = planOf(desk.store, (store) => countCases(store, { ...parseQuery(view(id)), sort: null }, now));

  expect(plan).toContain('case_counts');
  expect(plan).not.toMatch(/\bcases_by|SCAN c\b/);
});

test('a word is looked up in the index, not in the texts', () => {
  const { sql } = conditionOf(parseQuery('oven').where, now);

  const plan = desk.store.db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN SELECT c.number FROM cases c WHERE ${sql}`)
    .all('oven')
    .map((row) => row.detail)
    .join('\n');

  expect(plan).toContain('VIRTUAL TABLE');
  expect(plan).not.toContain('entries');
});

test('what came in since the last visit is found from the newest action backwards, not by reading the whole history', () => {
  const plan = planOf(desk.store, (store) => newsSince(store, now));

  expect(plan).toContain('SEARCH a USING INTEGER PRIMARY KEY (rowid>?)');
  expect(plan).toContain('USING INDEX events_by_action');
  expect(plan).not.toContain('SCAN a\n');
});

test('the history is read back only as far as the last visit', () => {
  const { store } = desk;
  for (let n = 0; n < 20; n += 1)
    perform(desk, newCase, { customer: 'Lan', subject: 'Oven', kind: 'support', channel: 'phone', message: 'x' });
  const since = desk.now();
  perform(desk, newCase, { customer: 'Lan', subject: 'Oven', kind: 'support', channel: 'phone', message: 'x' });
  const looked: number[] = [];
  store.db.function('looked', (at) => looked.push(Number(at)));

  const found = store.db.prepare(LAST_BEFORE.replace('at <= ?', 'looked(at) AND at <= ?')).pluck().get(since);

  expect(found).toBeGreaterThan(0);
  expect(looked).toHaveLength(2);
});

test('a message is found by its id whatever its capitals, a copy by its bytes, a flood by when it came: from indexes', () => {
  const plan = planOf(desk.store, (store) => [
    messagesWithId(store, 'A@B'),
    entryOfMail(store, 'x', 'y'),
    mailsFrom(store, 'a@b', now, now),
    takesPart(store, 1, 'a@b'),
    casesWrittenBy(store, 'a@b', now),
    wasAnsweredAutomatically(store, 'a@b', now),
  ]);

  expect(plan).toContain('message_refs_by_any_id');
  expect(plan).not.toContain('SCAN');
});

test.each([
  ['stage:repaired', '(field=? AND value=?)'],
  ['outcome:refunded,exchanged', '(field=? AND value=?)'],
  ['symptom:dark', '(field=?)'],
  ['steps:reset', '(field>? AND field<?)'],
])('the cases of %s are sought among the rows of that field alone', (query, sought) => {
  const plan = planOf(desk.store, (store) => findNumbers(store, parseQuery(query), now, 50));

  expect(plan).toContain(`USING COVERING INDEX case_fields_by_value ${sought}`);
  expect(plan).not.toContain('SCAN f');
});
