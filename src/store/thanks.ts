import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

/** An imported mail of a customer, with what tells whether it says only thanks. */
export interface JudgedMail {
  readonly id: number;
  readonly case: number;
  readonly text: string;
  readonly thanks: 0 | 1;
  /** Does it bring a file, and not only pictures in its text? */
  readonly brings: 0 | 1;
}

/** No longer text is ever only thanks. */
const LONGEST = 800;

/** Mails of customers, written by people, in cases that no agent has touched: what is thought of them is still only ours. */
export function* untouchedMails(store: Store): Generator<JudgedMail> {
  const sql = `SELECT e.id, e.case_number AS "case", e.text, e.thanks,
      EXISTS (SELECT 1 FROM parts p WHERE p.entry = e.id AND p.cid IS NULL) AS brings
    FROM cases c JOIN entries e ON e.case_number = c.number
    WHERE c.touched_at IS NULL AND e.type = 'message' AND e.party = 'customer' AND e.automatic IS NULL
      AND e.received IS NOT NULL AND (e.thanks = 1 OR length(e.text) <= ${LONGEST})`;
  yield* prepared<[], JudgedMail>(store, sql).iterate();
}

export function setThanks(writing: Writing, entry: number, thanks: boolean): void {
  prepared(writing.store, 'UPDATE entries SET thanks = ? WHERE id = ?').run(thanks ? 1 : 0, entry);
}
