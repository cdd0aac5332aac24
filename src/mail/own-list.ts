import { type Address, normalAddress } from '../domain/entry.ts';
import type { ParsedMail } from '../domain/incoming.ts';
import { readAddresses } from './addresses.ts';
import { automaticReason } from './automatic.ts';
import { fieldValue, fieldValues, type Header } from './header.ts';
import { isThanksMail } from './thanks.ts';

/**
 * Mail that came through a group in front of one of our own addresses (List-Post or List-Id name it) is a customer's as
 * any other: what the group's program added does not make it automatic, and where it put itself into From, the writer is
 * whom it names beside. Any other mail comes back as it is. `own`: our addresses, normalised.
 */
export function throughOwnList(mail: ParsedMail, header: Header, own: ReadonlySet<string>): ParsedMail {
  if (!namesUs(header, own)) return mail;
  const from = mail.addresses.find(({ role }) => role === 'from') ?? null;
  const writer = from === null || !own.has(normalAddress(from.address)) ? null : writerOf(header, own);
  const addresses =
    writer === null
      ? mail.addresses
      : mail.addresses.map((one) => (one === from ? { role: 'from' as const, ...writer } : one));
  const bare = { ...header, fields: header.fields.filter((field) => !isAdded(field)) };
  const automatic = automaticReason(bare, (writer ?? from)?.address ?? null);
  const thanks = mail.thanks || (automatic === null && mail.text !== '' && isThanksMail(mail.text, [...mail.parts]));
  return { ...mail, addresses, automatic, thanks };
}

/** What list programs add; List-Unsubscribe of the group's own is among it. */
const isAdded = ({ name, value }: Header['fields'][number]): boolean =>
  /^(list-.*|mailing-list|feedback-id)$/.test(name) || (name === 'precedence' && /^\s*(list|bulk)\b/i.test(value));

function namesUs(header: Header, own: ReadonlySet<string>): boolean {
  const posts = fieldValues(header, 'list-post').flatMap((value) =>
    [...value.matchAll(/mailto:([^>?\s]+)/gi)].map((match) => normalAddress(match[1] ?? '')),
  );
  const ids = fieldValues(header, 'list-id').map((value) =>
    (/<([^<>]+)>/.exec(value)?.[1] ?? value).trim().toLowerCase(),
  );
  return (
    posts.some((address) => own.has(address)) || [...own].some((address) => ids.includes(address.replace('@', '.')))
  );
}

function writerOf(header: Header, own: ReadonlySet<string>): Address | null {
  for (const name of ['x-original-from', 'reply-to', 'x-original-sender']) {
    const found = readAddresses(fieldValue(header, name) ?? '').find(
      ({ address }) => address !== '' && !own.has(normalAddress(address)),
    );
    if (found !== undefined) return found;
  }
  return null;
}
