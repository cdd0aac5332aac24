import type { Store } from '../open.ts';
import { prepared } from '../statements.ts';
import type { Person } from './person.ts';
import { isJournaled, type Tie } from './ties.ts';

/** Rows that only the journal still knows, by their table: the keys as it writes them down. */
export type GoneRows = ReadonlyMap<string, ReadonlySet<string>>;

type Value = string | number | null;

/** Everything of a person that undo or redo could bring back, and that is in no table any more. */
export function goneRows(store: Store, ties: ReadonlyMap<string, readonly Tie[]>, person: Person): GoneRows {
  const gone = new Map<string, Set<string>>();
  const visit = (parent: string, named: ReadonlySet<Value>): void => {
    if (named.size === 0) return;
    for (const tie of ties.get(parent) ?? []) {
      if (!isJournaled(tie.table)) continue;
      const below = ties.get(tie.table) ?? [];
      const own = new Set<Value>();
      for (const { key, to } of imagesNaming(store, tie, named, below[0]?.to ?? tie.column)) {
        gone.set(tie.table, (gone.get(tie.table) ?? new Set()).add(key));
        own.add(to);
      }
      if (tie.table === 'entries') for (const id of entriesIn(store, named)) own.add(id);
      if (below.length > 0) visit(tie.table, own);
    }
  };
  visit('customers', person.customers);
  visit('cases', person.cases);
  const known = (table: string, column: string, ids: ReadonlySet<number>): void => {
    gone.set(table, new Set([...ids].map((id) => JSON.stringify({ [column]: id }))));
  };
  known('customers', 'id', person.customers);
  known('cases', 'number', person.cases);
  return gone;
}

function* imagesNaming(
  store: Store,
  { table, column }: Tie,
  named: ReadonlySet<Value>,
  to: string,
): Generator<{ key: string; to: Value }> {
  const images = prepared<[string, string, string], { key: string; owner: Value; to: Value }>(
    store,
    `SELECT key, json_extract(before, ?) AS owner, json_extract(before, ?) AS "to" FROM changes
      WHERE tbl = ? AND op = 'delete'`,
  );
  for (const { key, owner, to: value } of images.iterate(`$.${column}`, `$.${to}`, table))
    if (named.has(owner)) yield { key, to: value };
}

const entriesIn = (store: Store, cases: ReadonlySet<Value>): number[] =>
  prepared<[string], { id: number }>(
    store,
    'SELECT id FROM entries WHERE case_number IN (SELECT value FROM json_each(?))',
  )
    .all(JSON.stringify([...cases]))
    .map((row) => row.id);

/** Takes every image of these rows out of the journal; gives the actions that had made them. */
export function dropImages(store: Store, table: string, keys: readonly string[]): number[] {
  const all = JSON.stringify(keys);
  const touched = prepared<[string, string], { action: number }>(
    store,
    'SELECT DISTINCT action FROM changes WHERE tbl = ? AND key IN (SELECT value FROM json_each(?))',
  ).all(table, all);
  prepared(store, 'DELETE FROM changes WHERE tbl = ? AND key IN (SELECT value FROM json_each(?))').run(table, all);
  return touched.map((row) => row.action);
}

/** The same of all rows that the journal names with this case, and the actions that its events name. */
export function dropImagesOfCase(store: Store, number: number): number[] {
  const touched = prepared<[number, number], { action: number }>(
    store,
    'SELECT action FROM changes WHERE case_number = ? UNION SELECT action FROM events WHERE case_number = ?',
  ).all(number, number);
  prepared(store, 'DELETE FROM changes WHERE case_number = ?').run(number);
  return touched.map((row) => row.action);
}

/**
 * Actions that had to do with her say so from now on, and no longer what they said of themselves: subjects, names, what was
 * typed. Of one that was about several cases, what does not name her stays, as it is about the others as well.
 */
export function blankActions(store: Store, actions: Iterable<number>, person: Person): void {
  const parents = prepared<[number], { id: number; facts: string; parent: number | null }>(
    store,
    'SELECT id, facts, parent FROM actions WHERE id = ?',
  );
  const others = prepared<[{ id: number }], unknown>(
    store,
    `SELECT 1 FROM changes WHERE case_number IS NOT NULL
        AND action IN (SELECT @id UNION ALL SELECT id FROM actions WHERE parent = @id) LIMIT 1`,
  );
  const set = prepared(store, 'UPDATE actions SET facts = ? WHERE id = ?');
  const done = new Set<number>();
  const blank = (id: number): void => {
    if (done.has(id)) return;
    done.add(id);
    const row = parents.get(id);
    if (row === undefined) return;
    set.run(JSON.stringify(blanked(factsOf(row.facts), person, others.get({ id }) !== undefined)), id);
    if (row.parent !== null) blank(row.parent);
  };
  for (const id of actions) blank(id);
}

/** Actions that name her though they had changed nothing of hers. */
export function actionsNaming(store: Store, person: Person): number[] {
  const rows = prepared<[], { id: number; facts: string }>(store, "SELECT id, facts FROM actions WHERE facts <> '{}'");
  const found: number[] = [];
  for (const { id, facts } of rows.iterate())
    if (Object.values(factsOf(facts)).some((one) => typeof one === 'string' && names(one, person))) found.push(id);
  return found;
}

type Facts = Readonly<Record<string, unknown>>;

function factsOf(json: string): Facts {
  const value: unknown = JSON.parse(json);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** `others`: does the journal still know of a case that it was about? When all of hers are gone, that is another's. */
function blanked(facts: Facts, person: Person, others: boolean): Facts {
  const aboutSeveral = others && Number(facts['cases'] ?? 0) > 1;
  const stays = ([key, value]: [string, unknown]): boolean =>
    typeof value !== 'string' || key === 'of' || (aboutSeveral && !names(value, person));
  return { ...Object.fromEntries(Object.entries(facts).filter(stays)), forgotten: 1 };
}

/** A given name alone may be anybody's. */
const isTelling = (name: string): boolean => /\S\s+\S/.test(name) || name.length >= 8;

function names(text: string, { names: hers, points }: Person): boolean {
  const lower = text.toLowerCase();
  return (
    [...hers].some((name) => isTelling(name) && lower.includes(name.toLowerCase())) ||
    points.some(({ value }) => lower.includes(value.toLowerCase()))
  );
}
