import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { DeskError } from '../domain/errors.ts';
import { BUSY_MS, keepPrivate, openToRead, walMode, withPrivateFiles } from './files.ts';
import { emptyLog, type Origin, originsIn, removeFrom, rewriteOrigins } from './raw-removal.ts';
import { refuseForeign, versionOf } from './recognise.ts';
import { inOurWords, quickCheck } from './sqlite-errors.ts';

/**
 * What came in, byte for byte: only ever added to, or mended, and committed before anything in desk.db refers to it. Only
 * what is forgotten is removed.
 */
export interface RawStore {
  /**
   * Keeps the bytes and where they came from; returns their sha256 (hex). All of a list in one transaction. What is kept
   * already and has been damaged is written anew.
   */
  readonly keep: (received: readonly Received[]) => string[];
  /** Keeps one that comes packed, as `keep` does. */
  readonly keepPacked: (received: PackedMail) => void;
  /** The bytes with this sha256, or null. Throws `raw-damaged`. */
  readonly read: (sha256: string) => Buffer | null;
  readonly has: (sha256: string) => boolean;
  /** Is what is kept under this sha256 the same as these bytes (or the packed pieces of them)? False where nothing is. */
  readonly holds: (sha256: string, bytes: Buffer | readonly Buffer[]) => boolean;
  /** of all that is kept */
  readonly hashes: () => string[];
  /** Notes what became of received bytes, for a later pass with a better parser. */
  readonly settle: (filed: readonly Filed[], parserVersion: number) => void;
  /** all that is kept; nothing may be written before the last of them is read */
  readonly origins: () => Iterable<Origin>;
  /** removes for good; returns how many were there */
  readonly remove: (hashes: readonly string[]) => number;
  /** after the last removal: no trace of the removed is left in the files. False: another program reads, try again */
  readonly wipe: () => boolean;
  readonly size: () => { blobs: number; bytes: number };
  readonly check: (deep: boolean) => string[];
  /** a whole copy as it is at this moment, under writes too; the file must not be there yet */
  readonly copyTo: (path: string) => void;
  /** adds what another file of raw mails holds and this one does not */
  readonly takeIn: (path: string) => void;
  readonly close: () => void;
}

export interface Received {
  readonly raw: Buffer;
  readonly source: string;
  readonly ref: string;
}

/** A mail too large to be held unpacked; the pieces are one raw deflate stream. */
export interface PackedMail {
  readonly sha256: string;
  readonly size: number;
  readonly deflated: readonly Buffer[];
  readonly source: string;
  readonly ref: string;
}

export interface Filed {
  readonly sha256: string;
  readonly state: 'filed' | 'same' | 'failed';
}

/** "deRw": the header mark of the raw file. */
const RAW_APPLICATION_ID = 0x64655277;
const RAW_VERSION = 1;
const COMPRESSION = { level: 4 };

const SCHEMA = `
CREATE TABLE blobs (
  sha256 TEXT PRIMARY KEY,
  z BLOB NOT NULL,
  size INTEGER NOT NULL
) STRICT;
CREATE TABLE received (
  sha256 TEXT NOT NULL REFERENCES blobs (sha256),
  source TEXT NOT NULL,
  source_ref TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('new', 'filed', 'same', 'failed')),
  parser_version INTEGER,
  PRIMARY KEY (sha256, source, source_ref)
) STRICT, WITHOUT ROWID;
`;

/** Loaded with the first mail: an import at the top would cost every start, and most commands read no raw mail. */
const zlib = () => process.getBuiltinModule('node:zlib');

export const sha256 = (bytes: Buffer): string =>
  process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest('hex');

const MARKS = { id: RAW_APPLICATION_ID, version: RAW_VERSION };

/**
 * Opens or makes the file of raw mails at `path` (the caller has set the umask). Throws `foreign-store`, `newer-store`,
 * and `no-input` where it is missing and nothing may be written.
 */
