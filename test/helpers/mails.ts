import type { ParsedMail } from '../../src/domain/incoming.ts';
import { readSources } from '../../src/intake/read.ts';
import { parseMail } from '../../src/mail/parse.ts';

/** A mail of a test: header lines and a body, with CRLF as on the wire. */
export const mailOf = (header: readonly string[], body = ''): Buffer =>
  Buffer.from([...header, '', ...body.split('\n')].join('\r\n'), 'utf8');

export const NO_HINTS = { fromLineAt: null, maildirAt: null };

/** What the parser makes of header lines and a body. */
export const parsed = (header: readonly string[], body = ''): Promise<ParsedMail> =>
  parseMail(mailOf(header, body), NO_HINTS);

export const sender = (mail: ParsedMail) => mail.addresses.find(({ role }) => role === 'from') ?? null;

export interface ReadMail {
  readonly source: string;
  readonly ref: string;
  readonly raw: Buffer;
  readonly parsed: ParsedMail;
}

/** All mails of some paths, parsed, and what could not be read. */
export async function readAll(...paths: string[]): Promise<{ mails: ReadMail[]; problems: string[] }> {
  const mails: ReadMail[] = [];
  const problems: string[] = [];
  for await (const incoming of readSources(paths)) {
    if (incoming.kind === 'problem') problems.push(`${incoming.ref}: ${incoming.problem.code}`);
    if (incoming.kind !== 'mail') continue;
    const { source, ref, raw } = incoming;
    mails.push({ source, ref, raw, parsed: await parseMail(raw, incoming) });
  }
  return { mails, problems };
}
