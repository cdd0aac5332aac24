import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { examineAt } from '../../src/actions/doctor.ts';
import { NOW } from './cli.ts';
import { createDesk } from './desk.ts';

const MACHINE = { node: '24.0.0', locale: null, fileSystemOf: () => 0xef53 };

/** What a killed command leaves, and the same command ends. */
const MEND_THEMSELVES: ReadonlySet<string> = new Set(['no-leftovers', 'forgetting-done']);

/** What bears the name of a store, raw mails or a copy; not what is unfinished by its name. */
export const finishedFiles = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.db') && !/\.part(\.raw)?\.db$/.test(name));

/** Every finished file of a folder is whole by SQLite's full check, and desk's own doctor finds nothing but leftovers. */
export function expectSound(folder: string, note: string): void {
  for (const name of finishedFiles(folder)) {
    const db = new Database(join(folder, name));
    expect(db.pragma('integrity_check'), `${note}: ${name}`).toEqual([{ integrity_check: 'ok' }]);
    expect(db.pragma('foreign_key_check'), `${note}: ${name}`).toEqual([]);
    expect(db.pragma('user_version', { simple: true }), `${note}: ${name} is empty`).toBeGreaterThan(0);
    db.close();
  }
  const looker = createDesk({ now: Date.parse(NOW) });
  const { findings, error } = examineAt(looker, join(folder, 'desk.db'), MACHINE, { deep: true, readOnly: false });
  looker.close();
  expect(error, note).toBeNull();
  const wrong = findings.filter(({ ok, what }) => !ok && !MEND_THEMSELVES.has(what));
  expect(wrong, note).toEqual([]);
}
