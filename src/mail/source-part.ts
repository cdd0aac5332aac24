import type { Buffer } from 'node:buffer';
import { trimContainer } from './header.ts';
import { readMime } from './mime.ts';

/**
 * Cuts part `n` (counted from 1, as in ParsedMail.parts) from a raw mail: its bytes, decoded; null when there is no such
 * part. Its time and memory are not bounded: see bounded.ts.
 */
export async function cutPart(raw: Buffer, n: number): Promise<Buffer | null> {
  const { parts } = await readMime(trimContainer(raw).mail, n);
  return parts.find((one) => one.n === n)?.content ?? null;
}
