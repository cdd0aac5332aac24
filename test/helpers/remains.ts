import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';

/** Every word of a customer who is to be forgotten begins with this, in any spelling and in small letters. */
export const MARK = 'zqx';

const holds = (bytes: Buffer): string | null => {
  const text = bytes.toString('latin1').toLowerCase();
  const at = text.indexOf(MARK);
  return at < 0 ? null : JSON.stringify(text.slice(Math.max(0, at - 40), at + 60));
};

/** Where in a store's folder something of that customer lies: in the bytes of any file, packed, or in the index. */
export function remainsIn(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
  // before any of them is opened, which folds logs into files
  const plain = paths.flatMap((path) => {
    const found = holds(readFileSync(path)) ?? holds(Buffer.from(path));
    return found === null ? [] : [`${path}: ${found}`];
  });
  const databases = paths.filter((path) => path.endsWith('.db'));
  return plain.concat(databases.flatMap((path) => (path.endsWith('.raw.db') ? packedIn(path) : indexedIn(path))));
}

function packedIn(path: string): string[] {
  const db = new Database(path, { readonly: true });
  const rows = db.prepare<[], { sha256: string; z: Buffer }>('SELECT sha256, z FROM blobs').all();
  db.close();
  return rows.flatMap(({ sha256, z }) => {
    const found = holds(inflateRawSync(z));
    return found === null ? [] : [`${path} ${sha256}: ${found}`];
  });
}

function indexedIn(path: string): string[] {
  const db = new Database(path);
  db.exec("CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, 'search', 'row')");
  const terms = db.prepare<[], string>('SELECT term FROM temp.words').pluck().all();
  db.close();
  return terms.filter((term) => term.includes(MARK)).map((term) => `${path}: indexed ${term}`);
}
