import type { Part } from '../domain/entry.ts';
import {
  ASKING,
  CLOSES,
  NAME_FOLLOWS,
  type Sense,
  SOFT,
  THANKING_SIGNS,
  THANKS,
  UNHAPPY_SIGNS,
  WISHED,
  WISHES,
} from './thanks/words.ts';

/** A longer answer says more than thanks. */
const LONGEST = 400;
const LONGEST_PHRASE = 40;

/**
 * Is this answer (without quotes and signature) only a thank-you: "cảm ơn shop", "ขอบคุณค่ะ", "thanks!"? Then nobody
 * waits. Every word must be one that thanks, greets, praises, confirms or closes; one unknown word, a figure or a question
 * mark is enough for no: a wrong no costs one key, a wrong yes a customer.
 */
export function isBareThanks(text: string): boolean {
  if (text.length > 2 * LONGEST) return false;
  const said = text
    .normalize('NFC')
    .replace(/[\ufe0f\u200d]/g, '')
    .replace(EMOTICON, ' ')
    .trim();
  if (said === '' || said.length > LONGEST || /[?？\d๐-๙]/u.test(said) || UNHAPPY_SIGNS.test(said)) return false;
  const line = evened(said);
  if (!/\p{L}/u.test(line)) return THANKING_SIGNS.test(said);
  return onlyThanks(line);
}

/** Is it a bare thank-you that brings no file? Pictures in the text belong to signatures. */
export const isThanksMail = (text: string, parts: readonly Pick<Part, 'cid'>[]): boolean =>
  parts.every((part) => part.cid !== null) && isBareThanks(text);

const EMOTICON = /(?<![\p{L}\p{M}])[:;=]-?[)D3pP]+|<3/gu;

/** Every run of anything but letters becomes a blank, or `|` where a sentence, line or clause ends. */
const evened = (text: string): string =>
  text
    .replace(/(\p{L}\p{M}*)\1{2,}/gu, '$1')
    .replace(/[^\p{L}\p{M}'’ ]*[.,!~…\n;:()[\]–—|/-][^\p{L}\p{M}'’]*/gu, '|')
    .replace(/[^\p{L}\p{M}'’|ๆ]+/gu, ' ')
    .replace(/ ?\| ?/g, '|')
    .replace(/^[ |]+|[ |]+$/g, '');

function onlyThanks(line: string): boolean {
  const lower = line.toLowerCase();
  if (lower.length !== line.length) return false;
  let thanked = false;
  let last: Sense = 'soft';
  let wishing = false;
  for (let at = 0; at < line.length; ) {
    const sign = line[at] ?? '';
    if (sign === '|') wishing = false;
    if (sign === '|' || sign === ' ') {
      at += 1;
      continue;
    }
    const phrase = phraseAt(lower, at, wishing);
    if (phrase !== null) {
      if (phrase.sense === 'thanks') thanked = true;
      if (phrase.sense === 'wish') wishing = true;
      last = NAMED.has(phrase.words) ? 'name-follows' : phrase.sense;
      at += phrase.words.length;
    } else {
      const name = nameAt(line, at, last);
      if (name === 0) return false;
      at += name;
      last = 'soft';
    }
  }
  return thanked;
}

interface Phrase {
  readonly words: string;
  readonly sense: Sense;
}

/** The longest known phrase that begins here and ends at the end of a word. */
function phraseAt(line: string, at: number, wishing: boolean): Phrase | null {
  for (let length = Math.min(LONGEST_PHRASE, line.length - at); length > 0; length -= 1) {
    const words = line.slice(at, at + length);
    const sense = PHRASES.get(words) ?? (wishing && WISHED_WORDS.has(words) ? 'soft' : undefined);
    if (sense !== undefined && (isThai(words) || !isLetter(line[at + length]))) return { words, sense };
  }
  return null;
}

/**
 * The length of a name that may stand here, else 0: behind "anh", "Dear", "Thanks" one to three words; at the very end,
 * on its own, up to four. Words of a name begin with a capital, and none of them asks.
 */
function nameAt(line: string, at: number, last: Sense): number {
  const name = /^\p{Lu}[\p{L}\p{M}'’]*(?: \p{Lu}[\p{L}\p{M}'’]*){0,3}/u.exec(line.slice(at, at + 60))?.[0] ?? '';
  if (name === '' || name.split(' ').some((word) => ASKS.has(word.toLowerCase()))) return 0;
  const before = line[at - 1];
  if (last === 'name-follows' && before === ' ') return name.length;
  const atEnd = at + name.length === line.length && at > 0;
  return atEnd && before === '|' ? name.length : 0;
}

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{M}]/u.test(sign);
const isThai = (words: string): boolean => /^\p{Script=Thai}/u.test(words);

/** Typed without marks, as many do: only a word that has none may stand for one that has. */
const unmarked = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
const spelled = (words: string): string[] => (isThai(words) ? [words] : [words, unmarked(words)]);

const PHRASES: ReadonlyMap<string, Sense> = new Map(
  (
    [
      ['soft', [...SOFT, ...NAME_FOLLOWS]],
      ['wish', WISHES],
      ['close', CLOSES],
      ['thanks', THANKS],
    ] as const
  ).flatMap(([sense, all]) => all.flatMap((words) => spelled(words).map((one) => [one, sense] as const))),
);
const WISHED_WORDS = new Set(WISHED.flatMap(spelled));
const NAMED = new Set(NAME_FOLLOWS.flatMap(spelled));
const ASKS = new Set(ASKING.flatMap(spelled));
