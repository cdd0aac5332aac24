import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { type Desk, seededDesk, tempDesk } from '../helpers/cli.ts';
import { mail } from '../helpers/cli-seed.ts';

const raw = mail(
  {
    From: 'Minh <minh@example.vn>',
    To: 'cskh@maymoi.example',
    Subject: 'Bill',
    'Message-ID': '<b@example.vn>',
    Date: 'Tue, 10 Mar 2026 08:00:00 +0000',
  },
  'Where is my bill?',
);

let desk: Desk;
let file: string;
beforeEach(async () => {
  desk = await seededDesk();
  await desk.run(['import', desk.file('b.eml', raw)]);
  file = join(desk.folder, 'monday.db');
});

/** Everything that a desk shows of itself. */
async function allOf(one: Desk, db: string): Promise<unknown> {
  const numbers = (await one.run(['list', '-q', '*', '--db', db])).out.trim().split('\n');
  return [
    await one.json(['show', ...numbers, '--db', db]),
    await one.json(['templates', '--db', db]),
    await one.json(['history', '--db', db]),
    await one.json(['config', '--db', db]),
  ];
}

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const kept = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.includes('replaced'))
    .sort();

describe('desk backup', () => {
  test('copies both files, for their owner alone; the copy is a desk like the one it was made of', async () => {
    const { out, code } = await desk.run(['backup', file]);

    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /^Copied and checked: 4 cases, 4 entries, 1 original mail \(\d.* kB\), in .*monday\.db and/,
      ),
    ]);
    expect([mode(file), mode(join(desk.folder, 'monday.raw.db'))]).toEqual(['600', '600']);
    expect(readdirSync(desk.folder).filter((name) => name.includes('part'))).toEqual([]);
    expect(await allOf(desk, file)).toEqual(await allOf(desk, desk.db));
    expect((await desk.run(['source', '4', '--db', file])).out).toBe(raw);
  });

  test('writes over nothing: neither the file nor the raw mails beside it', async () => {
    writeFileSync(file, 'mine');
    const first = await desk.run(['backup', file]);
    writeFileSync(join(desk.folder, 'other.raw.db'), 'mine too');
    const second = await desk.run(['backup', join(desk.folder, 'other.db')]);

    expect([first.code, second.code]).toEqual([73, 73]);
    expect(second.err).toContain('other.raw.db already exists; it stays as it is.');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(existsSync(join(desk.folder, 'other.db'))).toBe(false);
  });

  test('goes on where a killed one has left its raw mails alone, unless they hold something that is nowhere else', async () => {
    await desk.run(['backup', file]);
    rmSync(file);
    expect((await desk.run(['backup', file])).code).toBe(0);
    expect((await desk.run(['source', '4', '--db', file])).out).toBe(raw);

    const other = tempDesk();
    await other.run(['import', other.file('o.eml', raw.replace('Where', 'When'))]);
    copyFileSync(join(other.folder, 'desk.raw.db'), join(desk.folder, 'other.raw.db'));
    expect((await desk.run(['backup', join(desk.folder, 'other.db')])).code).toBe(73);
  });

  test('is one moment of the store, also while another process writes', async () => {
    const writer = new Database(desk.db);
    writer.exec("BEGIN; UPDATE cases SET subject = 'half written'");
    const { code } = await desk.run(['backup', file]);
    writer.exec('ROLLBACK');
    writer.close();

    expect(code).toBe(0);
    expect((await desk.run(['list', '*', '--db', file])).out).not.toContain('half written');
  });

  test('works from a store that is only read, and says where no folder is', async () => {
    expect((await desk.run(['backup', file, '--read-only'])).code).toBe(0);
    expect(await desk.run(['backup', join(desk.folder, 'no', 'x.db')])).toMatchObject({ code: 73, out: '' });
  });
});

