import { Buffer } from 'node:buffer';
import { fromLineDate, isFromLine } from './from-line.ts';

/** One header field: `name` in lower case, `value` unfolded and trimmed, its bytes as latin1 (not yet decoded). */
interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** The header of a mail or part, in order; `bodyAt` is the offset of the first byte after the blank line. */
export interface Header {
  readonly fields: readonly HeaderField[];
  readonly bodyAt: number;
}

const HEADER_BYTES = 1024 * 1024;
/** Fields whose folded lines some fetchers strip of their leading space; a line that is no field still belongs to them. */
const MANGLED = new Set(['references', 'in-reply-to', 'received']);
const FIELD = /^([!-9;-~]+)[ \t]*:/;

/** Every value of a field, topmost first. */
export const fieldValues = (header: Header, name: string): string[] =>
  header.fields.filter((field) => field.name === name).map((field) => field.value);

/** The topmost value of a field, or null. */
export const fieldValue = (header: Header, name: string): string | null =>
  header.fields.find((field) => field.name === name)?.value ?? null;

/**
 * Reads the header block (RFC 5322, 2.2) without decoding it: linear, never throws, at most 1 MB.
 * Lines that are no field are skipped; a block without any field is a body without a header.
 */
export function scanHeader(raw: Buffer): Header {
  const fields: { name: string; lines: string[] }[] = [];
  let at = 0;
  let current: string[] | null = null;
  while (at < raw.length && at < HEADER_BYTES) {
    const newline = raw.indexOf(0x0a, at);
    const end = newline < 0 ? raw.length : newline;
    const stop = end > at && raw[end - 1] === 0x0d ? end - 1 : end;
    const next = newline < 0 ? raw.length : newline + 1;
    if (stop === at) {
      at = next;
      break;
    }
    const line = raw.toString('latin1', at, stop);
    at = next;
    if (line.startsWith(' ') || line.startsWith('\t')) {
      current?.push(line);
      continue;
    }
    const field = FIELD.exec(line);
    if (!field && MANGLED.has(fields.at(-1)?.name ?? '')) {
      current?.push(` ${line}`);
      continue;
    }
    current = field ? [line.slice(field[0].length)] : null;
    if (field && current) fields.push({ name: (field[1] ?? '').toLowerCase(), lines: current });
  }
  const read = fields.map(({ name, lines }) => ({ name, value: lines.join('').trim() }));
  return { fields: read, bodyAt: read.length > 0 ? at : 0 };
}

/**
 * Takes away what containers put before a mail: a byte order mark, mbox `From ` lines (their date is kept as a hint),
 * and blank lines when a header follows. A mail without any header gets an empty one. Old Mac line ends become LF.
 */
export function trimContainer(raw: Buffer): { mail: Buffer; fromLineAt: number | null } {
  let mail = raw.subarray(raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0);
  let fromLineAt: number | null = null;
  if (mail.length > 0 && mail.indexOf(0x0a) < 0 && mail.indexOf(0x0d) >= 0) {
    mail = Buffer.from(mail.toString('latin1').replaceAll('\r', '\n'), 'latin1');
  }
  for (let turn = 0; turn < 50; turn += 1) {
    const newline = mail.indexOf(0x0a);
    const line = mail
      .toString('latin1', 0, newline < 0 ? Math.min(mail.length, 1000) : Math.min(newline, 1000))
      .trimEnd();
    if (isFromLine(line) || (turn === 0 && /^>?From \S/.test(line))) fromLineAt = fromLineAt ?? fromLineDate(line);
    else if (line !== '' || newline < 0 || !headerFollows(mail.subarray(newline + 1))) break;
    mail = newline < 0 ? mail.subarray(mail.length) : mail.subarray(newline + 1);
  }
  const { fields } = scanHeader(mail);
  return { mail: fields.length > 0 ? mail : Buffer.concat([Buffer.from('\n'), mail]), fromLineAt };
}

function headerFollows(rest: Buffer): boolean {
  const lines = rest.toString('latin1', 0, 2000).split(/\r?\n/, 4);
  const known = /^(from|to|subject|date|message-id|received|return-path|mime-version|content-type|reply-to|sender):/i;
  return lines.some((line) => known.test(line) || isFromLine(line));
}
