import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtDesk, NOW, tempFolder } from '../helpers/cli.ts';
import { caseLine, mail, mbox } from '../helpers/cli-seed.ts';

// What only the built program in a process of its own can show: streams, signals, exit codes, colours.
let bin: string;
let env: Record<string, string>;
beforeAll(() => {
  bin = builtDesk();
  const folder = tempFolder();
  env = { PATH: process.env['PATH'] ?? '', HOME: folder, DESK_DB: join(folder, 'desk.db'), DESK_NOW: NOW, LANG: 'C' };
  const many = Array.from({ length: 3000 }, (_, index) =>
    caseLine({ uid: `m${index}`, subject: `Case ${index} ${'x'.repeat(80)}` }),
  );
  writeFileSync(join(folder, 'many.jsonl'), many.join(''));
  run(['import', join(folder, 'many.jsonl')]);
}, 60_000);

const run = (argv: readonly string[], more: Record<string, string> = {}) =>
  spawnSync(process.execPath, [bin, ...argv], { env: { ...env, ...more }, encoding: 'utf8', maxBuffer: 64e6 });

/** Through a shell, for pipes; `$DESK` is the program. */
const shell = (script: string) => {
  const ran = spawnSync('bash', ['-c', script], {
    env: { ...env, NODE: process.execPath, BIN: bin },
    encoding: 'utf8',
  });
  return { ...ran, out: ran.stdout };
};

describe('the program', () => {
  test('writes all of a long list into a pipe', () => {
    expect(run(['list', '*']).stdout.trimEnd().split('\n')).toHaveLength(3000);
    expect(JSON.parse(run(['list', '*', '--json']).stdout)).toHaveLength(3000);
  });

  test('ends silently with 0 when the reader goes away', () => {
    const { out, stderr } = shell('"$NODE" "$BIN" list "*" | head -1; echo $PIPESTATUS');

    expect([out.split('\n').length, out.trimEnd().split('\n').at(-1), stderr]).toEqual([3, '0', '']);
  });

  test('says so, with 74, when the device is full', () => {
    const { status, stderr } = shell('exec "$NODE" "$BIN" list "*" > /dev/full');

    expect([status, stderr]).toEqual([74, expect.stringContaining('no room')]);
  });

  test('shows the demo in a pipe and ends with 0', () => {
    const { status, stdout, stderr } = run(['demo', '--lang', 'vi']);

    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Nguyễn Thị Lan');
  }, 20_000);

  test('reads mail through its worker', () => {
    const path = join(env['HOME'] ?? '', 'one.eml');
    writeFileSync(
      path,
      mail(
        { From: 'Lan <lan@example.vn>', To: 'shop@example.org', Subject: 'Hi', 'Message-ID': '<w@example.vn>' },
        'Words.',
      ),
    );
    const { status, stdout } = run(['import', path, '--me', 'shop@example.org', '--json', '--dry-run']);

    expect([status, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ added: 1, problems: [] })]);
  });

  test('colours by terminal, FORCE_COLOR, NO_COLOR and --no-color, the later the stronger', () => {
    const colored = (argv: string[], more: Record<string, string>) => run(argv, more).stdout.includes('\u001b[');
    const list = ['list', '*', '-n', '3', '--view', 'all'];

    expect(colored(['show', '1'], {})).toBe(false);
    expect(colored(['show', '1'], { FORCE_COLOR: '1' })).toBe(true);
    expect(colored(['show', '1'], { FORCE_COLOR: '0' })).toBe(false);
    expect(colored(['show', '1'], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(colored(['show', '1'], { FORCE_COLOR: '1', NO_COLOR: '' })).toBe(true);
    expect(colored(['show', '1', '--no-color'], { FORCE_COLOR: '1' })).toBe(false);
    expect(colored(list, {})).toBe(false);
  });

  test('ends an import after the current batch at Ctrl-C, with 130; what is in stays', async () => {
    const folder = tempFolder();
    const mails = Array.from({ length: 4000 }, (_, index) =>
      mail(
        {
          From: `c${index}@example.vn`,
          To: 'shop@example.org',
          Subject: `Mail ${index}`,
          'Message-ID': `<${index}@example.vn>`,
          Date: 'Tue, 10 Mar 2026 08:00:00 +0000',
        },
        'Words of a customer.',
      ),
    );
    const path = join(folder, 'big.mbox');
    writeFileSync(path, mbox(mails));
    const own = { ...env, DESK_DB: join(folder, 'desk.db') };
    const child = spawn(process.execPath, [bin, 'import', path, '--me', 'shop@example.org'], {
      env: own,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (data) => {
      err += data;
    });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    // the first mails are kept: it is at work, however slow the machine is
    while (!existsSync(join(folder, 'desk.raw.db-wal'))) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const code = await ended;

    expect(code).toBe(130);
    expect(err).toContain('to go on from there');
    execFileSync(process.execPath, [bin, 'doctor'], { env: own });
  }, 30_000);
});
