import { domainToASCII } from 'node:url';
import * as z from 'zod';
import type { Address } from '../../domain/entry.ts';
import { DeskError } from '../../domain/errors.ts';

/** One label of a domain, in letters of any script (RFC 5891); its punycode is measured below. */
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?`;
const DOMAIN = new RegExp(String.raw`^${LABEL}(?:\.${LABEL})*$`, 'u');
/** dot-atom (RFC 5322 3.2.3); quoted local parts are in no use that is worth their dangers. */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const ASCII_DOMAIN = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;

/** One addr-spec as a server takes it: a local part in ASCII, a domain in ASCII or, given in letters, its punycode. */
export const addrSpec = z
  .string()
  .max(320)
  .refine((text) => wireForm(text) !== null)
  .transform((text) => wireForm(text) ?? '');

/** A Message-ID without its < >. */
export const messageIdText = z
  .string()
  .max(900)
  .regex(/^[^\s<>@\p{C}]+@[^\s<>@\p{C}]+$/u)
  // what is not ASCII would be sent as something else (RFC 6532 needs SMTPUTF8)
  .refine((id) => !/[^!-~]/.test(id));

function wireForm(text: string): string | null {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (at < 1 || local.length > 64 || !LOCAL.test(local) || !DOMAIN.test(domain)) return null;
  const ascii = /^[\0-\x7f]*$/.test(domain) ? domain : domainToASCII(domain);
  return ascii.length <= 253 && ASCII_DOMAIN.test(ascii) ? `${local}@${ascii}` : null;
}

/**
 * The address as it goes into the envelope and the header. Throws `bad-address`, and `address-not-ascii` for a local part
 * that most servers would refuse (it needs SMTPUTF8, RFC 6531).
 */
export function wireAddress(address: string): string {
  const checked = addrSpec.safeParse(address);
  if (checked.success) return checked.data;
  const local = address.slice(0, address.lastIndexOf('@'));
  const needsUtf8 = /^[\p{L}\p{M}\p{N}._+-]+$/u.test(local) && /[^\0-\x7f]/.test(local);
  throw new DeskError('bad-value', needsUtf8 ? 'address-not-ascii' : 'bad-address', { address });
}

/** Reads one address as it is typed: `lan@example.vn` or `Lan Nguyễn <lan@example.vn>`. Throws as `wireAddress`. */
export function typedAddress(typed: string): Address {
  const text = typed.trim();
  const match = /^([^<>]*)<([^<>]*)>$/.exec(text);
  const [, name = '', bracketed = ''] = match ?? [];
  const address = match === null ? text : bracketed.trim();
  wireAddress(address);
  const plain = name.trim().replace(/^"(.*)"$/, '$1');
  if (/\p{Cc}/u.test(plain)) throw new DeskError('bad-value', 'bad-address', { address: typed });
  return { name: plain, address };
}
