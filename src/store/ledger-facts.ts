import type { CaseStory, CustomerFacts, OptionAnswer, PromiseFact } from '../domain/ledger/facts.ts';
import { historiesOf } from './case-history.ts';
import { type CaseRow, caseOf } from './case-rows.ts';
import { type Breaches, storyOf } from './case-story.ts';
import { rulesInForce } from './clock-rules.ts';
import { segmentOf } from './due.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/**
 * SQL: the cases of customer `@customer` that stand for themselves (`root`), and all that were merged into them. Joined
 * to it by CROSS JOIN a table is looked up case by case; SQLite would rather read all of it.
 */
export const CUSTOMER_CASES = `WITH RECURSIVE family (root, number) AS (
  SELECT number, number FROM cases WHERE customer = @customer AND merged_into IS NULL
  UNION SELECT f.root, c.number FROM cases c JOIN family f ON c.merged_into = f.number)`;

/** A case of a customer that stands for itself, and when it was worked on last; ms, null is not known. */
export interface OwnCase {
  readonly number: number;
  readonly updatedAt: number | null;
}

/** The cases of a customer, those first that were worked on last. */
export const ownCases = (store: Store, customer: number): OwnCase[] =>
  prepared<[number], OwnCase>(
    store,
    `SELECT number, coalesce(updated_at, created_at) AS updatedAt FROM cases WHERE customer = ? AND merged_into IS NULL
      ORDER BY coalesce(updated_at, created_at) DESC, number DESC`,
  ).all(customer);

/**
 * What the ledger reads of these cases of a customer, by number, as it is known at `now` (ms); of the breaches of targets
 * also those that are to come if nothing more happens, where they are asked for.
 */
export function storiesOf(
  store: Store,
  { customer, numbers }: { readonly customer: number; readonly numbers: readonly number[] },
  now: number,
  breaches: Breaches = 'until now',
): CaseStory[] {
  const rows = prepared<[string], CaseRow>(
    store,
    'SELECT c.* FROM json_each(?) n CROSS JOIN cases c ON c.number = n.value ORDER BY c.number',
  ).all(JSON.stringify(numbers));
  const histories = historiesOf(store, numbers);
  const [rules, segment] = [rulesInForce(store), segmentOf(store, customer)];
  return rows.map((row) =>
    storyOf(store, caseOf(row), now, { rules, segment, history: histories(row.number) }, breaches),
  );
}

/** All that the ledger of a customer is derived from. */
export function customerFacts(
  store: Store,
  customer: number,
  now: number,
  breaches: Breaches = 'until now',
): CustomerFacts {
  const numbers = ownCases(store, customer).map(({ number }) => number);
  return factsAround(store, customer, storiesOf(store, { customer, numbers }, now, breaches));
}

/** The same, where her cases are read already, or some of them. */
export function factsAround(store: Store, customer: number, cases: readonly CaseStory[]): CustomerFacts {
  return {
    cases,
    promises: prepared<[{ customer: number }], PromiseFact>(
      store,
      `${CUSTOMER_CASES} SELECT m.id, f.root AS "case", m.at, m.done_at AS doneAt, m.dropped_at AS droppedAt, m.missed_at AS missedAt
         FROM family f CROSS JOIN commitments m ON m.case_number = f.number WHERE m.kind = 'promise'
       UNION SELECT m.id, NULL, m.at, m.done_at, m.dropped_at, m.missed_at FROM commitments m
        WHERE m.customer = @customer AND m.kind = 'promise' ORDER BY 1`,
    ).all({ customer }),
    options: prepared<[{ customer: number }], OptionAnswer>(
      store,
      `${CUSTOMER_CASES} SELECT p.at, f.root AS "case", p.step AS option, iif(p.answer = 'yes', 'taken', 'refused') AS answer
         FROM family f CROSS JOIN playbook_answers p ON p.case_number = f.number WHERE p.answer <> 'offered' ORDER BY p.id`,
    ).all({ customer }),
  };
}
