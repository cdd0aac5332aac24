import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { DeskError } from '../domain/errors.ts';

/** The marks by which a file of ours is known. */
export interface Marks {
  /** `application_id` in the header */
  readonly id: number;
  /** the newest `user_version` that this program can read */
  readonly version: number;
}

const MAGIC = 'SQLite format 3\0';

/**
 * Looks at the file before SQLite may write to it: a foreign or newer one must stay as it is, byte for byte. Throws
 * `foreign-store` or `newer-store`. A file that is missing, empty or ours passes.
 */
export function refuseForeign(path: string, marks: Marks): void {
  const head = headOf(path);
  if (head === null || (head.length === 0 && !existsSync(`${path}-wal`))) return;
  if (head.length > 0 && (head.length < 100 || head.toString('latin1', 0, 16) !== MAGIC))
    throw new DeskError('foreign-store', 'foreign-store', { path });
  const ours = head.length > 0 && head.readUInt32BE(68) === marks.id;
  if (ours && head.readUInt32BE(60) <= marks.version) return;
  // the header may be behind what a killed program left in the -wal; a read-only connection changes neither
  const db = new Database(path, { readonly: true });
  try {
    versionOf(db, path, marks);
  } finally {
    db.close();
  }
}

/** The version of our database in `db`: 0 for an empty one. Throws `foreign-store`, `newer-store`. */
export function versionOf(db: Database.Database, path: string, marks: Marks): number {
  const { id, version, tables } = header(db, path);
  if (id === marks.id) {
    if (version > marks.version)
      throw new DeskError('newer-store', 'newer-store', { path, version, known: marks.version });
    return version;
  }
  if (id === 0 && version === 0 && tables === 0) return 0;
  throw new DeskError('foreign-store', 'foreign-store', { path });
}

function header(db: Database.Database, path: string): { id: number; version: number; tables: number } {
  try {
    const number = (sql: string): number => Number(db.prepare(sql).pluck().get());
    return {
      id: number('PRAGMA application_id'),
      version: number('PRAGMA user_version'),
      tables: number("SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE '\\_litestream%' ESCAPE '\\'"),
    };
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB')
      throw new DeskError('foreign-store', 'foreign-store', { path }, error);
    throw error;
  }
}

function headOf(path: string): Buffer | null {
  if (path === ':memory:' || !existsSync(path)) return null;
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    throw new DeskError('cannot-create', 'store-not-opened', { path }, error);
  }
  try {
    const head = Buffer.alloc(100);
    return head.subarray(0, readSync(file, head, 0, 100, 0));
  } catch (error) {
    throw new DeskError('cannot-create', 'store-not-opened', { path }, error); // a folder, a device
  } finally {
    closeSync(file);
  }
}
