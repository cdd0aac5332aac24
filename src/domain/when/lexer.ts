import { type Lexeme, packDate, type WordTable } from './lexeme.ts';
import { ENGLISH } from './words-en.ts';
import { NUMBERS } from './words-numbers.ts';
import { RUNNING } from './words-running.ts';
import { THAI } from './words-th.ts';
import { VIETNAMESE } from './words-vi.ts';

/** A text made ready: as it was typed, and the same letters without marks, index by index. */
export interface Typed {
  readonly marked: string;
  readonly plain: string;
}

/** Lower case, composed, blanks and hyphens between words as one blank, Thai digits as ours. */
export function typed(text: string): Typed {
  const marked = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u200B-\u200D\uFEFF]/g, '')
    .replace(/\u0E4D\u0E32/g, '\u0E33')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/(?<=\p{L})[-_](?=[\p{L}\d])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { marked, plain: [...marked].map(plainLetter).join('') };
}

export const plainLetter = (letter: string): string =>
  letter === 'đ'
    ? 'd'
    : letter.length === 1 && /\p{sc=Latin}/u.test(letter)
      ? (letter.normalize('NFD')[0] ?? letter)
      : letter;

/** Without its tone, with what makes it another letter: ứ is ư. */
const toneless = (letter: string): string =>
  letter
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC');

interface Word extends Pick<Lexeme, 'kind' | 'n'> {
  readonly spelling: string;
  readonly plain: string;
}

/** Every word by its first letter, the longest first. */
type Words = ReadonlyMap<string, readonly Word[]>;

/** alone: the text is a time as it is typed, and may break off; running: a sentence that may hold one. */
export type Where = 'alone' | 'running';

const TABLES: Readonly<Record<Where, readonly WordTable[]>> = {
  alone: [VIETNAMESE, THAI, ENGLISH, NUMBERS],
  running: [VIETNAMESE, THAI, ENGLISH, NUMBERS, RUNNING],
};
const words = new Map<Where, Words>();

/** Made when the first time is read: most runs read none. */
function wordsByLetter(where: Where): Words {
  const made =
    words.get(where) ??
    Map.groupBy(
      TABLES[where].flatMap(spelled).sort((a, b) => b.spelling.length - a.spelling.length),
      (word) => word.plain.slice(0, 1),
    );
  words.set(where, made);
  return made;
}

const spelled = (table: WordTable): readonly Word[] =>
  table.flatMap(([kind, n, spellings]) =>
    spellings.split('|').map((spelling) => ({ kind, n, spelling, plain: [...spelling].map(plainLetter).join('') })),
  );

const wordsAt = ({ plain }: Typed, at: number, where: Where): readonly Word[] =>
  wordsByLetter(where).get(plain.slice(at, at + 1)) ?? [];

/** Shapes of digits: what they are, and where they end. */
const SHAPES: readonly (readonly [RegExp, (groups: readonly string[]) => Omit<Lexeme, 'end'> | null])[] = [
  [/(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)t?/y, ([y, m, d]) => date(y, m, d)],
  [/(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/y, ([d, , m, y]) => date(y, m, d)],
  [/(\d{1,2})\.(\d{1,2})\.(?!\d)/y, ([d, m]) => date('0', m, d)],
  [/(\d{1,2})[/.-](\d{1,2})(?![\d/.-])/y, ([d, m]) => date('0', m, d)],
  [/(\d{1,2})[:.](\d{2})(?!\d)/y, ([h = '', m]) => clock(h, m)],
  [/(\d{1,6})(m|h|d|w)(?![\p{L}\p{M}\d])/uy, ([n, u]) => ({ kind: 'short', n: Number(n) * (SHORT[u ?? ''] ?? 0) })],
  [/(\d{1,3})h(\d{1,2})m(?![\p{L}\p{M}\d])/uy, ([h, m]) => ({ kind: 'short', n: Number(h) * 60 + Number(m) })],
  [/(\d{1,2})(?:st|nd|rd|th)(?![\p{L}\d])/uy, ([n]) => ({ kind: 'ordinal', n: Number(n) })],
  [/(\d{1,3})[.,]5(?!\d)/y, ([n]) => ({ kind: 'num', n: Number(n) + 0.5 })],
  [/(\d{1,4})(?!\d)/y, ([n]) => ({ kind: 'digits', n: Number(n) })],
];

const SHORT: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440, w: 10_080 };

