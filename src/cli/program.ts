import { Command as Commander, CommanderError, Option } from 'commander';
import { DeskError } from '../domain/errors.ts';
import { nearest } from '../domain/query.ts';
import type { Given, Spelled } from './command.ts';
import { GROUP_DEFAULTS, SPELLED } from './commands/index.ts';

export { SPELLED } from './commands/index.ts';

/** The command these words name, and what is left of them; throws `unknown-command`. */
export function findCommand(rest: readonly string[]): { spelled: Spelled; args: readonly string[] } {
  const [first = '', second] = rest;
  const group = GROUP_DEFAULTS[first];
  if (group !== undefined && (second === undefined || second.startsWith('-')))
    return { spelled: named(group), args: rest.slice(1) };
  const length = group === undefined ? 1 : 2;
  const path = rest.slice(0, length).join(' ');
  const found = SPELLED.find((one) => one.path === path);
  if (found !== undefined) return { spelled: found, args: rest.slice(length) };
  // a group that is a command itself: `handoff list`, and `handoff 42 warehouse`
  const itself = SPELLED.find((one) => one.path === first);
  if (itself !== undefined) return { spelled: itself, args: rest.slice(1) };
  const paths =
    group === undefined
      ? SPELLED.map((one) => one.path)
      : SPELLED.map((one) => one.path).filter((one) => one.startsWith(`${first} `));
  throw new DeskError('usage', 'unknown-command', { command: path, nearest: nearest(path, paths) });
}

function named(path: string): Spelled {
  const found = SPELLED.find((one) => one.path === path);
  if (found === undefined) throw new Error(`no command ${path}`);
  return found;
}

/** Commander's reading of one command's arguments; throws DeskError `usage` in place of CommanderError. */
export function parseArguments(
  { path, command, changes }: Spelled,
  words: readonly string[],
): { args: string[]; given: Given } {
  const commander = new Commander(path)
    .exitOverride()
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
    .helpOption(false)
    .allowExcessArguments(false);
  if (command.arguments !== '') commander.arguments(command.arguments);
  for (const { flags, many, required } of command.options) {
    const option = new Option(flags).makeOptionMandatory(required === true);
    if (many === true) option.default([]).argParser((value: string, before: readonly string[]) => [...before, value]);
    commander.addOption(option);
  }
  if (changes) commander.option('--dry-run');
  try {
    const negated = command.negatedWords === true;
    commander.parse(negated ? words.map(hideDash) : [...words], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) throw usageError(error, path, commander);
    throw error;
  }
  const given = givenOf(commander.opts());
  refuseEmptyPaths(command, commander.args, given);
  return { args: commander.args.map(showDash), given };
}

/** An empty word where a file or folder is named, most often a variable that is not set, would mean the folder we are in. */
function refuseEmptyPaths(command: Spelled['command'], args: readonly string[], given: Given): void {
  const named = command.options.filter(({ flags }) => /<(?:file|dir)>$/.test(flags)).map(({ flags }) => flags);
  const values = named.map((flags) => given.text(/--(\w+)/.exec(flags)?.[1] ?? ''));
  if (/<(?:file|path)/.test(command.arguments)) values.push(...args);
  if (values.includes('')) throw new DeskError('usage', 'empty-path');
}

/** Commander takes every word with a dash for an option; NUL can't be typed, so it can stand before a word meanwhile. */
const hideDash = (word: string): string => (/^-[^-]/.test(word) ? `\0${word}` : word);
const showDash = (word: string): string => word.replace(/^\0/, '');

function givenOf(options: Readonly<Record<string, unknown>>): Given {
  return {
    flag: (name) => options[name] === true,
    text: (name) => (typeof options[name] === 'string' ? options[name] : undefined),
    texts: (name) => (Array.isArray(options[name]) ? options[name].map(String) : []),
  };
}

/** Commander says it in English only; its codes and quoted names are enough to say it in ours. */
function usageError(error: CommanderError, path: string, commander: Commander): DeskError {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const option = quoted.split(' ')[0] ?? '';
  switch (error.code) {
    case 'commander.unknownOption': {
      const name = option.replace(/=.*/s, '');
      if (commander.options.some(({ long }) => long === name))
        return new DeskError('usage', 'option-takes-none', { option: name });
      return new DeskError('usage', 'unknown-option', { option, nearest: nearestOption(option, commander) });
    }
    case 'commander.missingArgument':
      return new DeskError('usage', 'missing-argument', { name: quoted.toUpperCase(), command: path });
    case 'commander.optionMissingArgument':
      return new DeskError('usage', 'option-without-value', { option, command: path });
    case 'commander.missingMandatoryOptionValue':
      return new DeskError('usage', 'missing-option', { option, command: path });
    case 'commander.excessArguments':
      return new DeskError('usage', 'too-many-arguments', { command: path });
    default:
      return new DeskError('usage', 'bad-usage', { problem: error.message });
  }
}

function nearestOption(option: string, commander: Commander): string {
  const known = commander.options.flatMap(({ long }) => (long === undefined || long === null ? [] : [long]));
  return known.length === 0 ? '' : nearest(option, known);
}
