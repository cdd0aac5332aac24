import { fold } from './fold.ts';

/**
 * Does a text hold a word or phrase, as the search finds it? Whole words, in any spelling when the wanted one has no
 * marks; with marks they must be there. Scripts without blanks between words are found inside a sentence.
 */
export function holder(wanted: string, prefix: boolean): (text: string) => boolean {
  const plain = fold(wanted);
  const marked = wanted.toLowerCase().normalize('NFC') !== plain;
  const form = (text: string): string => (marked ? text.toLowerCase().normalize('NFC') : fold(text));
  const words = form(wanted)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
  if (words.length === 0) return () => false;
  const source = words.join('[^\\p{L}\\p{M}\\p{N}]+');
  const inside = /\p{scx=Thai}|\p{scx=Lao}|\p{scx=Khmer}|\p{scx=Han}/u.test(source);
  const pattern = inside
    ? new RegExp(source, 'u')
    : new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${source}${prefix ? '' : '(?![\\p{L}\\p{M}\\p{N}])'}`, 'u');
  return (text) => pattern.test(form(text));
}
