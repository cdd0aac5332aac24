import { Buffer } from 'node:buffer';
import { isDoubleByte } from './charset.ts';
import { guessCharset } from './charset-guess.ts';
import type { Header } from './header.ts';

const READ = new Set(['from', 'sender', 'reply-to', 'to', 'cc', 'subject']);

/**
 * The charset for raw 8-bit bytes of a header that are not UTF-8 (against RFC 5322, and common in spam and in old
 * mailers): what the body declares if that is specific, else what the bytes of the whole header look like together, else
 * the body's. Null when there are none.
 */
export function headerCharset(header: Header, bodyCharset: string | null): string | null {
  const raw = header.fields
    .filter(({ name, value }) => READ.has(name) && /[\x80-\xff]/.test(value))
    .map(({ value }) => value);
  if (raw.length === 0) return null;
  const bytes = Buffer.from(raw.join('\n').slice(0, 20_000), 'latin1');
  if (isDoubleByte(bodyCharset, bytes)) return bodyCharset;
  const guess = guessCharset(bytes);
  return guess.name === 'windows-1252' && bodyCharset !== null ? bodyCharset : guess.name;
}
