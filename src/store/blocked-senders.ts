import { normalAddress } from '../domain/entry.ts';
import { addEvent } from './events.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

/** The addresses (normalised) from which customers wrote in this case. */
export function sendersIn(store: Store, number: number): string[] {
  return prepared<[number], { address: string }>(
    store,
    `SELECT DISTINCT a.normal AS address FROM entries e JOIN entry_addresses a ON a.entry = e.id
      WHERE e.case_number = ? AND e.party = 'customer' AND a.role = 'from' AND a.normal <> '' ORDER BY address`,
  )
    .all(number)
    .map((row) => row.address);
}

/** Is mail from this address filed away as spam? */
export const isBlocked = (store: Store, address: string): boolean =>
  prepared<[string], unknown>(store, 'SELECT 1 FROM blocked_senders WHERE address = ?').get(normalAddress(address)) !==
  undefined;

/** Files mail of these senders away from now on; gives those of whom that is new. */
export function blockSenders(writing: Writing, number: number, addresses: readonly string[]): string[] {
  const fresh = addresses.filter((address) => !isBlocked(writing.store, address));
  const insert = prepared(writing.store, 'INSERT INTO blocked_senders (address, case_number, at) VALUES (?, ?, ?)');
  for (const address of fresh) {
    insert.run(address, number, writing.now);
    addEvent(writing, { at: writing.now, case: number, field: 'blocked', old: null, new: address });
  }
  return fresh;
}

/** Lets mail of these senders in again; gives those of whom that is new. */
export function unblockSenders(writing: Writing, number: number, addresses: readonly string[]): string[] {
  const known = addresses.filter((address) => isBlocked(writing.store, address));
  const remove = prepared(writing.store, 'DELETE FROM blocked_senders WHERE address = ?');
  for (const address of known) {
    remove.run(address);
    addEvent(writing, { at: writing.now, case: number, field: 'blocked', old: address, new: null });
  }
  return known;
}
