import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { type Backup, backUp } from '../store/backup.ts';
import { noteBackup } from '../store/forgetting/copies.ts';

export type { Backup } from '../store/backup.ts';

/**
 * Copies the store and its raw mails to `path` and the file beside it, as they are now, checked before it is called
 * done. Where it is stays noted. Throws `file-exists`, `no-folder`, `disk-full`, `copy-damaged`.
 */
export function backUpStore({ store, newId, now }: Context, path: string): Backup {
  if (path === '' || path === '-') throw new DeskError('usage', 'no-file-name');
  const done = backUp({ db: store.db, raw: store.raw() }, resolve(path), newId());
  noteBackup(store, done.path, now());
  return done;
}
