import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import { beQuick } from '../../src/actions/typing.ts';
import { openScreens } from '../helpers/screen.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The screens on a store file, and another program that can hold its lock. */
async function withOther() {
  const folder = mkdtempSync(join(tmpdir(), 'desk-busy-'));
  folders.push(folder);
  const path = join(folder, 'desk.db');
  const desk = await openScreens({ seed: true, path });
  beQuick(desk.desk);
  const other = new Database(path);
  return {
    desk,
    lock: () => other.exec('BEGIN IMMEDIATE'),
    free: () => other.exec('ROLLBACK'),
    end: () => other.close(),
  };
}

test('Enter pressed again while another program writes sends the reply once', async () => {
  const { desk, lock, free, end } = await withOther();
  desk.goTo(49);
  desk.press('reply');
  desk.type('We will refund the second charge.');
  desk.press('review');
  lock();
  desk.press('send');
  desk.sees('trying again');
  desk.press('send');
  desk.press('keep-draft');

  free();
  desk.tick(200);
  desk.tick(200);

  const { entries, drafts } = readCase(desk.desk, 49);
  expect(entries.filter((entry) => entry.delivery === 'held')).toHaveLength(1);
  expect(drafts.reply).toBeNull();
  end();
});

test('what is typed stays on the screen until it is safe in the store', async () => {
  const { desk, lock, free, end } = await withOther();
  desk.goTo(49);
  desk.press('reply');
  desk.type('Half a sentence');
  lock();
  desk.press('keep-draft');
  desk.sees('Half a sentence');

  free();
  desk.tick(200);

  expect(readCase(desk.desk, 49).drafts.reply?.text).toBe('Half a sentence');
  desk.sees('Draft kept');
  end();
});

test('a reply is not sent over what the customer wrote while it was reviewed', async () => {
  const { desk, end } = await withOther();
  desk.goTo(49);
  desk.press('reply');
  desk.type('We will refund the second charge.');
  desk.press('review');
  const other = new Database(desk.desk.store.path);
  other.exec('UPDATE cases SET version = version + 1 WHERE number = 49');
  other.close();

  desk.press('send');

  expect(readCase(desk.desk, 49).entries.some((entry) => entry.delivery === 'held')).toBe(false);
  desk.sees('has changed');
  end();
});

test('Enter twice in a prompt while another program writes does the work once', async () => {
  const { desk, lock, free, end } = await withOther();
  desk.goTo(49);
  desk.press('call');
  desk.type('7\n');
  lock();
  desk.type('Spoke about the bill\n');
  desk.sees('trying again');
  desk.type('\n');

  free();
  desk.tick(200);
  desk.tick(200);

  expect(readCase(desk.desk, 49).entries.filter((entry) => entry.type === 'call')).toHaveLength(1);
  end();
});

test('work that is done late closes no other prompt: what is being typed runs no command', async () => {
  const { desk, lock, free, end } = await withOther();
  desk.goTo(49);
  desk.press('call');
  desk.type('7\n');
  lock();
  desk.type('Spoke about the bill\n');
  desk.key('Esc');
  desk.press('search');
  desk.type('oven');

  free();
  desk.tick(200);
  desk.tick(200);
  desk.type(' e');

  desk.sees('oven e');
  expect(readCase(desk.desk, 49).case.status).not.toBe('solved');
  end();
});
