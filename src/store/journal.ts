import type Database from 'better-sqlite3';
import { JOURNALED, type Journaled } from './journaled.ts';

/**
 * Makes this connection's triggers: while `temp.journal` names an action, every change of a journaled row is written to
 * `changes`. An update keeps old and new values of the changed columns, a delete its row, an insert its key only.
 * TEMP triggers belong to one connection, are made from the schema as it is, and never need a migration.
 */
export function startJournal(db: Database.Database): void {
  db.exec('CREATE TEMP TABLE IF NOT EXISTS journal (action INTEGER)');
  for (const journaled of JOURNALED) db.exec(triggers(journaled, columnsOf(db, journaled.table)));
}

/** Names the action that the following changes belong to; null: changes are not recorded (drafts while typing). */
export function recordUnder(db: Database.Database, action: number | null): void {
  db.prepare('DELETE FROM temp.journal').run();
  if (action !== null) db.prepare('INSERT INTO temp.journal (action) VALUES (?)').run(action);
}

/** The columns of a table, checked to be of types whose values survive being written down as JSON. */
export function columnsOf(db: Database.Database, table: string): string[] {
  const columns = db
    .prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
    .all(table);
  // SQLite's JSON silently mangles bytes, so an image of such a row could not be trusted
  for (const column of columns)
    if (column.type !== 'TEXT' && column.type !== 'INTEGER')
      throw new Error(`${table}.${column.name} (${column.type}) cannot be journaled`);
  return columns.map((column) => column.name);
}

type Row = 'OLD' | 'NEW';

const image = (row: Row, columns: readonly string[]): string =>
  `json_object(${columns.map((column) => `'${column}', ${row}."${column}"`).join(', ')})`;

/** Only the columns that differ, so that undo of one field does not undo its neighbours. */
function changed(row: Row, columns: readonly string[]): string {
  const pairs = columns.map(
    (column) =>
      `SELECT '${column}' AS k, json_quote(${row}."${column}") AS v WHERE OLD."${column}" IS NOT NEW."${column}"`,
  );
  return `(SELECT json_group_object(k, json(v)) FROM (${pairs.join(' UNION ALL ')}))`;
}

function triggers({ table, key, caseOf, owned }: Journaled, columns: readonly string[]): string {
  const recording = 'EXISTS (SELECT 1 FROM temp.journal)';
  const differs = columns.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(' OR ');
  const record = (op: string, row: Row, before: string, after: string): string => `
    INSERT INTO changes (action, tbl, op, key, case_number, before, after)
    SELECT action, '${table}', '${op}', ${image(row, key)}, ${caseOf?.replaceAll('$row', row) ?? 'NULL'}, ${before}, ${after}
    FROM temp.journal;`;
  const inserted = owned
    ? ''
    : `CREATE TEMP TRIGGER IF NOT EXISTS journal_${table}_insert AFTER INSERT ON main.${table} WHEN ${recording}
       BEGIN ${record('insert', 'NEW', 'NULL', 'NULL')} END;`;
  return `${inserted}
    CREATE TEMP TRIGGER IF NOT EXISTS journal_${table}_update AFTER UPDATE ON main.${table}
    WHEN ${recording} AND (${differs})
    BEGIN ${record('update', 'OLD', changed('OLD', columns), changed('NEW', columns))} END;
    CREATE TEMP TRIGGER IF NOT EXISTS journal_${table}_delete AFTER DELETE ON main.${table} WHEN ${recording}
    BEGIN ${record('delete', 'OLD', image('OLD', columns), 'NULL')} END;`;
}
