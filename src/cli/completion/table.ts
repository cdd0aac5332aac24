import { settingKeys } from '../../actions/config.ts';
import { EXPORT_FORMATS } from '../../actions/export/export.ts';
import { FORMATS } from '../../actions/import/options.ts';
import { LOCALES } from '../../context.ts';
import { CHANNELS, KINDS, MOODS, PRIORITIES, STATUSES, TOPICS } from '../../domain/case.ts';
import { CASE_FIELD_NAMES, choicesOf, isCaseField, OUTCOMES, STAGES } from '../../domain/case-fields.ts';
import { HAS_VALUES, IS_VALUES, QUERY_KEYS, SORT_VALUES } from '../../domain/query.ts';
import { VIEWS } from '../../domain/views.ts';
import type { Words } from '../../i18n/index.ts';
import type { Spelled } from '../command.ts';
import { helpOf } from '../help-of.ts';

/** A word the shell offers, with what it means in the language of the screens. */
export interface Candidate {
  readonly word: string;
  readonly says: string;
}

/** What follows a command or an option: words of ours, files, folders, or something only the agent knows. */
export type Follows = readonly Candidate[] | 'files' | 'folders' | 'free';

export interface CompletedOption {
  /** `-n` and `--limit` */
  readonly names: readonly string[];
  readonly says: string;
  /** null: it takes no value */
  readonly value: Follows | null;
}

export interface CompletedCommand {
  /** `list`, or the two words of `templates add` */
  readonly path: string;
  readonly says: string;
  readonly options: readonly CompletedOption[];
  readonly operands: Follows;
}

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Everything a shell can complete, from the table of commands: what is not in there can't be offered. */
export function completionTable(words: Words, commands: readonly Spelled[]): CompletedCommand[] {
  return commands.map((spelled): CompletedCommand => {
    const { path, verb, command, changes } = spelled;
    const own = command.options.map(({ flags, say }) => optionOf(words, flags, words.cli.options[say], verb));
    const dry = changes ? [optionOf(words, '--dry-run', words.cli.options.dryRun)] : [];
    return { path, says: helpOf(words, spelled), options: [...own, ...dry], operands: operandsOf(words, verb) };
  });
}

/** The options that stand with every command. */
export function globalOptions(words: Words): CompletedOption[] {
  const { options } = words.cli;
  return [
    optionOf(words, '--db <file>', options.db),
    optionOf(words, '--json', options.json),
    optionOf(words, '--read-only', options.readOnly),
    optionOf(words, '--lang <code>', options.lang),
    optionOf(words, '--no-color', options.noColor),
    optionOf(words, '-h, --help', options.help),
    optionOf(words, '--version', options.version),
  ];
}

function optionOf(words: Words, flags: string, says: string, verb: Spelled['verb'] | null = null): CompletedOption {
  const names = flags.split(/[ ,]+/).filter((name) => name.startsWith('-'));
  return { names, says, value: flags.includes('<') ? valuesFor(words, names.at(-1) ?? '', verb) : null };
}

function valuesFor(words: Words, name: string, verb: Spelled['verb'] | null): Follows {
  switch (name) {
    case '--db':
    case '--file':
    case '--attach':
      return 'files';
    case '--save':
      return 'folders';
    case '--lang':
    case '--language':
      return plain(LOCALES);
    case '--view':
      return VIEWS.map(({ id }) => ({ word: id, says: words.views[id] }));
    case '--kind':
      return KINDS.map((word) => ({ word, says: words.kinds[word] }));
    case '--channel':
      return CHANNELS.map((word) => ({ word, says: words.channels[word] }));
    case '--format':
      return plain(EXPORT_FORMATS);
    case '--from':
      return verb === 'import' ? plain(FORMATS) : 'free';
    case '--set':
      return [...fieldValues(words, '='), ...freeFields(words)];
    default:
      return 'free';
  }
}

function operandsOf(words: Words, verb: Spelled['verb']): Follows {
  if (verb === 'import' || verb === 'backup' || verb === 'restore') return 'files';
  if (verb === 'list' || verb === 'export') return queryWords(words);
  if (verb === 'set') return [...fieldValues(words, '='), ...freeFields(words)];
  if (verb === 'config-get' || verb === 'config-set') {
    const { settings } = words.cli;
    return settingKeys().map((word) => ({ word, says: settings[word] }));
  }
  return verb === 'completion' ? plain(SHELLS) : 'free';
}

/** `status=open`, `priority:high`: every field with every value it can have. */
function fieldValues(words: Words, sign: '=' | ':'): Candidate[] {
  const of = <Value extends string>(key: string, values: readonly Value[], says: Readonly<Record<Value, string>>) =>
    values.map((value) => ({ word: `${key}${sign}${value}`, says: says[value] }));
  return [
    ...of('status', STATUSES, words.statuses),
    ...of('priority', PRIORITIES, words.priorities),
    ...of('kind', KINDS, words.kinds),
    ...of('topic', TOPICS, words.topics),
    ...of('mood', MOODS, words.moods),
    ...of('channel', CHANNELS, words.channels),
    ...of('stage', STAGES, words.stages),
    ...of('outcome', OUTCOMES, words.outcomes),
  ];
}

/** Fields of the kinds that may say anything. */
const freeFields = (words: Words): Candidate[] =>
  CASE_FIELD_NAMES.filter((name) => choicesOf(name) === null).map((name) => ({
    word: `${name}=`,
    says: words.caseFields[name],
  }));

function queryWords(words: Words): Candidate[] {
  const valued = fieldValues(words, ':');
  const fixed = { is: IS_VALUES, has: HAS_VALUES, sort: SORT_VALUES };
  const more = Object.entries(fixed).flatMap(([key, values]) => plain(values.map((value) => `${key}:${value}`)));
  const known = new Set([...valued, ...more].map(({ word }) => word.replace(/:.*/, '')));
  return [
    ...valued,
    ...more,
    ...QUERY_KEYS.filter((key) => !known.has(key)).map((key) => ({
      word: `${key}:`,
      says: isCaseField(key) ? words.caseFields[key] : '',
    })),
  ];
}

const plain = (list: readonly string[]): Candidate[] => list.map((word) => ({ word, says: '' }));
