import { DeskError } from '../domain/errors.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** One thing that somebody did. */
export interface DoneAction {
  readonly id: number;
  readonly verb: string;
  readonly author: string;
  readonly session: string;
  readonly at: number;
  /** the action it is a slice of */
  readonly parent: number | null;
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly undoes: number | null;
  readonly undoneBy: number | null;
}

interface ActionRow extends Omit<DoneAction, 'facts'> {
  facts: string;
}

const SELECT = 'SELECT id, verb, author, session, at, parent, facts, undoes, undone_by AS undoneBy FROM actions';

function actionOf(row: ActionRow): DoneAction {
  const facts: unknown = JSON.parse(row.facts);
  const entries = typeof facts === 'object' && facts !== null ? Object.entries(facts) : [];
  return {
    ...row,
    facts: Object.fromEntries(
      entries.map(([key, value]) => [key, typeof value === 'number' || value === null ? value : String(value)]),
    ),
  };
}

/** What was done, newest first; slices of an import are part of it, not lines of their own. */
export function recentActions(store: Store, limit: number): DoneAction[] {
  return prepared<[number], ActionRow>(store, `${SELECT} WHERE parent IS NULL ORDER BY id DESC LIMIT ?`)
    .all(limit)
    .map(actionOf);
}

export function getAction(store: Store, id: number): DoneAction {
  const row = prepared<[number], ActionRow>(store, `${SELECT} WHERE id = ?`).get(id);
  if (row === undefined) throw new DeskError('not-found', 'no-such-action', { id });
  return actionOf(row);
}

/** SQL: the action `x`, or a slice of it, changed a journaled row. */
const CHANGED = (x: string): string => `(EXISTS (SELECT 1 FROM changes c WHERE c.action = ${x}.id)
  OR EXISTS (SELECT 1 FROM actions s JOIN changes c ON c.action = s.id WHERE s.parent = ${x}.id))`;

/** What `z` would take back: the session's last action in force that is not an undo itself and changed something. */
export function lastUndoable(store: Store, session: string): DoneAction | null {
  const row = prepared<[string], ActionRow>(
    store,
    `${SELECT} WHERE session = ? AND parent IS NULL AND undoes IS NULL AND undone_by IS NULL AND ${CHANGED('actions')}
     ORDER BY id DESC LIMIT 1`,
  ).get(session);
  return row === undefined ? null : actionOf(row);
}

/** What `Z` would bring back: the session's last undo in force, unless something new was done after it. */
export function lastRedoable(store: Store, session: string): DoneAction | null {
  const row = prepared<[string, string], ActionRow>(
    store,
    `${SELECT} WHERE session = ? AND parent IS NULL AND undone_by IS NULL
       AND (SELECT t.undoes IS NULL FROM actions t WHERE t.id = actions.undoes) AND ${CHANGED('actions')}
       AND NOT EXISTS (SELECT 1 FROM actions n WHERE n.session = ? AND n.parent IS NULL AND n.undoes IS NULL
         AND n.id > actions.id AND ${CHANGED('n')})
     ORDER BY id DESC LIMIT 1`,
  ).get(session, session);
  return row === undefined ? null : actionOf(row);
}

/** The newest action in force that changed this case, or null. */
export function lastOn(store: Store, number: number): DoneAction | null {
  const row = prepared<[number], ActionRow>(
    store,
    `${SELECT} WHERE undone_by IS NULL AND undoes IS NULL AND id IN (SELECT c.action FROM changes c WHERE c.case_number = ?)
     ORDER BY id DESC LIMIT 1`,
  ).get(number);
  return row === undefined ? null : actionOf(row);
}

/** The slices of an action in the order in which they were written; the action itself first. */
export function familyOf(store: Store, id: number): number[] {
  return [
    id,
    ...prepared<[number], { id: number }>(store, 'SELECT id FROM actions WHERE parent = ? ORDER BY id')
      .all(id)
      .map((row) => row.id),
  ];
}

