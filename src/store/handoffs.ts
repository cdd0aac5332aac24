import type { Delivery } from '../domain/entry.ts';
import { DeskError } from '../domain/errors.ts';
import type { Handoff } from '../domain/handoff/handoff.ts';
import { addEvent } from './events.ts';
import { FAMILY } from './merges.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

type Row = Omit<Handoff, 'given' | 'answer'> & { readonly given: string; readonly answer: string | null };

const SELECT = `SELECT h.id, h.mark, h.case_number AS "case", h.department, h.state, h.given, h.packet, h.due_at AS dueAt,
  h.made_at AS madeAt, h.author, h.answered_at AS answeredAt, h.answer FROM handoffs h`;

const handoffOf = ({ given, answer, ...row }: Row): Handoff => ({
  ...row,
  given: JSON.parse(given),
  answer: answer === null ? null : JSON.parse(answer),
});

/** What a case and those that were merged into it handed to departments, in that order. */
export const handoffsOf = (store: Store, number: number): Handoff[] =>
  prepared<[number], Row>(
    store,
    `${FAMILY} ${SELECT} WHERE h.case_number IN (SELECT number FROM family) ORDER BY h.made_at, h.id`,
  )
    .all(number)
    .map(handoffOf);

/**
 * Has the last department that a merged case lay with answered, or was it withdrawn from it, since it was merged? Then it waits
 * for nobody any more.
 */
export const cameBackSinceMerge = (store: Store, number: number): boolean =>
  handoffsOf(store, number).every(({ state }) => state !== 'waiting') &&
  prepared<[number, number], unknown>(
    store,
    `SELECT 1 FROM events WHERE case_number = ? AND field = 'handoff' AND new IN ('answered', 'withdrawn')
        AND id > (SELECT max(id) FROM events WHERE case_number = ? AND field = 'mergedInto')`,
  ).get(number, number) !== undefined;

/** Those whose packets are among these entries belong to this case from now on. */
export function moveHandoffs(writing: Writing, entries: readonly number[], to: number): void {
  const move = prepared(
    writing.store,
    `UPDATE handoffs SET case_number = ? WHERE packet = (SELECT text FROM entries WHERE id = ? AND type = 'note')`,
  );
  for (const entry of entries) move.run(to, entry);
}

/** What lies with departments, the earliest due first; what has no due date last. */
export const waitingHandoffs = (store: Store): Handoff[] =>
  prepared<[], Row>(store, `${SELECT} WHERE h.state = 'waiting' ORDER BY h.due_at IS NULL, h.due_at, h.id`)
    .all()
    .map(handoffOf);

/** Answered and withdrawn ones as well, the newest first. */
export const allHandoffs = (store: Store): Handoff[] =>
  prepared<[], Row>(store, `${SELECT} ORDER BY h.made_at DESC, h.id DESC`).all().map(handoffOf);

/** uids of the entries whose words a department was given as feedback; what was withdrawn from it is none. */
export const collectedFeedback = (store: Store): ReadonlySet<string> =>
  new Set(
    prepared<[], { uid: string }>(
      store,
      `SELECT l.value AS uid FROM handoffs h, json_each(json_extract(h.given, '$."feedback-lines"')) l
        WHERE h.state <> 'withdrawn' AND json_valid(json_extract(h.given, '$."feedback-lines"'))`,
    )
      .all()
      .map(({ uid }) => uid),
  );

/** The one whose packet carries this mark, or null. */
export function handoffMarked(store: Store, mark: string): Handoff | null {
  const row = prepared<[string], Row>(store, `${SELECT} WHERE h.mark = ?`).get(mark);
  return row === undefined ? null : handoffOf(row);
}

/** The one with this id; throws `no-such-handoff`. */
export function getHandoff(store: Store, id: number): Handoff {
  const row = prepared<[number], Row>(store, `${SELECT} WHERE h.id = ?`).get(id);
  if (row === undefined) throw new DeskError('not-found', 'no-such-handoff', { id });
  return handoffOf(row);
}

type NewHandoff = Pick<Handoff, 'mark' | 'case' | 'department' | 'given' | 'packet' | 'dueAt'>;

/** Writes it down, with an event of its case; gives its id. */
export function insertHandoff(writing: Writing, fresh: NewHandoff): number {
  const { lastInsertRowid } = prepared(
    writing.store,
    `INSERT INTO handoffs (mark, case_number, department, state, given, packet, due_at, made_at, author)
     VALUES (?, ?, ?, 'waiting', ?, ?, ?, ?, ?)`,
  ).run(
    ...[fresh.mark, fresh.case, fresh.department, JSON.stringify(fresh.given), fresh.packet],
    ...[fresh.dueAt, writing.now, writing.agent],
  );
  tell(writing, fresh, 'waiting');
  return Number(lastInsertRowid);
}

/** The department has answered. */
export function answerHandoff(writing: Writing, before: Handoff, answer: NonNullable<Handoff['answer']>): void {
  prepared(writing.store, "UPDATE handoffs SET state = 'answered', answered_at = ?, answer = ? WHERE id = ?").run(
    writing.now,
    JSON.stringify(answer),
    before.id,
  );
  tell(writing, before, 'answered');
}

/** The department answered what had been withdrawn: its word is noted, and the hand-off stays as it is. */
export function answerWithdrawn(writing: Writing, before: Handoff, answer: NonNullable<Handoff['answer']>): void {
  prepared(writing.store, 'UPDATE handoffs SET answered_at = ?, answer = ? WHERE id = ?').run(
    writing.now,
    JSON.stringify(answer),
    before.id,
  );
  tell(writing, before, 'late');
}

export function withdrawHandoff(writing: Writing, before: Handoff): void {
  prepared(writing.store, "UPDATE handoffs SET state = 'withdrawn' WHERE id = ?").run(before.id);
  tell(writing, before, 'withdrawn');
}

/** The mail that carried its packet from this case, where one did: the note that says the same. */
export const packetMail = (
  store: Store,
  { packet }: Pick<Handoff, 'packet'>,
  number: number,
): { readonly entry: number; readonly state: Delivery; readonly messageId: string } | null =>
  prepared<[number, string], { entry: number; state: Delivery; messageId: string }>(
    store,
    `SELECT o.entry, o.state, o.message_id AS messageId FROM entries e JOIN outbox o ON o.entry = e.id
      WHERE e.case_number = ? AND e.type = 'note' AND e.text = ?`,
  ).get(number, packet) ?? null;

/** `late`: answered when nobody waited for it any more. */
const tell = (writing: Writing, one: Pick<Handoff, 'case' | 'department'>, state: Handoff['state'] | 'late'): void =>
  addEvent(writing, { at: writing.now, case: one.case, field: 'handoff', old: one.department, new: state });
