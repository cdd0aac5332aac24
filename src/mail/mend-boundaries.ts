import { Buffer } from 'node:buffer';
import { fieldValue, scanHeader } from './header.ts';

const DASHES = Buffer.from('\n--');
const BOUNDARY = /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i;

/**
 * Closes inner multiparts that a mailer left open: where a line of an outer multipart comes, the inner ones are over
 * (RFC 2046, 5.1.2). mailparser misses that and takes all further parts for text. The mail itself when nothing is open.
 */
export function mendBoundaries(mail: Buffer): Buffer {
  if (mail.indexOf('boundary', mail.indexOf('boundary') + 1) < 0) return mail;
  const mended: Buffer[] = [];
  const open: string[] = [];
  let given = 0;
  let at = enterPart(mail, 0, open);
  for (;;) {
    const found = mail.indexOf(DASHES, at);
    if (found < 0) break;
    const line = lineAt(mail, found + 1);
    at = found + 1;
    const level = open.findLastIndex((name) => line === `--${name}` || line === `--${name}--`);
    if (level < 0) continue;
    const left = open.splice(level + 1).reverse();
    if (left.length > 0) {
      mended.push(mail.subarray(given, at), Buffer.from(left.map((name) => `--${name}--\n`).join(''), 'latin1'));
      given = at;
    }
    if (line === `--${open[level]}--`) open.splice(level);
    else at = enterPart(mail, endOfLine(mail, at), open);
  }
  return mended.length === 0 ? mail : Buffer.concat([...mended, mail.subarray(given)]);
}

/** Reads the header of a part; a multipart is opened. The offset to go on from: the last line end of the header. */
function enterPart(mail: Buffer, start: number, open: string[]): number {
  const header = scanHeader(mail.subarray(start));
  const type = fieldValue(header, 'content-type') ?? '';
  const boundary = BOUNDARY.exec(type);
  if (/^multipart\//i.test(type) && boundary && open.length < 200)
    open.push((boundary[1] ?? boundary[2] ?? '').trimEnd());
  return Math.max(0, start + header.bodyAt - 1);
}

const endOfLine = (mail: Buffer, at: number): number => {
  const end = mail.indexOf(0x0a, at);
  return end < 0 ? mail.length : end + 1;
};

const lineAt = (mail: Buffer, at: number): string =>
  mail.toString('latin1', at, Math.min(endOfLine(mail, at), at + 300)).trimEnd();
