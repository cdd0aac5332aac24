import type Database from 'better-sqlite3';

/**
 * The tables whose rows undo can bring back. `key`: the primary key. `caseOf`: the column that names the case, so that
 * an import can be undone case by case. `owned`: rows that are made with their parent and go with it (ON DELETE CASCADE);
 * their making needs no line of its own.
 */
interface Journaled {
  readonly table: string;
  readonly key: readonly string[];
  readonly caseOf: string | null;
  readonly owned?: true;
}

export const JOURNALED: readonly Journaled[] = [
  { table: 'settings', key: ['key'], caseOf: null },
  { table: 'customers', key: ['id'], caseOf: null },
  { table: 'contact_points', key: ['id'], caseOf: null },
  { table: 'cases', key: ['number'], caseOf: 'number' },
  { table: 'case_tags', key: ['case_number', 'tag'], caseOf: 'case_number' },
  { table: 'entries', key: ['id'], caseOf: 'case_number' },
  { table: 'entry_addresses', key: ['entry', 'position'], caseOf: null, owned: true },
  { table: 'parts', key: ['entry', 'n'], caseOf: null, owned: true },
  { table: 'message_refs', key: ['entry', 'position'], caseOf: null, owned: true },
  { table: 'templates', key: ['id'], caseOf: null },
  { table: 'template_bodies', key: ['template', 'language'], caseOf: null },
  { table: 'drafts', key: ['case_number', 'type'], caseOf: 'case_number' },
  { table: 'outbox', key: ['entry'], caseOf: null },
];

/** Tables that undo leaves alone, each with its reason; a test walks the schema and fails on a table in neither list. */
export const NOT_JOURNALED: Readonly<Record<string, string>> = {
  tombstones: 'what was removed for good must not come back by undo',
  actions: 'history',
  changes: 'history',
  events: 'history',
  search: 'derived; written again after undo',
  search_rows: 'derived; written again after undo',
};

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

function columnsOf(db: Database.Database, table: string): string[] {
  const columns = db
    .prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
    .all(table);
  // SQLite's JSON silently mangles bytes, so an image of such a row could not be trusted
  for (const column of columns)
    if (column.type === 'BLOB' || column.type === 'ANY') throw new Error(`${table}.${column.name} cannot be journaled`);
  return columns.map((column) => column.name);
}

const image = (row: 'OLD' | 'NEW', columns: readonly string[]): string =>
  `json_object(${columns.map((column) => `'${column}', ${row}."${column}"`).join(', ')})`;

/** Only the columns that differ, so that undo of one field does not undo its neighbours. */
function changed(row: 'OLD' | 'NEW', columns: readonly string[]): string {
  const pairs = columns.map(
    (column) =>
      `SELECT '${column}' AS k, json_quote(${row}."${column}") AS v WHERE OLD."${column}" IS NOT NEW."${column}"`,
  );
  return `(SELECT json_group_object(k, json(v)) FROM (${pairs.join(' UNION ALL ')}))`;
}

function triggers({ table, key, caseOf, owned }: Journaled, columns: readonly string[]): string {
  const recording = 'EXISTS (SELECT 1 FROM temp.journal)';
  const record = (op: string, row: 'OLD' | 'NEW', before: string, after: string): string => `
    INSERT INTO changes (action, tbl, op, key, case_number, before, after)
    SELECT action, '${table}', '${op}', ${image(row, key)}, ${caseOf === null ? 'NULL' : `${row}."${caseOf}"`}, ${before}, ${after}
    FROM temp.journal;`;
  const inserted = owned
    ? ''
    : `CREATE TEMP TRIGGER IF NOT EXISTS journal_${table}_insert AFTER INSERT ON main.${table} WHEN ${recording}
       BEGIN ${record('insert', 'NEW', 'NULL', 'NULL')} END;`;
  return `${inserted}
    CREATE TEMP TRIGGER IF NOT EXISTS journal_${table}_update AFTER UPDATE ON main.${table} WHEN ${recording}
    BEGIN ${record('update', 'OLD', changed('OLD', columns), changed('NEW', columns))} END;
    CREATE TEMP TRIGGER IF NOT EXISTS journal_${table}_delete AFTER DELETE ON main.${table} WHEN ${recording}
    BEGIN ${record('delete', 'OLD', image('OLD', columns), 'NULL')} END;`;
}
