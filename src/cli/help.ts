import { DeskError } from '../domain/errors.ts';
import { nearest } from '../domain/query.ts';
import type { Words } from '../i18n/index.ts';
import { type Clean, clean } from '../text/clean.ts';
import { width } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import type { Spelled } from './command.ts';
import { SPELLED } from './commands/index.ts';
import { helpOf } from './help-of.ts';

/** Help fits the narrowest terminal one still works in. */
const COLUMNS = 80;

const line = (text: string): Clean => clean(text, 'line');

/** Help as lines: of all commands, of one (`list`), or of a group (`templates`); throws `unknown-command`. */
export function helpLines(words: Words, path: string): Clean[] {
  if (path === '') return overview(words);
  const one = SPELLED.find((spelled) => spelled.path === path);
  if (one !== undefined) return commandHelp(words, one);
  const group = SPELLED.filter((spelled) => spelled.path.startsWith(`${path} `));
  if (group.length > 0)
    return [...rows(group.map((spelled) => commandRow(words, spelled))), line(''), line(words.cli.moreHelp)];
  const paths = SPELLED.map((spelled) => spelled.path);
  throw new DeskError('usage', 'unknown-command', { command: path, nearest: nearest(path, paths) });
}

/** `set N… field=value…`, as it is typed after `desk`. */
export function usageOf({ path, command }: Spelled): string {
  const shown =
    command.usage ??
    command.arguments
      .replace(/[<>]/g, '')
      .replaceAll('...', '…')
      .replace(/\p{Ll}+/gu, (name) => name.toUpperCase());
  return shown === '' ? path : `${path} ${shown}`;
}

function overview(words: Words): Clean[] {
  const { cli } = words;
  return [
    line(`desk: ${cli.tagline}`),
    line(''),
    line(`${cli.usage}: desk [--db FILE] [--json] [--lang en|vi|th] … [${cli.command}]`),
    line(''),
    ...rows([['desk', cli.bare], ...SPELLED.map((spelled) => commandRow(words, spelled))]),
    line(''),
    line(`${cli.everywhere}:`),
    ...rows(globalRows(words)),
    line(''),
    line(cli.moreHelp),
  ];
}

const commandRow = (words: Words, spelled: Spelled): [string, string] => [usageOf(spelled), helpOf(words, spelled)];

function commandHelp(words: Words, spelled: Spelled): Clean[] {
  const { cli } = words;
  const { command, verb, changes } = spelled;
  const about = aboutOf(words, verb);
  const options: [string, string][] = command.options.map(({ flags, say }) => [shownFlags(flags), cli.options[say]]);
  if (changes) options.push(['--dry-run', cli.options.dryRun]);
  return [
    line(`${cli.usage}: desk ${usageOf(spelled)}`),
    line(''),
    ...wrap(line(helpOf(words, spelled)), COLUMNS),
    ...about.flatMap((paragraph) => [line(''), ...wrap(clean(paragraph, 'block'), COLUMNS)]),
    ...(options.length === 0 ? [] : [line(''), line(`${cli.ownOptions}:`), ...rows(options)]),
    line(''),
    line(`${cli.examples}:`),
    ...command.examples.map((example) => line(`  ${example}`)),
  ];
}

const shownFlags = (flags: string): string => flags.replace(/<([^>]+)>/, (_whole, name: string) => name.toUpperCase());

function aboutOf({ cli }: Words, verb: string): readonly string[] {
  return Object.entries(cli.about).find(([name]) => name === verb)?.[1] ?? [];
}

function globalRows({ cli }: Words): [string, string][] {
  return [
    ['--db FILE', cli.options.db],
    ['--json', cli.options.json],
    ['--read-only', cli.options.readOnly],
    ['--lang en|vi|th', cli.options.lang],
    ['--no-color', cli.options.noColor],
    ['-h, --help', cli.options.help],
    ['--version', cli.options.version],
  ];
}

const LEFT = 32;

/** Two columns; a long left one gets a line of its own. */
function rows(pairs: readonly (readonly [string, string])[]): Clean[] {
  const room = Math.min(LEFT, Math.max(...pairs.map(([left]) => width(left))) + 4);
  return pairs.flatMap(([left, right]) => {
    const told = wrap(line(right), COLUMNS - room);
    const fits = width(left) + 4 <= room;
    const first = fits ? [line(`  ${left}${' '.repeat(room - 2 - width(left))}${told[0] ?? ''}`)] : [line(`  ${left}`)];
    return [...first, ...told.slice(fits ? 1 : 0).map((more) => line(`${' '.repeat(room)}${more}`))];
  });
}
