import { DELIVERIES } from '../domain/entry.ts';
import { hasLeft } from '../domain/outbox.ts';
import {
  type Change,
  currentRow,
  type Image,
  imageOf,
  isThere,
  journaledTable,
  parentIsThere,
  place,
} from './changes.ts';
import { losesDraft } from './drafted.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** What stands in the way of taking a change back. `id` 0: nobody that the history knows. */
export interface Blocker {
  readonly id: number;
  readonly verb: string;
}

/** What stands in the way is nothing that the history names. */
export const NOBODY: Blocker = { id: 0, verb: '' };

/** Words that somebody has typed and not sent would be lost. */
export const DRAFT: Blocker = { id: 0, verb: '' };

/** The message is out, or may be: nothing calls it back. */
export const LEFT: Blocker = { id: 0, verb: '' };

/** SQL: the action `a` is in force for the case of change `c`: not undone, or undone except for this case. */
export const IN_FORCE = `(a.undone_by IS NULL OR EXISTS (
  SELECT 1 FROM actions u, json_each(u.kept) k WHERE u.id = a.undone_by AND k.value = c.case_number))`;

/** Why this change cannot be taken back now, or null. `head`: the action whose slices belong together. */
export function blockerOf(store: Store, change: Change, head: number): Blocker | null {
  if (change.tbl === 'outbox' && change.op === 'insert' && isOut(store, change)) return LEFT;
  const later = laterChange(store, change, head);
  if (later !== null) return later;
  if (movedOn(store, change)) return lastAt(store, change);
  const needing = change.op === 'insert' ? child(store, change) : null;
  return needing ?? (losesDraft(store, change) ? DRAFT : null);
}

/** Has the message of this change left, or may it have? */
function isOut(store: Store, change: Change): boolean {
  const row = currentRow(store, change);
  const state = DELIVERIES.find((one) => one === row?.['state']);
  return state !== undefined && hasLeft(state);
}

/** Does the row, as it is after it came back, name a row that is gone: a case whose customer went another way? */
export function isDangling(store: Store, change: Change): boolean {
  const { needs = [] } = journaledTable(change.tbl);
  const row = change.op === 'insert' || needs.length === 0 ? null : currentRow(store, change);
  return needs.some(({ table, column }) => row !== null && row[column] !== null && !isThere(store, table, row[column]));
}

/**
 * A later action in force that changed the same: taking back this one would overwrite it. Of two updates only those
 * meet that changed a column both. Undo actions do not count: what they changed is what they took back.
 */
function laterChange(store: Store, change: Change, head: number): Blocker | null {
  const columns = change.op === 'update' ? JSON.stringify(Object.keys(meant(change))) : null;
  return (
    prepared<[Readonly<Record<string, string | number | null>>], Blocker>(
      store,
      `SELECT a.id, a.verb FROM changes c JOIN actions a ON a.id = c.action
        WHERE c.tbl = @tbl AND c.key = @key AND c.action > @action AND a.undoes IS NULL AND ${IN_FORCE}
          AND coalesce(a.parent, a.id) <> @head
          AND (@columns IS NULL OR c.op <> 'update' OR EXISTS (
            SELECT 1 FROM json_each(c.after) n WHERE n.key IN (SELECT value FROM json_each(@columns))))
        LIMIT 1`,
    ).get({ tbl: change.tbl, key: change.key, action: change.action, head, columns }) ?? null
  );
}

/** What the change was about, with the values that it gave: all but what is written aside. */
function meant(change: Change): Image {
  const { quiet, aside = {} } = journaledTable(change.tbl);
  const isMeant = (column: string): boolean =>
    aside[column] === undefined && quiet !== true && quiet?.includes(column) !== true;
  return Object.fromEntries(Object.entries(imageOf(change.after)).filter(([column]) => isMeant(column)));
}

/** Is the row no longer what the change made it? Then something between was taken back or brought back out of order. */
function movedOn(store: Store, change: Change): boolean {
  const { quiet } = journaledTable(change.tbl);
  if (quiet === true) return false;
  const row = currentRow(store, change);
  if (change.op === 'delete') return row !== null;
  if (row === null) return change.op === 'update' || goneAlone(store, change);
  if (change.op === 'insert') return false;
  return Object.entries(meant(change)).some(([column, value]) => row[column] !== value);
}

/** A row that went with its parent is where it should be; one that went alone was taken by something else. */
function goneAlone(store: Store, change: Change): boolean {
  const { parent, key } = journaledTable(change.tbl);
  if (parent === undefined) return true;
  return key.includes(parent.column) && parentIsThere(store, change, imageOf(change.key));
}

/** Who changed the row last. */
function lastAt(store: Store, change: Change): Blocker {
  return (
    prepared<[string, string, number], Blocker>(
      store,
      `SELECT a.id, a.verb FROM changes c JOIN actions a ON a.id = c.action
        WHERE c.tbl = ? AND c.key = ? AND c.action <> ? ORDER BY c.seq DESC LIMIT 1`,
    ).get(change.tbl, change.key, change.action) ?? NOBODY
  );
}

/** A row of another action that needs this one: a case of the customer, a note in the case. */
function child(store: Store, change: Change): Blocker | null {
  const { children = [] } = journaledTable(change.tbl);
  const { values } = place(change);
  for (const { table, column } of children) {
    const { key } = journaledTable(table);
    const image = `json_object(${key.map((name) => `'${name}', t."${name}"`).join(', ')})`;
    const sql = `SELECT coalesce(c.action, 0) AS id, coalesce(a.verb, '') AS verb
      FROM ${table} t LEFT JOIN changes c ON c.tbl = '${table}' AND c.key = ${image} AND c.op = 'insert'
      LEFT JOIN actions a ON a.id = c.action WHERE t."${column}" = ? ORDER BY c.action DESC LIMIT 1`;
    const found = prepared<unknown[], Blocker>(store, sql).get(values[0]);
    if (found !== undefined) return found;
  }
  return null;
}
