import type Database from 'better-sqlite3';
import type { Store } from './open.ts';

const cache = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[], unknown>>>();

/** The prepared statement for `sql`, made once per open store: preparing costs more than most of our queries. */
export function prepared<Parameters extends unknown[], Row>(
  store: Store,
  sql: string,
): Database.Statement<Parameters, Row> {
  let statements = cache.get(store.db);
  if (statements === undefined) {
    statements = new Map();
    cache.set(store.db, statements);
  }
  let statement = statements.get(sql);
  if (statement === undefined) {
    statement = store.db.prepare<unknown[], unknown>(sql);
    statements.set(sql, statement);
  }
  // the one place where a row gets its type: the contract test runs every statement against it
  return statement as Database.Statement<Parameters, Row>;
}
