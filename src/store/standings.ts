import { type Standing, standingsOf } from '../domain/ledger/standings.ts';
import { findCustomer } from './customers.ts';
import { customerFacts } from './ledger-facts.ts';
import { ledgerRules } from './ledger-rules.ts';
import { overridesOf } from './mark-overrides.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** How a ledger stands now, without its marks. */
export type StandingNow = Pick<Standing, 'strikes' | 'poor' | 'good' | 'atRisk'>;

const CLEAN: StandingNow = { strikes: 0, poor: 0, good: 0, atRisk: false };

interface Row {
  readonly strikes: number;
  readonly poor: number;
  readonly good: number;
  readonly at_risk: 0 | 1;
}

/** How the ledger of a customer stands at `now` (ms), as it is kept. */
export function standingAt(store: Store, customer: number, now: number): StandingNow {
  const row = prepared<[number, number, number], Row>(
    store,
    'SELECT strikes, poor, good, at_risk FROM standings WHERE customer = ? AND from_at <= ? AND to_at > ?',
  ).get(customer, now, now);
  if (row === undefined) return CLEAN;
  return { strikes: row.strikes, poor: row.poor / 100, good: row.good / 100, atRisk: row.at_risk === 1 };
}

/** What a key can wait for: the cases of one ledger, and the ledgers of one action. The others follow a moment later. */
const CASES_AT_ONCE = 12;
const CUSTOMERS_AT_ONCE = 4;

/**
 * Works out anew how the ledgers stand that an action has changed; `numbers` are the cases that it changed. `later`: it is
 * one of a long series, and all of them are left for its end.
 */
export function standingsChanged(
  store: Store,
  action: number,
  numbers: readonly number[],
  { now, later }: { readonly now: number; readonly later: boolean },
): void {
  const touched = prepared<[{ action: number; numbers: string }], { customer: number }>(store, TOUCHED).all({
    action,
    numbers: JSON.stringify(numbers),
  });
  const isFew = !later && touched.length <= CUSTOMERS_AT_ONCE;
  const cases = prepared<[number], { n: number }>(store, 'SELECT count(*) AS n FROM cases WHERE customer = ?');
  for (const { customer } of touched) {
    if (isFew && (cases.get(customer)?.n ?? 0) <= CASES_AT_ONCE) workOut(store, customer, now);
    else prepared(store, 'INSERT OR IGNORE INTO standings_behind (customer) VALUES (?)').run(customer);
  }
}

/** Whose cases they are and were, for whom something was promised, whose mark was overruled, who was merged with whom. */
const TOUCHED = `WITH RECURSIVE touched (customer) AS (
    SELECT c.customer FROM json_each(@numbers) n JOIN cases c ON c.number = n.value WHERE c.customer IS NOT NULL
    UNION SELECT json_extract(h.before, '$.customer') FROM changes h INDEXED BY changes_by_action
      WHERE h.action = @action AND h.tbl IN ('cases', 'commitments')
    UNION SELECT m.customer FROM changes h INDEXED BY changes_by_action JOIN commitments m ON m.id = json_extract(h.key, '$.id')
      WHERE h.action = @action AND h.tbl = 'commitments'
    UNION SELECT json_extract(h.key, '$.customer') FROM changes h INDEXED BY changes_by_action
      WHERE h.action = @action AND h.tbl = 'mark_overrides'
    UNION SELECT json_extract(h.key, '$.id') FROM changes h INDEXED BY changes_by_action
      WHERE h.action = @action AND h.tbl = 'customers' AND h.op = 'update'
    UNION SELECT json_extract(h.before, '$.merged_into') FROM changes h INDEXED BY changes_by_action
      WHERE h.action = @action AND h.tbl = 'customers' AND h.op = 'update'
    UNION SELECT k.merged_into FROM touched t JOIN customers k ON k.id = t.customer)
  SELECT k.id AS customer FROM touched t JOIN customers k ON k.id = t.customer ORDER BY k.id`;

/** Leaves the ledgers of these cases' customers to be worked out anew in a moment. */
export function leaveStandings(store: Store, numbers: readonly number[]): void {
  prepared(
    store,
    `INSERT OR IGNORE INTO standings_behind (customer)
     SELECT c.customer FROM json_each(?) n JOIN cases c ON c.number = n.value WHERE c.customer IS NOT NULL`,
  ).run(JSON.stringify(numbers));
}

function workOut(store: Store, customer: number, now: number): void {
  prepared(store, 'DELETE FROM standings WHERE customer = ?').run(customer);
  prepared(store, 'DELETE FROM standings_behind WHERE customer = ?').run(customer);
  const found = findCustomer(store, customer);
  if (found === null || found.mergedInto !== null) return;
  const facts = customerFacts(store, customer, now, 'and to come');
  const insert = prepared(
    store,
    'INSERT INTO standings (customer, from_at, to_at, strikes, poor, good, at_risk) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const one of standingsOf(facts, overridesOf(store, customer), ledgerRules(store), now))
    insert.run(
      ...[customer, one.from, one.to, one.strikes],
      ...[Math.round(one.poor * 100), Math.round(one.good * 100), one.atRisk ? 1 : 0],
    );
}

interface LedgerState {
  readonly rules: number;
  readonly done: number;
  readonly atCustomer: number;
}

const ledgerState = (store: Store): LedgerState =>
  prepared<[], LedgerState>(store, 'SELECT rules, done, at_customer AS atCustomer FROM ledger_state').get() ?? {
    ...{ rules: 0, done: 0, atCustomer: 0 },
  };

const nextBehind = (store: Store): number | null =>
  prepared<[], { customer: number }>(store, 'SELECT customer FROM standings_behind LIMIT 1').get()?.customer ?? null;

/** Is what is kept of this ledger from before the last change? */
export function standingIsBehind(store: Store, customer: number): boolean {
  const { rules, done, atCustomer } = ledgerState(store);
  const one = prepared<[number], unknown>(store, 'SELECT 1 FROM standings_behind WHERE customer = ?').get(customer);
  return one !== undefined || (rules !== done && customer > atCustomer);
}

/** Is there a ledger whose standing has to be worked out anew? */
export function standingsAreBehind(store: Store): boolean {
  const { rules, done } = ledgerState(store);
  return rules !== done || nextBehind(store) !== null;
}

/**
 * Works out the next standings for about so many ms of this clock, in one short transaction: those that actions have left
 * first, then all, where the rules have changed. False: all are worked out. Whoever comes next goes on, also after a kill.
 */
export function catchUpStandings(store: Store, now: number, ms: number, clock: () => number): boolean {
  return store.db
    .transaction((): boolean => {
      const until = clock() + ms;
      do {
        const behind = nextBehind(store);
        if (behind !== null) workOut(store, behind, now);
        else if (!workOutNext(store, now)) return false;
      } while (clock() < until);
      return standingsAreBehind(store);
    })
    .immediate();
}

/** The next of all customers by new rules; false: all are worked out. */
function workOutNext(store: Store, now: number): boolean {
  const { rules, done, atCustomer } = ledgerState(store);
  if (rules === done) return false;
  const next = prepared<[number], { id: number }>(
    store,
    'SELECT id FROM customers WHERE id > ? ORDER BY id LIMIT 1',
  ).get(atCustomer);
  if (next === undefined) prepared(store, 'UPDATE ledger_state SET done = rules, at_customer = 0').run();
  else {
    workOut(store, next.id, now);
    prepared(store, 'UPDATE ledger_state SET at_customer = ?').run(next.id);
  }
  return true;
}
