import type { Store } from '../open.ts';
import { prepared } from '../statements.ts';

/** What of a case goes over to the tables of anonymous facts: what is not named here is not kept. */
const KEPT = {
  forgotten_entries: `INSERT INTO forgotten_entries
    (id, case_number, type, party, direction, channel, at, at_source, came_at, minutes, automatic, thanks)
    SELECT id, case_number, type, party, direction, channel, at, at_source, came_at, minutes, automatic IS NOT NULL, thanks
      FROM entries WHERE case_number = ?`,
  forgotten_ratings: `INSERT INTO forgotten_ratings (id, case_number, score, at)
    SELECT id, case_number, score, at FROM ratings WHERE case_number = ?`,
  forgotten_answers: `INSERT INTO forgotten_answers (id, case_number, playbook, step, answer, cost, at)
    SELECT id, case_number, playbook, step, answer, cost, at FROM playbook_answers WHERE case_number = ?`,
  forgotten_promises: `INSERT INTO forgotten_promises (id, kind, case_number, at, made_at, done_at, dropped_at, missed_at)
    SELECT id, kind, case_number, at, made_at, done_at, dropped_at, missed_at FROM commitments WHERE case_number = ?`,
  forgotten_handoffs: `INSERT INTO forgotten_handoffs (id, case_number, department, state, due_at, made_at, answered_at)
    SELECT id, case_number, department, state, due_at, made_at, answered_at FROM handoffs WHERE case_number = ?`,
} as const;

/** Copies what figures are made of. `targets`: by which the clocks of the case were measured. */
export function keepFigures(store: Store, number: number, customer: number, targets: string | null): void {
  prepared(
    store,
    `INSERT INTO forgotten_cases (number, customer, segment, targets, kind, topic, mood, status, priority, channel,
       created_at, updated_at, solved_at, merged_into)
     SELECT number, ?, (SELECT k.segment FROM customers k WHERE k.id = c.customer), ?, kind, topic, mood, status, priority,
       channel, created_at, updated_at, solved_at, merged_into FROM cases c WHERE number = ?`,
  ).run(customer, targets, number);
  for (const sql of Object.values(KEPT)) prepared(store, sql).run(number);
}

/** Promises that were made to a customer in no case. */
export function keepPromises(store: Store, customers: string): void {
  prepared(
    store,
    `INSERT INTO forgotten_promises (id, kind, case_number, at, made_at, done_at, dropped_at, missed_at)
     SELECT id, kind, NULL, at, made_at, done_at, dropped_at, missed_at FROM commitments
      WHERE customer IN (SELECT value FROM json_each(?))`,
  ).run(customers);
}

/** Events that tell of a case without telling of its customer: their values are desk's own words. */
const ANONYMOUS = JSON.stringify([
  ...['created', 'status', 'priority', 'kind', 'topic', 'mood', 'channel', 'snooze'],
  ...['message', 'call', 'note', 'rating', 'option', 'handoff', 'promise', 'follow-up'],
]);

/** Takes out of the events of a case what says more than that. */
export function keepAnonymousEvents(store: Store, number: number): void {
  prepared(store, 'DELETE FROM events WHERE case_number = ? AND field NOT IN (SELECT value FROM json_each(?))').run(
    number,
    ANONYMOUS,
  );
}