export function openRaw(path: string, readOnly: boolean): RawStore {
  refuseForeign(path, MARKS);
  if (readOnly && path !== ':memory:' && !existsSync(path)) throw new DeskError('no-input', 'store-missing', { path });
  const db = inOurWords(() => (readOnly ? openToRead(path) : new Database(path, { timeout: BUSY_MS })));
  try {
    inOurWords(() => {
      if (!readOnly) prepare(db, path);
      else versionOf(db, path, MARKS);
    });
  } catch (error) {
    db.close();
    throw error;
  }
  const insertBlob = db.prepare<[string, Buffer, number]>(`INSERT INTO blobs (sha256, z, size) VALUES (?, ?, ?)
    ON CONFLICT (sha256) DO UPDATE SET z = excluded.z, size = excluded.size`);
  const insertReceived = db.prepare<[string, string, string]>(
    "INSERT INTO received (sha256, source, source_ref, state) VALUES (?, ?, ?, 'new') ON CONFLICT DO NOTHING",
  );
  const find = db.prepare<[string], { z: Buffer; size: number }>('SELECT z, size FROM blobs WHERE sha256 = ?');
  const exists = db.prepare<[string], number>('SELECT 1 FROM blobs WHERE sha256 = ?').pluck();
  const setState = db.prepare<[string, number, string]>(
    'UPDATE received SET state = ?, parser_version = ? WHERE sha256 = ?',
  );

  const read = (hash: string): Buffer | null => {
    const row = find.get(hash);
    if (row === undefined) return null;
    try {
      return zlib().inflateRawSync(row.z, { maxOutputLength: Math.max(row.size, 1) });
    } catch (error) {
      throw new DeskError('io-failed', 'raw-damaged', { sha256: hash }, error);
    }
  };
  const holds = (hash: string, bytes: Buffer | readonly Buffer[]): boolean => {
    const row = find.get(hash);
    if (row === undefined) return false;
    // packed anew by another zlib it would differ: then it is written once more, which harms nothing
    if (!Buffer.isBuffer(bytes)) return row.z.equals(Buffer.concat(bytes));
    try {
      return (
        row.size === bytes.length &&
        zlib()
          .inflateRawSync(row.z, { maxOutputLength: Math.max(row.size, 1) })
          .equals(bytes)
      );
    } catch {
      return false;
    }
  };
  const isWhole = (hash: string): boolean => {
    try {
      const bytes = read(hash);
      return bytes !== null && sha256(bytes) === hash;
    } catch (error) {
      if (error instanceof DeskError) return false;
      throw error;
    }
  };
  return {
    keep: (received) => {
      // compressed before the lock is taken: the transaction holds it for the writes alone
      const packed = received.map((one) => {
        const hash = sha256(one.raw);
        return { ...one, hash, z: holds(hash, one.raw) ? null : zlib().deflateRawSync(one.raw, COMPRESSION) };
      });
      const all = db.transaction(() => {
        for (const { hash, z, raw, source, ref } of packed) {
          if (z !== null) insertBlob.run(hash, z, raw.length);
          insertReceived.run(hash, source, ref);
        }
      });
      inOurWords(() => all.immediate());
      return packed.map((one) => one.hash);
    },
    keepPacked: ({ sha256: hash, size, deflated, source, ref }) => {
      const z = holds(hash, deflated) ? null : Buffer.concat(deflated);
      const all = db.transaction(() => {
        if (z !== null) insertBlob.run(hash, z, size);
        insertReceived.run(hash, source, ref);
      });
      inOurWords(() => all.immediate());
    },
    read,
    has: (hash) => exists.get(hash) !== undefined,
    holds,
    hashes: () => db.prepare<[], string>('SELECT sha256 FROM blobs').pluck().all(),
    settle: (filed, parserVersion) => {
      const all = db.transaction(() => {
        for (const one of filed) setState.run(one.state, parserVersion, one.sha256);
      });
      inOurWords(() => all.immediate());
    },
    origins: () => originsIn(db),
    remove: (hashes) => inOurWords(() => removeFrom(db, hashes)),
    wipe: () =>
      inOurWords(() => {
        rewriteOrigins(db);
        return emptyLog(db);
      }),
    size: () => {
      const row = db
        .prepare<[], { blobs: number; bytes: number }>(
          'SELECT count(*) AS blobs, coalesce(sum(size), 0) AS bytes FROM blobs',
        )
        .get();
      return row ?? { blobs: 0, bytes: 0 };
    },
    check: (deep) => {
      const broken = quickCheck(db);
      if (!deep || broken.length > 0) return broken;
      for (const { sha256: hash } of db.prepare<[], { sha256: string }>('SELECT sha256 FROM blobs').iterate()) {
        if (!isWhole(hash)) broken.push(hash);
      }
      return broken;
    },
    copyTo: (file) => inOurWords(() => withPrivateFiles(() => db.prepare('VACUUM INTO ?').run(file))),
    takeIn: (file) => inOurWords(() => takeIn(db, file)),
    close: () => db.close(),
  };
}

function takeIn(db: Database.Database, file: string): void {
  db.prepare('ATTACH ? AS other').run(file);
  try {
    db.transaction(() => {
      db.exec(`
        INSERT INTO blobs (sha256, z, size) SELECT sha256, z, size FROM other.blobs o
          WHERE NOT EXISTS (SELECT 1 FROM main.blobs b WHERE b.sha256 = o.sha256);
        INSERT OR IGNORE INTO received SELECT * FROM other.received;`);
    }).immediate();
  } finally {
    db.exec('DETACH other');
  }
}

function prepare(db: Database.Database, path: string): void {
  keepPrivate(path);
  walMode(db);
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  // costs nothing as long as nothing is removed
  db.pragma('secure_delete = ON');
  if (versionOf(db, path, MARKS) === RAW_VERSION) return;
  db.transaction(() => {
    if (versionOf(db, path, MARKS) === RAW_VERSION) return;
    db.exec(SCHEMA);
    db.pragma(`application_id = ${RAW_APPLICATION_ID}`);
    db.pragma(`user_version = ${RAW_VERSION}`);
  }).immediate();
}
