import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { columnsOf } from '../../../src/store/journal.ts';
import { JOURNALED, NOT_JOURNALED } from '../../../src/store/journaled.ts';
import { createDesk } from '../../helpers/desk.ts';

test('every table is either journaled or has a reason why not', () => {
  const { db } = createDesk().store;
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         AND name NOT LIKE 'search\\_%' ESCAPE '\\' OR name = 'search_rows' ORDER BY name`,
    )
    .pluck()
    .all();

  const known = [...JOURNALED.map((one) => one.table), ...Object.keys(NOT_JOURNALED)].sort();

  expect(tables).toEqual(known);
});

test.each(JOURNALED)(
  'the rules of $table agree with the schema',
  ({ table, key, parent, needs = [], children = [], aside = {} }) => {
    const { db } = createDesk().store;
    const columns = db
      .prepare<[string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?)')
      .all(table);
    const references = db
      .prepare<[string], { table: string; from: string; on_delete: string }>(
        'SELECT "table", "from", on_delete FROM pragma_foreign_key_list(?)',
      )
      .all(table);

    const primary = columns.filter((one) => one.pk > 0).sort((a, b) => a.pk - b.pk);
    const named = [...(parent === undefined ? [] : [parent]), ...needs];

    expect(primary.map((one) => one.name)).toEqual(key);
    expect(columns.map((one) => one.name)).toEqual(expect.arrayContaining(Object.keys(aside)));
    expect(references.map((one) => `${one.table}.${one.from}`).sort()).toEqual(
      named.map((one) => `${one.table}.${one.column}`).sort(),
    );
    expect(references.filter((one) => one.on_delete === 'CASCADE').map((one) => one.from)).toEqual(
      parent === undefined ? [] : [parent.column],
    );
    for (const child of children) expect(JOURNALED.some((one) => one.table === child.table)).toBe(true);
  },
);

test('every row that can hang on another is looked for before that one goes', () => {
  const { db } = createDesk().store;
  const told = JOURNALED.flatMap(({ table, children = [] }) =>
    children.map((one) => `${one.table}.${one.column}→${table}`),
  );

  const real = JOURNALED.filter((one) => one.owned !== true && one.quiet !== true).flatMap(({ table }) =>
    db
      .prepare<[string], { table: string; from: string }>('SELECT "table", "from" FROM pragma_foreign_key_list(?)')
      .all(table)
      .map((one) => `${table}.${one.from}→${one.table}`),
  );

  expect(told.sort()).toEqual(real.sort());
});

test('a table with bytes in it is refused: its undo images would lie', () => {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE pictures (id INTEGER PRIMARY KEY, bytes BLOB) STRICT');

  const look = () => columnsOf(db, 'pictures');

  expect(look).toThrow('pictures.bytes (BLOB) cannot be journaled');
});

test('the file itself holds only the triggers that count: those of the journal belong to a connection', () => {
  const { store } = createDesk();

  const triggers = store.db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();

  const counting = ['count_inserted', 'count_deleted', 'count_updated'];
  const rules = ['schedules', 'targets'].flatMap((table) => [`${table}_insert`, `${table}_update`, `${table}_delete`]);
  const ledgers = ['settings_ledger_insert', 'settings_ledger_update', 'settings_ledger_delete', 'clock_rules_update'];
  expect(triggers).toEqual([...counting, ...rules, ...ledgers]);
});
