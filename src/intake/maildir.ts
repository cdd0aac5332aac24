import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of a folder that may be a mail. `sure`: it lies in a Maildir's cur or new, so it is one. */
export interface FoundFile {
  readonly path: string;
  /** relative to the folder the user named, with / */
  readonly ref: string;
  readonly sure: boolean;
  readonly maildirAt: number | null;
}

/** Files that mail programs keep beside mails. */
const HOUSEKEEPING = /^(dovecot|maildirfolder|maildirsize|courierimap|subscriptions|\.|cyrus\.)/;

/**
 * The files of a folder, deep, in a fixed order: Maildirs (cur and new, never tmp; nested, `.`-folders of Maildir++)
 * and plain files. Linked folders are not followed, so that a loop can't be walked.
 */
export async function* walkFolder(root: string, below = ''): AsyncGenerator<FoundFile> {
  const entries = (await readdir(join(root, below), { withFileTypes: true })).sort(byName);
  const names = new Set(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name));
  const isMaildir = names.has('cur') || names.has('new');
  const here = /(^|\/)(cur|new)$/.test(below);
  for (const entry of entries) {
    const ref = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!(isMaildir && entry.name === 'tmp') && entry.name !== '.git') yield* walkFolder(root, ref);
    } else if (!HOUSEKEEPING.test(entry.name) && (await isFile(entry, join(root, ref)))) {
      yield { path: join(root, ref), ref, sure: here, maildirAt: maildirDate(entry.name) };
    }
  }
}

/** The delivery time in a Maildir name (`1357000000.M1P2.host:2,S`), ms, or null. Never a file's mtime. */
function maildirDate(name: string): number | null {
  const seconds = /^(\d{9,10})\.[^.]/.exec(name)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (entry.isFile()) return true;
  if (!entry.isSymbolicLink()) return false;
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
