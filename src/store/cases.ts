import { type Case, isOpen } from '../domain/case.ts';
import { DeskError } from '../domain/errors.ts';
import { type CaseRow, caseOf, priorityRank } from './case-rows.ts';
import { addEvent } from './events.ts';
import { isForgottenCase } from './forgetting/forgotten.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

/** What a new case is made from; number and version come by themselves. */
export type NewCase = Omit<Case, 'number' | 'version' | 'mergedInto' | 'mayBelong' | 'due'> & {
  readonly mayBelong?: number | null;
  /** asked for by an import; taken where no case has or had it */
  readonly number?: number | undefined;
};

/** The fields an action may change. */
export type CasePatch = Partial<Omit<Case, 'number' | 'uid' | 'version' | 'createdAt' | 'updatedAt' | 'due'>> & {
  /** import only: the time of the newest entry, instead of the time of the action */
  readonly updatedAt?: number | null;
  readonly createdAt?: number | null;
};

/** The case with this number, or null. */
export function findCase(store: Store, number: number): Case | null {
  const row = prepared<[number], CaseRow>(store, 'SELECT * FROM cases WHERE number = ?').get(number);
  return row === undefined ? null : caseOf(row);
}

/** The case with this number; throws `no-such-case`, `case-forgotten`. */
export function getCase(store: Store, number: number): Case {
  const found = findCase(store, number);
  if (found !== null) return found;
  if (isForgottenCase(store, number)) throw new DeskError('not-found', 'case-forgotten', { number });
  throw new DeskError('not-found', 'no-such-case', { number });
}

/** The same, followed to where it was merged: what an agent wants to work on when she names this number. */
export function workingCase(store: Store, number: number): Case {
  let found = getCase(store, number);
  for (let hops = 0; found.mergedInto !== null && hops < 100; hops += 1) found = getCase(store, found.mergedInto);
  return found;
}

/** The case with this uid, or null. */
export function caseWithUid(store: Store, uid: string): number | null {
  return (
    prepared<[string], { number: number }>(store, 'SELECT number FROM cases WHERE uid = ?').get(uid)?.number ?? null
  );
}

