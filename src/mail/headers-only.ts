import type { Buffer } from 'node:buffer';
import type { ParsedMail } from '../domain/incoming.ts';
import type { Problem } from '../domain/problem.ts';
import { automaticReason } from './automatic.ts';
import { mailAddresses } from './envelope.ts';
import { fieldValue, fieldValues, type Header, scanHeader, trimContainer } from './header.ts';
import { headerCharset } from './header-charset.ts';
import { messageId, messageIds } from './ids.ts';
import { type DateHints, mailDate } from './mail-date.ts';
import { decodeWords } from './words.ts';

type HeaderFacts = Omit<ParsedMail, 'text' | 'quoted' | 'thanks' | 'parts' | 'problem' | 'content'>;

const SCANNED = 256 * 1024;

/** Everything that stands in a mail's header; `bodyCharset` helps with raw 8-bit bytes. */
export function headerFacts(header: Header, bodyCharset: string | null, hints: DateHints): HeaderFacts {
  const charset = headerCharset(header, bodyCharset);
  const addresses = mailAddresses(header, charset);
  const subject = fieldValue(header, 'subject');
  const from = addresses.find(({ role }) => role === 'from')?.address ?? null;
  return {
    messageId: messageId(fieldValue(header, 'message-id')),
    inReplyTo: messageIds(fieldValues(header, 'in-reply-to').join(' ')),
    references: messageIds(fieldValues(header, 'references').join(' ')),
    addresses,
    subject: subject === null ? null : decodeWords(subject, charset),
    ...mailDate(header, hints),
    automatic: automaticReason(header, from),
  };
}

/**
 * A mail whose body could not be read: what its header says (at most 256 kB of it), no text, and the `problem`. Linear and small, so it may run outside the worker.
 */
export function headersOnly(raw: Buffer, hints: DateHints, problem: Problem): ParsedMail {
  const { mail, fromLineAt } = trimContainer(raw.subarray(0, SCANNED));
  const header = scanHeader(mail);
  const facts = headerFacts(header, null, { ...hints, fromLineAt: hints.fromLineAt ?? fromLineAt });
  return { ...facts, text: '', quoted: '', thanks: false, parts: [], problem };
}
