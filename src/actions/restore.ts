import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { checkPair, type PairFacts } from '../store/pair.ts';
import { refuseReplacing, restorePair } from '../store/restore.ts';

export type { PairFacts } from '../store/pair.ts';

/** What a restore would do. */
export interface RestorePlan {
  readonly path: string;
  readonly backup: PairFacts;
  /** what would be replaced; `damaged` where it can't be read, null where nothing is there */
  readonly present: PairFacts | 'damaged' | null;
  /** where the replaced store would be kept */
  readonly kept: string;
}

/** Looks at both sides and changes nothing. Throws `path-missing`, `foreign-store`, `newer-store`, `copy-damaged`. */
export function planRestore(context: Context, storePath: string, from: string): RestorePlan {
  const path = resolve(storePath);
  const backup = checkPair(resolve(from));
  refuseReplacing(path, backup.path);
  return { path, backup, present: presentAt(path), kept: keptName(path, context.now()) };
}

/** Does what was planned; returns where the replaced store is now, or null. Throws `store-in-use` too. */
export const restore = (context: Context, { path, backup, kept }: RestorePlan): string | null =>
  restorePair({ from: backup.path, path, kept, mark: context.newId() });

function presentAt(path: string): RestorePlan['present'] {
  if (!existsSync(path)) return null;
  try {
    return checkPair(path);
  } catch (error) {
    if (error instanceof DeskError && error.code !== 'newer-store') return 'damaged';
    throw error;
  }
}

/** `desk-replaced-2026-03-12T09-00-00-000Z.db`, with a number where that is taken. */
function keptName(path: string, now: number): string {
  const stem = basename(path).replace(/\.db$/, '');
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  for (let nth = 1; ; nth += 1) {
    const name = join(dirname(path), `${stem}-replaced-${stamp}${nth === 1 ? '' : `-${nth}`}.db`);
    if (!existsSync(name)) return name;
  }
}
