import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

/** Two windows on one store file, each with a connection of its own. */
async function twoWindows(): Promise<[Screens, Screens]> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-windows-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'desk.db');
  const mine = await openScreens({ path, seed: true, session: 'mine' });
  const theirs = await openScreens({ path, session: 'theirs', agent: 'Vy' });
  return [mine, theirs];
}

test('what another window does shows at the next look, and nothing moves under the hand', async () => {
  const [mine, theirs] = await twoWindows();
  mine.goTo(47);
  theirs.press('solve-next', 'solve-next');
  mine.sees('8/23');

  mine.tick(500);
  mine.sees('6/21');
  mine.sees(/^› +47 /m);
});

test('an open case shows what another window wrote into it', async () => {
  const [mine, theirs] = await twoWindows();
  mine.goTo(47);
  mine.press('open');
  theirs.goTo(47);
  theirs.press('note');
  theirs.type('Kho đã chuẩn bị máy');
  theirs.press('review', 'send');
  mine.tick(500);
  mine.sees('Kho đã chuẩn bị máy');
});

test('who writes while the case moves on is told in the review', async () => {
  const [mine, theirs] = await twoWindows();
  mine.goTo(47);
  mine.press('reply');
  mine.type('Dạ chị');
  theirs.goTo(47);
  theirs.press('status-hold');
  mine.tick(500);
  mine.press('review');
  mine.sees('The case has changed since you began to write.');
  mine.sees('Dạ chị');
});

test('z takes back what this window did, never what another one did', async () => {
  const [mine, theirs] = await twoWindows();
  mine.goTo(47);
  mine.press('status-hold');
  theirs.press('priority-low');
  mine.press('undo');
  expect(readCase(mine.desk, 47).case.status).toBe('open');
  expect(readCase(mine.desk, 36).case.priority).toBe('low');
});

test('while another program holds the store a key is answered at once, and the change follows', async () => {
  const [mine, theirs] = await twoWindows();
  mine.goTo(47);
  const { db } = theirs.desk.store;
  mine.desk.store.db.pragma('busy_timeout = 20');
  db.exec('BEGIN IMMEDIATE');
  mine.press('status-hold');
  mine.sees('Another program is writing; trying again');
  expect(readCase(mine.desk, 47).case.status).toBe('open');
  db.exec('COMMIT');
  mine.tick(100);
  expect(readCase(mine.desk, 47).case.status).toBe('hold');
  mine.sees('status: on hold');
});
