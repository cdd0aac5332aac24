import { createHmac, timingSafeEqual } from 'node:crypto';

/** What one of our own signed ids says: the case it was given for. */
export interface Minted {
  readonly case: number;
}

/**
 * The Message-ID (without < >) of a message in a case: `<case>.<unique>.<signature>@<domain>`. The signature is the first
 * 8 bytes (hex) of HMAC-SHA256 under this desk's key: whoever names a case in an id of his own joins nothing.
 */
export function mintMessageId(key: string, number: number, unique: string, domain: string): string {
  return `${number}.${unique}.${signature(key, `${number}.${unique.toLowerCase()}`)}@${domain}`;
}

/** Reads an id that was minted under this key, whatever its domain; null for any other. Letters' case does not count. */
export function readMintedId(key: string, id: string): Minted | null {
  const match = /^(\d{1,12})\.([\w-]{1,100})\.([0-9a-f]{16})@/i.exec(id);
  if (match === null) return null;
  const [, number = '', unique = '', signed = ''] = match;
  return isSigned(key, `${number}.${unique.toLowerCase()}`, signed) ? { case: Number(number) } : null;
}

/** The part after the plus in `care+42.signature@shop.example`: mail to that address belongs to the case. */
export const mintPlusToken = (key: string, number: number): string => `${number}.${signature(key, `plus ${number}`)}`;

/** Reads such an address; null where there is no token, or not one of ours. */
export function readPlusToken(key: string, address: string): Minted | null {
  const match = /\+(\d{1,12})\.([0-9a-f]{16})@/i.exec(address);
  if (match === null) return null;
  const [, number = '', signed = ''] = match;
  return isSigned(key, `plus ${number}`, signed) ? { case: Number(number) } : null;
}

/** The case that an id or an address of our form names, whoever signed it; null for any other form. */
export function readClaim(text: string): number | null {
  const match = /^(\d{1,12})\.[\w-]{1,100}\.[0-9a-f]{16}@/i.exec(text) ?? /\+(\d{1,12})\.[0-9a-f]{16}@/i.exec(text);
  return match === null ? null : Number(match[1]);
}

const signature = (key: string, text: string): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex').slice(0, 16);

function isSigned(key: string, text: string, signed: string): boolean {
  return timingSafeEqual(Buffer.from(signature(key, text)), Buffer.from(signed.toLowerCase()));
}
