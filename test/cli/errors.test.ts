import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Desk, type Setting, seededDesk, tempDesk } from '../helpers/cli.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await seededDesk();
});

interface Wrong {
  readonly argv: readonly string[];
  readonly code: number;
  readonly says: string;
  readonly setting?: Setting;
}

const WRONG: readonly Wrong[] = [
  { argv: ['lst'], code: 2, says: 'Did you mean list?' },
  { argv: ['templates', 'ad'], code: 2, says: 'Did you mean templates add?' },
  { argv: ['help', 'lst'], code: 2, says: 'Did you mean list?' },
  { argv: ['note', '1', '--mesage', 'x'], code: 2, says: 'Did you mean --message?' },
  { argv: ['list', '--vew', 'x'], code: 2, says: 'Did you mean --view?' },
  { argv: ['show'], code: 2, says: 'N is missing.' },
  { argv: ['show', 'one'], code: 2, says: '“one” is not a case number.' },
  { argv: ['source', '1', '2'], code: 2, says: 'too many words after source.' },
  { argv: ['note', '1', '--message'], code: 2, says: 'The option --message needs a value.' },
  { argv: ['list', '--db'], code: 2, says: 'The option --db needs a value.' },
  { argv: ['list', '-n', 'x'], code: 2, says: '“x” is not a number of rows.' },
  { argv: ['list', '--view', 'inbx'], code: 2, says: 'Did you mean inbox?' },
  { argv: ['list', 'statis:open'], code: 2, says: 'Did you mean status:?' },
  { argv: ['list', 'status:opn'], code: 2, says: 'Did you mean status:open?' },
  { argv: ['list', '--lang', 'fr'], code: 2, says: 'Choose en, vi or th.' },
  { argv: ['new', '--subject', 'x'], code: 2, says: 'The option --customer is missing.' },
  {
    argv: ['new', '--customer', 'x', '--subject', 'x', '--kind', 'hm'],
    code: 2,
    says: 'Possible: support, service, care',
  },
  { argv: ['set', '1'], code: 2, says: 'nothing to set' },
  { argv: ['set', 'status=open'], code: 2, says: 'N is missing.' },
  { argv: ['set', '1', 'stats=open'], code: 2, says: 'Did you mean status?' },
  { argv: ['set', '1', 'status=opn'], code: 2, says: 'Possible: new, open' },
  { argv: ['set', '1', 'tags=x'], code: 2, says: 'does not say what to set' },
  { argv: ['set', '1', 'tags+=a b'], code: 2, says: 'can’t be a tag'.replace('’', "'") },
  { argv: ['set', '1', 'snooze=until:soon'], code: 2, says: 'until when to snooze' },
  { argv: ['reply', '1'], code: 2, says: 'There is no text.' },
  { argv: ['reply', '1', '--message', ' '], code: 2, says: 'There is no text.' },
  { argv: ['reply', '1', '--message', 'x', '--template', 'y'], code: 2, says: 'more than one text' },
  { argv: ['reply', '1', '--message', 'Hi {{?customer.name}}'], code: 2, says: 'nobody has filled in customer.name' },
  { argv: ['reply', '-', '--message', '-'], code: 2, says: 'stdin can be only one thing', setting: { stdin: '1' } },
  { argv: ['import', 'x', '--from', 'doc'], code: 2, says: 'It reads: mbox' },
  { argv: ['import', 'x', '--solved-before', 'soon'], code: 2, says: 'is not a date' },
  { argv: ['config', 'set', 'lnguage', 'vi'], code: 2, says: 'Did you mean language?' },
  { argv: ['config', 'set', 'language', 'fr'], code: 2, says: "can't be the value of language" },
  { argv: ['show', '99'], code: 66, says: 'There is no case #99.' },
  { argv: ['show', '-'], code: 66, says: 'No case numbers came in', setting: { stdin: ' \n' } },
  { argv: ['source', '1'], code: 66, says: 'did not come in as a mail' },
  { argv: ['source', '999'], code: 66, says: 'There is no entry 999.' },
  { argv: ['import', '/nowhere/at/all'], code: 66, says: 'There is no file or folder /nowhere/at/all.' },
  { argv: ['note', '1', '--file', '/nowhere'], code: 66, says: 'There is no file or folder /nowhere.' },
  { argv: ['note', '1', '--file', '/tmp'], code: 66, says: '/tmp is not a file. Name the file itself.' },
  { argv: ['handoff', 'receive', '--file', '/tmp'], code: 66, says: '/tmp is not a file.' },
  { argv: ['templates', 'show', 'scren-reset'], code: 66, says: 'Did you mean screen-reset?' },
  { argv: ['undo', '999'], code: 66, says: 'There is no action 999.' },
  { argv: ['redo'], code: 1, says: 'nothing to redo' },
  { argv: ['templates', 'add', 'screen-reset', '--text', 'x'], code: 73, says: 'already' },
  { argv: ['list', '--json=3'], code: 2, says: 'The option --json takes no value.' },
  { argv: ['set', '1', 'status=open', '--dry-run=yes'], code: 2, says: 'The option --dry-run takes no value.' },
  { argv: ['import', ''], code: 2, says: 'The name of a file or folder is empty.' },
  { argv: ['restore', ''], code: 2, says: 'The name of a file or folder is empty.' },
  { argv: ['note', '1', '--file', ''], code: 2, says: 'The name of a file or folder is empty.' },
  { argv: ['attachments', '1', '--save', ''], code: 2, says: 'The name of a file or folder is empty.' },
  { argv: ['attachments', '1', '--save', '-'], code: 2, says: 'saved to stdout' },
  { argv: ['set', '1', 'status=open', '--read-only'], code: 77, says: 'open for reading only' },
  { argv: ['list', '--read-only', '--db', '/nowhere/x.db'], code: 66, says: 'There is no store' },
  { argv: ['list'], code: 78, says: '$DESK_NOW', setting: { env: { DESK_NOW: 'noon' } } },
];

