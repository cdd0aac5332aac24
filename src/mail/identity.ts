import type { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { ParsedMail } from '../domain/incoming.ts';
import { scanHeader, trimContainer } from './header.ts';

/** Written by relays and mailboxes on the way; they differ between two copies of one mail. */
const TRACE =
  /^(received|delivered-to|return-path|status|x-.*|lines|content-length|envelope-to|authentication-results|arc-.*|received-spf|dkim-.*|domainkey-.*|mailing-list|xref|path|old-.*|resent-.*|bcc)$/;

/**
 * Which mail is it? sha256, the same for the same mail from another container or with other trace headers, another for
 * a reused Message-ID over another body. Made from the Message-ID (without one: from the headers nobody adds on the
 * way) and from the decoded content, never from what desk makes of it, so that a better parser changes no identity.
 */
export function mailIdentity(parsed: ParsedMail, raw: Buffer): string {
  const hash = createHash('sha256').update('desk mail 1\n');
  if (parsed.messageId !== null && parsed.content !== undefined) {
    return hash.update(`${parsed.messageId}\n${parsed.content}`).digest('hex');
  }
  const { mail } = trimContainer(raw);
  const header = scanHeader(mail);
  if (parsed.messageId !== null) hash.update(`${parsed.messageId}\n`);
  else {
    for (const { name, value } of header.fields) {
      if (!TRACE.test(name)) hash.update(`${name}:${value.replace(/\s+/g, ' ')}\n`, 'latin1');
    }
  }
  return hash.update(parsed.content ?? evenedBody(mail.subarray(header.bodyAt)), 'latin1').digest('hex');
}

const evenedBody = (body: Buffer): string =>
  body
    .toString('latin1')
    .replaceAll('\r\n', '\n')
    .replace(/^>+(?=From )/gm, '')
    .trimEnd();
