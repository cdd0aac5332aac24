/** Made when first needed: loading their tables would cost every short command its start-up time. */
let characters: Intl.Segmenter | undefined;
let words: Intl.Segmenter | undefined;

/** Printable ASCII: every unit is a grapheme, one column wide. */
export const isAscii = (text: string): boolean => /^[ -~]*$/.test(text);

/** Letters and signs that no grapheme rule joins to a neighbour (without U+00AD), as Vietnamese in NFC has them. */
const singles = /^[ -~\u00A0-\u00AC\u00AE-\u02FF\u0370-\u0482\u048A-\u052F\u1E00-\u1FFF\u2010-\u2027\u2030-\u205E]*$/;

/** Each unit of the text is a character of its own, one column wide: then none of the tables is needed. */
export const isSingles = (text: string): boolean => singles.test(text);

/** The characters a person sees, in order; joined again they are the text. Linear. */
export function graphemes(text: string): string[] {
  if (isSingles(text)) return text.split('');
  const found: string[] = [];
  for (const { segment } of eachGrapheme(text)) found.push(segment);
  return found;
}

/** Lazily, for those who stop early (a cut to the screen's width must not walk a megabyte). */
export function eachGrapheme(text: string): Intl.Segments {
  characters ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return characters.segment(text);
}

/** Words and what stands between them, in order, Thai, Lao, Khmer and Burmese by dictionary. */
export function wordPieces(
  text: string,
): { readonly segment: string; readonly index: number; readonly word: boolean }[] {
  words ??= new Intl.Segmenter('th', { granularity: 'word' });
  return Array.from(words.segment(text), ({ segment, index, isWordLike }) => ({
    segment,
    index,
    word: isWordLike === true,
  }));
}

/** Offset (UTF-16 units) of the start of the word before `offset`; 0 where there is none. */
export function wordBefore(text: string, offset: number): number {
  const before = wordPieces(text).filter((piece) => piece.word && piece.index < offset);
  return before.at(-1)?.index ?? 0;
}

/** Offset (UTF-16 units) of the end of the word after `offset`; the text's end where there is none. */
export function wordAfter(text: string, offset: number): number {
  const next = wordPieces(text).find((piece) => piece.word && piece.index + piece.segment.length > offset);
  return next ? next.index + next.segment.length : text.length;
}
