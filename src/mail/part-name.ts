import { Buffer } from 'node:buffer';
import { decodeBytes } from './charset.ts';
import type { SplitNode } from './inside-mailparser.ts';
import { decodeWords } from './words.ts';

const BY_TYPE: Readonly<Record<string, string>> = {
  'message/rfc822': 'message.eml',
  'message/delivery-status': 'delivery-status.txt',
  'message/disposition-notification': 'disposition-notification.txt',
  'message/feedback-report': 'feedback-report.txt',
  'text/rfc822-headers': 'headers.txt',
  'text/calendar': 'calendar.ics',
  'text/x-vcard': 'contact.vcf',
  'text/vcard': 'contact.vcf',
  'text/html': 'page.html',
  'application/pgp-signature': 'signature.asc',
  'application/pkcs7-signature': 'smime.p7s',
  'application/ms-tnef': 'winmail.dat',
  'application/pdf': 'document.pdf',
};

/**
 * The name a part goes by: the one it carries (raw 8-bit names decoded too), else one made from its type. As written,
 * not safe for a file system: who saves it makes it safe.
 */
export function partName(node: SplitNode, n: number): string {
  const given = node.filename === false ? '' : node.filename;
  const raw = (node.headers.lines || []).some(
    ({ key, line }) => /^content-(type|disposition)$/.test(key) && /[\x80-\xff]/.test(line),
  );
  const decoded = raw && /^[\0-\xff]*$/.test(given) ? decodeBytes(Buffer.from(given, 'latin1'), null) : given;
  const name = decoded.includes('=?') ? decodeWords(decoded) : decoded;
  if (name.trim() !== '') return name;
  const type = node.contentType || 'text/plain';
  const known = BY_TYPE[type];
  if (known) return known;
  const [family = 'part', kind = ''] = type.split('/');
  return `${family.replace(/\W+/g, '')}-${n}${/^[a-z0-9]{2,4}$/.test(kind) ? `.${kind === 'plain' ? 'txt' : kind}` : ''}`;
}
