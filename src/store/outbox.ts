import type { Delivery } from '../domain/entry.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

export interface Outgoing {
  readonly entry: number;
  readonly state: Delivery;
  readonly messageId: string;
  /** JSON: {from, to[], cc[], subject, inReplyTo, references[]} */
  readonly envelope: string;
}

export function insertOutgoing(writing: Writing, outgoing: Outgoing): void {
  prepared(writing.store, 'INSERT INTO outbox (entry, state, message_id, envelope) VALUES (?, ?, ?, ?)').run(
    outgoing.entry,
    outgoing.state,
    outgoing.messageId,
    outgoing.envelope,
  );
}

/** Does an outgoing message have this Message-ID already? */
export function isOutgoing(store: Store, messageId: string): boolean {
  return prepared<[string], unknown>(store, 'SELECT 1 FROM outbox WHERE message_id = ?').get(messageId) !== undefined;
}

/** How many outgoing messages are in each state. */
export function outboxCounts(store: Store): { state: Delivery; messages: number }[] {
  return prepared<[], { state: Delivery; messages: number }>(
    store,
    'SELECT state, count(*) AS messages FROM outbox GROUP BY state',
  ).all();
}
