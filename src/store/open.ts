import { existsSync, mkdirSync, statfsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../domain/errors.ts';
import { BUSY_MS, isWritable, keepPrivate, openToRead, walMode, withPrivateFiles } from './files.ts';
import { APPLICATION_ID, MIGRATIONS, type Migration, migrate } from './migrate.ts';
import { openRaw, type RawStore } from './raw.ts';
import { refuseForeign, versionOf } from './recognise.ts';
import { teachSays } from './says.ts';
import { inOurWords } from './sqlite-errors.ts';

/** An open store: `desk.db`, and `desk.raw.db` beside it, which is opened when it is first needed. */
export interface Store {
  readonly db: Database.Database;
  readonly path: string;
  readonly readOnly: boolean;
  readonly raw: () => RawStore;
  readonly close: () => void;
}

export interface OpenOptions {
  readonly readOnly?: boolean;
  /** ms; names the copy made before a migration */
  readonly now: number;
  /** tests only: another list of schema versions */
  readonly migrations?: readonly Migration[];
}

/** File systems (statfs magic) on which WAL is known to corrupt: NFS, SMB, CIFS, SMB2, FUSE (sshfs), 9p. */
const NETWORK_FILE_SYSTEMS = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997]);

/**
 * Opens the store at `path`, making folder (0700) and files (0600) where they are missing; `:memory:` for a store that
 * nobody keeps. One that may not be written is opened for reading only. Throws DeskError: `foreign-store`, `newer-store`, `network-store`, `cannot-create`, `no-input`,
 * `not-allowed`.
 */
export function openStore(path: string, options: OpenOptions): Store {
  const { migrations = MIGRATIONS, now } = options;
  const inMemory = path === ':memory:';
  const readOnly = options.readOnly === true || (!inMemory && existsSync(path) && !isWritable(path));
  if (!inMemory) prepareFolder(path, readOnly);
  refuseForeign(path, { id: APPLICATION_ID, version: migrations.length });
  const db = withPrivateFiles(() => openDatabase(path, readOnly));
  try {
    inOurWords(() =>
      withPrivateFiles(() => {
        if (readOnly) expectCurrent(db, path, migrations);
        else settle(db, path, now, migrations);
      }),
    );
  } catch (error) {
    db.close();
    throw error;
  }
  teachSays(db);
  let raw: RawStore | null = null;
  return {
    db,
    path,
    readOnly,
    raw: () => {
      raw ??= withPrivateFiles(() => openRaw(inMemory ? ':memory:' : join(dirname(path), rawName(path)), readOnly));
      return raw;
    },
    close: () => {
      raw?.close();
      db.close();
    },
  };
}

/** `desk.db` is paired with `desk.raw.db`, `x.db` with `x.raw.db`. */
export function rawName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.endsWith('.db') ? `${name.slice(0, -3)}.raw.db` : `${name}.raw.db`;
}

/** Is this type (statfs) one on which a store would be damaged sooner or later? */
export const isNetworkFileSystem = (type: number): boolean => NETWORK_FILE_SYSTEMS.has(type);

/** Makes the store's folder where it is missing; throws `network-store`, `folder-not-made`, `store-missing`. */
export function prepareFolder(path: string, readOnly: boolean): void {
  const folder = dirname(path);
  if (readOnly && !existsSync(path)) throw new DeskError('no-input', 'store-missing', { path });
  try {
    makeFolder(resolve(folder));
  } catch (error) {
    throw new DeskError('cannot-create', 'folder-not-made', { path: folder }, error);
  }
  if (isNetworkFileSystem(statfsSync(folder).type)) throw new DeskError('network-store', 'network-store', { path });
}

/** As `mkdir -p`, for this user alone. Not Node's own: under /proc, where nothing can be made, that never comes to an end. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!existsSync(folder)) throw error; // else another process was faster
  }
}

function openDatabase(path: string, readOnly: boolean): Database.Database {
  try {
    if (readOnly) return inOurWords(() => openToRead(path));
    return new Database(path === ':memory:' ? path : resolve(path), { timeout: BUSY_MS });
  } catch (error) {
    if (error instanceof DeskError && error.what !== 'io-failed') throw error;
    throw new DeskError('cannot-create', 'store-not-opened', { path }, error);
  }
}

function settle(db: Database.Database, path: string, now: number, migrations: readonly Migration[]): void {
  keepPrivate(path);
  walMode(db);
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('temp_store = MEMORY');
  migrate(db, path, now, migrations);
}

function expectCurrent(db: Database.Database, path: string, migrations: readonly Migration[]): void {
  const version = versionOf(db, path, { id: APPLICATION_ID, version: migrations.length });
  if (version !== migrations.length) throw new DeskError('not-allowed', 'store-needs-writing', { path, version });
  db.pragma('trusted_schema = OFF');
}
