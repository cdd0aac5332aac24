import { describe, expect, test } from 'vitest';
import { VERBS } from '../../src/actions/registry.ts';
import { SPELLED } from '../../src/cli/commands/index.ts';
import { parseList } from '../../src/cli/commands/list.ts';
import { parseGlobals, VALUE_OPTIONS } from '../../src/cli/globals.ts';
import { findCommand, parseArguments } from '../../src/cli/program.ts';
import { LOCALES } from '../../src/context.ts';
import { width } from '../../src/text/width.ts';
import { tempDesk } from '../helpers/cli.ts';

const desk = tempDesk();

describe('help', () => {
  for (const lang of LOCALES)
    test(`names every command and fits 80 columns (${lang})`, async () => {
      const { out } = await desk.run(['help', '--lang', lang]);

      for (const { command } of Object.values(VERBS)) expect(out).toContain(`  ${command}`);
      for (const line of out.split('\n')) expect(width(line), line).toBeLessThanOrEqual(80);
    });

  for (const { path, changes } of SPELLED)
    test(`desk help ${path} has two examples and all options, in 80 columns`, async () => {
      for (const lang of LOCALES) {
        const { out, code } = await desk.run(['help', ...path.split(' '), '--lang', lang]);
        expect(code).toBe(0);
        expect(out.match(/^ {2}(?:\S.*\| )?(?:zcat .*\| )?desk /gm)?.length ?? 0).toBeGreaterThanOrEqual(2);
        if (changes) expect(out).toContain('--dry-run');
        for (const line of out.split('\n')) expect(width(line), line).toBeLessThanOrEqual(80);
      }
    });

  test('comes by --help and -h after any command, and for a group', async () => {
    const { out } = await desk.run(['help', 'templates', 'add']);

    expect((await desk.run(['templates', 'add', 'x', '--help'])).out).toBe(out);
    expect((await desk.run(['templates', '-h', 'add'])).out).toBe(out);
    expect((await desk.run(['help', 'templates'])).out).toContain('templates render NAME N');
  });

  test('needs no store and makes none', async () => {
    const fresh = tempDesk();
    await fresh.run(['help']);
    await fresh.run(['lst']);

    expect((await fresh.run(['list', '--read-only'])).code).toBe(66);
  });
});

describe('the table of commands', () => {
  test('the options that take a value are known to the reader of global options', () => {
    const taking = SPELLED.flatMap(({ command }) =>
      command.options.map((option) => option.flags).filter((flags) => flags.includes('<')),
    );
    const names = new Set(taking.flatMap((flags) => flags.replace(/ <.*/, '').split(', ')));

    expect(new Set(VALUE_OPTIONS)).toEqual(names);
  });

  test('every example is one that is understood', () => {
    for (const { path, command } of SPELLED)
      for (const example of command.examples) {
        const typed = example.split(' | ').find((part) => part.startsWith(`desk ${path}`)) ?? '';
        const words = [...typed.replace(/ > .*/, '').matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
          (match) => match[1] ?? match[2] ?? match[3] ?? '',
        );
        const { spelled, args } = findCommand(parseGlobals(words.slice(1)).rest);

        expect(spelled.path, example).toBe(path);
        if (path === 'list') parseList(args);
        else parseArguments(spelled, args);
      }
  });
});
