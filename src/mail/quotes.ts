import { FROM_FIELD, ORIGINAL_LINE, QUOTE_HEAD_END, QUOTE_HEAD_START, SENT_FIELD, TO_FIELD } from './quote-words.ts';

/** A longer line is a paragraph, not a quote head. */
const LONGEST_HEAD = 300;

/**
 * Parts what they wrote now from the history below it. Conservative: only a block that reaches to the end is folded:
 * `>` lines with the line that announces them, "-----Original Message-----", Outlook's From/Sent/To block. Nothing is
 * lost: `text + quoted` is the input. If nothing but history would be left, all of it is text. Linear.
 */
export function foldQuotes(text: string): { text: string; quoted: string } {
  const lines = text.split('\n');
  const at = Math.min(announcedBlock(lines), quotedTail(lines));
  if (at >= lines.length || lines.slice(0, at).every(isBlank)) return { text, quoted: '' };
  const kept = lines.slice(0, at).join('\n').length + 1;
  return { text: text.slice(0, kept), quoted: text.slice(kept) };
}

const isBlank = (line: string): boolean => line.trim() === '';
const isQuoted = (line: string): boolean => /^\s{0,3}>/.test(line);

/** The first line from which everything is history because the line says so; the number of lines when there is none. */
function announcedBlock(lines: readonly string[]): number {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.length > LONGEST_HEAD) continue;
    if (ORIGINAL_LINE.test(line)) return at;
    if (FROM_FIELD.test(line) && isHeaderBlock(lines, at)) {
      const before = lastFilled(lines, at);
      if (/^\W*forwarded/i.test(lines[before] ?? '') || /-{5,}.*-{5,}/.test(lines[before] ?? '')) continue;
      return /^\s*_{5,}\s*$/.test(lines[before] ?? '') ? before : at;
    }
  }
  return lines.length;
}

/** From, then a date and To or Subject within the next lines, standing at the beginning of a paragraph. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  const before = lines[at - 1] ?? '';
  if (!isBlank(before) && !/^\s*[_-]{5,}\s*$/.test(before)) return false;
  const next = lines.slice(at + 1, at + 6);
  return next.some((line) => SENT_FIELD.test(line)) && next.some((line) => TO_FIELD.test(line));
}

function lastFilled(lines: readonly string[], before: number): number {
  let at = before - 1;
  while (at >= 0 && before - at < 4 && isBlank(lines[at] ?? '')) at -= 1;
  return at;
}

/** The first line of the `>` block that ends the text, with the line that announces it. */
function quotedTail(lines: readonly string[]): number {
  let first = lines.length;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    if (isQuoted(lines[at] ?? '')) first = at;
    else if (!isBlank(lines[at] ?? '')) break;
  }
  return first === lines.length ? first : quoteHead(lines, first);
}

/** Where the announcement above a quote begins: "On … wrote:", which mailers fold over up to three lines. */
function quoteHead(lines: readonly string[], quote: number): number {
  const end = lastFilled(lines, quote);
  const last = lines[end] ?? '';
  if (end < 0 || last.length > LONGEST_HEAD || !QUOTE_HEAD_END.test(last.trimEnd())) return quote;
  for (let at = end; at >= 0 && at > end - 3; at -= 1) {
    const line = (lines[at] ?? '').trimStart();
    if (isBlank(line) || line.length > LONGEST_HEAD) break;
    if (QUOTE_HEAD_START.test(line)) return at;
  }
  return end;
}
