import { GROUP_DEFAULTS, SPELLED } from './commands/index.ts';

/** The command that these words begin with (`templates add on-its-way …` is about `templates add`), else the first word. */
export function helpTopic(words: readonly string[]): string {
  const two = words.slice(0, 2).join(' ');
  const [first = ''] = words;
  return GROUP_DEFAULTS[first] !== undefined && SPELLED.some((one) => one.path === two) ? two : first;
}
