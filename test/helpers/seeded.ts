import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDemo } from '../../src/start/demo.ts';
import { createDesk, DEMO_NOW } from './desk.ts';

const DEMO = join(import.meta.dirname, '../../fixtures/demo');

let made: Promise<string> | null = null;

/** The demo in a file, made once for each test file. */
async function make(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-seeded-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'seed.db');
  const desk = createDesk({ path, session: 'seed', now: DEMO_NOW - 600_000 });
  await fillDemo(desk, DEMO);
  desk.store.db.pragma('wal_checkpoint(TRUNCATE)');
  desk.close();
  return path;
}

/** Puts a store with the demo at `path`: 60 cases, 17 templates, settings. */
export async function seedAt(path: string): Promise<void> {
  made ??= make();
  copyFileSync(await made, path);
}

/** A folder of its own for a store, and what takes it away. */
export function storeFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'desk-screens-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
