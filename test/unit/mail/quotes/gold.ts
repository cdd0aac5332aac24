import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface GoldMail {
  readonly title: string;
  readonly input: string;
  readonly shown: string;
  readonly folded: string;
}

/** Reads a file of test/gold/quotes or test/regress: `## title`, then lines behind `+ ` (shown) or `- ` (folded). */
export function goldMails(name: string): GoldMail[] {
  const file = readFileSync(join(import.meta.dirname, '../../..', name), 'utf8');
  return file
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = '', ...lines] = section.replace(/\n$/, '').split('\n');
      const marked = lines.map((line) => ({ mark: line[0], line: line.slice(2) }));
      const side = (mark: string): string =>
        marked
          .filter((one) => one.mark === mark)
          .map(({ line }) => line)
          .join('\n');
      return { title, input: marked.map(({ line }) => line).join('\n'), shown: side('+'), folded: side('-') };
    });
}

/** Lines without what nobody sees: blanks at their ends, blank lines around. */
export const evened = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

export const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** How a fold compares to what is wanted: exact, too much kept (`more`), or wanted text not shown (`lost`). */
export function verdict(got: string, wanted: string): 'exact' | 'more' | 'lost' {
  if (evened(got) === evened(wanted)) return 'exact';
  if (evened(wanted) === '') return 'more';
  const lines = new Set(evened(got).split('\n').map(words));
  return evened(wanted)
    .split('\n')
    .every((line) => lines.has(words(line)))
    ? 'more'
    : 'lost';
}
