import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SPELLED } from '../../src/cli/commands/index.ts';
import { tempDesk } from '../helpers/cli.ts';

const desk = tempDesk();
const script = async (shell: string, lang = 'en'): Promise<string> =>
  (await desk.run(['completion', shell, '--lang', lang])).out;

/** The script as a file: fish reads none from a socket. */
const scriptFile = async (shell: string, lang = 'en'): Promise<string> =>
  desk.file(`completion.${shell}`, await script(shell, lang));

const isHere = (shell: string): boolean => {
  const here = spawnSync(shell, ['-c', 'true']).status === 0;
  if (!here && process.env['DESK_NOTHING_SKIPS'] === '1') throw new Error(`${shell} is not here`);
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
    const { status, stderr } = spawnSync(shell, ['-n', await scriptFile(shell, 'vi')], { encoding: 'utf8' });

    expect([status, stderr]).toEqual([0, '']);
  });
});

test('tells the local word beside the English one, where the shell can', async () => {
  expect(await script('zsh', 'vi')).toContain("'status=pending:chờ khách'");
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

describe.runIf(isHere('fish'))('in fish', () => {
  /** What fish itself would offer at the end of the line: the word, and what it means behind a tab. */
  async function offered(line: string, lang = 'en'): Promise<string[]> {
    const ask = `source ${await scriptFile('fish', lang)}; complete -C "$LINE"`;
    const ran = spawnSync('fish', ['-N', '-c', ask], { encoding: 'utf8', env: { ...process.env, LINE: line } });
    expect(ran.stderr).toBe('');
    return ran.stdout.split('\n').filter((word) => word !== '');
  }
  const words = async (line: string): Promise<string[]> => (await offered(line)).map((one) => one.split('\t')[0] ?? '');

  test('commands, their options and values come as they are typed', async () => {
    expect(await words('desk te')).toEqual(['templates']);
    expect(await words('desk templates re')).toEqual(['remove', 'render']);
    expect(await words('desk list --v')).toEqual(['--version', '--view']);
    expect(await words('desk --db x.db export --format c')).toEqual(['csv']);
    expect(await words('desk set 42 status=so')).toEqual(['status=solved']);
    expect(await words('desk list is:sn')).toEqual(['is:snoozed']);
    expect(await words('desk import package.js')).toEqual(['package.json']);
  });

  test('a value has its local word beside it, which is not offered as a value itself', async () => {
    expect(await offered('desk list --view so', 'vi')).toEqual(['solved\tĐã xong']);
    expect(await words('desk list --view ')).toEqual(
      ['inbox', 'waiting', 'theirs', 'snoozed', 'solved', 'all', 'overdue'].sort(),
    );
    expect(await offered('desk set 42 status=p', 'vi')).toEqual(['status=pending\tchờ khách']);
  });
});

describe.runIf(isHere('zsh'))('in zsh', () => {
  /** What the script hands to zsh's own \`_describe\`, which fits it to what is typed; files are left to \`_files\`. */
  async function offered(line: string): Promise<string[]> {
    const ask = `compdef() { }; _files() { print -r -- FILES; }; _message() { }
_describe() { print -rl -- "\${(@P)2}"; }
source ${await scriptFile('zsh')}
words=("$@") CURRENT=$# PREFIX=\${@[-1]}; _desk`;
    const ran = spawnSync('zsh', ['-f', '-c', ask, 'zsh', ...line.split(' ')], { encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    const typed = line.split(' ').at(-1) ?? '';
    const all = ran.stdout.split('\n').map((one) => one.replace(/(?<!\\):.*/, '').replaceAll('\\:', ':'));
    return all.filter((word) => word !== '' && (word === 'FILES' || word.startsWith(typed)));
  }

  test('commands, their options and values come as they are typed', async () => {
    expect(await offered('desk te')).toEqual(['templates']);
    expect(await offered('desk templates re')).toEqual(['remove', 'render']);
    expect(await offered('desk list --v')).toEqual(['--view', '--version']);
    expect(await offered('desk list --view so')).toEqual(['solved']);
    expect(await offered('desk --db x.db export --format c')).toEqual(['csv']);
    expect(await offered('desk set 42 status=so')).toEqual(['status=solved']);
    expect(await offered('desk list is:sn')).toEqual(['is:snoozed']);
    expect(await offered('desk import package.js')).toEqual(['FILES']);
  });
});
