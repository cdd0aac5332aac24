import { isFromLine } from '../mail/from-line.ts';

/** What can be read; a folder is walked, and each file in it looked at by itself. */
export const FORMATS = ['mbox', 'mmdf', 'maildir', 'eml', 'jsonl'] as const;
export type Format = (typeof FORMATS)[number];

/** Bytes of a file that are looked at. */
export const HEAD_BYTES = 4096;

/** RFC 5322's 3.6 and what relays add: one with an address, an id, a route or parts in it, and it is a mail. */
const SURE =
  /^(?:(?:from|sender|return-path|delivered-to|envelope-to|reply-to|to|cc|message-id|in-reply-to|references|resent-from)[ \t]*:.*[@<]|received[ \t]*:[ \t]*(?:\(|(?:from|by|with|id)\b)|content-type[ \t]*:[ \t]*(?:multipart|message)\/)/i;
/** Two different ones of these make a mail, too; names that other files use as well count as mails spell them. */
const LIKELY =
  /^(?:subject|date|message-id|received|mime-version|content-type|content-transfer-encoding|references|in-reply-to|dkim-signature|x-mailer)(?=[ \t]*:)/i;
const SPELLED = /^(?:From|Sender|Reply-To|To|Cc)(?=[ \t]*:)/;
/** What a record of ours names: its type, or what a case written by hand has. */
const RECORD = /"type"\s*:\s*"(?:case|template|clock|customer|settings|raw)"|"(?:subject|entries|customer)"\s*:/;
const FIELD = /^[!-9;-~]+[ \t]*:/;

/**
 * What a file holds, by its first bytes (unpacked if it was gzip): `From ` → mbox, four Ctrl-A → MMDF, a record → desk's
 * JSONL, a mail's header → a single mail; null when it looks like none of them. A name ending in .eml is one mail, also
 * when it begins with a `From ` line or has no header; one ending in .mbox is a mailbox, whatever is in it.
 */
export function detectFormat(head: Buffer, name: string): Format | null {
  const text = head.toString('latin1', 0, HEAD_BYTES).replace(/^\xef\xbb\xbf/, '');
  if (text.trimStart().startsWith('\x01\x01\x01\x01')) return 'mmdf';
  if (/^\s*\{[ \t]*"/.test(text) && RECORD.test(text)) return 'jsonl';
  const lines = text.trimStart().split(/\r\n|\n|\r/);
  const [first = '', second = ''] = lines;
  const single = /\.eml(\.gz)?$/i.test(name);
  if (first.startsWith('From ') && (isFromLine(first) || FIELD.test(second))) return single ? 'eml' : 'mbox';
  if (single) return 'eml';
  if (isHeader(/^\d{1,6}$/.test(first) ? lines.slice(1) : lines)) return 'eml';
  return head.length > 0 && /\.mbox(\.gz)?$/i.test(name) ? 'mbox' : null;
}

/** Do these lines begin as a mail does? One line of something else before it is forgiven to a header that is surely one. */
function isHeader(lines: readonly string[]): boolean {
  const blank = lines.indexOf('');
  const header = blank < 0 ? lines : lines.slice(0, blank);
  const likely = new Set(header.flatMap((line) => (LIKELY.exec(line) ?? SPELLED.exec(line))?.[0].toLowerCase() ?? []))
    .size;
  const sure = header.some((line) => SURE.test(line));
  if (FIELD.test(header[0] ?? '')) return sure || likely >= 2;
  return FIELD.test(header[1] ?? '') && sure && likely >= 2;
}
