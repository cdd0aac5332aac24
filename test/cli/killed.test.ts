import { spawn } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtDesk, type Desk, seededDesk, tempFolder } from '../helpers/cli.ts';
import { mail, mbox } from '../helpers/cli-seed.ts';
import { canStrace, killAt } from '../helpers/kill.ts';

const strace = canStrace();
if (!strace) process.stderr.write('SKIPPED: no strace here, so nothing is killed at its system calls\n');

const letter = (id: string): string =>
  mail({ From: 'Minh <minh@example.vn>', To: 'cskh@maymoi.example', Subject: id, 'Message-ID': `<${id}@x>` }, id);

let desk: Desk;
let file: string;
let old: unknown;
let fresh: unknown;

/** What cases there are, and whether every mail that they name is there. */
async function state(db: string): Promise<unknown> {
  const doctor = (await desk.json(['doctor', '--db', db])) as { what: string; ok: boolean }[];
  const bad = doctor.filter(({ what, ok }) => !ok && /sound|complete/.test(what)).map(({ what }) => what);
  return [await desk.json(['list', '*', '--db', db]), bad];
}

beforeAll(async () => {
  desk = await seededDesk();
  file = join(desk.folder, 'monday.db');
  await desk.run(['import', desk.file('a.mbox', mbox([letter('a1'), letter('a2')]))]);
  await desk.run(['backup', file]);
  fresh = await state(desk.db);
  await desk.run(['import', desk.file('b.mbox', mbox([letter('b1'), letter('b2')]))]);
  old = await state(desk.db);
}, 60_000);

describe.runIf(strace)('killed at one system call after the other', () => {
  test('a restore leaves the old store or the new one, and goes through the next time', async () => {
    const seen = new Set<unknown>();
    for (let nth = 1, ended = false; !ended; nth += 5) {
      const folder = tempFolder();
      const db = join(folder, 'desk.db');
      for (const name of ['desk.db', 'desk.raw.db', 'monday.db', 'monday.raw.db'])
        cpSync(join(desk.folder, name), join(folder, name));
      const argv = ['restore', join(folder, 'monday.db'), '--yes'];
      ended = killAt(nth, builtDesk(), argv, db);
      const now = await state(db);
      expect([old, fresh], `killed at call ${nth}`).toContainEqual(now);
      seen.add(JSON.stringify(now));
      expect((await desk.run([...argv, '--db', db])).code).toBe(0);
      expect(await state(db)).toEqual(fresh);
      rmSync(folder, { recursive: true });
    }
    expect(seen.size).toBe(2);
  }, 240_000);

  test('a backup under its own name is whole or not there', async () => {
    let whole = 0;
    for (let nth = 1, ended = false; !ended; nth += 5) {
      const path = join(desk.folder, `at-${nth}.db`);
      ended = killAt(nth, builtDesk(), ['backup', path], desk.db);
      if (!existsSync(path)) continue;
      whole += 1;
      expect(await state(path), `killed at call ${nth}`).toEqual(old);
    }
    expect(whole).toBeGreaterThan(0);
    expect(await state(desk.db)).toEqual(old);
  }, 240_000);
});

/** Writes one number into three tables at once, over and over, until it is killed. */
const WRITER = `
const db = new (require('better-sqlite3'))(process.argv[1], { timeout: 5000 });
const all = db.transaction((n) => {
  db.prepare('UPDATE cases SET subject = ?').run(n);
  db.prepare('UPDATE customers SET name = ?').run(n);
  db.prepare('UPDATE templates SET title = ?').run(n);
});
for (let n = 1; ; n += 1) { all.immediate(String(n)); if (n === 1) console.log('writing'); }`;

test('a backup under constant writing is a state that existed', async () => {
  const { db, run, folder } = await seededDesk();
  const child = spawn(process.execPath, ['-e', WRITER, db], { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 2] });
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  const told: string[] = [];
  for (let nth = 1; nth <= 5; nth += 1) {
    const path = join(folder, `copy-${nth}.db`);
    expect((await run(['backup', path])).code).toBe(0);
    const copy = new Database(path, { readonly: true });
    const all = copy.prepare(
      'SELECT subject FROM cases UNION SELECT name FROM customers UNION SELECT title FROM templates',
    );
    expect(all.pluck().all()).toHaveLength(1);
    told.push(...all.all().map(String));
    copy.close();
  }
  child.kill('SIGKILL');
  expect(new Set(told).size).toBe(5);
});
