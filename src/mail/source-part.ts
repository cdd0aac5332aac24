import type { Buffer } from 'node:buffer';
import { trimContainer } from './header.ts';
import { readMime } from './mime.ts';

/** A file cut from a mail: its name and type as the mail gives them (not safe for a file system), and its bytes. */
export interface SourcePart {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Cuts part `n` (counted from 1, as in ParsedMail.parts) from a raw mail, decoded; null when there is no such part. */
export async function cutPart(raw: Buffer, n: number): Promise<SourcePart | null> {
  const { parts } = await readMime(trimContainer(raw).mail, n);
  const part = parts.find((one) => one.n === n);
  return part?.content ? { name: part.name, type: part.type, content: part.content } : null;
}
