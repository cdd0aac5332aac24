import { FIRST_SCHEDULE, FIRST_TARGETS } from '../domain/clock/first-rules.ts';
import type { Store } from '../store/open.ts';
import { findSchedule, type KeptSchedule, putSchedule, schedulesOf } from '../store/schedules.ts';
import { findTargets, putTargets, targetsOf } from '../store/targets.ts';
import type { Writing } from '../store/writing.ts';
import { setSchedule } from './schedules.ts';
import { type KeptTargets, keptTargets, setTargets, targetsKept } from './targets.ts';

/** Hours and targets as an export's settings tell them: `hours:NAME` and `targets:NAME`, each a JSON value. */
export function ruleValues(store: Store): Record<string, string> {
  const targets = targetsOf(store).map(keptTargets);
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
    const here = findSchedule(store, name);
    if (!read.success || read.data.name !== name || !isUntouched(here) || same(here, read.data)) return false;
    putSchedule(writing, read.data);
    return true;
  }
  const kept = targetsKept(jsonOf(value));
  const read = kept === null ? null : setTargets.input.safeParse(kept);
  if (read?.success !== true || read.data.name !== name || findSchedule(store, read.data.schedule) === null)
    return false;
  const here = findTargets(store, name);
  const { position = 0 } = read.data;
  const [now, then] = [here === null ? null : keptTargets(here), keptTargets({ ...read.data, position })];
  if (now !== null && (!same(now, FIRST_TARGETS satisfies KeptTargets) || same(now, then))) return false;
  putTargets(writing, read.data, position);
  return true;
}

function isUntouched(here: KeptSchedule | null): boolean {
  if (here === null) return true;
  const { zone: _, ...rest } = here;
  return same(rest, FIRST_SCHEDULE);
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
