import type { Delivery } from '../domain/entry.ts';
import type { Envelope, Hold, Outgoing } from '../domain/outbox.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

/** A message as it is put into the outbox. */
export interface NewOutgoing {
  readonly entry: number;
  readonly account: number | null;
  readonly state: Delivery;
  /** for `held`: why */
  readonly hold: Hold | null;
  /** ms */
  readonly notBefore: number | null;
  readonly messageId: string;
  /** JSON of an Envelope */
  readonly envelope: string;
  readonly automatic: boolean;
}

export function insertOutgoing(writing: Writing, outgoing: NewOutgoing): void {
  prepared(
    writing.store,
    `INSERT INTO outbox (entry, account, state, hold, not_before, message_id, envelope, automatic)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    outgoing.entry,
    outgoing.account,
    outgoing.state,
    outgoing.hold,
    outgoing.notBefore,
    outgoing.messageId,
    outgoing.envelope,
    outgoing.automatic ? 1 : 0,
  );
}

/** Takes a message that has not left out of the outbox; what it says stays in its case. */
export function removeOutgoing(writing: Writing, entry: number): void {
  prepared(writing.store, 'DELETE FROM outbox WHERE entry = ?').run(entry);
}

/** Does an outgoing message have this Message-ID already? */
export function isOutgoing(store: Store, messageId: string): boolean {
  return prepared<[string], unknown>(store, 'SELECT 1 FROM outbox WHERE message_id = ?').get(messageId) !== undefined;
}

/** How many outgoing messages are in each state; failures that somebody has looked at are left out. */
export function outboxCounts(store: Store): { state: Delivery; messages: number }[] {
  return prepared<[], { state: Delivery; messages: number }>(
    store,
    `SELECT state, count(*) AS messages FROM outbox WHERE state <> 'sent' AND seen = 0 GROUP BY state`,
  ).all();
}

type OutgoingRow = Omit<Outgoing, 'envelope' | 'automatic' | 'seen'> & {
  readonly envelope: string;
  readonly automatic: 0 | 1;
  readonly seen: 0 | 1;
};

const SELECT = `SELECT o.entry, e.case_number AS "case", o.account, o.state, o.hold, o.not_before AS notBefore,
  o.message_id AS messageId, o.envelope, o.attempts, o.problem, o.code, o.sent_at AS sentAt, o.automatic, o.seen
  FROM outbox o JOIN entries e ON e.id = o.entry`;

/** The message that this entry is, or null. */
export function findOutgoing(store: Store, entry: number): Outgoing | null {
  const row = prepared<[number], OutgoingRow>(store, `${SELECT} WHERE o.entry = ?`).get(entry);
  return row === undefined ? null : outgoingOf(row);
}

/** Messages in these states, oldest first. */
export const outgoingIn = (store: Store, states: readonly Delivery[], limit = 1000): Outgoing[] =>
  prepared<[string, number], OutgoingRow>(
    store,
    `${SELECT} WHERE o.state IN (SELECT value FROM json_each(?)) ORDER BY o.entry LIMIT ?`,
  )
    .all(JSON.stringify(states), limit)
    .map(outgoingOf);

/** Is a queued message of this account due? */
export const isDue = (store: Store, account: number, now: number): boolean =>
  prepared<[number, number], unknown>(
    store,
    "SELECT 1 FROM outbox WHERE state = 'queued' AND account = ? AND coalesce(not_before, 0) <= ? LIMIT 1",
  ).get(account, now) !== undefined;

/** Messages of this account whose fate is to be looked up now, oldest first. */
export const openAt = (store: Store, account: number, now: number): Outgoing[] =>
  prepared<[number, number], OutgoingRow>(
    store,
    `${SELECT} WHERE o.state = 'uncertain' AND o.account = ? AND coalesce(o.not_before, 0) <= ? ORDER BY o.entry LIMIT 100`,
  )
    .all(account, now)
    .map(outgoingOf);

/** ms; when the next queued message is due, or null. */
export const nextDue = (store: Store): number | null =>
  prepared<[], { at: number | null }>(
    store,
    "SELECT min(coalesce(not_before, 0)) AS at FROM outbox WHERE state = 'queued'",
  ).get()?.at ?? null;

/** How many queued messages are due. */
export const dueCount = (store: Store, now: number): number =>
  prepared<[number], { due: number }>(
    store,
    "SELECT count(*) AS due FROM outbox WHERE state = 'queued' AND coalesce(not_before, 0) <= ?",
  ).get(now)?.due ?? 0;

function outgoingOf({ automatic, seen, envelope, ...row }: OutgoingRow): Outgoing {
  return { ...row, automatic: automatic === 1, seen: seen === 1, envelope: envelopeOf(envelope) };
}

/** Reads an envelope as it was stored; messages from before there was mail have neither cc nor bcc. */
function envelopeOf(json: string): Envelope {
  const value: Partial<Envelope> = JSON.parse(json); // written by insertOutgoing alone
  const { from = { name: '', address: '' }, to = [], cc = [], bcc = [], subject = '', references = [] } = value;
  return { from, to, cc, bcc, subject, references };
}
