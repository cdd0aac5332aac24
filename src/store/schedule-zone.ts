import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** Is there a schedule whose zone nobody has chosen yet? */
export const hasZonelessSchedule = (store: Store): boolean =>
  prepared(store, "SELECT 1 FROM schedules WHERE zone = '' LIMIT 1").get() !== undefined;

/** The schedule that came with the store is in the agent's zone from now on. Not an action: nobody chose anything. */
export function giveZone(store: Store, zone: string): void {
  prepared(store, "UPDATE schedules SET zone = ? WHERE zone = ''").run(zone);
  // where there is no case there is nothing to work out anew
  prepared(store, 'UPDATE clock_state SET done = rules WHERE NOT EXISTS (SELECT 1 FROM cases)').run();
}
