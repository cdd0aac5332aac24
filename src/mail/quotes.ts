import { piecesOf } from './quotes/pieces.ts';

/**
 * Parts what they wrote now from quoted history and signatures. `text` is what is shown, `quoted` what is folded: each
 * holds its pieces of the input as whole lines in their order, and every line is in exactly one of the two. Mostly the
 * fold is the end of the mail, and `text + quoted` is the input; an answer below a quote folds from the top or middle.
 * Nothing is dropped, and where nothing but quote is left, all of it is text. Linear.
 */
export function foldQuotes(text: string): { text: string; quoted: string } {
  const pieces = piecesOf(text);
  const join = (shown: boolean): string =>
    pieces
      .filter((piece) => piece.shown === shown)
      .map((piece) => piece.text)
      .join('');
  return { text: join(true), quoted: join(false) };
}
