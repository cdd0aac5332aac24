import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { reindex } from '../store/search.ts';

/** Builds the search index anew from what is in the store; nothing else changes. Returns the number of entries. */
export function rebuildIndex(context: Context): number {
  if (context.store.readOnly) throw new DeskError('read-only', 'read-only', { verb: 'reindex' });
  return reindex(context.store);
}
