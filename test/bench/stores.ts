import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MIGRATIONS } from '../../src/store/migrate.ts';
import { createDesk, DEMO_NOW } from '../helpers/desk.ts';
import { fillStore } from './make-store.ts';

/** Where a bench works: a folder of its own, and the paths of stores of 1,000 and of 100,000 cases. */
export interface Bench {
  readonly folder: string;
  readonly small: string;
  readonly large: string;
}

/** Makes a store of so many cases, or takes the one of an earlier run. Returns its path. */
export function generatedStore(folder: string, cases: number): string {
  // of today's schema: one that is only read is not brought forward
  const made = join(folder, `store-${cases}-v${MIGRATIONS.length}`);
  const path = join(made, 'desk.db');
  if (existsSync(path)) return path;
  const half = `${made}.half`;
  rmSync(half, { recursive: true, force: true });
  const desk = createDesk({ path: join(half, 'desk.db') });
  console.error(`making a store of ${cases} cases`);
  fillStore(desk.store, cases, DEMO_NOW, () => undefined);
  desk.close();
  renameSync(half, made);
  return path;
}
