import { type Address, normalAddress } from '../../domain/entry.ts';
import { typedAddress } from './address-check.ts';

/** What separates addresses in a line: commas and semicolons, not those in a quoted name. */
const APART = /[,;，]/u;

/** Reads a line of addresses, each by itself and each once; an empty line is none. Throws as `typedAddress`. */
export function typedAddresses(line: string): Address[] {
  const pieces = [''];
  let quoted = false;
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    if (APART.test(sign) && !quoted) pieces.push('');
    else pieces[pieces.length - 1] += sign;
  }
  const typed = pieces.filter((piece) => piece.trim() !== '').map(typedAddress);
  const normal = typed.map(({ address }) => normalAddress(address));
  return typed.filter((_, at) => normal.indexOf(normal[at] ?? '') === at);
}

/** The addresses as one would type them. */
export const asTyped = (addresses: readonly Address[]): string =>
  addresses
    .map(({ name, address }) => {
      const plain = name.replace(/["<>]/g, '').trim();
      if (plain === '') return address;
      return APART.test(plain) ? `"${plain}" <${address}>` : `${plain} <${address}>`;
    })
    .join(', ');
