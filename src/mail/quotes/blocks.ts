import { type Head, headAt, isHead } from './head.ts';
import { isForwardLine, isHeaderBlock, isOriginalLine } from './header-block.ts';
import { isBlank, isQuoted, type Lines } from './lines.ts';

/**
 * A run of lines of one kind. `written`: by the sender, now · `quote`: marked with `>`, with the line that announces it ·
 * `history`: everything below a header block or a head, unmarked, to the end · `forward`: passed on, to the end.
 */
export interface Block {
  readonly kind: 'written' | 'quote' | 'history' | 'forward';
  readonly from: number;
  readonly to: number;
  /** a quote under "On … wrote:", as a program puts it there; without it somebody chose the lines */
  readonly announced: boolean;
}

/** Parts the lines of a mail; every line is in exactly one block, in order. Linear. */
export function blocksOf(lines: Lines): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  const close = (to: number): void => {
    if (to > from) blocks.push({ kind: 'written', from, to, announced: false });
  };
  for (let at = 0; at < lines.length; ) {
    const head = isBlank(lines.raw[at] ?? '') || isQuoted(lines.raw[at] ?? '') ? null : headAt(lines, at);
    const quote = quoteFrom(lines, at, head);
    const rest = quote === null ? restKind(lines, at, head) : null;
    if (quote?.kind === 'forward' || rest !== null) {
      close(at);
      blocks.push({ kind: rest ?? 'forward', from: at, to: lines.length, announced: true });
      return blocks;
    }
    if (quote !== null) {
      close(at);
      blocks.push(quote);
      from = quote.to;
      at = quote.to;
    } else at += 1;
  }
  close(lines.length);
  return blocks;
}

/** What begins here and goes on to the end. */
function restKind(lines: Lines, at: number, head: Head | null): 'history' | 'forward' | null {
  const line = lines.raw[at] ?? '';
  if (isBlank(line)) return null;
  if (isForwardLine(line)) return 'forward';
  if (isOriginalLine(line) || isHeaderBlock(lines, at)) return 'history';
  return head?.strong === true && belowHead(lines, head) === null ? 'history' : null;
}

function quoteFrom(lines: Lines, at: number, head: Head | null): Block | null {
  const line = lines.raw[at] ?? '';
  const first = isQuoted(line) ? at : head && belowHead(lines, head);
  if (first === null) return null;
  const to = quoteEnd(lines, first);
  const opening = lines.raw.slice(first, Math.min(to, first + 6)).find((one) => !isBlank(one.replace(/[>\s]+/g, '')));
  const kind = head === null && isForwardLine(opening ?? '') ? 'forward' : 'quote';
  return { kind, from: at, to, announced: head !== null || isHead(opening ?? '') };
}

/** The `>` line directly below a head, at most two blank lines between. */
function belowHead(lines: Lines, head: Head): number | null {
  let at = head.end;
  while (at < head.end + 3 && at < lines.length && isBlank(lines.raw[at] ?? '')) at += 1;
  return isQuoted(lines.raw[at] ?? '') ? at : null;
}

/** The first line after a run of `>` lines, the blank ones within and after it included. */
function quoteEnd(lines: Lines, first: number): number {
  let at = first + 1;
  while (at < lines.length) {
    const line = lines.raw[at] ?? '';
    if (isQuoted(line) || isBlank(line) || isWrapped(lines, at)) at += 1;
    else break;
  }
  return at;
}

/** The column at which mailers break lines; a quoted line that was broken had no room for the next word. */
const WRAP_COLUMN = 70;

/**
 * The second half of a quoted line that a mailer broke without a new `>`: the line above is full and in the middle of a
 * sentence, the line below is quoted again. An answer between two questions must never look like this.
 */
function isWrapped(lines: Lines, at: number): boolean {
  const above = (lines.raw[at - 1] ?? '').trimEnd();
  if (!isQuoted(above) || !isQuoted(lines.raw[at + 1] ?? '')) return false;
  const line = lines.plain(at);
  if (line === '' || line.length >= WRAP_COLUMN) return false;
  const word = line.split(' ')[0] ?? '';
  return (
    above.length <= 100 &&
    above.length + word.length >= WRAP_COLUMN &&
    /[\p{L},]$/u.test(above) &&
    /^\p{Ll}/u.test((lines.raw[at] ?? '').trimStart())
  );
}
