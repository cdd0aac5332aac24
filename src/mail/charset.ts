import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { guessCharset } from './charset-guess.ts';
import { type Charset, charsetFor } from './charset-names.ts';

/**
 * The text of some bytes of a mail. The label is believed where the bytes allow it; without one, or with us-ascii or
 * a name nobody knows, bytes over 0x7F are UTF-8 if they can be, else `fallback`, else guessed. Never throws; not
 * normalised (no NFC): what the sender's machine wrote is kept.
 */
export function decodeBytes(bytes: Buffer, label: string | null, fallback: string | null = null): string {
  const declared = charsetFor(label, iconv.encodingExists);
  if (isAscii(bytes) && !isShifted(declared)) {
    return hasEscapes(bytes) ? decodeAs(bytes, ISO_2022_JP) : bytes.toString('latin1');
  }
  if (declared && declared.name !== 'utf-8') return decodeDeclared(bytes, declared);
  if (isUtf8(bytes)) return decodeUtf8(bytes);
  const other = charsetFor(fallback, iconv.encodingExists);
  if (!declared && other && other.name !== 'utf-8' && isWhole(bytes, other)) return decodeAs(bytes, other);
  return mostlyUtf8(bytes) ? decodeMixed(bytes) : decodeAs(bytes, guessCharset(bytes));
}

const ISO_2022_JP: Charset = { by: 'platform', name: 'iso-2022-jp' };
const hasEscapes = (bytes: Buffer): boolean => bytes.includes('\x1b$') || bytes.includes('\x1b(J');

const SINGLE = /^(windows|iso-8859|koi8|mac|viscii|tcvn)/;

/** Charsets that write other letters with ASCII bytes. */
const isShifted = (charset: Charset | null): boolean =>
  charset !== null && /^(utf-?(7|16|32)|ucs|iso-2022|hz)/.test(charset.name);

/**
 * Labels lie in known ways: UTF-8 under a single-byte or double-byte name, Shift_JIS called iso-2022-jp. Eight high
 * bytes that happen to be UTF-8 are no accident, nor is a shorter text that its label can't explain.
 */
function decodeDeclared(bytes: Buffer, declared: Charset): string {
  if (/^(utf|ucs)/.test(declared.name)) return decodeAs(bytes, declared);
  const single = SINGLE.test(declared.name);
  if (isUtf8(bytes) && (countHigh(bytes) >= (single ? 4 : 8) || !isWhole(bytes, declared))) return decodeUtf8(bytes);
  if (single || isWhole(bytes, declared)) return decodeAs(bytes, declared);
  const guess = guessCharset(bytes);
  return guess.by === 'platform' && isWhole(bytes, guess) ? decodeAs(bytes, guess) : decodeAs(bytes, declared);
}

/** Is the label that of a double-byte charset in which the bytes are without a mistake? */
export function isDoubleByte(label: string | null, bytes: Buffer): boolean {
  const charset = charsetFor(label, iconv.encodingExists);
  return charset !== null && !SINGLE.test(charset.name) && !/^(utf|ucs)/.test(charset.name) && isWhole(bytes, charset);
}

function countHigh(bytes: Buffer): number {
  let high = 0;
  for (const byte of bytes) if (byte > 0x7f) high += 1;
  return high;
}

/** Length of the whole UTF-8 letter at this place (2–4), or 0 when there is none. */
function letterAt(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  return length > 0 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}

/** More whole UTF-8 letters than other high bytes: UTF-8 that was cut, or that somebody pasted Latin-1 into. */
function mostlyUtf8(bytes: Buffer): boolean {
  let whole = 0;
  let other = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const length = letterAt(bytes, at);
    if (length > 0) {
      whole += 1;
      at += length - 1;
    } else other += 1;
  }
  return whole > other;
}

/** Whole UTF-8 letters as such, every other high byte as Windows-1252: no byte is lost. */
function decodeMixed(bytes: Buffer): string {
  const pieces: string[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = (bytes[at] ?? 0) < 0x80 ? 1 : letterAt(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    pieces.push(bytes.toString('utf8', start, at), iconv.decode(bytes.subarray(at, at + 1), 'windows-1252'));
    at += 1;
    start = at;
  }
  return pieces.join('') + bytes.toString('utf8', start);
}

const BOM = Buffer.from('\uFEFF');
const decodeUtf8 = (bytes: Buffer): string =>
  bytes.toString('utf8', bytes.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0);

/** Could the bytes be written in this charset without one mistake? */
function isWhole(bytes: Buffer, charset: Charset): boolean {
  if (charset.by === 'iconv') return !iconv.decode(bytes, charset.name).includes('\uFFFD');
  try {
    new TextDecoder(charset.name, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function decodeAs(bytes: Buffer, charset: Charset): string {
  if (charset.by === 'iconv') return iconv.decode(bytes, charset.name);
  return new TextDecoder(charset.name, { ignoreBOM: true }).decode(bytes);
}
