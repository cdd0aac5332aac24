import type { Commitment } from '../domain/commitment.ts';
import type { RecordCommitment } from '../domain/incoming.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

const COLUMNS: Readonly<Record<'case' | 'customer', string>> = { case: 'case_number', customer: 'customer' };

/** The follow-ups and promises of a case, or of a customer without one, for their export. */
export const recordsOf = (store: Store, of: 'case' | 'customer', id: number): RecordCommitment[] =>
  prepared<[number], RecordCommitment>(
    store,
    `SELECT kind, at, text, template, made_at AS madeAt, author, done_at AS doneAt, dropped_at AS droppedAt,
            missed_at AS missedAt
       FROM commitments WHERE ${COLUMNS[of]} = ? ORDER BY at, id`,
  ).all(id);

/** Brings them in as they were; one that is there already is not made again. */
export function bringCommitments(
  { store }: Writing,
  { case: number, customer }: Pick<Commitment, 'case' | 'customer'>,
  commitments: readonly RecordCommitment[] = [],
): void {
  const insert = prepared(
    store,
    `INSERT INTO commitments
       (kind, case_number, customer, at, text, template, made_at, author, done_at, dropped_at, missed_at)
     SELECT @kind, @number, @customer, @at, @text, @template, @madeAt, @author, @doneAt, @droppedAt, @missedAt
      WHERE NOT EXISTS (SELECT 1 FROM commitments WHERE kind = @kind AND case_number IS @number
        AND customer IS @customer AND text = @text AND made_at = @madeAt)`,
  );
  for (const one of commitments) insert.run({ ...one, number, customer });
}
