import type { Entry } from '../../domain/entry.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const NEWLINE = Buffer.from('\n');

/**
 * A raw mail as it stands in an mbox of the mboxrd kind: every line that begins with any number of `>` and `From ` gets
 * one `>` more, so that taking one away gives the bytes back. A mail without a last line end gets one.
 */
export function mboxMail(entry: Pick<Entry, 'at' | 'addresses'>, raw: Buffer): Buffer {
  const quoted = Buffer.from(raw.toString('latin1').replace(/^(?=>*From )/gm, keepsLine), 'latin1');
  const end = quoted.at(-1) === 0x0a ? [NEWLINE] : [NEWLINE, NEWLINE];
  return Buffer.concat([Buffer.from(fromLine(entry)), quoted, ...end]);
}

/** `^` also stands after a lone CR, which ends no line in an mbox. */
function keepsLine(_found: string, at: number, whole: string): string {
  return at === 0 || whole[at - 1] === '\n' ? '>' : '';
}

function fromLine({ at, addresses }: Pick<Entry, 'at' | 'addresses'>): string {
  const from = addresses.find((one) => one.role === 'from')?.address ?? '';
  const sender = /^[!-~]{1,200}$/.test(from) ? from : 'MAILER-DAEMON';
  return `From ${sender} ${asctime(new Date(at !== null && at >= 0 && at < Date.UTC(9999, 0) ? at : 0))}\n`;
}

/** `Thu Jan  1 00:00:00 1970`, in UTC; that very moment stands for a date nobody knows. */
function asctime(date: Date): string {
  const day = String(date.getUTCDate()).padStart(2);
  const time = date.toISOString().slice(11, 19);
  return `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${day} ${time} ${date.getUTCFullYear()}`;
}