describe('desk restore', () => {
  let before: unknown;
  beforeEach(async () => {
    await desk.run(['backup', file]);
    before = await allOf(desk, desk.db);
    await desk.run(['set', '1', 'status=solved']);
    await desk.run(['import', desk.file('c.eml', raw.replaceAll('b@example.vn', 'c@example.vn'))]);
  });

  test('the drill: a store that was backed up comes back whole, and the replaced one is kept whole', async () => {
    const replaced = await allOf(desk, desk.db);
    const { code, out } = await desk.run(['restore', file, '--yes']);

    expect([code, out]).toEqual([0, expect.stringContaining('is as in the backup: 4 cases, 4 entries, last change')]);
    expect(await allOf(desk, desk.db)).toEqual(before);
    expect((await desk.run(['source', '4'])).out).toBe(raw);
    const [keptDb = '', keptRaw = ''] = kept(desk.folder);
    expect([keptDb, keptRaw]).toEqual([
      'desk-replaced-2026-03-12T09-00-00-000Z.db',
      'desk-replaced-2026-03-12T09-00-00-000Z.raw.db',
    ]);
    expect(await allOf(desk, join(desk.folder, keptDb))).toEqual(replaced);
    expect((await desk.run(['source', '5', '--db', join(desk.folder, keptDb)])).out).toContain('c@example.vn');
    expect((await desk.run(['doctor'])).code).toBe(0);
    await desk.run(['restore', join(desk.folder, keptDb), '--yes']); // there and back
    expect(await allOf(desk, desk.db)).toEqual(replaced);
  });

  test('loses no mail that came in after the backup: imported again it is back in a case', async () => {
    await desk.run(['restore', file, '--yes']);

    expect(await desk.json(['import', join(desk.folder, 'c.eml')])).toMatchObject({ added: 1 });
  });

  test('a dry run says what would happen and changes nothing', async () => {
    const now = await allOf(desk, desk.db);
    const { code, out } = await desk.run(['restore', file, '--dry-run']);

    expect([code, out]).toEqual([0, expect.stringMatching(/^Dry run, nothing was written: .*kept as .*replaced/)]);
    expect(await allOf(desk, desk.db)).toEqual(now);
    expect(kept(desk.folder)).toEqual([]);
  });

  test('asks on a terminal and takes yes in every language; in a pipe it needs --yes', async () => {
    const no = await desk.run(['restore', file], { terminal: 80, answers: [''] });
    expect([no.code, no.err]).toEqual([1, expect.stringMatching(/^This puts .*Go on\? .*Nothing was changed\.\n$/)]);
    expect(await desk.run(['restore', file])).toMatchObject({ code: 2, err: expect.stringContaining('--yes') });
    expect(kept(desk.folder)).toEqual([]);
    expect((await desk.run(['restore', file, '--lang', 'vi'], { terminal: 80, answers: ['Có'] })).code).toBe(0);
    expect(await allOf(desk, desk.db)).toEqual(before);
  });

  test('starts a desk on a new machine without asking', async () => {
    const fresh = tempDesk();
    expect((await fresh.run(['restore', file])).code).toBe(0);

    expect(await allOf(fresh, fresh.db)).toEqual(before);
    expect(kept(fresh.folder)).toEqual([]);
    expect([mode(fresh.db), mode(join(fresh.folder, 'desk.raw.db'))]).toEqual(['600', '600']);
  });

  test('takes a damaged store away, and keeps its ruins', async () => {
    truncateSync(desk.db, 20_000);
    for (const end of ['-wal', '-shm']) writeFileSync(`${desk.db}${end}`, '');
    expect((await desk.run(['restore', file, '--yes'])).code).toBe(0);

    expect(await allOf(desk, desk.db)).toEqual(before);
    expect(kept(desk.folder)[0]).toMatch(/replaced.*\.db$/);
  });

  test('a copy of desk.db alone, as made before an update, goes with the raw mails that are there', async () => {
    const alone = join(tempDesk().folder, 'desk-v1.db');
    copyFileSync(file, alone);
    expect((await desk.run(['restore', alone, '--yes'])).code).toBe(0);

    expect((await desk.run(['source', '4'])).out).toBe(raw);
  });

  const refused = async (setting: () => void, code: number, says: string, from = file): Promise<void> => {
    const now = await allOf(desk, desk.db);
    setting();
    const ran = await desk.run(['restore', from, '--yes']);
    expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(says)]);
    if (code !== 78) expect(await allOf(desk, desk.db)).toEqual(now);
    expect(kept(desk.folder)).toEqual([]);
  };
  const version = (path: string, number: number): void => {
    const db = new Database(path);
    db.pragma(`user_version = ${number}`);
    db.close();
  };

  test('refuses over a store of a newer desk', () =>
    refused(() => version(desk.db, 99), 78, 'A newer desk has written'));
  test('refuses a backup of a newer desk', () => refused(() => version(file, 99), 78, 'A newer desk has written'));
  test('refuses a backup that is damaged', () => refused(() => truncateSync(file, 30_000), 65, 'is not sound'));
  test('refuses what is no backup', () => refused(() => writeFileSync(file, 'hello'), 78, 'is not a store of desk'));
  test('refuses the store itself', () => refused(() => undefined, 2, 'is the store itself', desk.db));
  test('refuses a file that is not there', () => refused(() => undefined, 66, 'There is no file', '/nowhere/x.db'));

  test('refuses while another window has the store open', async () => {
    const other = openStore(desk.db, { now: 0 });
    await refused(() => undefined, 75, 'Close its windows');
    other.close();
    expect((await desk.run(['restore', file, '--yes'])).code).toBe(0);
  });
});
