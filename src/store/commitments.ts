import { COMMITMENTS, type Commitment, type CommitmentKind } from '../domain/commitment.ts';
import { DeskError } from '../domain/errors.ts';
import { nameOfCustomer } from './customers.ts';
import { addEvent } from './events.ts';
import { FAMILY } from './merges.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

const COLUMNS = `m.id, m.kind, m.case_number AS "case", m.customer, m.at, m.text, m.template, m.made_at AS madeAt, m.author,
  m.done_at AS doneAt, m.dropped_at AS droppedAt, m.missed_at AS missedAt`;
const TO_DO = 'm.done_at IS NULL AND m.dropped_at IS NULL';

/** All of a case and of those that were merged into it, in the order of their times. */
export const commitmentsOf = (store: Store, number: number): Commitment[] =>
  prepared<[number], Commitment>(
    store,
    `${FAMILY} SELECT ${COLUMNS} FROM commitments m WHERE m.case_number IN (SELECT number FROM family) ORDER BY m.at, m.id`,
  ).all(number);

/** What a commitment is about: its case, followed to where that was merged, and whose it is. */
export interface CommitmentSubject {
  readonly case: number | null;
  readonly subject: string | null;
  readonly customer: number | null;
  readonly customerName: string | null;
}

/** A day's list has hundreds: of cases and customers no more is read than it shows. */
export function subjectOf(
  store: Store,
  { case: number, customer }: Pick<Commitment, 'case' | 'customer'>,
): CommitmentSubject {
  const inCase = prepared<[number], CommitmentSubject>(
    store,
    `WITH RECURSIVE up (number) AS (
       SELECT ? UNION SELECT c.merged_into FROM up CROSS JOIN cases c ON c.number = up.number WHERE c.merged_into IS NOT NULL)
     SELECT c.number AS "case", c.subject, c.customer, k.name AS customerName
       FROM up CROSS JOIN cases c ON c.number = up.number LEFT JOIN customers k ON k.id = c.customer
      WHERE c.merged_into IS NULL`,
  );
  const nothing = { case: null, subject: null };
  if (number !== null) return inCase.get(number) ?? { ...nothing, customer: null, customerName: null };
  return { ...nothing, customer, customerName: customer === null ? null : nameOfCustomer(store, customer) };
}

/** Those of a customer: in any of her cases, and for herself. */
export const commitmentsOfCustomer = (store: Store, customer: number): Commitment[] =>
  prepared<[{ customer: number }], Commitment>(
    store,
    `SELECT ${COLUMNS} FROM commitments m WHERE m.customer = @customer
     UNION SELECT ${COLUMNS} FROM cases c JOIN commitments m ON m.case_number = c.number WHERE c.customer = @customer
     ORDER BY at, id`,
  ).all({ customer });

/** What is to be done from `from` to before `until` (ms), the earliest first. */
export const toDo = (
  store: Store,
  kinds: readonly CommitmentKind[],
  { from = 0, until = Number.MAX_SAFE_INTEGER }: { readonly from?: number; readonly until?: number },
  limit: number,
): Commitment[] =>
  prepared<[string, number, number, number], Commitment>(
    store,
    `SELECT ${COLUMNS} FROM commitments m WHERE ${TO_DO} AND m.kind IN (SELECT value FROM json_each(?)) 
        AND m.at >= ? AND m.at < ? ORDER BY m.at, m.id LIMIT ?`,
  ).all(JSON.stringify(kinds), from, until, limit);

/** Done and dropped ones as well, the earliest first. */
export const allCommitments = (store: Store, kinds: readonly CommitmentKind[]): Commitment[] =>
  prepared<[string], Commitment>(
    store,
    `SELECT ${COLUMNS} FROM commitments m WHERE m.kind IN (SELECT value FROM json_each(?)) ORDER BY m.at, m.id`,
  ).all(JSON.stringify(kinds));

/** How many of each kind are to be done from `from` to before `until` (ms). */
export function countToDo(store: Store, from: number, until: number): Record<CommitmentKind, number> {
  const count = prepared<[CommitmentKind, number, number], { n: number }>(
    store,
    `SELECT count(*) AS n FROM commitments m WHERE ${TO_DO} AND m.kind = ? AND m.at >= ? AND m.at < ?`,
  );
  const [followUps, promises] = COMMITMENTS.map((kind) => count.get(kind, from, until)?.n ?? 0);
  return { 'follow-up': followUps ?? 0, promise: promises ?? 0 };
}

/** How many of both kinds: by the index alone, so that a day's list of a hundred thousand is there within a key. */
export const countAllToDo = (store: Store, from: number, until: number): number =>
  prepared<[number, number], { n: number }>(
    store,
    `SELECT count(*) AS n FROM commitments m WHERE ${TO_DO} AND m.at >= ? AND m.at < ?`,
  ).get(from, until)?.n ?? 0;

/** How many of those to be done before `until` (ms) belong to no case. */
export const countWithoutCase = (store: Store, until: number): number =>
  prepared<[number], { n: number }>(
    store,
    `SELECT count(*) AS n FROM commitments m WHERE ${TO_DO} AND m.at < ? AND m.case_number IS NULL`,
  ).get(until)?.n ?? 0;

/** The one with this id; throws `not-found`. */
export function getCommitment(store: Store, id: number): Commitment {
  const row = prepared<[number], Commitment>(store, `SELECT ${COLUMNS} FROM commitments m WHERE m.id = ?`).get(id);
  if (row === undefined) throw new DeskError('not-found', 'no-such-commitment', { id });
  return row;
}

export type NewCommitment = Pick<Commitment, 'kind' | 'case' | 'customer' | 'at' | 'text' | 'template'>;

export function insertCommitment(writing: Writing, fresh: NewCommitment): number {
  const { lastInsertRowid } = prepared(
    writing.store,
    `INSERT INTO commitments (kind, case_number, customer, at, text, template, made_at, author)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[fresh.kind, fresh.case, fresh.customer, fresh.at, fresh.text, fresh.template],
    ...[writing.now, writing.agent],
  );
  tell(writing, fresh, null, moment(fresh.at));
  return Number(lastInsertRowid);
}

/** What became of it, with an event of its case: done, dropped, at another time, or again to be done. */
export function changeCommitment(
  writing: Writing,
  before: Commitment,
  change: Partial<Pick<Commitment, 'at' | 'doneAt' | 'droppedAt' | 'missedAt'>>,
): void {
  const after = { ...before, ...change };
  prepared(writing.store, 'UPDATE commitments SET at = ?, done_at = ?, dropped_at = ?, missed_at = ? WHERE id = ?').run(
    after.at,
    after.doneAt,
    after.droppedAt,
    after.missedAt,
    before.id,
  );
  const how = after.doneAt !== null ? 'done' : after.droppedAt !== null ? 'dropped' : moment(after.at);
  tell(writing, before, moment(before.at), how);
}

const moment = (at: number): string => new Date(at).toISOString();

function tell(writing: Writing, one: Pick<Commitment, 'kind' | 'case'>, old: string | null, now: string): void {
  if (one.case === null) return;
  addEvent(writing, { at: writing.now, case: one.case, field: one.kind, old, new: now });
}
