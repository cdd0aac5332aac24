import type { WordTable } from './lexeme.ts';

const ENGLISH_TEENS = 'thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const ENGLISH_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ENGLISH_ONES = 'one two three four five six seven eight nine'.split(' ');

/** After a ten some ones are said otherwise: hai mươi lăm, hai mươi mốt; in one breath "hai lăm". */
const VIETNAMESE_ONES = ['một|mốt', 'hai', 'ba', 'bốn|tư', 'năm|lăm|nhăm', 'sáu', 'bảy|bẩy', 'tám', 'chín'];
const VIETNAMESE_TENS = ['hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

const THAI_ONES = ['เอ็ด', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'];
const THAI_TENS = ['ยี่สิบ', 'สามสิบ', 'สี่สิบ', 'ห้าสิบ', 'หกสิบ', 'เจ็ดสิบ', 'แปดสิบ', 'เก้าสิบ'];

/** The numbers from 13 to 99 in words, of every language; those below stand in the languages' own tables. */
export const NUMBERS: WordTable = [
  ...ENGLISH_TEENS.map((word, index) => ['num', 13 + index, word] as const),
  ...ENGLISH_TENS.flatMap((ten, index) => [
    ['num', 20 + 10 * index, ten] as const,
    ...ENGLISH_ONES.map((one, more) => ['num', 21 + 10 * index + more, `${ten} ${one}`] as const),
  ]),
  ...VIETNAMESE_ONES.slice(2).map((ones, index) => ['num', 13 + index, spelled('mười', ones)] as const),
  ...VIETNAMESE_TENS.flatMap((ten, index) => [
    ['num', 20 + 10 * index, `${ten} mươi|${ten} chục`] as const,
    ['num', 25 + 10 * index, `${ten} lăm|${ten} nhăm`] as const,
    ...VIETNAMESE_ONES.map((ones, more) => ['num', 21 + 10 * index + more, spelled(`${ten} mươi`, ones)] as const),
  ]),
  ...THAI_ONES.slice(2).map((one, index) => ['num', 13 + index, `สิบ${one}`] as const),
  ...THAI_TENS.flatMap((ten, index) => [
    ['num', 20 + 10 * index, ten] as const,
    ...THAI_ONES.map((one, more) => ['num', 21 + 10 * index + more, `${ten}${one}`] as const),
  ]),
];

function spelled(ten: string, ones: string): string {
  return ones
    .split('|')
    .map((one) => `${ten} ${one}`)
    .join('|');
}
