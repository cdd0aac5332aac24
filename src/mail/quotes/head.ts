import { hasAddress, hasDate, hasTime, isBlank, type Lines, LONGEST_MARK, linesOf, plain } from './lines.ts';
import { ON, WROTE } from './words.ts';

/** The lines that announce a quote: "On Monday, 10:00, Shop <shop@…> wrote:". */
export interface Head {
  /** the first line after it */
  readonly end: number;
  /** so clear that unmarked text below it is history too; a weak head counts only directly above `>` lines */
  readonly strong: boolean;
}

/** Lines over which mailers fold one head (a name, `<`, an address, `> wrote:`); fewer where no date opens it. */
const MOST_LINES = 7;
const MOST_UNDATED_LINES = 3;
const LONGEST_HEAD = 500;

/** Written without spaces, so that a word has no edge. */
const UNSPACED = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const unspaced = (words: readonly string[]): string[] => words.filter((word) => UNSPACED.test(word));
const WROTE_UNSPACED = unspaced(WROTE);
const ON_UNSPACED = unspaced(ON);
const WROTE_WORDS = new Set(WROTE);
const ON_WORDS = new Set(ON);

/** The head that begins at line `at`, or null. Never begins in the line above the real one: the last start wins. */
export function headAt(lines: Lines, at: number): Head | null {
  const raw = lines.raw[at] ?? '';
  const first = raw.length > LONGEST_MARK ? plain(raw.slice(0, LONGEST_MARK)) : lines.plain(at);
  if (first === '' || !mayStart(first)) return null;
  if (isOneLine(first)) return { end: at + 1, strong: true };
  if (raw.length > LONGEST_MARK) return null;
  const dated = startsWithOn(first) || hasDate(first);
  const spaced = dated && hasDate(first) && hasTime(first);
  let joined = '';
  for (let last = at; last < Math.min(lines.length, at + (dated ? MOST_LINES : MOST_UNDATED_LINES)); last += 1) {
    const line = lines.plain(last);
    if (line === '') {
      if (!isBlank(lines.raw[last] ?? '') || !spaced) return null;
      continue;
    }
    // a later line that opens a head by itself is the real start
    if (last > at && startsDated(line)) return null;
    joined = joined === '' ? line : `${joined} ${line}`;
    if (joined.length > LONGEST_HEAD) return null;
    const strength = mayEnd(line) ? headOf(joined) : null;
    if (strength !== null) return { end: last + 1, strong: strength === 'strong' };
  }
  return null;
}

/** Is this text, `>` and blanks removed, a head? */
export const isHead = (line: string): boolean => headAt(linesOf(line.replace(/^[>\s]+/, '')), 0) !== null;

const mayStart = (line: string): boolean =>
  (line.length < 200 && (line.includes('@') || mayEnd(line))) || hasDate(line) || startsWithOn(line);

const FIRST_WORDS = /^[-*"' ]*([^\s,]*)[\s,]*([^\s,]*)/;

function startsWithOn(line: string): boolean {
  const [, first = '', second = ''] = FIRST_WORDS.exec(line) ?? [];
  if (first > '\x7f' && ON_UNSPACED.some((word) => first.startsWith(word))) return true;
  return ON_WORDS.has(first) || (second !== '' && ON_WORDS.has(`${first} ${second}`));
}

const startsDated = (line: string): boolean => hasDate(line) && (startsWithOn(line) || /^[\d"'*-]/.test(line));

const mayEnd = (line: string): boolean => /[:：]\*?$/.test(line) || /wrote(?: ?-+)?$/.test(line);

/** Old Gmail's "2016-03-03 17:21 GMT+01:00 Some One"; Yahoo's, which goes on behind the colon with what was written. */
function isOneLine(line: string): boolean {
  if (/^\d{4}-\d\d-\d\d \d{1,2}:\d\d gmt[+-]/.test(line) && line.length < 120) return true;
  const address = line.indexOf('>');
  if (address < 0 || !startsWithOn(line) || !hasDate(line) || !hasTime(line)) return false;
  const after = line.slice(address + 1).trimStart();
  return WROTE.some((word) => after.startsWith(`${word}:`));
}

function headOf(text: string): 'strong' | 'weak' | null {
  const line = text
    .replace(/^[-*"' ]+/, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(' >', '>');
  const body = line.replace(/[-:：*\s]{1,40}$/, '');
  const words = body.split(/[\s>,"]+/);
  const ends = WROTE_WORDS.has(words.at(-1) ?? '') || WROTE_UNSPACED.some((word) => body.endsWith(word));
  const wrote = ends || words.some((word) => WROTE_WORDS.has(word));
  const address = hasAddress(line);
  const date = hasDate(line) || (startsWithOn(line) && /\d/.test(line));
  if (wrote && date && address) return 'strong';
  if (date && hasTime(line) && /@[^<>@]{1,100}(?:<[^<>]{1,100}>)?>\)?$/.test(body)) return 'strong';
  if (ends && address && body.length < 150 && !/[.!?] /.test(body)) return 'strong';
  return ends || (wrote && date) ? 'weak' : null;
}
