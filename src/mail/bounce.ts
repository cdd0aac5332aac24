import { Buffer } from 'node:buffer';
import { normalAddress } from '../domain/entry.ts';
import { fieldValue, fieldValues, type Header, scanHeader, trimContainer } from './header.ts';
import { messageIds } from './ids.ts';

/** failed: it did not arrive · delayed: it is still being tried · delivered: it arrived, or went on to others */
type Fate = 'failed' | 'delayed' | 'delivered';

/** What a delivery report says of the mail it is about. */
export interface Bounce {
  /** Message-IDs of that mail, without < > */
  readonly ids: readonly string[];
  readonly fate: Fate;
  /** enhanced status code (RFC 3463), "5.1.1", or null */
  readonly code: string | null;
  /** who did not get it, or null */
  readonly address: string | null;
}

/** So much of a report is looked at: what it says stands at its beginning, what it returns may be long. */
const READ_BYTES = 512 * 1024;
const MOST_BLOCKS = 5000;

/**
 * Reads a delivery report: the fields of RFC 3464, the header of the mail that it returns, and what the programs write
 * that know no such thing (qmail, Exim, old sendmail). Blocks of fields are looked for, not parts: reports are cut and
 * re-encoded on their way. Linear, never throws.
 */
export function readBounce(raw: Buffer): Bounce {
  const { mail } = trimContainer(raw.subarray(0, READ_BYTES));
  const header = scanHeader(mail);
  const body = mail.toString('latin1', header.bodyAt);
  const blocks = body.split(/\r?\n[ \t]*\r?\n/, MOST_BLOCKS).map(fieldsOf);
  const reports = blocks.filter(
    (block) => has(block, 'final-recipient') || (has(block, 'action') && has(block, 'status')),
  );
  const original = blocks.flatMap((block) => fieldValues(block, 'original-message-id'));
  const returned = blocks.find((block) => has(block, 'message-id') && RETURNED.some((name) => has(block, name)));
  const named = returned ?? blocks.find((block) => has(block, 'message-id'));
  const worst = worstOf(reports);
  return {
    ids: messageIds([...original, named === undefined ? '' : fieldValue(named, 'message-id')].join(' ')),
    fate: worst === null ? fateInWords(header, body) : fateOf(worst),
    code: (worst === null ? null : codeIn(fieldValue(worst, 'status'))) ?? codeIn(body.slice(0, 20_000)),
    address: addressOf(worst, header),
  };
}

/** Fields of which a returned header has at least one beside its Message-ID. */
const RETURNED = ['from', 'date', 'subject', 'received'];

const has = (block: Header, name: string): boolean => fieldValue(block, name) !== null;

/** A block of text as header fields; lines before the first one (a boundary, a sentence) are no fields and are skipped. */
const fieldsOf = (block: string): Header => scanHeader(Buffer.from(`${block.replace(/^\s+/, '')}\n\n`, 'latin1'));

/** Of a mail to several: one who did not get it, else one who waits, else any. */
function worstOf(reports: readonly Header[]): Header | null {
  const by = (fate: Fate): Header | undefined => reports.find((report) => fateOf(report) === fate);
  return by('failed') ?? by('delayed') ?? reports[0] ?? null;
}

/** RFC 3464 2.3.3: Action decides; a Status of 4 beside `failed` says why somebody gave up, not that they go on. */
function fateOf(report: Header): Fate {
  const action = /^[a-z]+/.exec((fieldValue(report, 'action') ?? '').toLowerCase())?.[0];
  if (action === 'failed' || action === 'delayed') return action;
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') return 'delivered';
  const code = codeIn(fieldValue(report, 'status'));
  if (code === null) return 'failed';
  return code.startsWith('2') ? 'delivered' : code.startsWith('4') ? 'delayed' : 'failed';
}

const DELAY =
  /\b(delayed|still (being )?(trying|retried)|will (be )?(retry|retried|keep trying|continue trying)|not yet been delivered|warning message only)\b/i;

/** Reports without fields are of mails that failed, unless they say that somebody goes on trying. */
const fateInWords = (header: Header, body: string): Fate =>
  !has(header, 'x-failed-recipients') && DELAY.test(`${fieldValue(header, 'subject') ?? ''}\n${body.slice(0, 4000)}`)
    ? 'delayed'
    : 'failed';

const codeIn = (text: string | null): string | null =>
  /(?:^|[\s#(])([245]\.\d{1,3}\.\d{1,3})(?![.\d])/.exec(text ?? '')?.[1] ?? null;

function addressOf(report: Header | null, header: Header): string | null {
  const told =
    report === null
      ? fieldValue(header, 'x-failed-recipients')
      : (fieldValue(report, 'final-recipient') ?? fieldValue(report, 'original-recipient'));
  const address = /[^\s;,<>]+@[^\s;,<>]+/.exec((told ?? '').slice(0, 1000))?.[0];
  return address === undefined ? null : normalAddress(address);
}
