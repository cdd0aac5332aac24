import type { Endpoint, Tls } from './mail-account.ts';

/** What a port means by custom (RFC 8314): these begin with TLS, the others with STARTTLS. */
const TLS_PORTS = new Set([993, 465]);
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;

/** Is it this very machine? Only towards it may a password go unencrypted. */
export const isThisMachine = (host: string): boolean => LOOPBACK.test(host);

/**
 * Reads `HOST:PORT`, `HOST` or `[::1]:PORT`; without a port it is `port`. `tls` left out follows from the port. Null:
 * no host name, or a port that is none.
 */
export function parseEndpoint(text: string, port: number, tls: Tls | null): Endpoint | null {
  const match = /^(\[[0-9a-f:.]+\]|[^\s:/@[\]]+)(?::(\d{1,5}))?$/i.exec(text.trim());
  if (match === null) return null;
  const [, host = '', written] = match;
  const number = written === undefined ? port : Number(written);
  if (number < 1 || number > 65_535) return null;
  return { host: host.replace(/^\[|\]$/g, ''), port: number, tls: tls ?? (TLS_PORTS.has(number) ? 'on' : 'starttls') };
}

/** The way `parseEndpoint` reads. */
export const endpointText = ({ host, port }: Endpoint): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
