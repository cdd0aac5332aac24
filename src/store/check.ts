import type { Store } from './open.ts';
import { quickCheck } from './sqlite-errors.ts';
import { prepared } from './statements.ts';

export interface StoreCheck {
  /** what SQLite's own check says, empty when it finds nothing */
  readonly broken: string[];
  readonly danglingReferences: number;
  /** entries whose raw mail is not there */
  readonly missingRaw: number;
  /** ms, by this machine's clock: of what was done and written here; 0 in an empty store */
  readonly newestAction: number;
}

export function checkStore(store: Store): StoreCheck {
  const broken = quickCheck(store.db);
  // nothing more can be asked of it
  if (broken.length > 0) return { broken, danglingReferences: 0, missingRaw: 0, newestAction: 0 };
  const raw = store.raw();
  const received = prepared<[], { received: string }>(
    store,
    'SELECT DISTINCT received FROM entries WHERE received IS NOT NULL',
  ).all();
  return {
    broken,
    danglingReferences: prepared<[], unknown>(store, 'PRAGMA foreign_key_check').all().length,
    missingRaw: received.filter((row) => !raw.has(row.received)).length,
    newestAction:
      prepared<[], { at: number }>(
        store,
        `SELECT max(coalesce((SELECT max(at) FROM actions), 0),
         coalesce((SELECT max(at) FROM entries WHERE at_source = 'clock'), 0)) AS at`,
      ).get()?.at ?? 0,
  };
}
