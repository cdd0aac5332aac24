import type { Incoming } from '../domain/incoming.ts';
import { fromLineDate, isFromLine } from '../mail/from-line.ts';
import type { Bytes } from './bytes.ts';
import { problem } from './limits.ts';
import { addBytes, closeMail, type OpenMail, openMail } from './open-mail.ts';

/** A `From ` line is judged when it is whole, or this long. */
const LINE = 1000;
const NEEDLE = Buffer.from('\nFrom ');

/** The place reached in the stream; offsets are into `buffer`, which begins at `base` in the file. */
interface Place {
  buffer: Buffer;
  base: number;
  /** up to here the bytes belong to mails */
  given: number;
  /** from here the next `From ` line is looked for */
  scan: number;
  /** null before the first `From ` line */
  mail: OpenMail | null;
  started: boolean;
  skipped: boolean;
}

/**
 * Reads an mbox (RFC 4155 and its relatives) as it streams by: memory holds one mail and one chunk. A mail begins at a
 * `From ` line at the start or after a blank line; its bytes are what follows that line, without the blank line that
 * closes it, `>From` left as found. `ref` is the byte offset of the `From ` line. CRLF and a byte order mark are fine.
 */
export async function* readMbox(bytes: Bytes, source: string): AsyncGenerator<Incoming> {
  const place: Place = {
    buffer: Buffer.alloc(0),
    base: 0,
    given: 0,
    scan: 0,
    mail: null,
    started: false,
    skipped: false,
  };
  for await (const chunk of bytes) {
    place.buffer = place.buffer.length === 0 ? chunk : Buffer.concat([place.buffer, chunk]);
    yield* cutMails(place, source, false);
    moveOn(place);
  }
  yield* cutMails(place, source, true);
  give(place, place.buffer.length);
  if (place.mail) yield closeMail(place.mail, source);
  if (place.skipped) yield problem(source, '0', 'before-first-mail');
}

function* cutMails(place: Place, source: string, ended: boolean): Generator<Incoming> {
  if (!place.started) {
    if (!ended && place.buffer.length < LINE) return;
    begin(place);
  }
  for (let found = nextLine(place, ended); found !== null; found = nextLine(place, ended)) {
    give(place, found);
    if (place.mail) yield closeMail(place.mail, source);
    openAt(place, found);
  }
}

/** The first line: a byte order mark and blank lines are passed over, then comes a `From ` line or there is no mail. */
function begin(place: Place): void {
  place.started = true;
  const { buffer } = place;
  let at = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? 3 : 0;
  while (buffer[at] === 0x0a || buffer[at] === 0x0d) at += 1;
  place.given = at;
  place.scan = at;
  if (buffer.toString('latin1', at, at + 5) === 'From ') openAt(place, at);
}

/** The offset of the next line that begins a mail, or null when more bytes are needed. */
function nextLine(place: Place, ended: boolean): number | null {
  const { buffer } = place;
  if (!place.started) return null;
  for (;;) {
    const found = buffer.indexOf(NEEDLE, Math.max(place.scan - 1, 0));
    if (found < 0) {
      place.scan = Math.max(place.scan, buffer.length - NEEDLE.length + 1);
      return null;
    }
    place.scan = found + 1;
    const whole = buffer.indexOf(0x0a, found + 1) >= 0 || buffer.length - found > LINE;
    if (!whole && !ended) return null;
    if (isAfterBlank(buffer, found) && isFromLine(lineAt(buffer, found + 1))) return found + 1;
    place.scan = found + 2;
  }
}

const lineAt = (buffer: Buffer, at: number): string => {
  const end = buffer.subarray(at, at + LINE).indexOf(0x0a);
  return buffer.toString('latin1', at, end < 0 ? Math.min(at + LINE - 1, buffer.length) : at + end).trimEnd();
};

/** Is the line that ends at this newline empty? */
function isAfterBlank(buffer: Buffer, newline: number): boolean {
  const before = buffer[newline - 1] === 0x0d ? newline - 2 : newline - 1;
  return before < 0 || buffer[before] === 0x0a;
}

function openAt(place: Place, at: number): void {
  const end = place.buffer.indexOf(0x0a, at);
  place.mail = openMail(String(place.base + at), fromLineDate(lineAt(place.buffer, at)));
  place.given = end < 0 ? place.buffer.length : end + 1;
  place.scan = place.given;
}

function give(place: Place, until: number): void {
  const bytes = place.buffer.subarray(place.given, Math.max(until, place.given));
  if (place.mail) addBytes(place.mail, bytes);
  else if (/\S/.test(bytes.toString('latin1', 0, 4096))) place.skipped = true;
  place.given = Math.max(until, place.given);
}

/** Hands over what is decided and keeps the tail: enough to see a blank line before a `From ` line that is cut in two. */
function moveOn(place: Place): void {
  if (!place.started) return;
  const keep = Math.max(0, Math.min(place.scan, place.buffer.length) - 4);
  give(place, keep);
  place.buffer = Buffer.from(place.buffer.subarray(keep));
  place.base += keep;
  place.given -= keep;
  place.scan -= keep;
}
