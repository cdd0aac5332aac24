import { fold } from '../../text/fold.ts';

/** The tags in use that begin with the word before the caret (marks or not); the minus of `-tag` stays. */
export function completeTag(text: string, known: readonly string[]): { typed: string; matches: string[] } {
  const typed = /(?:^|\s)-?([^\s]*)$/.exec(text)?.[1] ?? '';
  if (typed === '') return { typed, matches: [] };
  const wanted = fold(typed);
  const taken = new Set(text.split(/\s+/));
  return { typed, matches: known.filter((tag) => fold(tag).startsWith(wanted) && !taken.has(tag)).slice(0, 8) };
}

/** What `a b -c` says: tags to have, tags to take away. */
export function readTags(text: string): { add: string[]; remove: string[] } {
  const words = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((word) => word.replace(/^(-?)#/, '$1'));
  return {
    add: [...new Set(words.filter((word) => !word.startsWith('-')))],
    remove: [...new Set(words.filter((word) => word.startsWith('-')).map((word) => word.slice(1)))].filter(
      (word) => word !== '',
    ),
  };
}
