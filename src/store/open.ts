import { chmodSync, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../domain/errors.ts';
import { migrate, recognise, SCHEMA_VERSION } from './migrate.ts';
import { openRaw, type RawStore } from './raw.ts';

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
}

/** File systems (statfs magic) on which WAL is known to corrupt: NFS, SMB, CIFS, SMB2, FUSE (sshfs), 9p. */
const NETWORK_FILE_SYSTEMS = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997]);
const BUSY_MS = 5000;

/**
 * Opens the store at `path`, making folder (0700) and files (0600) where they are missing; `:memory:` for a store that
 * nobody keeps. Throws DeskError: `foreign-store`, `newer-store`, `network-store`, `cannot-create`, `no-input`.
 */
export function openStore(path: string, options: OpenOptions): Store {
  const inMemory = path === ':memory:';
  const readOnly = options.readOnly === true;
  if (!inMemory) prepareFolder(path, readOnly);
  const before = process.umask(0o077);
  try {
    const db = openDatabase(path, readOnly);
    try {
      if (readOnly) expectCurrent(db, path);
      else settle(db, path, options.now);
    } catch (error) {
      db.close();
      throw error;
    }
    let raw: RawStore | null = null;
    return {
      db,
      path,
      readOnly,
      raw: () => {
        raw ??= openRaw(inMemory ? ':memory:' : join(dirname(path), rawName(path)), readOnly);
        return raw;
      },
      close: () => {
        raw?.close();
        db.close();
      },
    };
  } finally {
    process.umask(before);
  }
}

/** `desk.db` is paired with `desk.raw.db`, `x.db` with `x.raw.db`. */
export function rawName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.endsWith('.db') ? `${name.slice(0, -3)}.raw.db` : `${name}.raw.db`;
}

function prepareFolder(path: string, readOnly: boolean): void {
  const folder = dirname(path);
  if (readOnly && !existsSync(path)) throw new DeskError('no-input', 'store-missing', { path });
  try {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new DeskError('cannot-create', 'folder-not-made', { path: folder }, error);
  }
  if (NETWORK_FILE_SYSTEMS.has(statfsSync(folder).type))
    throw new DeskError('network-store', 'network-store', { path });
}

function openDatabase(path: string, readOnly: boolean): Database.Database {
  try {
    return new Database(path, { readonly: readOnly, timeout: BUSY_MS });
  } catch (error) {
    throw new DeskError('cannot-create', 'store-not-opened', { path }, error);
  }
}

function settle(db: Database.Database, path: string, now: number): void {
  recognise(db, path); // before anything is written, so that a foreign file stays as it was
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('temp_store = MEMORY');
  migrate(db, path, now);
  if (path !== ':memory:') chmodSync(path, 0o600);
}

function expectCurrent(db: Database.Database, path: string): void {
  const version = recognise(db, path);
  if (version !== SCHEMA_VERSION) throw new DeskError('not-allowed', 'store-needs-writing', { path, version });
  db.pragma('trusted_schema = OFF');
}
