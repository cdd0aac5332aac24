import { width } from '../text/width.ts';

/**
 * Scripts whose clusters have as many columns as there are programs: Indic, Tibetan, Burmese, Khmer and their kin. Where
 * a terminal counts each sign by itself, हिन्दी has five columns; where it counts clusters, fewer.
 */
const UNSURE = /[\u0900-\u0dff\u0f00-\u109f\u1700-\u1cff\ua800-\uabff\u{11000}-\u{11fff}]/u;
const STYLE = '\u001b\\[[\\d;]*m';
/** A style, a run of such letters with what joins them, or what stands up to the next of either. */
const PIECES = new RegExp(
  `${STYLE}|(?:${UNSURE.source}[\\p{M}\\u200b-\\u200f]*)+|(?:(?!${UNSURE.source}|\u001b)[^])+`,
  'gu',
);

/**
 * A row in which the cursor is put into its column after each such run (CHA), so that what follows, and the rules between
 * the panes, stand where they should, however the terminal counts. Part of the bundled Ink.
 */
export function anchored(row: string): string {
  if (!UNSURE.test(row)) return row;
  let column = 0;
  let due = false;
  let out = '';
  for (const [piece] of row.matchAll(PIECES)) {
    if (piece.startsWith('\u001b')) {
      out += piece;
      continue;
    }
    if (due) out += `\u001b[${column + 1}G`;
    due = UNSURE.test(piece);
    column += width(piece);
    out += piece;
  }
  return out;
}
