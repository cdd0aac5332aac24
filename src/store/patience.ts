import type { Store } from './open.ts';

/** How long a statement waits for another process to finish writing, ms. */
export function setPatience(store: Store, ms: number): void {
  store.db.pragma(`busy_timeout = ${Math.round(ms)}`);
}
