import { domainToASCII } from 'node:url';

/** Scripts the agents read; a domain wholly in one of them needs no warning. */
const AGENT_SCRIPTS: readonly RegExp[] = [/^\p{sc=Latn}$/u, /^\p{sc=Thai}$/u];

/**
 * The punycode of the domain in an address or URL where its letters mix scripts or are of a script the agents do not
 * read, to be shown beside it; else null. `support@аpple.com` with a Cyrillic а: `xn--pple-43d.com`.
 */
export function domainWarning(address: string): string | null {
  const host = hostOf(address);
  if (/^[\0-\x7f]*$/.test(host)) return null;
  const labels = host.normalize('NFKC').split('.');
  const readable = labels.every((label) => {
    const letters = label.match(/\p{L}/gu) ?? [];
    return AGENT_SCRIPTS.some((script) => letters.every((letter) => script.test(letter)));
  });
  return readable ? null : domainToASCII(host) || '?';
}

function hostOf(address: string): string {
  const url = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?([^/?#:]*)/i.exec(address);
  if (url) return url[1] ?? '';
  return address.slice(address.lastIndexOf('@') + 1).replace(/[>\s].*$/su, '');
}
