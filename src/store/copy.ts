import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from './open.ts';
import { inOurWords } from './sqlite-errors.ts';

/** A copy of the store as it is now, for a rehearsal: in a folder of its own, which goes with `close`. No raw mails. */
export function copyStore(store: Store, now: number): Store {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const path = join(folder, 'desk.db');
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    inOurWords(() => store.db.prepare('VACUUM INTO ?').run(path));
    const copy = openStore(path, { now });
    copy.db.pragma('synchronous = OFF');
    return {
      ...copy,
      close: () => {
        copy.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
