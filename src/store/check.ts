import type { Store } from './open.ts';
import { prepared } from './statements.ts';

export interface StoreCheck {
  /** what SQLite's own check says, empty when it finds nothing */
  readonly broken: string[];
  readonly danglingReferences: number;
  /** entries whose raw mail is not there */
  readonly missingRaw: number;
  /** ms; 0 in an empty store */
  readonly newestAction: number;
}

export function checkStore(store: Store): StoreCheck {
  const verdicts = prepared<[], { quick_check: string }>(store, 'PRAGMA quick_check')
    .all()
    .map((row) => row.quick_check);
  const raw = store.raw();
  const received = prepared<[], { received: string }>(
    store,
    'SELECT DISTINCT received FROM entries WHERE received IS NOT NULL',
  ).all();
  return {
    broken: verdicts.filter((verdict) => verdict !== 'ok'),
    danglingReferences: prepared<[], unknown>(store, 'PRAGMA foreign_key_check').all().length,
    missingRaw: received.filter((row) => !raw.has(row.received)).length,
    newestAction: prepared<[], { at: number }>(store, 'SELECT coalesce(max(at), 0) AS at FROM actions').get()?.at ?? 0,
  };
}
