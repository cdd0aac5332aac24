import type { Words } from '../i18n/index.ts';
import type { Spelled } from './command.ts';

/** What a command does, in one line. */
export function helpOf(words: Words, { path, verb }: Spelled): string {
  if (path === 'config list') return words.cli.configList;
  if (path === 'config unset') return words.cli.configUnset;
  return words.verbs[verb];
}
