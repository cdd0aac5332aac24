import { LOCALES, type Locale } from '../../src/context.ts';
import { wordsFor } from '../../src/i18n/index.ts';
import { dateTime } from '../../src/i18n/time.ts';
import { breakOffsets } from '../../src/text/breaks.ts';
import { clean } from '../../src/text/clean.ts';
import { KEYMAP } from '../../src/tui/keymap.ts';
import { keycap } from '../../src/tui/parts/frame.ts';
import { DEMO_NOW } from './desk.ts';
import { isForeign } from './foreign.ts';

/** What stands between blanks and dots is a word, without the marks around it; numbers are all one. */
const wordsIn = (text: string): string[] =>
  text
    .replace(/\d+/g, '0')
    .split(/[\s•·]+/u)
    .map((word) => (/\p{L}/u.test(word) ? word.replace(/^["'([+]+|["')\].,:;?!◂]+$/gu, '') : word))
    .filter(Boolean);

const SAMPLES: readonly (readonly unknown[])[] = [
  [1, 'ж', 'ж'],
  [3, 'ж', 'ж'],
  [0, 0, 0],
  [3, 3, 3],
  ['ж', 1, 'ж'],
  ['ж', 3, 'ж'],
  ['ж', 'ж', 'ж'],
  ['', '', ''],
  [new Proxy({}, { get: (_, key) => (typeof key === 'symbol' ? () => 'ж' : 'ж') })],
  [new Proxy({}, { get: (_, key) => (typeof key === 'symbol' ? () => 3 : 3) })],
];

function* texts(words: unknown): Generator<string> {
  if (typeof words === 'string') yield words;
  else if (typeof words === 'function')
    for (const sample of SAMPLES) {
      try {
        const said: unknown = words(...sample);
        // an error is told in two sentences
        for (const one of Array.isArray(said) ? said : [said]) yield String(one);
      } catch {
        // these are not what it is called with
      }
    }
  else if (typeof words === 'object' && words !== null) for (const one of Object.values(words)) yield* texts(one);
}

/** What desk itself may say on the screen: its words, and which of them stand before a … of their own. */
export interface OwnWords {
  readonly words: ReadonlySet<string>;
  readonly beforeDots: ReadonlySet<string>;
}

/** All words of a language, its dates, keys and commands. */
export function ownWords(locale: Locale): OwnWords {
  const dates = Array.from({ length: 400 }, (_, day) => dateTime(locale, DEMO_NOW - day * 86_400_000, DEMO_NOW));
  const keys = KEYMAP.flatMap((row) => row.keys).flatMap((key) => [keycap(key, locale), keycap(key.slice(2), locale)]);
  const commands = ['desk import MAILBOX', 'desk demo', '↑↓', 'Tab', 'Mai', 'Re', 'B'];
  const words = new Set<string>();
  const beforeDots = new Set<string>();
  for (const text of [...texts(wordsFor(locale)), ...dates, ...keys, ...commands]) {
    const found = wordsIn(clean(text, 'line'));
    found.forEach((word, at) => {
      words.add(word);
      if (found[at + 1] === '…') beforeDots.add(word);
    });
  }
  return { words, beforeDots };
}

export const OWN_WORDS: Readonly<Record<Locale, OwnWords>> = Object.fromEntries(
  LOCALES.map((locale) => [locale, ownWords(locale)]),
) as Record<Locale, OwnWords>;

/** Thai is wrapped between words that have no blank between them. */
function isPartOfOne(piece: string, words: ReadonlySet<string>): boolean {
  for (const word of words) {
    const at = word.indexOf(piece);
    if (at < 0) continue;
    const breaks = new Set([0, word.length, ...breakOffsets(word)]);
    for (let from = at; from >= 0; from = word.indexOf(piece, from + 1))
      if (breaks.has(from) && breaks.has(from + piece.length)) return true;
  }
  return false;
}

/** The words in these rows that were cut, and the … that stand for something desk says. */
export function cutWords(rows: readonly string[], locale: Locale): string[] {
  const { words, beforeDots } = OWN_WORDS[locale];
  const known = new Map<string, boolean>();
  const isOwn = (word: string): boolean => {
    const found =
      known.get(word) ??
      (/^[a-z]$/i.test(word) || words.has(word) || (/\p{sc=Thai}/u.test(word) && isPartOfOne(word, words)));
    known.set(word, found);
    return found;
  };
  return rows.flatMap((row) =>
    row.split(/[│]/u).flatMap((pane) => {
      const found = wordsIn(pane);
      return found.flatMap((word, at) => {
        const before = found[at - 1] ?? '';
        if (word === '…')
          return before === '' || beforeDots.has(before) || isForeign(before) ? [] : [`${before} …: ${row}`];
        return isForeign(word) || isOwn(word) ? [] : [`${word}: ${row}`];
      });
    }),
  );
}