function date(year = '0', month = '0', day = '0'): Omit<Lexeme, 'end'> | null {
  if (Number(month) < 1 || Number(day) < 1 || Number(day) > 31) return null;
  // 3/17 is a date where its weekday says so
  if (Number(month) > 12 && (Number(month) > 31 || Number(day) > 12 || year !== '0')) return null;
  return { kind: 'date', n: packDate(Number(year), Number(month), Number(day)) };
}

function clock(hour: string, minute = '0'): Omit<Lexeme, 'end'> | null {
  const [h, m] = [Number(hour), Number(minute)];
  if (h > 24 || m > 59 || h * 60 + m > 1440) return null;
  return { kind: hour.length === 1 && h >= 1 && h <= 6 ? 'early' : 'clock', n: h * 60 + m };
}

/** Everything the text can be from here on, the longest first. */
export function lexemesAt(text: Typed, at: number, where: Where): readonly Lexeme[] {
  const found = SHAPES.flatMap(([shape, read]): Lexeme[] => {
    shape.lastIndex = at;
    const match = shape.exec(text.marked);
    const lexeme = match === null ? null : read(match.slice(1));
    return lexeme === null || match === null ? [] : [{ ...lexeme, end: at + match[0].length }];
  });
  const typesMarks = text.marked !== text.plain;
  // nobody leaves out one tone of a whole sentence: "tôi" is not "tối" there
  const exact = where === 'running' && typesMarks;
  const spelt = wordsAt(text, at, where).flatMap((word) => {
    const end = wordEnd(word, text, at, exact);
    return end === null ? [] : [{ word, end, own: text.marked.startsWith(word.spelling, at) }];
  });
  // who types marks means "sau" by "sau", and not "sáu"
  for (const { word, end, own } of spelt) {
    if (typesMarks && !own && spelt.some((other) => other.own && other.end === end)) continue;
    found.push({ kind: word.kind, n: word.n, end });
  }
  return found.length > 0 || where === 'running' ? found : halfTyped(text, at);
}

/** Where the word ends that begins here, or null; marks that are typed must be its own. */
function wordEnd(
  { spelling, plain }: Word,
  { marked, plain: typedPlain }: Typed,
  at: number,
  exact: boolean,
): number | null {
  let here = at;
  for (let index = 0; index < plain.length; index++) {
    if (plain[index] === ' ') {
      if (marked[here] === ' ') here += 1;
      continue;
    }
    if (typedPlain[here] !== plain[index]) return null;
    const [letter = '', own = ''] = [marked[here], spelling[index]];
    if (letter !== own && exact) return null;
    if (letter !== own && letter !== typedPlain[here] && letter !== toneless(own)) return null;
    here += 1;
  }
  // น alone is an hour, and the first letter of many words
  if (spelling === 'น' && /[\u0E00-\u0E7F]/.test(marked[here] ?? '')) return null;
  const joins = (a = '', b = ''): boolean => (isLatin(a) && isLatin(b)) || (isDigit(a) && isDigit(b));
  return joins(marked[at - 1], marked[at]) || joins(marked[here - 1], marked[here]) ? null : here;
}

const isLatin = (letter: string): boolean => /[a-z]/.test(plainLetter(letter));
const isDigit = (letter: string): boolean => /\d/.test(letter);

const FEWEST_LETTERS = 4;

/** The last word as far as it is typed, if it can only become one thing. */
function halfTyped(text: Typed, at: number): readonly Lexeme[] {
  const rest = text.plain.slice(at);
  if (rest.length < FEWEST_LETTERS || !/^[\p{L}\p{M}]+$/u.test(rest) || isLatin(text.plain[at - 1] ?? '')) return [];
  const [first, ...others] = wordsAt(text, at, 'alone').filter(
    (word) => word.plain.startsWith(rest) && !word.plain.includes(' '),
  );
  const same = others.every((word) => word.kind === first?.kind && word.n === first.n);
  return first !== undefined && same ? [{ kind: first.kind, n: first.n, end: text.plain.length }] : [];
}
