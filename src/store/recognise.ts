import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { DeskError } from '../domain/errors.ts';
import { asDeskError, inOurWords } from './sqlite-errors.ts';

/** The marks by which a file of ours is known. */
export interface Marks {
  /** `application_id` in the header */
  readonly id: number;
  /** the newest `user_version` that this program can read */
  readonly version: number;
}

const MAGIC = 'SQLite format 3\0';
/** The header and the beginning of the first page. */
const HEAD = 108;

/**
 * Looks at the first bytes of the file before SQLite does: a foreign or newer one must stay as it is, byte for byte.
 * Throws `foreign-store` or `newer-store`. A file that is missing, empty or ours passes.
 */
export function refuseForeign(path: string, marks: Marks): void {
  const head = headOf(path);
  if (head === null || (head.length === 0 && !existsSync(`${path}-wal`))) return;
  const foreign = new DeskError('foreign-store', 'foreign-store', { path });
  if (head.length > 0) {
    if (head.length < HEAD || head.toString('latin1', 0, 16) !== MAGIC) throw foreign;
    const id = head.readUInt32BE(68);
    const version = head.readUInt32BE(60);
    if (id === marks.id && version > marks.version)
      throw new DeskError('newer-store', 'newer-store', { path, version, known: marks.version });
    if (id === marks.id) return;
    if (id !== 0 || version !== 0 || !isEmpty(head)) throw foreign;
    if (!existsSync(`${path}-wal`)) return;
  }
  // a killed program has left all it wrote in the -wal; a read-only connection changes neither file
  inOurWords(() => {
    const db = new Database(path, { readonly: true });
    try {
      versionOf(db, path, marks);
    } finally {
      db.close();
    }
  });
}

/** No tables: the first page is a leaf without a cell (the file format's 1.6). */
const isEmpty = (head: Buffer): boolean => head[100] === 13 && head.readUInt16BE(103) === 0;

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
  const number = (sql: string): number => Number(db.prepare(sql).pluck().get());
  // one look: between two of them another process may make the store
  const read = db.transaction(() => ({
    id: number('PRAGMA application_id'),
    version: number('PRAGMA user_version'),
    tables: number("SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE '\\_litestream%' ESCAPE '\\'"),
  }));
  try {
    return read();
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
    // a pipe would wait for its writer for ever, a device end nowhere
    if (!statSync(path).isFile()) throw new DeskError('cannot-create', 'store-not-opened', { path });
    file = openSync(path, 'r');
  } catch (error) {
    throw new DeskError('cannot-create', 'store-not-opened', { path }, error);
  }
  try {
    const head = Buffer.alloc(HEAD);
    return head.subarray(0, readSync(file, head, 0, HEAD, 0));
  } catch (error) {
    const known = asDeskError(error);
    if (known instanceof DeskError) throw known;
    throw new DeskError('cannot-create', 'store-not-opened', { path }, error);
  } finally {
    closeSync(file);
  }
}
