import type { Buffer } from 'node:buffer';
import type { ParsedMail } from '../domain/incoming.ts';
import { type Problem, problemOf } from '../domain/problem.ts';
import { bodyCharset, bodyText } from './body.ts';
import { trimContainer } from './header.ts';
import { headerFacts, headersOnly } from './headers-only.ts';
import type { DateHints } from './mail-date.ts';
import { readMime } from './mime.ts';
import { foldQuotes } from './quotes.ts';
import { isThanksMail } from './thanks.ts';

/** Bytes of a mail that are parsed; the rest stays in the kept original. */
const PARSED_BYTES = 25 * 1024 * 1024;

/**
 * Reads a raw mail: header, text (verbatim Unicode, quoted tail apart), parts. `hints` are dates its container knows.
 * Never rejects: what can't be read is told in `problem`. Its time and memory are not bounded: see bounded.ts.
 */
export async function parseMail(raw: Buffer, hints: DateHints): Promise<ParsedMail> {
  try {
    return await parse(raw, hints);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return headersOnly(raw, hints, problemOf('text-unreadable', { cause }));
  }
}

async function parse(raw: Buffer, hints: DateHints): Promise<ParsedMail> {
  const { mail, fromLineAt } = trimContainer(raw.length > PARSED_BYTES ? raw.subarray(0, PARSED_BYTES) : raw);
  const mime = await readMime(mail);
  const body = bodyText(mime.root, mime.parts);
  const facts = headerFacts(mime.header, bodyCharset(mime.root), {
    ...hints,
    fromLineAt: hints.fromLineAt ?? fromLineAt,
  });
  const said = foldQuotes(body.text);
  const parts = mime.parts.map(({ content: _, ...part }) => part);
  return {
    ...facts,
    ...said,
    thanks: facts.automatic === null && isThanksMail(said.text, parts),
    parts,
    content: mime.content,
    problem: notWhole(raw, mime.stopped) ?? body.problem,
  };
}

function notWhole(raw: Buffer, stopped: string | null): Problem | null {
  if (stopped !== null) return problemOf('mail-cut-short', { cause: stopped });
  return raw.length > PARSED_BYTES ? problemOf('mail-long', { megabytes: PARSED_BYTES / (1024 * 1024) }) : null;
}
