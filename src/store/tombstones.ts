import type { PointKind } from '../domain/customer.ts';
import type { Store } from './open.ts';
import { keyNamed } from './settings.ts';
import { prepared } from './statements.ts';

/**
 * What is known again after it was removed: a mail by its bytes or its identity, a file, uids, ways to reach somebody. A
 * file may be another's as well, who has the same; so it only goes again where nothing names it. A Message-ID is
 * none of these (broken mailers give the same again and again) and only tells whose identity is worth asking for; one of
 * our own is `sent`, and given once.
 */
export type Removed = 'raw' | 'file' | 'mail' | 'message-id' | 'sent' | 'case' | 'entry' | 'customer' | PointKind;

/**
 * A tombstone says nothing to anybody who has not the store's own key. Whoever has the whole store can still try an
 * address that they know on it: that is what it is for.
 */
function hashOf(store: Store, kind: Removed, value: string): string {
  const { createHmac } = process.getBuiltinModule('node:crypto');
  return createHmac('sha256', Buffer.from(keyNamed(store, 'tombstones'), 'hex'))
    .update(`${kind}\n${value}`)
    .digest('hex');
}

/** Keeps in mind that this was removed for good. */
export function leaveTombstone(store: Store, kind: Removed, value: string, now: number): void {
  prepared(store, 'INSERT OR IGNORE INTO tombstones (hash, at) VALUES (?, ?)').run(hashOf(store, kind, value), now);
}

/** Was this removed for good? */
export const isRemoved = (store: Store, kind: Removed, value: string): boolean =>
  anythingRemoved(store) &&
  prepared<[string], unknown>(store, 'SELECT 1 FROM tombstones WHERE hash = ?').get(hashOf(store, kind, value)) !==
    undefined;

/** Nearly no store has forgotten anybody: then nothing needs to be asked. */
export const anythingRemoved = (store: Store): boolean =>
  prepared<[], unknown>(store, 'SELECT 1 FROM tombstones LIMIT 1').get() !== undefined;
