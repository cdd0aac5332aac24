import * as z from 'zod';
import { KINDS, PRIORITIES } from '../domain/case.ts';
import { CLOCKS, type NamedPolicy, PAUSES, type Targets } from '../domain/clock/targets.ts';
import { SEGMENTS } from '../domain/customer.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

const MINUTE = 60_000;

const minutesForm = z.partialRecord(z.enum(PRIORITIES), z.partialRecord(z.enum(CLOCKS), z.number().positive()));
const kindsForm = z.array(z.enum(KINDS));
const segmentsForm = z.array(z.enum(SEGMENTS));
const pausesForm = z.array(z.enum(PAUSES));

interface Row {
  name: string;
  schedule: string;
  kinds: string | null;
  segments: string | null;
  query: string | null;
  paused_by: string;
  minutes: string;
}

const COLUMNS = 'name, schedule, kinds, segments, query, paused_by, minutes';

/** What is promised to which cases, in the order in which it is asked. */
export const targetsOf = (store: Store): NamedPolicy[] =>
  prepared<[], Row>(store, `SELECT ${COLUMNS} FROM targets ORDER BY position, name`).all().map(policyOf);

export function findTargets(store: Store, name: string): NamedPolicy | null {
  const row = prepared<[string], Row>(store, `SELECT ${COLUMNS} FROM targets WHERE name = ?`).get(name);
  return row === undefined ? null : policyOf(row);
}

function policyOf(row: Row): NamedPolicy {
  const read = <Form extends z.ZodType>(form: Form, json: string): z.infer<Form> => form.parse(JSON.parse(json));
  return {
    name: row.name,
    schedule: row.schedule,
    applies: {
      ...(row.kinds === null ? {} : { kinds: read(kindsForm, row.kinds) }),
      ...(row.segments === null ? {} : { segments: read(segmentsForm, row.segments) }),
      ...(row.query === null ? {} : { query: row.query }),
    },
    pausedBy: new Set(read(pausesForm, row.paused_by)),
    targets: inMs(read(minutesForm, row.minutes)),
  };
}

const inMs = (minutes: z.infer<typeof minutesForm>): Targets =>
  Object.fromEntries(
    Object.entries(minutes).map(([priority, clocks]) => [
      priority,
      Object.fromEntries(Object.entries(clocks).map(([clock, many]) => [clock, many * MINUTE])),
    ]),
  );

/** Makes or changes the targets of that name; new ones are asked before all others, as the special before the general. */
export function putTargets({ store }: Writing, { name, schedule, applies, pausedBy, targets }: NamedPolicy): void {
  const minutes = Object.fromEntries(
    Object.entries(targets).map(([priority, clocks]) => [
      priority,
      Object.fromEntries(Object.entries(clocks).map(([clock, ms]) => [clock, ms / MINUTE])),
    ]),
  );
  const list = (values: readonly string[] | undefined): string | null =>
    values === undefined ? null : JSON.stringify(values);
  prepared(
    store,
    `INSERT INTO targets (name, position, schedule, kinds, segments, query, paused_by, minutes)
     VALUES (?, (SELECT coalesce(min(position), 1) - 1 FROM targets), ?, ?, ?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET schedule = excluded.schedule, kinds = excluded.kinds,
       segments = excluded.segments, query = excluded.query, paused_by = excluded.paused_by, minutes = excluded.minutes`,
  ).run(
    name,
    schedule,
    list(applies.kinds),
    list(applies.segments),
    applies.query ?? null,
    JSON.stringify([...pausedBy]),
    JSON.stringify(minutes),
  );
}

export function removeTargets({ store }: Writing, name: string): void {
  prepared(store, 'DELETE FROM targets WHERE name = ?').run(name);
}
