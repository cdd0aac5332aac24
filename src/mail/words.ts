import { Buffer } from 'node:buffer';
import { decodeBytes } from './charset.ts';

/** An encoded word (RFC 2047, 2); spaces inside the text are against the rule and common. */
export const ENCODED_WORD = /=\?([^?\s]{1,80})\?([bBqQ])\?([^?]*)\?=/y;
const ANY_WORD = new RegExp(ENCODED_WORD.source, 'g');

interface Run {
  readonly charset: string | null;
  bytes: Buffer;
}

/**
 * The text of an unstructured header value given as latin1: encoded words are decoded (RFC 2047), neighbours in the
 * same charset together, because mailers cut letters in two. Raw 8-bit bytes are read as UTF-8, else in `fallback`
 * (the charset of the body), else guessed.
 */
export function decodeWords(value: string, fallback: string | null = null): string {
  const runs: Run[] = [];
  let at = 0;
  for (const match of value.matchAll(ANY_WORD)) {
    const between = value.slice(at, match.index);
    if (between.trim() !== '' || at === 0) pushRaw(runs, between);
    pushWord(runs, (match[1] ?? '').replace(/\*.*$/, ''), decodeWord(match[2] ?? '', match[3] ?? ''));
    at = match.index + match[0].length;
  }
  pushRaw(runs, value.slice(at));
  return runs.map((run) => decodeBytes(run.bytes, run.charset, fallback)).join('');
}

function pushRaw(runs: Run[], text: string): void {
  if (text !== '') runs.push({ charset: null, bytes: Buffer.from(text, 'latin1') });
}

function pushWord(runs: Run[], charset: string, bytes: Buffer): void {
  const last = runs.at(-1);
  if (last?.charset === charset.toLowerCase()) last.bytes = Buffer.concat([last.bytes, bytes]);
  else runs.push({ charset: charset.toLowerCase(), bytes });
}

function decodeWord(encoding: string, text: string): Buffer {
  if (encoding === 'b' || encoding === 'B') return Buffer.from(text, 'base64');
  const bytes = text
    .replaceAll('_', ' ')
    .replace(/=\s?([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}