export function insertCase(writing: Writing, fresh: NewCase): number {
  const number = Number(
    prepared(
      writing.store,
      `INSERT INTO cases (uid, subject, kind, topic, mood, status, priority, channel, customer, product, department,
         created_at, updated_at, waiting_since, solved_at, snooze_mode, snooze_until, unread, touched_at, is_open, number, may_belong)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      fresh.uid,
      fresh.subject,
      fresh.kind,
      fresh.topic,
      fresh.mood,
      fresh.status,
      priorityRank(fresh.priority),
      fresh.channel,
      fresh.customer,
      fresh.product,
      fresh.department,
      fresh.createdAt,
      fresh.updatedAt,
      fresh.waitingSince,
      fresh.solvedAt,
      fresh.snooze?.mode ?? null,
      fresh.snooze?.until ?? null,
      fresh.unread ? 1 : 0,
      fresh.touchedAt,
      isOpen(fresh.status) ? 1 : 0,
      fresh.number !== undefined && isFreeNumber(writing.store, fresh.number) ? fresh.number : null,
      fresh.mayBelong ?? null,
    ).lastInsertRowid,
  );
  addEvent(writing, { at: fresh.createdAt, case: number, field: 'created', old: null, new: fresh.status });
  return number;
}

/** A number once told to people must not mean another case: not even where that case is gone. */
function isFreeNumber(store: Store, number: number): boolean {
  const sql = `SELECT 1 WHERE EXISTS (SELECT 1 FROM cases WHERE number = @number)
    OR EXISTS (SELECT 1 FROM events WHERE case_number = @number)`;
  return prepared<[{ number: number }], unknown>(store, sql).get({ number }) === undefined;
}

/** How each field of a patch is stored, and whether a change of it is a fact worth an event. */
const COLUMNS: {
  readonly [Field in keyof Required<CasePatch>]: {
    columns: string[];
    values: (value: Case[Field]) => unknown[];
    event: boolean;
  };
} = {
  subject: { columns: ['subject'], values: (value) => [value], event: true },
  kind: { columns: ['kind'], values: (value) => [value], event: true },
  topic: { columns: ['topic'], values: (value) => [value], event: true },
  mood: { columns: ['mood'], values: (value) => [value], event: true },
  status: { columns: ['status', 'is_open'], values: (value) => [value, isOpen(value) ? 1 : 0], event: true },
  priority: { columns: ['priority'], values: (value) => [priorityRank(value)], event: true },
  channel: { columns: ['channel'], values: (value) => [value], event: true },
  customer: { columns: ['customer'], values: (value) => [value], event: true },
  product: { columns: ['product'], values: (value) => [value], event: true },
  department: { columns: ['department'], values: (value) => [value], event: true },
  snooze: {
    columns: ['snooze_mode', 'snooze_until'],
    values: (value) => [value?.mode ?? null, value?.until ?? null],
    event: true,
  },
  mergedInto: { columns: ['merged_into'], values: (value) => [value], event: true },
  mayBelong: { columns: ['may_belong'], values: (value) => [value], event: false },
  waitingSince: { columns: ['waiting_since'], values: (value) => [value], event: false },
  solvedAt: { columns: ['solved_at'], values: (value) => [value], event: false },
  unread: { columns: ['unread'], values: (value) => [value ? 1 : 0], event: false },
  touchedAt: { columns: ['touched_at'], values: (value) => [value], event: false },
  updatedAt: { columns: ['updated_at'], values: (value) => [value], event: false },
  createdAt: { columns: ['created_at'], values: (value) => [value], event: false },
};

type Field = keyof typeof COLUMNS;
const FIELDS = Object.keys(COLUMNS).filter((field): field is Field => field in COLUMNS);

/** How a field's value is written down in an event. */
function told(value: Case[Field]): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object')
    return value.until === null ? value.mode : `${value.mode} ${new Date(value.until).toISOString()}`;
  return String(value);
}

/** The fields of the patch that say something else than the case does. */
export const differingFields = (before: Case, patch: CasePatch): Field[] =>
  FIELDS.filter((field) => field in patch && told(patch[field] ?? null) !== told(before[field]));

/** Changes the fields that differ, with an event for each fact; does nothing when nothing differs. Returns what differed. */
export function updateCase(writing: Writing, before: Case, patch: CasePatch): Field[] {
  const differing = differingFields(before, patch);
  // a touch counts as a change even within one tick of the clock: another window must see that the case moved on
  if (differing.length === 0 && !('touchedAt' in patch)) return [];
  // what an import finds out happened when the mail did, not now
  const at = 'updatedAt' in patch ? (patch.updatedAt ?? null) : writing.now;
  const names: string[] = [];
  const values: unknown[] = [];
  const put = <F extends Field>(field: F): void => {
    const value = patch[field] as Case[F]; // `field in patch` was checked above
    names.push(...COLUMNS[field].columns);
    values.push(...COLUMNS[field].values(value));
    if (COLUMNS[field].event)
      addEvent(writing, { at, case: before.number, field, old: told(before[field]), new: told(value) });
  };
  for (const field of differing) put(field);
  if (!('updatedAt' in patch)) {
    names.push('updated_at');
    values.push(writing.now);
  }
  const assignments = names.map((name) => `${name} = ?`).join(', ');
  prepared(writing.store, `UPDATE cases SET ${assignments}, version = version + 1 WHERE number = ?`).run(
    ...values,
    before.number,
  );
  return differing;
}

export function tagsOf(store: Store, number: number): string[] {
  return prepared<[number], { tag: string }>(store, 'SELECT tag FROM case_tags WHERE case_number = ? ORDER BY tag')
    .all(number)
    .map((row) => row.tag);
}

/** Makes the case's tags exactly these; an event per tag that came or went, at `at` (an import: when it was so). */
export function setTags(
  writing: Writing,
  number: number,
  tags: readonly string[],
  at: number | null = writing.now,
): boolean {
  const before = new Set(tagsOf(writing.store, number));
  const after = new Set(tags);
  const added = [...after].filter((tag) => !before.has(tag));
  const removed = [...before].filter((tag) => !after.has(tag));
  for (const tag of added) {
    prepared(writing.store, 'INSERT INTO case_tags (case_number, tag) VALUES (?, ?)').run(number, tag);
    addEvent(writing, { at, case: number, field: 'tag', old: null, new: tag });
  }
  for (const tag of removed) {
    prepared(writing.store, 'DELETE FROM case_tags WHERE case_number = ? AND tag = ?').run(number, tag);
    addEvent(writing, { at, case: number, field: 'tag', old: tag, new: null });
  }
  return added.length + removed.length > 0;
}

/** Every tag in use with the number of its cases, most used first. */
export function allTags(store: Store): { tag: string; cases: number }[] {
  return prepared<[], { tag: string; cases: number }>(
    store,
    'SELECT tag, count(*) AS cases FROM case_tags GROUP BY tag ORDER BY cases DESC, tag',
  ).all();
}