describe('what goes wrong', () => {
  for (const { argv, code, says, setting } of WRONG)
    test(`desk ${argv.join(' ')}: ${code}`, async () => {
      const ran = await desk.run(argv, setting);

      expect(ran.err).toContain(says);
      expect([ran.code, ran.out]).toEqual([code, '']);
      expect(ran.err).toMatch(/^desk: .+\n$/);
    });

  test('is an object on stderr with --json', async () => {
    const { err, out, code } = await desk.run(['show', '99', '--json']);

    expect([code, out]).toEqual([66, '']);
    expect(JSON.parse(err)).toEqual({
      error: { code: 'not-found', message: 'There is no case #99.', hint: "See the numbers with: desk list '*'" },
    });
  });

  test('is said in the language asked for, or of the environment', async () => {
    expect((await desk.run(['show', '99', '--lang', 'vi'])).err).toContain('Không có phiếu #99.');
    expect((await desk.run(['show', '99'], { env: { LC_ALL: 'th_TH.UTF-8' } })).err).toContain('ไม่มีเคส #99');
  });

  test('a file that is no store stays as it is: 78', async () => {
    const fresh = tempDesk();
    const db = fresh.file('other.db', '');
    new Database(db).exec('CREATE TABLE t (a)').close();

    expect((await fresh.run(['list', '--db', db])).code).toBe(78);
    expect(
      (await fresh.run(['list', '--db', fresh.file('text.db', 'not a database, but long enough to look like one')]))
        .code,
    ).toBe(78);
  });

  test('a folder that cannot be made: 73', async () => {
    const fresh = tempDesk();
    const file = fresh.file('plain', '');

    expect((await fresh.run(['list', '--db', join(file, 'sub', 'desk.db')])).code).toBe(73);
  });

  test('another writer for too long: 75', async () => {
    const fresh = await seededDesk();
    const other = new Database(fresh.db);
    other.exec('BEGIN IMMEDIATE');
    const ran = await fresh.run(['set', '1', 'status=open']);
    other.exec('ROLLBACK');
    other.close();

    expect([ran.code, ran.err]).toEqual([75, expect.stringContaining('Try again')]);
  }, 20_000);
});

describe('global options', () => {
  test('stand before or after the command; a value that looks like one is a value', async () => {
    const other = tempDesk();
    expect((await desk.run(['--lang', 'vi', 'list', '-q', `--db=${other.db}`, '*'])).out).toBe('');
    await desk.run(['note', '1', '--message', '--json']);
    expect((await desk.run(['show', '1'])).out).toContain('  --json\n');
  });

  test('the store is --db, $DESK_DB, $DESK_HOME, the XDG data folder', async () => {
    const none = { DESK_DB: '' };
    const count = async (env: Record<string, string>): Promise<string> =>
      (await desk.run(['list', '-q', '*'], { env })).out;
    expect(await count({})).toBe('1\n2\n3\n');
    expect(await count({ ...none, DESK_HOME: desk.folder })).toBe('1\n2\n3\n');
    const home = tempDesk().folder;
    expect(await count({ ...none, XDG_DATA_HOME: home })).toBe('');
    expect(
      (await desk.run(['new', '--customer', 'x', '--subject', 'y', '--db', join(home, 'desk', 'desk.db')])).out,
    ).toBe('1\n');
    expect(await count({ ...none, XDG_DATA_HOME: home })).toBe('1\n');
  });

  test('--version says the version', async () => {
    expect((await desk.run(['--version'])).out).toBe('desk 0.0.0\n');
  });
});
