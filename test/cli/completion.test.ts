import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SPELLED } from '../../src/cli/commands/index.ts';
import { tempDesk } from '../helpers/cli.ts';

const desk = tempDesk();
const script = async (shell: string, lang = 'en'): Promise<string> =>
  (await desk.run(['completion', shell, '--lang', lang])).out;

const isHere = (shell: string): boolean => {
  const here = spawnSync(shell, ['-c', 'true']).status === 0;
  if (!here) process.stderr.write(`SKIPPED: no ${shell} here, so its completion is not run\n`);
  return here;
};

describe.each(['bash', 'zsh', 'fish'])('desk completion %s', (shell) => {
  test('knows every command and every option, in every language', async () => {
    for (const lang of ['en', 'vi', 'th']) {
      const out = await script(shell, lang);
      for (const { path, command } of SPELLED) {
        for (const word of path.split(' ')) expect(out).toContain(word);
        for (const { flags } of command.options)
          for (const name of flags.match(/--[a-z-]+/g) ?? [])
            expect(out).toContain(shell === 'fish' ? `-l ${name.slice(2)}` : name);
      }
    }
  });

  test.runIf(isHere(shell))('is understood by the shell', async () => {
    const { status, stderr } = spawnSync(shell, ['-n'], { input: await script(shell, 'vi'), encoding: 'utf8' });

    expect([status, stderr]).toEqual([0, '']);
  });
});

test('tells the local word beside the English one, where the shell can', async () => {
  expect(await script('zsh', 'vi')).toContain("'status=pending:chờ khách'");
  expect(await script('fish', 'th')).toContain('inbox\t');
});

test('needs no store and makes none', async () => {
  expect((await desk.run(['completion', 'bash'])).code).toBe(0);
  expect(existsSync(desk.db)).toBe(false);
  expect(await desk.run(['completion', 'tcsh'])).toMatchObject({ code: 2, out: '' });
});

describe.runIf(isHere('bash'))('in bash', () => {
  /** What is offered where the cursor stands at the end of the line, cut into words as bash cuts them. */
  async function offered(line: string): Promise<string[]> {
    const ask = `${await script('bash')}
COMP_LINE=$LINE COMP_POINT=\${#LINE} COMP_WORDS=("$0" "$@") COMP_CWORD=$#
_desk; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const words = line.split(/ |(?=[:=])|(?<=[:=])/);
    const ran = spawnSync('bash', ['--norc', '-c', ask, ...words], {
      encoding: 'utf8',
      env: { LINE: line, PATH: process.env['PATH'] },
    });
    expect(ran.stderr).toBe('');
    return ran.stdout.split('\n').filter((word) => word !== '');
  }

  test('commands, their options and values come as they are typed', async () => {
    expect(await offered('desk te')).toEqual(['templates']);
    expect(await offered('desk templates re')).toEqual(['remove', 'render']);
    expect(await offered('desk list --v')).toEqual(['--view', '--version']);
    expect(await offered('desk list --view so')).toEqual(['solved']);
    expect(await offered('desk --db x.db export --format c')).toEqual(['csv']);
    expect(await offered('desk completion f')).toEqual(['fish']);
  });

  test('fields and keys go on after = and :, where bash begins a new word', async () => {
    expect(await offered('desk set 42 pri')).toEqual([
      'priority=low',
      'priority=normal',
      'priority=high',
      'priority=urgent',
    ]);
    expect(await offered('desk set 42 status=so')).toEqual(['solved']);
    expect(await offered('desk set 42 status=')).toEqual(['new', 'open', 'pending', 'hold', 'solved', 'closed']);
    expect(await offered('desk list is:sn')).toEqual(['snoozed']);
  });

  test('files are offered where files are meant', async () => {
    expect(await offered('desk import package.js')).toEqual(['package.json']);
    expect(readFileSync('package.json', 'utf8')).toContain('"desk"');
  });
});
