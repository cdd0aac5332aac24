import type { Address } from '../domain/entry.ts';
import { type Clean, clean, joinClean, joinCleanWith } from '../text/clean.ts';
import { domainWarning } from '../text/domain.ts';

/** `Lan Nguyễn <lan@example.vn>`: always the real address, with its punycode where the domain could deceive. */
export function addressText({ name, address }: Address): Clean {
  const shown = clean(address, 'identifier');
  const warning = domainWarning(address);
  const marked =
    warning === null ? shown : joinClean(shown, clean(' [', 'line'), clean(warning, 'identifier'), clean(']', 'line'));
  if (name === '' || name === address) return marked;
  if (address === '') return clean(name, 'line');
  return joinClean(clean(name, 'line'), clean(' <', 'line'), marked, clean('>', 'line'));
}

/** Several addresses in one line. */
export const addressesText = (addresses: readonly Address[]): Clean =>
  joinCleanWith(clean(', ', 'line'), addresses.map(addressText));
