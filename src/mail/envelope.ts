import type { Address, AddressRole } from '../domain/entry.ts';
import { readAddresses } from './addresses.ts';
import { fieldValues, type Header } from './header.ts';

export type RoleAddress = Address & { readonly role: AddressRole };

/** Header fields by the role their addresses play. Bounces and resends are told by other fields. */
const FIELDS: readonly (readonly [AddressRole, readonly string[]])[] = [
  ['sender', ['sender']],
  ['reply-to', ['reply-to']],
  ['to', ['to', 'apparently-to']],
  ['cc', ['cc']],
  ['bcc', ['bcc']],
  ['delivered-to', ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to']],
];

/**
 * Everybody named in a mail's header, by role; `fallback` is the charset for raw 8-bit names. From comes first and is
 * exactly one: of several From fields the first with an address; a From without one takes the address of Reply-To,
 * else of Sender; with no name either, there is no `from`.
 */
export function mailAddresses(header: Header, fallback: string | null): RoleAddress[] {
  const read = (names: readonly string[]): Address[] =>
    names.flatMap((name) => fieldValues(header, name).flatMap((value) => readAddresses(value, fallback)));
  const others = FIELDS.flatMap(([role, names]) =>
    unique(read(names).filter(({ address }) => address !== '')).map((address) => ({ role, ...address })),
  );
  const from = sender(read(['from']), others);
  return from ? [{ role: 'from', ...from }, ...others] : others;
}

function sender(written: readonly Address[], others: readonly RoleAddress[]): Address | null {
  const usable = written.find(({ address }) => address !== '');
  if (usable) return usable;
  const stand = others.find(({ role }) => role === 'reply-to') ?? others.find(({ role }) => role === 'sender');
  const name = written.find((one) => /[\p{L}\p{N}]/u.test(one.name))?.name ?? '';
  if (stand) return { name: name === '' ? stand.name : name, address: stand.address };
  return name === '' ? null : { name, address: '' };
}

function unique(addresses: readonly Address[]): Address[] {
  const seen = new Set<string>();
  return addresses.filter(({ name, address }) => {
    const key = `${address.toLowerCase()} ${name}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
