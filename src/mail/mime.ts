import { Buffer } from 'node:buffer';
import { fieldValue, type Header, scanHeader } from './header.ts';
import { mendBoundaries } from './mend-boundaries.ts';
import { plainTree } from './plain-mail.ts';
import { type MimeTree, readTree } from './tree.ts';

/** A mail's header and tree; broken structure is repaired so that what was written is seen. */
export interface Mime extends MimeTree {
  readonly header: Header;
}

/**
 * Reads a mail (without its container) to its tree. A multipart without a single part names no boundary, or another than
 * it uses: then the boundary it uses is taken, and where there is none the body counts as text. With `wanted` the
 * content of that part is kept. Never rejects.
 */
export async function readMime(mail: Buffer, wanted: number | null = null): Promise<Mime> {
  const header = scanHeader(mail);
  const plain = plainTree(mail, header);
  if (plain !== null) return { header, ...plain };
  const tree = await readTree(mendBoundaries(mail), wanted);
  if (!isHollow(tree)) return { header, ...tree };
  const body = mail.subarray(header.bodyAt);
  return { header, ...(await readTree(Buffer.concat([repairedHeader(header, body), body]), wanted)) };
}

const isHollow = ({ root, parts }: MimeTree): boolean =>
  root !== null && parts.length === 0 && root.children.length === 0 && root.type.startsWith('multipart/');

function repairedHeader(header: Header, body: Buffer): Buffer {
  const boundary = usedBoundary(body);
  if (boundary !== null) {
    const kind = /alternative/i.test(fieldValue(header, 'content-type') ?? '') ? 'alternative' : 'mixed';
    return Buffer.from(`Content-Type: multipart/${kind}; boundary="${boundary}"\n\n`, 'latin1');
  }
  const encoding =
    /^(quoted-printable|base64)$/i.exec(fieldValue(header, 'content-transfer-encoding') ?? '')?.[0] ?? '8bit';
  return Buffer.from(`Content-Type: text/plain\nContent-Transfer-Encoding: ${encoding}\n\n`, 'latin1');
}

/** The boundary of the first line that opens a part: `--name`, followed by a header field. */
function usedBoundary(body: Buffer): string | null {
  const start = body.toString('latin1', 0, 64 * 1024);
  return /^--([^\s"\\]{1,200})[ \t]*\r?\n[ \t]*(?:content-[\w-]+:|\r?\n)/im.exec(start)?.[1] ?? null;
}
