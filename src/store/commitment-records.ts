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

/** Brings them in as they were; those that are there already are not made again. One answer may promise twice in the same words. */
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
      WHERE (SELECT count(*) FROM commitments WHERE kind = @kind AND case_number IS @number
        AND customer IS @customer AND text = @text AND made_at = @madeAt) < @nth`,
  );
  const alike = (one: RecordCommitment, other: RecordCommitment): boolean =>
    one.kind === other.kind && one.text === other.text && one.madeAt === other.madeAt;
  for (const [at, one] of commitments.entries()) {
    const nth = commitments.slice(0, at + 1).filter((other) => alike(one, other)).length;
    insert.run({ ...one, nth, number, customer });
  }
}
