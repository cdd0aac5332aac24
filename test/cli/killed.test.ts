import { spawn } from 'node:child_process';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { seededDesk } from '../helpers/cli.ts';
import { canStrace } from '../helpers/kill.ts';
import { SCENES } from '../helpers/kill-scenes.ts';
import { sweep } from '../helpers/kill-sweep.ts';

const strace = canStrace();
if (!strace) process.stderr.write('SKIPPED: no strace here, so nothing is killed at its system calls\n');

/** Thinned for every run; `npm run deep` kills at every fifth call. */
describe.runIf(strace)('killed at six of its system calls', () => {
  test.each(SCENES)(
    '$name: nothing half, nothing confirmed is lost, and given again it ends complete',
    async (scene) => {
      const { hits, lost, half } = await sweep(scene, { points: 6 });

      expect(hits).toBeGreaterThan(3);
      expect({ lost, half }).toEqual({ lost: 0, half: 0 });
    },
  );
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
