import { givenName } from '../customer.ts';

/** A name made ready to be compared with others. */
export interface PersonName {
  /** in order, as they are written but for the size of letters; honorifics are left out */
  readonly words: readonly string[];
  /** the same without marks */
  readonly plain: readonly string[];
  /** the name one calls the person by, without marks; empty where nobody knows */
  readonly given: string;
  /** plain words in any order, without the middle names that half the country has: equal for "Lan Nguyen" and "Nguyễn Thị Lan" */
  readonly key: string;
}

/**
 * How two names agree. same: word by word · marks: one is written without its marks · order: the same words but for
 * their order and a frequent middle name · part: one has more words, the given name is in both · given: only the given
 * name · other: two people by their names · unknown: one of them has no name
 */
export const NAME_AGREEMENTS = ['same', 'marks', 'order', 'part', 'given', 'other', 'unknown'] as const;
export type NameAgreement = (typeof NAME_AGREEMENTS)[number];

export type Fold = (text: string) => string;

const HONORIFICS: ReadonlySet<string> = new Set(
  'anh chi co chu bac ong ba em ban mr mrs ms miss dr prof khun นาย นาง นางสาว คุณ น.ส.'.split(' '),
);
/** Thai is written without blanks: the honorific sticks to the name. */
const THAI_HONORIFIC = /^(?:คุณ|นางสาว|นาย|นาง|น\.ส\.)\s*(?=[\u0E00-\u0E7F]{2})/;
const FREQUENT_MIDDLES: ReadonlySet<string> = new Set(['thi', 'van']);
/** Nine of ten Vietnamese families; those in the first row are hardly ever given names. */
const FAMILIES: ReadonlyMap<string, number> = new Map([
  ...'nguyen tran le pham huynh phan vo dang bui do ngo truong trinh'.split(' ').map((name) => [name, 2] as const),
  ...'hoang vu ho duong ly dinh dao doan mai lam luong cao ta chu'.split(' ').map((name) => [name, 1] as const),
]);

export function personName(name: string, given: string | null, language: string | null, fold: Fold): PersonName {
  const written = name.includes('@') ? '' : name;
  const words = written
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(THAI_HONORIFIC, '')
    .split(/[\s,.]+/)
    .filter((word) => word !== '');
  // "Chị Lan": an honorific before a name, but "Bà" or "Ban" alone may be one
  while (words.length > 1 && HONORIFICS.has(fold(words[0] ?? ''))) words.shift();
  const plain = words.map(fold);
  const middles = plain.filter((word, at) => at === 0 || at === plain.length - 1 || !FREQUENT_MIDDLES.has(word));
  return { words, plain, given: calledBy(given, words, plain, language, fold), key: middles.toSorted().join(' ') };
}

function calledBy(
  given: string | null,
  words: readonly string[],
  plain: readonly string[],
  language: string | null,
  fold: Fold,
): string {
  if (given !== null && given.trim() !== '') return fold(given.normalize('NFC').trim());
  const [first, last] = [FAMILIES.get(plain[0] ?? '') ?? 0, FAMILIES.get(plain.at(-1) ?? '') ?? 0];
  if (plain.length === 1) return first === 2 ? '' : (plain[0] ?? '');
  if (first !== last) return (first > last ? plain.at(-1) : plain[0]) ?? '';
  return fold(givenName(words.join(' '), language));
}

export function nameAgreement(a: PersonName, b: PersonName): NameAgreement {
  if (a.given === '' || b.given === '' || a.words.length === 0 || b.words.length === 0) return 'unknown';
  if (a.words.join(' ') === b.words.join(' ')) return 'same';
  if (!agreeInMarks(a, b)) return 'other';
  if (a.plain.join(' ') === b.plain.join(' ')) return 'marks';
  if (a.key === b.key) return 'order';
  if (a.given !== b.given) return 'other';
  const [fewer, more] = a.plain.length <= b.plain.length ? [a, b] : [b, a];
  // "Priya R." is Priya Raman
  return fewer.plain.every((word) =>
    more.plain.some((other) => other === word || (/^\p{L}$/u.test(word) && other.startsWith(word))),
  )
    ? 'part'
    : 'given';
}

/**
 * Hùng and Hưng are two names, and Lân is not Lan in a name that has its marks; Hung, all written without marks, may be
 * each of them. Tones in the old and the new way (Thuỳ, Thùy) are one; Văn is a man's and Thị a woman's middle name.
 */
function agreeInMarks(a: PersonName, b: PersonName): boolean {
  const [mine, theirs] = [middlesOf(a), middlesOf(b)];
  if ((mine.includes('van') && theirs.includes('thi')) || (mine.includes('thi') && theirs.includes('van')))
    return false;
  if (isUnmarked(a) || isUnmarked(b)) return true;
  return a.plain.every((plain, at) => {
    const other = b.plain.indexOf(plain);
    return other < 0 || marksOf(a.words[at] ?? '') === marksOf(b.words[other] ?? '');
  });
}

const isUnmarked = ({ words, plain }: PersonName): boolean => words.every((word, at) => word === plain[at]);

const middlesOf = ({ plain }: PersonName): readonly string[] => plain.slice(1, -1);

/** The letters with all their marks, wherever in the word they stand. */
const marksOf = (word: string): string => [...word.normalize('NFD')].toSorted().join('');
