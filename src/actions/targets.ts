import * as z from 'zod';
import type { Context } from '../context.ts';
import { KINDS, PRIORITIES } from '../domain/case.ts';
import { CLOCKS, type NamedPolicy, PAUSES } from '../domain/clock/targets.ts';
import { SEGMENTS } from '../domain/customer.ts';
import { DeskError } from '../domain/errors.ts';
import { nearest } from '../domain/nearest.ts';
import { parseQuery, type QueryKey, type Term } from '../domain/query.ts';
import type { Store } from '../store/open.ts';
import { findTargets, type PlacedPolicy, putTargets, removeTargets, targetsOf, timesOf } from '../store/targets.ts';
import { describeAction } from '../store/writing.ts';
import type { Action } from './action.ts';
import { ruleName, ruleNamed, scheduleNamed } from './schedules.ts';

/** Ten years of minutes: more is a slip. */
const MOST_MS = 10 * 365 * 86_400_000;

/** With their place, where they are put where they were. */
type PolicyWanted = NamedPolicy & { readonly position?: number };

const policy: z.ZodType<PolicyWanted> = z.strictObject({
  name: ruleName,
  position: z.int().exactOptional(),
  schedule: z.string(),
  applies: z.strictObject({
    kinds: z.array(z.enum(KINDS)).min(1).exactOptional(),
    segments: z.array(z.enum(SEGMENTS)).min(1).exactOptional(),
    query: z.string().exactOptional(),
  }),
  targets: z.partialRecord(
    z.enum(PRIORITIES),
    z.partialRecord(z.enum(CLOCKS), z.int().min(60_000).max(MOST_MS).multipleOf(60_000)),
  ),
  pausedBy: z.set(z.enum(PAUSES)),
});

export const readTargets = (context: Context): NamedPolicy[] => targetsOf(context.store);

/** The targets of that name; throws `no-such-targets`, naming the nearest. */
export function targetsNamed(store: Store, name: string): NamedPolicy {
  const found = findTargets(store, name);
  if (found !== null) return found;
  const names = targetsOf(store).map((one) => one.name);
  throw new DeskError('not-found', 'no-such-targets', { name, nearest: nearest(name, names) });
}

/** Targets before anybody has said what they are: those of the last ones, which are for everybody; what is named changes. */
export function targetsToChange(context: Context, name: string): NamedPolicy {
  const last = targetsOf(context.store).at(-1);
  return (
    findTargets(context.store, name) ?? {
      ...{ name: ruleNamed(name), schedule: last?.schedule ?? 'desk', applies: {}, targets: last?.targets ?? {} },
      pausedBy: last?.pausedBy ?? new Set(),
    }
  );
}

/** Makes targets or changes them; throws `no-such-schedule`, `bad-query`, `targets-by-time`. */
export const setTargets: Action<PolicyWanted, NamedPolicy> = {
  id: 'target-set',
  input: policy,
  run: (writing, _context, wanted) => {
    scheduleNamed(writing.store, wanted.schedule);
    if (wanted.applies.query !== undefined) refuseTimes(parseQuery(wanted.applies.query).where);
    putTargets(writing, wanted, wanted.position ?? null);
    describeAction(writing, { what: wanted.name });
    return wanted;
  },
};

export const dropTargets: Action<{ name: string }, { name: string }> = {
  id: 'target-remove',
  input: z.strictObject({ name: z.string() }),
  run: (writing, _context, { name }) => {
    targetsNamed(writing.store, name);
    removeTargets(writing, name);
    describeAction(writing, { what: name });
    return { name };
  },
};

const BY_TIME: readonly QueryKey[] = ['created', 'updated', 'waiting', 'solved', 'snoozed', 'due'];
const IS_BY_TIME = ['snoozed', 'overdue'];

/** Which targets apply is asked when a case changes: a query whose answer changes by the clock alone would be asked too late. */
function refuseTimes(term: Term): void {
  if (term.type === 'and' || term.type === 'or') for (const one of term.terms) refuseTimes(one);
  if (term.type === 'not') refuseTimes(term.term);
  if (term.type !== 'field') return;
  const byTime =
    BY_TIME.includes(term.key) || (term.key === 'is' && term.values.some((one) => IS_BY_TIME.includes(one)));
  if (byTime) throw new DeskError('bad-value', 'targets-by-time', { key: term.key, value: term.values.join(',') });
}

const keptForm = z.object({
  position: z.int(),
  ...{ name: z.string(), schedule: z.string(), kinds: z.array(z.enum(KINDS)).nullable() },
  ...{
    segments: z.array(z.enum(SEGMENTS)).nullable(),
    query: z.string().nullable(),
    pausedBy: z.array(z.enum(PAUSES)),
  },
  minutes: z.partialRecord(z.enum(PRIORITIES), z.partialRecord(z.enum(CLOCKS), z.number())),
});

/** Targets as a value of an export: minutes of business time. */
export type KeptTargets = z.infer<typeof keptForm>;

const MINUTE = 60_000;

export const keptTargets = ({ name, position, schedule, applies, pausedBy, targets }: PlacedPolicy): KeptTargets => ({
  position,
  ...{ name, schedule, kinds: applies.kinds === undefined ? null : [...applies.kinds] },
  ...{ segments: applies.segments === undefined ? null : [...applies.segments], query: applies.query ?? null },
  pausedBy: [...pausedBy],
  minutes: timesOf(targets, (ms) => ms / MINUTE),
});

/** The targets that such a value means; null: it is none. */
export function targetsKept(value: unknown): PlacedPolicy | null {
  const { data } = keptForm.safeParse(value);
  if (data === undefined) return null;
  const { name, position, schedule, kinds, segments, query, pausedBy, minutes } = data;
  return {
    ...{ name, position, schedule, pausedBy: new Set(pausedBy), targets: timesOf(minutes, (many) => many * MINUTE) },
    applies: {
      ...(kinds === null ? {} : { kinds }),
      ...(segments === null ? {} : { segments }),
      ...(query === null ? {} : { query }),
    },
  };
}
