import Database from 'better-sqlite3';
import { DeskError } from '../../domain/errors.ts';
import { BUSY_MS } from '../files.ts';
import type { Store } from '../open.ts';
import { emptyLog } from '../raw-removal.ts';
import { beginMergingIndex, mergeIndex } from '../search.ts';
import { inOurWords } from '../sqlite-errors.ts';
import { writeQuietly } from '../writing.ts';

/**
 * Writes the index anew in small steps, then the whole file, so that nothing of what was removed is left in it: freed pages,
 * and pages that were once divided, keep what lay there. The last step holds the store for about a second for 50 MB;
 * other programs wait. Throws `busy` where they go on reading or writing too long.
 */
export function* wipe(store: Store): Generator<void> {
  let goesOn = true;
  writeQuietly(store, () => beginMergingIndex(store));
  while (goesOn) {
    writeQuietly(store, () => {
      goesOn = mergeIndex(store);
    });
    yield;
  }
  if (store.path !== ':memory:' && !inOurWords(() => writeAnew(store.path)))
    throw new DeskError('busy', 'forget-unwiped');
}

/**
 * By a connection of its own, which keeps what it needs meanwhile on the disk and not in memory. False: another program
 * reads just now, and what it reads can't be emptied.
 */
function writeAnew(path: string): boolean {
  const db = new Database(path, { timeout: BUSY_MS });
  try {
    db.exec('VACUUM');
    return emptyLog(db);
  } finally {
    db.close();
  }
}

/** From here on, what is removed is overwritten. */
export const overwrite = (store: Store, on: boolean): unknown =>
  store.db.pragma(`secure_delete = ${on ? 'ON' : 'OFF'}`);
