import { FIRST_SCHEDULE, FIRST_TARGETS } from '../domain/clock/first-rules.ts';
import type { Store } from '../store/open.ts';
import { findSchedule, type KeptSchedule, putSchedule, schedulesOf } from '../store/schedules.ts';
import { findTargets, putTargets, targetsOf } from '../store/targets.ts';
import type { Writing } from '../store/writing.ts';
import { setSchedule } from './schedules.ts';
import { type KeptTargets, keptTargets, setTargets, targetsKept } from './targets.ts';

/** Hours and targets as an export's settings tell them: `hours:NAME` and `targets:NAME`, each a JSON value. */
export function ruleValues(store: Store): Record<string, string> {
  // the last one is asked last, and what comes in anew is asked first
  const targets = targetsOf(store).toReversed().map(keptTargets);
  return Object.fromEntries([
    ...schedulesOf(store).map((one): [string, string] => [`hours:${one.name}`, JSON.stringify(one)]),
    ...targets.map((one): [string, string] => [`targets:${one.name}`, JSON.stringify(one)]),
  ]);
}

/**
 * Takes over hours or targets of another desk where there are none of that name, or those that came with this one and that
 * nobody has changed. True: it did.
 */
export function takeOverRule(writing: Writing, key: string, value: string): boolean {
  const [, sort, name = ''] = /^(hours|targets):(.+)$/s.exec(key) ?? [];
  if (sort === undefined) return false;
  const { store } = writing;
  if (sort === 'hours') {
    const read = setSchedule.input.safeParse(jsonOf(value));
    if (!read.success || read.data.name !== name || !isUntouched(findSchedule(store, name))) return false;
    putSchedule(writing, read.data);
    return true;
  }
  const kept = targetsKept(jsonOf(value));
  const read = kept === null ? null : setTargets.input.safeParse(kept);
  if (read?.success !== true || read.data.name !== name || findSchedule(store, read.data.schedule) === null)
    return false;
  const here = findTargets(store, name);
  if (here !== null && JSON.stringify(keptTargets(here)) !== JSON.stringify(FIRST_TARGETS satisfies KeptTargets))
    return false;
  putTargets(writing, read.data);
  return true;
}

function isUntouched(here: KeptSchedule | null): boolean {
  if (here === null) return true;
  const { zone: _, ...rest } = here;
  return JSON.stringify(rest) === JSON.stringify(FIRST_SCHEDULE);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
