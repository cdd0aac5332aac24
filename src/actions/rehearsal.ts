import type { Context } from '../context.ts';
import { copyStore } from '../store/copy.ts';

/** Runs a dry run on a copy where the store itself may not be written, and anything else where it belongs. */
export function rehearsed<Result>(context: Context, dryRun: boolean, work: (context: Context) => Result): Result {
  if (!dryRun || !context.store.readOnly) return work(context);
  const copy = copyStore(context.store, context.now());
  try {
    return work({ ...context, store: copy });
  } finally {
    copy.close();
  }
}
