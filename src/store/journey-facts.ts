import type {
  JourneyCall,
  JourneyCase,
  JourneyCommitment,
  JourneyFacts,
  JourneyHandoff,
  JourneyOption,
  JourneyRating,
  JourneyRepair,
} from '../domain/journey/facts.ts';
import type { CustomerFacts } from '../domain/ledger/facts.ts';
import { CUSTOMER_CASES } from './ledger-facts.ts';
import type { Store } from './open.ts';
import { purchasesOf } from './purchases.ts';
import { prepared } from './statements.ts';

/** Of what was said in a call so much is told in a line. */
const CALL_TEXT = 200;

/** All that a customer's journey is told from; what her ledger was read from is read already. */
export function journeyFacts(store: Store, customer: number, { cases }: CustomerFacts): JourneyFacts {
  const all = <Row>(sql: string): Row[] => prepared<[{ customer: number }], Row>(store, sql).all({ customer });
  const stories = new Map(cases.map((story) => [story.number, story]));
  return {
    cases: all<Omit<JourneyCase, 'story'>>(
      `SELECT number, subject, created_at AS openedAt FROM cases
        WHERE customer = @customer AND merged_into IS NULL ORDER BY number`,
    ).flatMap((one) => {
      const story = stories.get(one.number);
      return story === undefined ? [] : [{ ...one, story }];
    }),
    // calls have moved with their case when it was merged
    calls: all<JourneyCall>(
      `SELECT c.number AS "case", e.at, e.minutes, e.direction, substr(e.text, 1, ${CALL_TEXT}) AS text
         FROM cases c JOIN entries e ON e.case_number = c.number
        WHERE c.customer = @customer AND e.type = 'call' AND e.at IS NOT NULL ORDER BY e.at, e.id`,
    ),
    commitments: all<JourneyCommitment>(
      `${CUSTOMER_CASES} SELECT m.id, m.kind, f.root AS "case", m.at, m.text, m.done_at AS doneAt, m.dropped_at AS droppedAt,
              m.missed_at AS missedAt FROM family f CROSS JOIN commitments m ON m.case_number = f.number
       UNION SELECT m.id, m.kind, NULL, m.at, m.text, m.done_at, m.dropped_at, m.missed_at FROM commitments m
        WHERE m.customer = @customer ORDER BY 1`,
    ),
    ratings: all<JourneyRating>(
      `${CUSTOMER_CASES} SELECT f.root AS "case", r.at, r.score, r.comment FROM family f CROSS JOIN ratings r ON r.case_number = f.number
        ORDER BY r.at, r.id`,
    ),
    purchases: purchasesOf(store, customer),
    options: all<JourneyOption>(
      `${CUSTOMER_CASES} SELECT f.root AS "case", p.at, p.playbook, p.step, p.answer
         FROM family f CROSS JOIN playbook_answers p ON p.case_number = f.number ORDER BY p.at, p.id`,
    ),
    handoffs: all<JourneyHandoff>(
      `${CUSTOMER_CASES} SELECT f.root AS "case", h.made_at AS at, h.department, h.state, h.answered_at AS answeredAt
         FROM family f CROSS JOIN handoffs h ON h.case_number = f.number ORDER BY h.made_at, h.id`,
    ),
    // an empty one was taken away
    repairs: all<JourneyRepair>(
      `${CUSTOMER_CASES} SELECT f.root AS "case", CAST(s.value AS INTEGER) AS at, substr(s.field, 7) AS stage
         FROM family f CROSS JOIN case_fields s ON s.case_number = f.number
        WHERE s.field > 'stage/' AND s.field < 'stage0' AND s.value <> '' ORDER BY 2, s.field`,
    ),
  };
}

/** Who was merged into a customer and can be taken out again, the newest first. */
export const mergedCustomers = (store: Store, customer: number): { id: number; name: string }[] =>
  prepared<[number], { id: number; name: string }>(
    store,
    'SELECT id, name FROM customers WHERE merged_into = ? ORDER BY id DESC',
  ).all(customer);
