import type { Buffer } from 'node:buffer';
import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { guessCharset } from './charset-guess.ts';
import { type Charset, charsetFor } from './charset-names.ts';

const hasEscapes = (bytes: Buffer): boolean => bytes.includes('\x1b$') || bytes.includes('\x1b(J');

/**
 * The text of some bytes of a mail. The label is believed where the bytes allow it; without one, or with us-ascii or
 * a name nobody knows, bytes over 0x7F are UTF-8 if they can be, else guessed. Never throws; not normalised (no NFC).
 */
export function decodeBytes(bytes: Buffer, label: string | null, fallback: string | null = null): string {
  const declared = charsetFor(label, iconv.encodingExists);
  if (isAscii(bytes) && !needsDecoder(declared)) {
    return hasEscapes(bytes) ? decodeAs(bytes, { by: 'platform', name: 'iso-2022-jp' }) : bytes.toString('latin1');
  }
  if (declared && declared.name !== 'utf-8') return decodeAs(bytes, believable(bytes, declared));
  if (isUtf8(bytes)) return decodeUtf8(bytes);
  if (declared && mostlyUtf8(bytes)) return decodeUtf8(bytes);
  const other = charsetFor(fallback, iconv.encodingExists);
  if (other && other.name !== 'utf-8' && isWhole(bytes, other)) return decodeAs(bytes, other);
  return decodeAs(bytes, guessCharset(bytes));
}

const needsDecoder = (charset: Charset | null): boolean =>
  charset !== null && /^(utf-?(7|16|32)|ucs|iso-2022|hz)/.test(charset.name);

/** A single-byte label over bytes that are clearly UTF-8 is a common lie of mailers: the bytes win. */
function believable(bytes: Buffer, declared: Charset): Charset {
  const single = /^(windows-125\d|iso-8859-\d+|windows-874)$/.test(declared.name);
  return single && isUtf8(bytes) && countHigh(bytes) >= 4 ? { by: 'iconv', name: 'utf-8' } : declared;
}

function countHigh(bytes: Buffer): number {
  let high = 0;
  for (const byte of bytes) if (byte > 0x7f) high += 1;
  return high;
}

/** Declared UTF-8 with a few broken places stays UTF-8: more whole letters than broken ones. */
function mostlyUtf8(bytes: Buffer): boolean {
  const text = decodeUtf8(bytes);
  let broken = 0;
  let whole = 0;
  for (const letter of text) {
    if (letter === '\uFFFD') broken += 1;
    else if (letter > '\x7f') whole += 1;
  }
  return whole > broken;
}

const decodeUtf8 = (bytes: Buffer): string =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.toString('utf8', 3) : bytes.toString('utf8');

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
