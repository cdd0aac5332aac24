import { chmodSync, closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Desk, type Setting, seededDesk } from '../helpers/cli.ts';
import { mail } from '../helpers/cli-seed.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await seededDesk();
  const raw = mail({ From: 'a@x.vn', To: 's@x.org', Subject: 'Hi', 'Message-ID': '<a@x>' }, 'Hi');
  await desk.run(['import', desk.file('a.eml', raw)]);
  rmSync(join(desk.folder, 'a.eml'));
  rmSync(join(desk.folder, 'seed.jsonl'));
});

/** What is wrong, by name; makes it happen first. */
async function wrong(happen: () => void = () => undefined, setting: Setting = {}): Promise<string[]> {
  happen();
  const found = (await desk.json(['doctor'], setting)) as { what: string; ok: boolean }[];
  return [...new Set(found.filter(({ ok }) => !ok).map(({ what }) => what))];
}

const sql = (file: string, statement: string) => () => {
  const db = new Database(join(desk.folder, file));
  db.pragma('foreign_keys = OFF');
  db.exec(statement);
  db.close();
};

const UTF8 = { terminal: 80, env: { LANG: 'vi_VN.UTF-8' } };

describe('desk doctor', () => {
  test('finds nothing wrong with a sound store, and ends with 0', async () => {
    const { code, out } = await desk.run(['doctor', '--lang', 'en'], UTF8);

    expect([code, out]).toEqual([0, expect.not.stringContaining('!!')]);
    expect(await wrong()).toEqual([]);
  });

  test('files that others can read', async () => {
    expect(await wrong(() => chmodSync(desk.folder, 0o755))).toEqual(['mode-private']);
  });

  test('a raw mail that is gone', async () => {
    expect(await wrong(sql('desk.raw.db', 'DELETE FROM received; DELETE FROM blobs'))).toEqual(['raw-complete']);
  });

  test('… which comes back with an import of the same mails', async () => {
    await wrong(sql('desk.raw.db', 'DELETE FROM received; DELETE FROM blobs'));
    const raw = mail({ From: 'a@x.vn', To: 's@x.org', Subject: 'Hi', 'Message-ID': '<a@x>' }, 'Hi');
    expect(await desk.json(['import', '-'], { stdin: raw })).toMatchObject({ added: 0, unchanged: 1 });

    expect(await wrong()).toEqual([]);
    expect((await desk.run(['source', '4'])).out).toBe(raw);
  });

  test('a mail that came in and is in no case, until it is tried again', async () => {
    const insert = `INSERT INTO unfiled (sha256, at, problem) VALUES ('${'0'.repeat(64)}', 0,
      '{"code":"not-filed","facts":{"cause":"a fault of ours"}}')`;
    expect(await wrong(sql('desk.db', insert))).toEqual(['mail-filed']);
    expect((await desk.run(['doctor'])).out).toContain('(a fault of ours)');
    sql('desk.db', 'DELETE FROM unfiled')();
  });

  test('a search index that has drifted; what it asks for mends it', async () => {
    expect(await wrong(sql('desk.db', 'DELETE FROM search_rows WHERE entry = 1'))).toEqual(['index-complete']);
    await desk.run(['reindex']);
    expect(await wrong()).toEqual([]);
  });

  test('an index built by other rules', async () => {
    const older = sql('desk.db', "UPDATE settings SET value = '0' WHERE key = 'fold-version'");
    expect(await wrong(older)).toEqual(['fold-current']);
  });

  test('a clock that is behind the newest change', async () => {
    expect(await wrong(undefined, { env: { DESK_NOW: '2026-01-01T00:00:00Z' } })).toEqual(['clock-sound']);
  });

  test('rows that point nowhere', async () => {
    expect(await wrong(sql('desk.db', 'DELETE FROM customers WHERE id = 1'))).toContain('references-sound');
  });

  test('a terminal without UTF-8; nobody minds in a pipe', async () => {
    expect(await wrong(undefined, { terminal: 80, env: { LANG: 'C' } })).toEqual(['locale-utf8']);
    expect(await wrong(undefined, { env: { LANG: 'C' } })).toEqual([]);
    expect(await wrong(undefined, UTF8)).toEqual([]);
  });

  test('a Node that is too old', async () => {
    expect(await wrong(undefined, { node: '22.11.0' })).toEqual(['node-current']);
    expect(await wrong(undefined, { node: '22.12.0' })).toEqual([]);
  });

  test('a network drive: NFS, SMB, sshfs', async () => {
    for (const fileSystem of [0x6969, 0xff534d42, 0x65735546])
      expect(await wrong(undefined, { fileSystem })).toEqual(['disk-local']);
  });

  test('copies that a killed backup has left', async () => {
    expect(await wrong(() => writeFileSync(`${desk.db}.0-1.part.db`, '', { mode: 0o600 }))).toEqual(['no-leftovers']);
    expect((await desk.run(['doctor'])).out).toContain('1 unfinished copy of a broken-off backup, restore or update');
  });

  test('a file that is no store: what could be seen, then why it does not open', async () => {
    const { code, out, err } = await desk.run(['doctor', '--db', desk.file('notes.db', 'my notes')]);

    expect([code, err]).toEqual([78, expect.stringContaining('is not a store of desk')]);
    expect(out).toContain('The store is on a local disk.');
  });

  test('a store that is damaged: to be kept, not written to', async () => {
    await desk.run(['backup', join(desk.folder, 'b.db')]);
    const bytes = Buffer.alloc(8192, 7);
    const db = new Database(desk.db);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const file = openSync(desk.db, 'r+');
    writeSync(file, bytes, 0, bytes.length, 16_384);
    closeSync(file);
    const { code, out, err } = await desk.run(['doctor']);

    expect(code).not.toBe(0);
    expect(out + err).toMatch(/damaged/);
  });
});
