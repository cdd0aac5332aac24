import { type CaseFieldName, formOf } from '../domain/case-fields.ts';
import { type FieldChange, type FieldRow, inForce, isFieldRow, rowsChanged } from '../domain/field-rows.ts';
import { addEvent } from './events.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

/**
 * The rows in force of cases, by their numbers. What was merged into a case keeps its own rows, which count where the case
 * has none: so un-merge gives back what was brought, with nothing noted down.
 */
export function fieldRowsOf(store: Store, numbers: readonly number[]): ReadonlyMap<number, FieldRow[]> {
  const rows = prepared<[string], FieldRow & { root: number; of: number }>(
    store,
    `WITH RECURSIVE family (root, number) AS (
       SELECT value, value FROM json_each(?)
       UNION SELECT f.root, c.number FROM cases c JOIN family f ON c.merged_into = f.number)
     SELECT y.root, y.number AS "of", f.field, f.value FROM family y CROSS JOIN case_fields f ON f.case_number = y.number
      ORDER BY y.root, y.number <> y.root, y.number, f.field`,
  ).all(JSON.stringify(numbers));
  const members = new Map<number, Map<number, FieldRow[]>>();
  for (const { root, of, field, value } of rows) {
    const family = members.get(root) ?? new Map<number, FieldRow[]>();
    members.set(root, family.set(of, [...(family.get(of) ?? []), { field, value }]));
  }
  return new Map([...members].map(([root, family]) => [root, inForce([...family.values()])]));
}

/** The rows in force of one case. */
export const fieldRows = (store: Store, number: number): FieldRow[] => fieldRowsOf(store, [number]).get(number) ?? [];

/** The rows of this case alone, those too that say that something was taken away: for its export. */
export const ownFieldRows = (store: Store, number: number): FieldRow[] =>
  prepared<[number], FieldRow>(store, 'SELECT field, value FROM case_fields WHERE case_number = ? ORDER BY field').all(
    number,
  );

/** Does this to a field, with an event for what differs; false when nothing does. */
export function changeField(writing: Writing, number: number, name: CaseFieldName, change: FieldChange): boolean {
  const { store } = writing;
  const before = fieldRows(store, number);
  const changed = rowsChanged(before, name, change, writing.now);
  for (const [field, value] of changed) putRow(writing, number, field, value);
  const tell = (old: string | null, value: string | null): void =>
    addEvent(writing, { at: writing.now, case: number, field: name, old, new: value });
  const had = (field: string): string | null => before.find((row) => row.field === field)?.value ?? null;
  if (formOf(name) === 'lines') for (const [field, value] of changed) tell(had(field), value);
  else if (changed.has(name)) tell(had(name), changed.get(name) ?? null);
  return changed.size > 0;
}

/** What a merged case has of it must not come to light when it is taken away here: an empty row hides it. */
function putRow(writing: Writing, number: number, field: string, value: string | null): void {
  const { store } = writing;
  prepared(store, 'DELETE FROM case_fields WHERE case_number = ? AND field = ? AND ? IS NULL').run(
    number,
    field,
    value,
  );
  const hides = value === null && fieldRows(store, number).some((row) => row.field === field);
  if (value !== null || hides)
    prepared(
      store,
      `INSERT INTO case_fields (case_number, field, value) VALUES (?, ?, ?)
        ON CONFLICT (case_number, field) DO UPDATE SET value = excluded.value`,
    ).run(number, field, value ?? '');
}

/** Brings rows in as they were; a stage that was reached is told with its moment. */
export function bringFields(writing: Writing, number: number, rows: Readonly<Record<string, string>> = {}): void {
  const insert = prepared(
    writing.store,
    'INSERT INTO case_fields (case_number, field, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  for (const [field, value] of Object.entries(rows)) {
    if (!isFieldRow({ field, value })) continue;
    insert.run(number, field, value);
    const [, stage] = /^stage\/(.+)$/.exec(field) ?? [];
    if (stage !== undefined && value !== '')
      addEvent(writing, { at: Number(value), case: number, field: 'stage', old: null, new: stage });
  }
}
