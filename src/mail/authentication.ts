import type { Authenticated } from '../domain/entry.ts';
import { fieldValues, type Header } from './header.ts';

/**
 * Reads the topmost Authentication-Results (RFC 8601) of the server called `authservId`; null where it wrote none. What
 * other servers claim counts for nothing. DMARC decides; without it SPF and DKIM do, where they are about From's domain.
 * Nothing is computed here: the MTA has done that.
 */
export function authenticationOf(header: Header, authservId: string | null, from: string): Authenticated | null {
  if (authservId === null) return null;
  const results = fieldValues(header, 'authentication-results')
    .map((value) => value.replace(/\((?:[^()\\]|\\.)*\)/g, ' ').split(';'))
    .find(([server = '']) => server.trim().split(/\s+/)[0]?.toLowerCase() === authservId.toLowerCase());
  if (results === undefined) return null;
  const said = results.slice(1).map(methodOf);
  const dmarc = said.find(({ method }) => method === 'dmarc')?.result;
  if (dmarc === 'pass' || dmarc === 'fail') return dmarc;
  const domain = (from.split('@').at(-1) ?? '').toLowerCase();
  const about = said.filter(({ method, domain: named }) => DOMAINS.has(method) && (named === '' || kin(named, domain)));
  if (about.some(({ result, domain: named }) => result === 'pass' && named !== '')) return 'pass';
  return about.some(({ result }) => result === 'fail') ? 'fail' : 'none';
}

/** Methods without DMARC, and the property in which each names the domain it is about. */
const DOMAINS: ReadonlyMap<string, RegExp> = new Map([
  ['spf', /smtp\.mailfrom\s*=\s*"?(?:[^\s"@]*@)?([^\s"@]+)/i],
  ['dkim', /header\.(?:d|i)\s*=\s*"?(?:[^\s"@]*@)?([^\s"@]+)/i],
]);

function methodOf(result: string): { method: string; result: string; domain: string } {
  const [, method = '', said = ''] = /^\s*([a-z0-9-]+)(?:\s*\/\s*\d+)?\s*=\s*([a-z]+)/i.exec(result) ?? [];
  const name = method.toLowerCase();
  const domain = DOMAINS.get(name)?.exec(result)?.[1]?.toLowerCase() ?? '';
  return { method: name, result: said.toLowerCase(), domain };
}

/** The same domain, or one under the other. */
const kin = (one: string, other: string): boolean =>
  one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
