import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtDesk, type Desk, NOW, seededDesk, tempFolder } from '../helpers/cli.ts';
import { mail } from '../helpers/cli-seed.ts';
import { startDesk } from '../helpers/pty.ts';

let base: Desk;
beforeAll(async () => {
  base = await seededDesk();
  const raw = mail({ From: 'a@x.vn', To: 's@x.org', Subject: 'Hi', 'Message-ID': '<a@x>' }, 'Hi');
  await base.run(['import', base.file('a.eml', raw)]);
  for (const name of ['a.eml', 'seed.jsonl']) rmSync(join(base.folder, name));
});

const sql =
  (file: string, statement: string) =>
  (folder: string): void => {
    const db = new Database(join(folder, file));
    db.pragma('foreign_keys = OFF');
    db.exec(statement);
    db.close();
  };

const LANGUAGES = ['en', 'vi', 'th'] as const;

/** What is made to happen, and what the sentence must hold in every language: the thing, and the next step. */
const FAULTS: readonly {
  readonly name: string;
  readonly happen: (folder: string) => void;
  readonly says: readonly string[];
  readonly argv?: readonly string[];
  readonly now?: string;
}[] = [
  { name: 'a folder open to others', happen: (to) => chmodSync(to, 0o755), says: ['755', 'chmod 700 FOLDER'] },
  { name: 'raw mails that are gone', happen: (to) => rmSync(join(to, 'desk.raw.db')), says: ['1', 'desk.raw.db'] },
  {
    name: 'a raw mail with other bytes',
    happen: sql('desk.raw.db', "UPDATE blobs SET z = x'4b4c04', size = 2"),
    says: ['desk restore '],
    argv: ['--deep'],
  },
  { name: 'a drifted index', happen: sql('desk.db', 'DELETE FROM search_rows'), says: ['desk reindex'] },
  {
    name: 'rows that point nowhere',
    happen: sql('desk.db', 'DELETE FROM customers WHERE id = 1'),
    says: ['desk restore '],
  },
  {
    name: 'a clock behind the newest entry',
    happen: () => undefined,
    says: ['2026-03-12T09:00:00.000Z'],
    now: '2026-01-01T00:00:00Z',
  },
  {
    name: 'an unfinished copy',
    happen: (to) => writeFileSync(join(to, 'desk.db.x.part.db'), '', { mode: 0o600 }),
    says: ['FOLDER/desk.db.x.part.db', '.part.raw.db'],
  },
];

function doctor(folder: string, argv: readonly string[], now: string) {
  return spawnSync(process.execPath, [builtDesk(), 'doctor', ...argv], {
    env: { DESK_DB: join(folder, 'desk.db'), DESK_NOW: now, HOME: '/nonexistent' },
    encoding: 'utf8',
  });
}

describe('the built doctor, in every language', () => {
  test.each(FAULTS)('names $name, and what to do', ({ happen, says, argv = [], now = NOW }) => {
    const told = LANGUAGES.map((lang) => {
      const folder = tempFolder();
      cpSync(base.folder, folder, { recursive: true });
      happen(folder);
      const { status, stdout, stderr } = doctor(folder, ['--lang', lang, ...argv], now);
      const bad = stdout.split('\n').filter((line) => line.startsWith('!!'));
      expect([status, stderr], stdout).toEqual([1, '']);
      for (const piece of says) expect(bad.join('\n')).toContain(piece.replace('FOLDER', folder));
      return bad.join('\n').replaceAll(folder, '');
    });

    expect(new Set(told).size).toBe(LANGUAGES.length);
  });

  test('a raw mail with other bytes is no bug of ours for those who read it either', () => {
    const folder = tempFolder();
    cpSync(base.folder, folder, { recursive: true });
    sql('desk.raw.db', "UPDATE blobs SET z = x'4b4c04', size = 2")(folder);
    const { status, stderr } = spawnSync(process.execPath, [builtDesk(), 'source', '4'], {
      env: { DESK_DB: join(folder, 'desk.db'), DESK_NOW: NOW, HOME: '/nonexistent' },
      encoding: 'utf8',
    });

    expect([status, stderr]).toEqual([74, expect.stringMatching(/^desk: .*damaged. .*desk doctor --deep\n$/)]);
  });

  test.each(LANGUAGES)('a file of another program stays as it is (%s)', (lang) => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'desk.db'), 'my notes');
    const { status, stderr } = doctor(folder, ['--lang', lang], NOW);

    expect([status, stderr]).toEqual([78, expect.stringContaining('--db ')]);
  });

  test.each(LANGUAGES)('a terminal without UTF-8 (%s)', async (lang) => {
    const screen = startDesk(['doctor', '--lang', lang], {
      columns: 200,
      rows: 30,
      env: { DESK_DB: base.db, DESK_NOW: NOW, LANG: 'C' },
      // a terminal that closes with the program may swallow its last words
      shell: '"$@"; code=$?; sleep 1; exit "$code"',
    });
    await screen.sees('export LANG=C.UTF-8');

    expect((await screen.ended).code).toBe(1);
  });
});
