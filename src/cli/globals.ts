import { DeskError } from '../domain/errors.ts';

/** The options that stand anywhere, before or after the command. */
export interface Globals {
  readonly db: string | null;
  readonly lang: string | null;
  readonly json: boolean;
  readonly readOnly: boolean;
  readonly color: boolean;
  readonly help: boolean;
  readonly version: boolean;
  /** the command and what belongs to it */
  readonly rest: readonly string[];
}

/** Options of commands that take the next word, which is theirs even when it looks like an option. */
export const VALUE_OPTIONS: ReadonlySet<string> = new Set([
  '-n',
  '--limit',
  '--view',
  '--message',
  '--file',
  '--template',
  '--at',
  '--promise',
  '--playbook',
  '--step',
  '--field',
  '--evidence',
  '--id',
  '--summary',
  '--case',
  '--product',
  '--delivered',
  '--serial',
  '--warranty',
  '--amount',
  '--currency',
  '--reason',
  '--sure',
  '--zone',
  '--hours',
  '--holidays',
  '--holiday',
  '--ical',
  '--schedule',
  '--kinds',
  '--segments',
  '--query',
  '--pause',
  '--target',
  '--to',
  '--cc',
  '--bcc',
  '--attach',
  '--language',
  '--set',
  '--account',
  '--from',
  '--me',
  '--solved-before',
  '--since',
  '--customer',
  '--subject',
  '--kind',
  '--channel',
  '--title',
  '--text',
  '--tag',
  '--minutes',
  '--score',
  '--comment',
  '--save',
  '--format',
  '--address',
  '--name',
  '--imap',
  '--smtp',
  '--tls',
  '--user',
  '--password-file',
  '--password-command',
  '--folder',
  '--after',
  '--sent',
  '--sent-folder',
  '--authserv-id',
  '--subject-number',
  '--html',
  '--plus-address',
  '--auto-reply',
  '--signature',
]);

/** Takes the global options out of the arguments; throws `option-without-value`, also for an empty `--db`, and `option-takes-none`. */
export function parseGlobals(argv: readonly string[]): Globals {
  const found = { db: null, lang: null } as { db: string | null; lang: string | null };
  const flags = new Set<string>();
  const rest: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word === '--') {
      rest.push(...argv.slice(at));
      break;
    }
    const [name = '', inline] = splitOnce(word);
    if (name === '--db' || name === '--lang') {
      const value = inline ?? argv[at + 1];
      if (value === undefined || (name === '--db' && value === ''))
        throw new DeskError('usage', 'option-without-value', { option: name, command: '' });
      if (inline === undefined) at += 1;
      found[name === '--db' ? 'db' : 'lang'] = value;
    } else if (FLAGS.has(word)) flags.add(word);
    else if (inline !== undefined && FLAGS.has(name))
      throw new DeskError('usage', 'option-takes-none', { option: name });
    else {
      rest.push(word);
      if (VALUE_OPTIONS.has(word) && at + 1 < argv.length) {
        at += 1;
        rest.push(argv[at] ?? '');
      }
    }
  }
  return {
    ...found,
    json: flags.has('--json'),
    readOnly: flags.has('--read-only'),
    color: !flags.has('--no-color'),
    help: flags.has('--help') || flags.has('-h'),
    version: flags.has('--version'),
    rest,
  };
}

const FLAGS = new Set(['--json', '--read-only', '--no-color', '--help', '-h', '--version']);

function splitOnce(word: string): string[] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1;
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}
