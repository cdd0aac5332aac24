import { isFromLine } from '../mail/from-line.ts';

/** What can be read; a folder is walked, and each file in it looked at by itself. */
export const FORMATS = ['mbox', 'mmdf', 'maildir', 'eml', 'jsonl'] as const;
export type Format = (typeof FORMATS)[number];

/** Bytes of a file that are looked at. */
export const HEAD_BYTES = 4096;

const FIELD =
  /^(from|to|cc|subject|date|message-id|received|return-path|mime-version|content-type|reply-to|sender|delivered-to|x-[\w-]+|status|references|in-reply-to|dkim-signature|envelope-to)[ \t]*:/i;

/**
 * What a file holds, by its first bytes (unpacked if it was gzip): `From ` → mbox, four Ctrl-A → MMDF, `{` → desk's
 * JSONL, a header field → a single mail; null when it looks like none of them. A name ending in .eml is one mail, also
 * when it begins with a `From ` line; a mail program's name (.mail, .box, `12`, `x:2,S`) is a mail whatever is in it.
 */
export function detectFormat(head: Buffer, name: string): Format | null {
  const text = head.toString('latin1', 0, HEAD_BYTES).replace(/^\xef\xbb\xbf/, '');
  if (text.trimStart().startsWith('\x01\x01\x01\x01')) return 'mmdf';
  if (/^\s*\{[ \t]*"/.test(text)) return 'jsonl';
  const lines = text.trimStart().split(/\r\n|\n|\r/, 40);
  const first = lines[0] ?? '';
  const single = /\.eml(\.gz)?$/i.test(name);
  const called = /\.(mail|box|email|rfc822|\d+)$|^[^.]*$|:2,[A-Za-z]*$/i.test(name.replace(/^.*[/\\]/, ''));
  if (first.startsWith('From ') && (isFromLine(first) || FIELD.test(lines[1] ?? ''))) return single ? 'eml' : 'mbox';
  if (single) return 'eml';
  const header = /^\d{1,6}$/.test(first) ? lines.slice(1) : lines;
  const isField = /^[!-9;-~]+[ \t]*:/.test(header[0] ?? '');
  const blank = header.indexOf('');
  if (called && head.length > 0 && !head.includes(0)) return 'eml';
  return isField && header.slice(0, blank < 0 ? undefined : blank).some((line) => FIELD.test(line)) ? 'eml' : null;
}
