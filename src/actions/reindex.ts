import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { countEntries, reindex } from '../store/search.ts';
import type { PerformOptions } from './action.ts';

/** Builds the search index anew from what is in the store, or (dry run) only counts. Returns the number of entries. */
export function rebuildIndex(context: Context, { dryRun = false }: PerformOptions = {}): number {
  if (dryRun) return countEntries(context.store);
  if (context.store.readOnly) throw new DeskError('read-only', 'read-only', { verb: 'reindex' });
  return reindex(context.store);
}
