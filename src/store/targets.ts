import { KINDS, PRIORITIES } from '../domain/case.ts';
import { CLOCKS, type NamedPolicy, PAUSES } from '../domain/clock/targets.ts';
import { SEGMENTS } from '../domain/customer.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import { textsIn } from './texts-in.ts';
import type { Writing } from './writing.ts';

const MINUTE = 60_000;

/** Targets with their place among those that are asked, the first one first. */
export type PlacedPolicy = NamedPolicy & { readonly position: number };

interface Row {
  name: string;
  schedule: string;
  kinds: string | null;
  segments: string | null;
  query: string | null;
  paused_by: string;
  minutes: string;
  position: number;
}

const COLUMNS = 'name, position, schedule, kinds, segments, query, paused_by, minutes';

/** What is promised to which cases, in the order in which it is asked. */
export const targetsOf = (store: Store): PlacedPolicy[] =>
  prepared<[], Row>(store, `SELECT ${COLUMNS} FROM targets ORDER BY position, name`).all().map(policyOf);

export function findTargets(store: Store, name: string): PlacedPolicy | null {
  const row = prepared<[string], Row>(store, `SELECT ${COLUMNS} FROM targets WHERE name = ?`).get(name);
  return row === undefined ? null : policyOf(row);
}

function policyOf(row: Row): PlacedPolicy {
  const among = <Value extends string>(choices: readonly Value[], json: string): Value[] => {
    const texts = textsIn(JSON.parse(json));
    return choices.filter((choice) => texts.includes(choice));
  };
  return {
    name: row.name,
    position: row.position,
    schedule: row.schedule,
    applies: {
      ...(row.kinds === null ? {} : { kinds: among(KINDS, row.kinds) }),
      ...(row.segments === null ? {} : { segments: among(SEGMENTS, row.segments) }),
      ...(row.query === null ? {} : { query: row.query }),
    },
    pausedBy: new Set(among(PAUSES, row.paused_by)),
    targets: timesOf(JSON.parse(row.minutes), (minutes) => minutes * MINUTE),
  };
}

/** The times that are named, in the order of urgency and of the clocks. */
export function timesOf(times: unknown, to: (n: number) => number): Record<string, Record<string, number>> {
  const member = (of: unknown, key: string): unknown =>
    typeof of === 'object' && of !== null ? Object.entries(of).find(([name]) => name === key)?.[1] : undefined;
  return Object.fromEntries(
    PRIORITIES.toReversed().flatMap((priority) => {
      const clocks = CLOCKS.flatMap((clock): [string, number][] => {
        const time = member(member(times, priority), clock);
        return typeof time === 'number' ? [[clock, to(time)]] : [];
      });
      return clocks.length === 0 ? [] : [[priority, Object.fromEntries(clocks)]];
    }),
  );
}

/** Makes or changes the targets of that name; new ones are asked before all others, as the special before the general. */
export function putTargets(
  { store }: Writing,
  { name, schedule, applies, pausedBy, targets }: NamedPolicy,
  position: number | null = null,
): void {
  const list = (values: readonly string[] | undefined): string | null =>
    values === undefined ? null : JSON.stringify(values);
  prepared(
    store,
    `INSERT INTO targets (name, position, schedule, kinds, segments, query, paused_by, minutes)
     VALUES (@name, coalesce(@position, (SELECT coalesce(min(position), 1) - 1 FROM targets)), @schedule, @kinds,
       @segments, @query, @pausedBy, @minutes)
     ON CONFLICT (name) DO UPDATE SET position = coalesce(@position, position), schedule = excluded.schedule,
       kinds = excluded.kinds, segments = excluded.segments, query = excluded.query, paused_by = excluded.paused_by,
       minutes = excluded.minutes`,
  ).run({
    ...{ name, position, schedule, kinds: list(applies.kinds), segments: list(applies.segments) },
    query: applies.query ?? null,
    pausedBy: JSON.stringify([...pausedBy]),
    minutes: JSON.stringify(timesOf(targets, (ms) => ms / MINUTE)),
  });
}

export function removeTargets({ store }: Writing, name: string): void {
  prepared(store, 'DELETE FROM targets WHERE name = ?').run(name);
}
