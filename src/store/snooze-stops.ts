import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** Does a snooze stop the clocks of any targets? */
export const anySnoozeStops = (store: Store): boolean =>
  prepared(store, `SELECT 1 FROM targets WHERE paused_by LIKE '%"snooze"%' LIMIT 1`).get() !== undefined;
