/** What one line of a mail is. Every test costs at most a few hundred characters, however long the line. */

/** The lines of a mail; what is compared of them is made once. */
export interface Lines {
  readonly raw: readonly string[];
  readonly length: number;
  /** the line as `plain` makes it, '' beyond the ends */
  plain(at: number): string;
}

export function linesOf(text: string): Lines {
  const raw = text.split('\n');
  const made: string[] = [];
  return {
    raw,
    length: raw.length,
    plain: (at) => {
      const line = raw[at];
      if (line === undefined) return '';
      const known = made[at] ?? plain(line);
      made[at] = known;
      return known;
    },
  };
}

/** A longer line is a paragraph, not a head, field or signature. */
export const LONGEST_MARK = 400;

export const isBlank = (line: string): boolean => line.trim() === '';

/** Marked as quoted: `>` after at most three blanks (RFC 3676, 4.5, and what mailers do in fact). */
export function isQuoted(line: string): boolean {
  let at = 0;
  while (at < 4 && (line[at] === ' ' || line[at] === '\t' || line[at] === '\u00a0')) at += 1;
  return line[at] === '>';
}

/** The start of a line, ready to be compared: composed, lower case, Thai digits as digits, no invisible signs, curly
 * quotes straight, blanks single. Longer lines give ''. */
export function plain(line: string): string {
  if (line.length > LONGEST_MARK) return '';
  // nearly every line of a list is ASCII: nothing to compose, and most have single blanks
  if (/^[\x21-\x7e]*(?: [\x21-\x7e]+)*$/.test(line)) return line.toLowerCase();
  return line
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u0e50-\u0e59]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a line without the quote marks, dashes, stars and colons around them. */
export const bare = (line: string): string => plain(line).replace(/^[-–—_=*>:：\s]+|[-–—_=*:：\s]+$/g, '');

const DECORATION = /^[-–—_=*#~+.·•ᐧ\s]+$/u;

/** A line of signs only: `--`, `***`, `======`, the dot of a tracker; never a blank one. */
export const isDecoration = (line: string): boolean =>
  line.length <= LONGEST_MARK &&
  !isBlank(line) &&
  DECORATION.test(line) &&
  (line.trim().length > 1 || /[—ᐧ]/u.test(line));

/** A rule that programs draw above a header block or a footer. */
export const isRule = (line: string): boolean => line.length <= LONGEST_MARK && /^\s*([_-])\1{4,}\s*$/.test(line);

export const hasAddress = (text: string): boolean => /[^\s@<>"(),:;]@[^\s@<>"(),:;]/.test(text);
export const hasTime = (text: string): boolean => /\d{1,2}[:.h]\d{2}(?!\d)/.test(text);
export const hasDate = (text: string): boolean =>
  /(?<!\d)(?:19|20|25)\d\d(?!\d)/.test(text) || /\d{1,2}[./-]\d{1,2}[./-]\d{2}/.test(text);
