import { readDate } from './dates.ts';

const LOOKS = /^From \S.*\d{1,2}:\d{2}.*\d{4}/;
const AT = /(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s.*$/;

/** Is this line the envelope line that begins a mail in an mbox (RFC 4155): `From `, a sender, a time and a year? */
export const isFromLine = (line: string): boolean => line.length < 1000 && LOOKS.test(line);

/**
 * The date of an mbox `From ` line in ms, or null. A line without a zone is read as UTC. The first second of 1970 is
 * what programs write (our own export too) where they know none.
 */
export function fromLineDate(line: string): number | null {
  const found = AT.exec(line.slice(0, 1000).replace(/\bremote from .*$/, ''));
  return (found && readDate(found[0])) || null;
}
