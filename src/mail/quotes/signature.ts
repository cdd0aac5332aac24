import { hasAddress, isBlank, isDecoration, isRule, LONGEST_MARK, plain } from './lines.ts';
import { DEVICES, GET_APP, SENT_FROM, SENT_FROM_ENDS, SENT_FROM_MY } from './words.ts';

/** Non-blank lines below a delimiter that still are a signature: after the exact `-- `, and after any other. */
const MOST_AFTER_EXACT = 30;
const MOST_AFTER_BARE = 8;

/**
 * The line of `[from, to)` at which a signature begins that reaches to `to`; `to` when there is none: the delimiter
 * `-- ` (RFC 3676, 4.3), a lone `--` or `—` above a name or an address, a list's footer, "Sent from my iPhone", signs
 * only. Conservative: a customer's own words are never taken for one because they are short.
 */
export function signatureStart(lines: readonly string[], from: number, to: number): number {
  const programs = trailingPrograms(lines, from, to);
  const certain = exactDelimiter(lines, from, programs);
  if (certain < programs) return certain;
  const doubtful = bareDelimiter(lines, from, programs);
  return doubtful < programs ? doubtful : programs;
}

/** The run of lines at the end that programs add, blank ones between them included. */
function trailingPrograms(lines: readonly string[], from: number, to: number): number {
  let start = to;
  for (let at = to - 1; at >= from; at -= 1) {
    const line = lines[at] ?? '';
    if (isBlank(line)) continue;
    if (isProgramLine(line)) start = at;
    else if (isDecoration(line) && (at === from || start < to || isBlank(lines[at - 1] ?? ''))) start = at;
    else break;
  }
  return start;
}

function exactDelimiter(lines: readonly string[], from: number, to: number): number {
  let filled = 0;
  let found = to;
  for (let at = to - 1; at >= from && filled <= MOST_AFTER_EXACT; at -= 1) {
    const line = (lines[at] ?? '').replace(/\r$/, '');
    if (line === '-- ' || line === '--\u00a0') found = at;
    if (!isBlank(line)) filled += 1;
  }
  return found;
}

function bareDelimiter(lines: readonly string[], from: number, to: number): number {
  const below: string[] = [];
  for (let at = to - 1; at >= from && below.length <= MOST_AFTER_BARE; at -= 1) {
    const line = lines[at] ?? '';
    if (isBlank(line)) continue;
    if (/^\s{0,3}(?:--|__|[—–]{1,10})\s*$/.test(line)) return isSigned(below) && !ruledAbove(lines, from, at) ? at : to;
    if (isRule(line)) return below.some((one) => FOOTER.test(one.slice(0, LONGEST_MARK))) ? at : to;
    below.push(line);
  }
  return to;
}

/** What the footer of a list says below a rule. */
const FOOTER = /mailing list|unsubscribe|listinfo|mailman|huỷ đăng ký|hủy đăng ký|ยกเลิกการรับ/i;

/** The same delimiter higher up: then it is a rule between paragraphs. */
function ruledAbove(lines: readonly string[], from: number, delimiter: number): boolean {
  const mark = (lines[delimiter] ?? '').trim();
  for (let at = delimiter - 1; at >= Math.max(from, delimiter - 200); at -= 1)
    if ((lines[at] ?? '').trim() === mark) return true;
  return false;
}

/** Lines as people sign: with an address or number to reach them by, or few, short and without figures; never a question. */
function isSigned(below: readonly string[]): boolean {
  if (below.some((line) => line.length > 100 || /[?？]/.test(line.replace(/https?:\S+/g, '')))) return false;
  if (below.some(isAddressLine)) return true;
  return below.length <= 4 && below.every((line) => !/\d/.test(line) && line.trim().split(/\s+/).length <= 6);
}

const isAddressLine = (line: string): boolean =>
  line.length <= LONGEST_MARK &&
  (hasAddress(line) || /https?:|www\.|@\w{3}/i.test(line) || /\d[\d\s().-]{6,}\d/.test(line));

/** "Sent from my iPhone", "Gửi từ iPhone của tôi", "ส่งจาก iPhone ของฉัน", "Get Outlook for Android". */
function isProgramLine(line: string): boolean {
  const text = plain(line)
    .replace(/https?:\S+/g, '')
    .replace(/<[^<>]*[:/][^<>]*>|<>|\([^()]*:[^()]*\)/g, '')
    .replace(/^[[(<\s_*-]+|[\])>\s_*]+$/g, '');
  const clause = text.split(/[,;!]|\. /)[0] ?? '';
  const words = clause.split(' ').length;
  if (text === '' || text.length > 90 || words > 10) return false;
  if (GET_APP.some((word) => clause.startsWith(word))) return clause.includes('outlook');
  if (text === clause && words <= 8 && SENT_FROM_MY.some((start) => clause.startsWith(start))) return true;
  if (!DEVICES.some((device) => clause.includes(device)) && !/\bfrom (?:mail|\[mail\]|a phone)\b/.test(clause))
    return false;
  if (words <= 3 && clause.endsWith(' from mobile')) return true;
  const framed =
    SENT_FROM.some((start) => clause.startsWith(start)) || SENT_FROM_ENDS.some((end) => clause.endsWith(end));
  return framed && !SENTENCE.test(clause);
}

/** Words of a sentence that goes on behind the device: "Sent from my phone is …", "Gửi từ điện thoại mà …". */
const SENTENCE = /\s(?:is|was|are|has|last|yesterday|today|but|và|nhưng|mà|bao|hết|không|thì|bị)\s/;
