import { type BusinessDays, businessDays } from '../domain/clock/business-time.ts';
import type { NamedPolicy } from '../domain/clock/targets.ts';
import type { Store } from './open.ts';
import { scheduleOf, schedulesOf } from './schedules.ts';
import { prepared } from './statements.ts';
import { targetsOf } from './targets.ts';

/** The hours and targets in force, each day of a schedule worked out once. */
export interface RulesInForce {
  readonly version: number;
  readonly policies: readonly NamedPolicy[];
  readonly days: (schedule: string) => BusinessDays;
}

interface ClockState {
  /** counts the changes of hours and targets */
  readonly rules: number;
  /** the rules by which every case is worked out */
  readonly done: number;
  /** how far a working out by newer ones has come */
  readonly atCase: number;
}

export const clockState = (store: Store): ClockState =>
  prepared<[], ClockState>(store, 'SELECT rules, done, at_case AS atCase FROM clock_state').get() ?? {
    ...{ rules: 0, done: 0, atCase: 0 },
  };

const known = new WeakMap<Store['db'], RulesInForce>();

/** Read once, until somebody changes them. */
export function rulesInForce(store: Store): RulesInForce {
  const version = clockState(store).rules;
  const ready = known.get(store.db);
  if (ready?.version === version) return ready;
  const schedules = new Map(schedulesOf(store).map((one) => [one.name, businessDays(scheduleOf(one))]));
  const rules: RulesInForce = {
    version,
    policies: targetsOf(store),
    days: (schedule) => {
      const days = schedules.get(schedule);
      if (days === undefined) throw new Error(`no schedule ${schedule}`); // a reference of the file holds it
      return days;
    },
  };
  known.set(store.db, rules);
  return rules;
}