/** Members of an action's family that are in force. */
export function inForce(store: Store, ids: readonly number[]): number[] {
  return prepared<[string], { id: number }>(
    store,
    'SELECT id FROM actions WHERE id IN (SELECT value FROM json_each(?)) AND undone_by IS NULL ORDER BY id',
  )
    .all(JSON.stringify(ids))
    .map((row) => row.id);
}

/** By slice: the cases that an undo of it, broken off before its end, has taken back already. */
export function takenBackSoFar(store: Store, family: readonly number[]): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  const rows = prepared<[number, string], { slice: number; number: number }>(
    store,
    `SELECT DISTINCT u.undoes AS slice, c.case_number AS number FROM actions u JOIN changes c ON c.action = u.id
      WHERE u.id > ? AND u.undoes IN (SELECT value FROM json_each(?)) AND u.undone_by IS NULL AND c.case_number IS NOT NULL`,
  ).all(family[0] ?? 0, JSON.stringify(family));
  for (const { slice, number } of rows) found.set(slice, (found.get(slice) ?? new Set()).add(number));
  return found;
}

/** How many cases these actions changed. */
export function casesOf(store: Store, family: readonly number[]): number {
  const sql = 'SELECT count(DISTINCT case_number) AS n FROM changes WHERE action IN (SELECT value FROM json_each(?))';
  return prepared<[string], { n: number }>(store, sql).get(JSON.stringify(family))?.n ?? 0;
}

/** The one case that an action and its slices changed; null: none, or several. */
export function onlyCaseOf(store: Store, action: number): number | null {
  const sql = `SELECT DISTINCT case_number FROM changes
    WHERE action IN (SELECT value FROM json_each(?)) AND case_number IS NOT NULL LIMIT 2`;
  const numbers = prepared<[string], number>(store, sql)
    .pluck()
    .all(JSON.stringify(familyOf(store, action)));
  return numbers.length === 1 ? (numbers[0] ?? null) : null;
}

/** Was some of what the action changed removed for good? Then undo takes back the rest. */
export const isPartlyForgotten = ({ facts }: Pick<DoneAction, 'facts'>): boolean => facts['forgotten'] === 1;

/** The newest action, when nothing was changed after this one but by its own slices; else null. */
export function untouchedSince(store: Store, head: number): number | null {
  const other = prepared<[number, number], unknown>(
    store,
    `SELECT 1 FROM actions a WHERE a.id > ? AND coalesce(a.parent, a.id) <> ?
       AND (a.verb = 'customer-forget' OR EXISTS (SELECT 1 FROM changes c WHERE c.action = a.id)) LIMIT 1`,
  ).get(head, head);
  if (other !== undefined) return null;
  return prepared<[], { id: number }>(store, 'SELECT max(id) AS id FROM actions').get()?.id ?? null;
}

/** Takes an action that changed nothing, with its slices, out of the history: there is nothing to undo. True: it did. */
export function forgetIfEmpty(store: Store, action: number): boolean {
  const family = familyOf(store, action);
  if (changedAnything(store, family) || hasEvents(store, action)) return false;
  const ids = JSON.stringify(family.toReversed());
  prepared(store, 'DELETE FROM actions WHERE id IN (SELECT value FROM json_each(?))').run(ids);
  return true;
}

/** What leaves no row that undo could bring back may still have happened. */
const hasEvents = (store: Store, action: number): boolean =>
  prepared<[number], unknown>(store, 'SELECT 1 FROM events WHERE action = ? LIMIT 1').get(action) !== undefined;

/** Did the action change any row that undo could bring back? */
export function changedAnything(store: Store, ids: readonly number[]): boolean {
  return (
    prepared<[string], unknown>(
      store,
      'SELECT 1 FROM changes WHERE action IN (SELECT value FROM json_each(?)) LIMIT 1',
    ).get(JSON.stringify(ids)) !== undefined
  );
}

/** `PRAGMA data_version`: differs from the last call when another window or process has written. Costs about 2 µs. */
export function dataVersion(store: Store): number {
  return Number(store.db.pragma('data_version', { simple: true }));
}
