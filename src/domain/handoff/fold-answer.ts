import { formLabels, readAnswer } from './read-answer.ts';

/**
 * A department's answer as it is read in its case: its own words and what it filled in, each with what was asked; the
 * packet that it came in is folded away behind. Null: nothing was filled in, and the text stands as it came.
 */
export function foldAnswer(text: string, quoted: string): { readonly text: string; readonly quoted: string } | null {
  const whole = quoted === '' ? text : `${text}\n${quoted}`;
  const read = readAnswer(whole);
  if (read === null || Object.keys(read.fields).length === 0) return null;
  const words = readAnswer(text)?.words ?? text.trim();
  const labels = formLabels(whole);
  const filled = Object.entries(read.fields).map(([name, value]) => `${labels.get(name) ?? name}: ${value}`);
  const rest = whole.trimStart();
  return {
    text: [words, filled.join('\n')].filter((part) => part !== '').join('\n\n'),
    quoted: (rest.startsWith(words) ? rest.slice(words.length) : rest).trimStart(),
  };
}
