import type { Case } from '../domain/case.ts';
import { isDone } from '../domain/case.ts';
import { type Breach, breachesOf, type Clocks, clocksOf } from '../domain/clock/clocks.ts';
import { askingClocks, clockDueAt, type Due, dueOf } from '../domain/clock/due.ts';
import { type NamedPolicy, policyFor } from '../domain/clock/targets.ts';
import { isToDo } from '../domain/commitment.ts';
import type { Segment } from '../domain/customer.ts';
import { answersDue } from '../domain/handoff/handoff.ts';
import { parseQuery } from '../domain/query.ts';
import type { CaseHistory } from './case-history.ts';
import { findCase } from './cases.ts';
import { clockEvents } from './clock-events.ts';
import { clockState, type RulesInForce, rulesInForce } from './clock-rules.ts';
import { commitmentsOf } from './commitments.ts';
import { handoffsOf } from './handoffs.ts';
import { foundAmong } from './list-pages.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** What the clocks of a case go by; who asks for many cases of one customer has read it for all of them. */
export interface ClockFacts {
  readonly rules: RulesInForce;
  /** of its customer */
  readonly segment: Segment | null;
  readonly history: CaseHistory;
}

/** The clocks of a case as they stand at `now` (ms), and by what they are measured; null: nothing is promised. */
export function clocksAt(
  store: Store,
  found: Case,
  now: number,
  known?: ClockFacts,
): { policy: NamedPolicy; clocks: Clocks } | null {
  const { days, policies } = known?.rules ?? rulesInForce(store);
  const policy = policyOf(store, found, now, policies, known);
  if (policy === null) return null;
  const { events, before, lastAt } = clockEvents(store, found, policy.schedule, known?.history);
  // a mail that says it comes from the future has come all the same, and what is due must not hang on when it is asked
  return { policy, clocks: clocksOf(events, Math.max(now, lastAt), { policy, days, before }) };
}

/** When clocks of a case were used up before the answer, in every round of it. */
export function breachesAt(store: Store, found: Case, now: number, known: ClockFacts): Breach[] {
  const policy = policyOf(store, found, now, known.rules.policies, known);
  if (policy === null) return [];
  const { events, before } = clockEvents(store, found, policy.schedule, known.history);
  return breachesOf(events, now, { policy, days: known.rules.days, before });
}

/** When the clock that runs now will be used up, if nothing more happens. */
export function breachesAhead(store: Store, found: Case, now: number, known: ClockFacts): Breach[] {
  const measured = isDone(found.status) ? null : clocksAt(store, found, now, known);
  return (['first', 'next'] as const).flatMap((clock) => {
    const one = measured?.clocks[clock];
    const at = one === undefined ? null : clockDueAt(one);
    return at === null || at < now ? [] : [{ clock, breachedAt: at }];
  });
}

function policyOf(
  store: Store,
  found: Case,
  now: number,
  policies: readonly NamedPolicy[],
  known: Pick<ClockFacts, 'segment'> = { segment: found.customer === null ? null : segmentOf(store, found.customer) },
): NamedPolicy | null {
  if (found.mergedInto !== null) return null;
  const matches = (query: string): boolean => foundAmong(store, parseQuery(query), now, [found.number]).length > 0;
  return policyFor(policies, { kind: found.kind, segment: known.segment, matches });
}

export const segmentOf = (store: Store, customer: number): Segment | null =>
  prepared<[number], { segment: Segment | null }>(store, 'SELECT segment FROM customers WHERE id = ?').get(customer)
    ?.segment ?? null;

/** What is due next in a case, from its events and what was promised in it. */
export function dueAt(store: Store, found: Case, now: number): Due | null {
  if (found.mergedInto !== null) return null;
  // what is done needs no history read
  const measured = isDone(found.status) ? null : clocksAt(store, found, now);
  const clocks = measured === null ? {} : askingClocks(measured.clocks, found.status, measured.policy.pausedBy);
  const lying = isDone(found.status) ? [] : answersDue(handoffsOf(store, found.number));
  return dueOf(clocks, [...commitmentsOf(store, found.number).filter(isToDo), ...lying]);
}

/** Works out what is due next in every case that an action has changed. */
export function dueChanged(store: Store, numbers: readonly number[], now: number): void {
  for (const number of numbers) workOut(store, number, now);
}

/** Its cases, those that they are part of, and those of customers who changed: their segment may choose the targets. */
export function changedCases(store: Store, action: number): number[] {
  return prepared<[{ action: number }], { number: number }>(
    store,
    `WITH RECURSIVE touched (number) AS (
       SELECT h.case_number FROM changes h INDEXED BY changes_by_action
        WHERE h.action = @action AND h.case_number IS NOT NULL
       UNION
       SELECT c.number FROM changes h INDEXED BY changes_by_action JOIN cases c ON c.customer = json_extract(h.key, '$.id')
        WHERE h.action = @action AND h.tbl = 'customers' AND h.op = 'update'
       UNION
       SELECT c.merged_into FROM touched t JOIN cases c ON c.number = t.number WHERE c.merged_into IS NOT NULL)
     SELECT number FROM touched ORDER BY number`,
  )
    .all({ action })
    .map((row) => row.number);
}

/** True: it was otherwise before. */
function workOut(store: Store, number: number, now: number): boolean {
  const found = findCase(store, number);
  if (found === null) return false;
  const due = dueAt(store, found, now);
  const { changes } = prepared<[{ at: number | null; what: string | null; number: number }], unknown>(
    store,
    'UPDATE cases SET due_at = @at, due_what = @what WHERE number = @number AND (due_at IS NOT @at OR due_what IS NOT @what)',
  ).run({ at: due?.at ?? null, what: due?.what ?? null, number });
  return changes > 0;
}

/** Have hours or targets changed since all cases were worked out? */
export function dueIsBehind(store: Store): boolean {
  const { rules, done } = clockState(store);
  return rules !== done;
}

/** Cases whose working out is done before the clock is looked at again. */
const AT_A_TIME = 4;

/**
 * Works out the next cases by the hours and targets in force, for about so many ms of this clock, in one short
 * transaction. False: all are worked out. Whoever comes next goes on where the last one stopped, also after a kill.
 */
export function catchUp(store: Store, now: number, ms: number, clock: () => number): boolean {
  return store.db
    .transaction((): boolean => {
      const { rules, done, atCase } = clockState(store);
      if (rules === done) return false;
      const until = clock() + ms;
      const next = prepared<[number, number], { number: number }>(
        store,
        'SELECT number FROM cases WHERE number > ? ORDER BY number LIMIT ?',
      );
      let last = atCase;
      let ended = false;
      do {
        const some = next.all(last, AT_A_TIME);
        for (const { number } of some) workOut(store, number, now);
        last = some.at(-1)?.number ?? last;
        ended = some.length < AT_A_TIME;
      } while (!ended && clock() < until);
      const state = ended ? 'done = rules, at_case = 0' : 'at_case = ?';
      prepared(store, `UPDATE clock_state SET ${state}`).run(...(ended ? [] : [last]));
      return !ended;
    })
    .immediate();
}
