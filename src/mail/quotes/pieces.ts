import { type Block, blocksOf } from './blocks.ts';
import { isBlank, linesOf, plain } from './lines.ts';
import { signatureStart } from './signature.ts';
import { POINTERS } from './words.ts';

/** A run of whole lines of a mail: what it is, and whether the agent sees it unfolded. */
export interface Piece {
  readonly kind: Block['kind'] | 'signature';
  readonly shown: boolean;
  readonly text: string;
}

type Part = Omit<Piece, 'text'> & Block_;
type Block_ = Omit<Block, 'kind'> & { readonly kind: Piece['kind'] };

/**
 * A mail in pieces: joined in order they are the input, character for character. Shown is what the sender wrote now and
 * what they forward; folded are signatures, the quote an answer stands below, and everything after the last word of
 * theirs. Quotes between their words stay with the answers. Where nothing of theirs is left, all is shown. Linear.
 */
export function piecesOf(text: string): Piece[] {
  const lines = linesOf(text);
  const parts = foldedParts(lines.raw, withSignatures(lines.raw, blocksOf(lines)));
  return parts.map(({ kind, shown, from, to }) => {
    const piece = lines.raw.slice(from, to).join('\n');
    return { kind, shown, text: to < lines.length ? `${piece}\n` : piece };
  });
}

/** Cuts the signatures off what was written; blank lines alone are nobody's words. */
function withSignatures(lines: readonly string[], blocks: readonly Block[]): Block_[] {
  return blocks.flatMap((block, index): Block_[] => {
    const next = blocks[index + 1];
    if (block.kind !== 'written' || (next?.kind === 'quote' && !next.announced)) return [block];
    const start = signatureStart(lines, block.from, block.to);
    if (start === block.to) return [block];
    const written = lines.slice(block.from, start).every(isBlank) ? [] : [{ ...block, to: start }];
    return [...written, { ...block, kind: 'signature', from: written.length > 0 ? start : block.from }];
  });
}

function foldedParts(lines: readonly string[], blocks: readonly Block_[]): Part[] {
  const speaks = ({ kind, from, to }: Block_): boolean =>
    kind === 'forward' || (kind === 'written' && !lines.slice(from, to).every(isBlank));
  const last = blocks.findLastIndex(speaks);
  if (last < 0) return blocks.map((block) => ({ ...block, shown: true }));
  const below = quoteAbove(blocks, last, speaks);
  const read = pointsBelow(lines, blocks) ? blocks.length - 1 : last;
  return blocks.map((block, index) => ({
    ...block,
    shown: index <= read && index !== below && block.kind !== 'signature',
  }));
}

/** Longer words than these are an answer of their own. */
const SHORT = 300;

/** "Can you have a look at this email below?": Outlook forwards without any mark, so a few words that point there count. */
function pointsBelow(lines: readonly string[], blocks: readonly Block_[]): boolean {
  if (blocks.at(-1)?.kind !== 'history') return false;
  const said = blocks.flatMap(({ kind, from, to }) => (kind === 'written' ? lines.slice(from, to) : [])).join('\n');
  if (said.length > SHORT) return false;
  const words = plain(said);
  return POINTERS.some((pointer) => words.includes(pointer));
}

/** The index of the one announced quote that a mail opens with, when all its words stand below it; else -1. */
function quoteAbove(blocks: readonly Block_[], last: number, speaks: (block: Block_) => boolean): number {
  const quotes = blocks.slice(0, last).flatMap(({ kind }, index) => (kind === 'quote' ? [index] : []));
  const [only] = quotes;
  if (only === undefined || quotes.length > 1 || blocks[only]?.announced !== true) return -1;
  return blocks.slice(0, only).some(speaks) ? -1 : only;
}
