import type { Incoming } from '../domain/incoming.ts';
import type { Bytes } from './bytes.ts';
import { addBytes, closeMail, type OpenMail, openMail } from './open-mail.ts';

const MARK = Buffer.from('\x01\x01\x01\x01');

/**
 * Reads an MMDF mailbox: mails between lines of four Ctrl-A. Streams, memory holds one mail. `ref` is the byte offset
 * of the mail's first byte; bytes between mails that are only line ends are dropped.
 */
export async function* readMmdf(bytes: Bytes, source: string): AsyncGenerator<Incoming> {
  let buffer: Buffer = Buffer.alloc(0);
  let base = 0;
  let mail: OpenMail | null = null;
  for await (const chunk of bytes) {
    buffer = Buffer.concat([buffer, chunk]);
    for (let mark = nextMark(buffer); mark !== null; mark = nextMark(buffer)) {
      if (mail) addBytes(mail, buffer.subarray(0, mark.at));
      if (mail && mail.size > 1) yield closeMail(mail, source);
      base += mark.end;
      buffer = buffer.subarray(mark.end);
      mail = openMail(String(base), null);
    }
    const keep = Math.max(0, buffer.length - MARK.length - 1);
    if (mail) addBytes(mail, buffer.subarray(0, keep));
    base += keep;
    buffer = Buffer.from(buffer.subarray(keep));
  }
  if (mail) addBytes(mail, buffer);
  if (mail && mail.size > 1) yield closeMail(mail, source);
}

/** The next whole mark line; its `end` is after the newline. A mark at the very end of the buffer waits for more. */
function nextMark(buffer: Buffer): { at: number; end: number } | null {
  const at = buffer.indexOf(MARK);
  const newline = at < 0 ? -1 : buffer.indexOf(0x0a, at);
  return newline < 0 ? null : { at, end: newline + 1 };
}
