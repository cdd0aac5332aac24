import { capMarks } from './marks.ts';

/** Kept in the store beside the index: another number means that the index must be built again. */
export const FOLD_VERSION = 1;

/** Marks that only refine a letter, in any script that borrows them; vowel signs belong to their scripts and stay. */
const refining = /[[\p{M}&&[\p{sc=Zinh}\u0591-\u05C7\u0E48-\u0E4C\u0EC8-\u0ECC]]--[\u3099\u309A]]/gv;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The form in which words are searched: lower case, marks off, đ as d. Thai and Lao lose tone marks and thanthakhat,
 * and keep vowels; Indic vowel signs stay. Invisible characters go. Idempotent and linear; composed again (NFC).
 */
export function fold(text: string): string {
  if (isLowAscii.test(text)) return text.toLowerCase();
  let now = capMarks(text);
  // Dropping a mark can bring two letters together that compose or lower again: twice is enough, thrice is proof.
  for (let turn = 0; turn < 3; turn++) {
    const next = foldOnce(now);
    if (next === now) break;
    now = next;
  }
  return now;
}

const isLowAscii = /^[\0-\x7f]*$/;

function foldOnce(text: string): string {
  return joinSaraAm(
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(invisible, '')
      .replace(refining, '')
      .toLowerCase()
      .replace(/[đςı]/g, plainLetter),
  ).normalize('NFC');
}

const plainLetter = (letter: string): string => (letter === 'đ' ? 'd' : letter === 'ς' ? 'σ' : 'i');

/** Sara am in two code points (as some systems type it, and as desk shows it) is sara am. */
export const joinSaraAm = (text: string): string =>
  text.replace(/\u0E4D([\u0E48-\u0E4B]*)\u0E32/g, '$1\u0E33').replace(/\u0ECD([\u0EC8-\u0ECB]*)\u0EB2/g, '$1\u0EB3');
