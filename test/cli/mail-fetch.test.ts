import { spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test, vi } from 'vitest';
import { builtDesk, type Desk, type Setting, tempDesk } from '../helpers/cli.ts';
import { canDovecot, PASSWORD, startDovecot } from '../helpers/dovecot.ts';
import { readingWorld } from '../helpers/reading-desk.ts';
import { mailOf } from '../helpers/sample-mails.ts';

const able = canDovecot();
const network: Setting = { mail: async () => readingWorld() };
const WAIT = { timeout: 30_000, interval: 100 };

const some = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, at) => mailOf({ id: `m${from + at}@x`, subject: `Oven ${from + at}` }));

describe.runIf(able)('desk mail fetch', async () => {
  const dovecot = able ? await startDovecot() : null;
  if (dovecot === null) return;

  async function add(desk: Desk, user: string, more: readonly string[] = []): Promise<void> {
    const secret = desk.file(`password-${user}`, `${PASSWORD}\n`);
    chmodSync(secret, 0o600);
    const server = ['--imap', `127.0.0.1:${dovecot?.imap.port}`, '--smtp', 'none', '--tls', 'off'];
    const who = ['--address', `${user}@shop.example`, '--user', user, '--password-file', secret];
    const { code, err } = await desk.run(['mail', 'add', ...who, ...server, '--unchecked', ...more]);
    if (code !== 0) throw new Error(err);
  }

  test('says how many came, into how many cases, and how far back it goes the first time', async () => {
    const desk = tempDesk();
    await add(desk, 'first');
    await dovecot.deliver('first', some(0, 3));
    const first = await desk.run(['mail', 'fetch'], network);
    expect([first.code, first.out]).toEqual([0, '3 new mails in 3 cases.\n']);
    expect(first.err).toContain('--since DATE');
    const second = await desk.run(['mail', 'fetch'], network);
    expect(second).toMatchObject({ code: 0, out: 'No new mail.\n', err: '' });
  });

  test('asks at a terminal, once', async () => {
    const desk = tempDesk();
    await add(desk, 'asked');
    const put = (days: number): Promise<unknown> =>
      dovecot.as('asked', (client) =>
        client.append(
          'INBOX',
          mailOf({ id: `${days}@x` }),
          [],
          new Date(Date.parse('2026-03-12T09:00:00Z') - days * 864e5),
        ),
      );
    for (const days of [90, 20, 2]) await put(days);
    const setting = { ...network, terminal: 80, answers: ['a week', '7'] };
    const { err, out } = await desk.run(['mail', 'fetch'], setting);
    expect(err.split('how many days').length - 1).toBe(2);
    expect(out).toContain('1 new mail in 1 case.');
    expect((await desk.run(['mail', 'fetch'], { ...setting, answers: [] })).err).not.toContain('how many days');
  });

  test('--since goes back to the beginning, or to a date, and counts for the first time alone', async () => {
    const desk = tempDesk();
    await add(desk, 'since');
    for (const day of ['2020-01-01', '2026-01-15', '2026-02-15'])
      await dovecot.as('since', (client) => client.append('INBOX', mailOf({ id: `${day}@x` }), [], new Date(day)));
    expect((await desk.run(['mail', 'fetch', '--since', 'soon'], network)).code).toBe(2);
    expect(await desk.json(['mail', 'fetch', '--since', '2026-01-01', '--dry-run'], network)).toMatchObject({
      read: 2,
    });
    expect(await desk.json(['mail', 'fetch', '--since', '2026-01-01'], network)).toMatchObject({ added: 2, cases: 2 });
    const { out, err } = await desk.run(['mail', 'fetch', '--since', 'all'], network);
    expect([out, err]).toEqual(['No new mail.\n', expect.stringContaining('for the first time only')]);
    const other = tempDesk();
    await add(other, 'since');
    expect(await other.json(['mail', 'fetch', '--since', 'all'], network)).toMatchObject({ added: 3 });
  });

  test('a server that is away ends it with 69, a wrong password with 78; the others are fetched', async () => {
    const desk = tempDesk();
    await add(desk, 'away', ['--since', 'all']);
    await add(desk, 'here', ['--since', 'all']);
    await desk.run(['mail', 'set', 'away@shop.example', '--imap', '127.0.0.1:1', '--tls', 'off', '--unchecked']);
    await dovecot.deliver('here', some(0, 2));
    const away = await desk.run(['mail', 'fetch', '--json'], network);
    expect(away.code).toBe(69);
    expect(JSON.parse(away.out)).toMatchObject({
      added: 2,
      accounts: [{ address: 'away@shop.example', problem: { code: 'server-unreachable' } }, { problem: null }],
    });
    desk.file('password-here', 'canary-4711\n');
    const wrong = await desk.run(['mail', 'fetch', 'here@shop.example'], network);
    expect(wrong.code).toBe(78);
    expect(wrong.err).toMatch(/^here@shop.example: .*login of here/);
    expect(wrong.out + wrong.err).not.toContain('canary');
    expect((await desk.run(['mail', 'fetch', 'nobody@shop.example'], network)).code).toBe(66);
  });

  test('what could not be filed is tried again with --again', async () => {
    const desk = tempDesk();
    await add(desk, 'again', ['--since', 'all']);
    await dovecot.deliver('again', some(0, 1));
    await desk.run(['mail', 'fetch'], network);
    const db = new Database(desk.db);
    db.exec(`INSERT INTO unfiled SELECT received, NULL, 0, '{"code":"not-filed","facts":{}}' FROM entries
      WHERE received IS NOT NULL`);
    db.close();
    expect(await desk.json(['mail', 'fetch', '--again'], network)).toMatchObject({ again: { filed: 1, unfiled: 0 } });
    expect(await desk.json(['mail', 'fetch', '--again'], network)).toMatchObject({ again: { filed: 0, unfiled: 0 } });
  });

  test('--send and --with-parent are for --watch; a store that is only read fetches nothing', async () => {
    const desk = tempDesk();
    await add(desk, 'none');
    expect((await desk.run(['mail', 'fetch', '--send'], network)).code).toBe(2);
    expect((await desk.run(['mail', 'fetch', '--read-only'], network)).code).toBe(77);
  });

  /** The built desk, watching in a process of its own. */
  function watching(desk: Desk, more: readonly string[] = []) {
    const argv = [builtDesk(), 'mail', 'fetch', '--watch', ...more];
    const env = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', USER: 'lan', DESK_DB: desk.db };
    const child = spawn(process.execPath, argv, { env, stdio: ['pipe', 'pipe', 'pipe'] });
    let out = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        out += data;
      });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    return { child, ended, out: () => out };
  }

  test.each(['SIGTERM', 'the end of its stdin'])('--watch takes in what comes, and ends by %s', async (by) => {
    const desk = tempDesk();
    const user = by === 'SIGTERM' ? 'term' : 'parent';
    await add(desk, user, ['--since', 'all']);
    const watch = watching(desk, by === 'SIGTERM' ? [] : ['--with-parent', '--send']);
    await dovecot.deliver(user, some(0, 1));
    await vi.waitFor(() => expect(watch.out()).toContain('1 new mail in 1 case.'), WAIT);
    await dovecot.deliver(user, some(1, 3));
    await vi.waitFor(() => expect(watch.out().match(/new mails? in/g)?.length).toBeGreaterThan(1), WAIT);
    if (by === 'SIGTERM') watch.child.kill('SIGTERM');
    else watch.child.stdin.end();
    expect(await watch.ended).toBe(0);
    const db = new Database(desk.db);
    expect(db.prepare('SELECT watcher FROM mail_state').pluck().all()).toEqual([null]);
    db.close();
  });
});
