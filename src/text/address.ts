import { type Clean, clean, joinClean, joinCleanWith } from './clean.ts';
import { domainWarning } from './domain.ts';

interface Address {
  readonly name: string;
  readonly address: string;
}

/** An address as it is, with the punycode beside it where its letters could deceive. */
export function bareAddress(address: string): Clean {
  const shown = clean(address, 'identifier');
  const warning = domainWarning(address);
  return warning === null
    ? shown
    : joinClean(shown, clean(' [', 'line'), clean(warning, 'identifier'), clean(']', 'line'));
}

/** `Lan Nguyễn <lan@example.vn>`: never the name alone, which the sender chose. */
export function addressText({ name, address }: Address): Clean {
  if (name === '' || name === address) return bareAddress(address);
  if (address === '') return clean(name, 'line');
  return joinClean(clean(name, 'line'), clean(' <', 'line'), bareAddress(address), clean('>', 'line'));
}

/** Several addresses in one line. */
export const addressesText = (addresses: readonly Address[]): Clean =>
  joinCleanWith(clean(', ', 'line'), addresses.map(addressText));

/** The real names of the domains in a text whose letters could deceive, each once. */
export function deceivingDomains(text: string): string[] {
  const found = text.split(/\s+/).flatMap((word) => {
    const link = word.indexOf('://');
    if (link < 0 && !word.includes('@')) return [];
    return domainWarning(link < 0 ? word : `http${word.slice(link)}`) ?? [];
  });
  return [...new Set(found)];
}
