import { stripVTControlCharacters } from 'node:util';
import { width } from '../text/width.ts';

/**
 * Columns of a row as Ink gets it from us: clean text with colours. Put in string-width's place within Ink when desk is
 * bundled; for such rows the two are equal (`text/width.ts`), and this one needs no graphemes.
 */
export default function rowWidth(text: string): number {
  return width(text.includes('\u001b') ? stripVTControlCharacters(text) : text);
}
