import type { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import MimeNode from 'nodemailer/lib/mime-node';
import type { Address } from '../../domain/entry.ts';
import { DeskError } from '../../domain/errors.ts';
import type { Envelope } from '../../domain/outbox.ts';
import { messageIdText, wireAddress } from './address-check.ts';
import { flowText } from './flow.ts';
import { htmlOfMarkdown } from './markdown.ts';

/** A file that goes with a message. */
export interface Enclosed {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Everything that a message is made of: the same makes the same bytes. */
export interface Message {
  readonly envelope: Envelope;
  /** ends the subject's `Re:` with `[#42]`; null: not */
  readonly numberInSubject: number | null;
  readonly text: string;
  readonly parts: readonly Enclosed[];
  /** without < > */
  readonly messageId: string;
  /** ms */
  readonly date: number;
  readonly automatic: boolean;
  /** also as HTML, made from the text as Markdown */
  readonly html: boolean;
  /** of the text, for the HTML; null: nobody knows */
  readonly language: string | null;
  /** the address of ours that says which case an answer belongs to; null: answers go to From */
  readonly replyTo: string | null;
}

/** References written: the first and the last of them (RFC 5322 3.6.4 lets a long list be cut). */
const FIRST = 20;
const LAST = 20;

/**
 * The bytes of a message (RFC 5322, MIME). Bcc is in none of them. Throws DeskError for an address or a Message-ID that
 * is none.
 */
export async function composeMessage(message: Message): Promise<Buffer> {
  const { envelope, messageId, automatic } = message;
  const root = body(message);
  // the order in which they stand in the mail
  root.setHeader('Date', dateText(message.date));
  root.setHeader('From', header([envelope.from]));
  if (message.replyTo !== null) root.setHeader('Reply-To', header([{ name: '', address: message.replyTo }]));
  if (envelope.to.length > 0) root.setHeader('To', header(envelope.to));
  if (envelope.cc.length > 0) root.setHeader('Cc', header(envelope.cc));
  root.setHeader('Message-ID', unfolded(bracketed(messageId)));
  const references = shortened(envelope.references);
  const answered = references.at(-1);
  if (answered !== undefined) {
    root.setHeader('In-Reply-To', unfolded(bracketed(answered)));
    root.setHeader('References', references.map(bracketed).join(' '));
  }
  root.setHeader('Subject', subjectOf(envelope.subject, message.numberInSubject));
  if (automatic) {
    root.setHeader('Auto-Submitted', 'auto-replied'); // RFC 3834 5
    root.setHeader('X-Auto-Response-Suppress', 'All');
  }
  root.setHeader('MIME-Version', '1.0');
  return root.build();
}

/** In one line, also where it is long (RFC 5322 allows 998): many programs look for an id behind the field's name. */
const unfolded = (value: string) => ({ prepared: true, foldLines: false, value });

/** The subject as it is sent: `[#42]` after `Re:`, once. */
export function subjectOf(subject: string, number: number | null): string {
  const plain = oneLine(subject);
  if (number === null || plain.includes(`[#${number}]`)) return plain;
  const prefix = /^re:\s*/i.exec(plain)?.[0] ?? '';
  return `${prefix}[#${number}] ${plain.slice(prefix.length)}`.trim();
}

/** Who gets it, as bare addr-specs, each once: To, Cc and Bcc. Throws DeskError for one that is none. */
export function recipientsOf({ to, cc, bcc }: Pick<Envelope, 'to' | 'cc' | 'bcc'>): string[] {
  return [...new Set([...to, ...cc, ...bcc].map(({ address }) => wireAddress(address)))];
}

function body(message: Message): MimeNode {
  const { parts } = message;
  const baseBoundary = createHash('sha256').update(message.messageId).digest('hex').slice(0, 24);
  const options = { baseBoundary, boundaryPrefix: '--=_desk', disableFileAccess: true, disableUrlAccess: true };
  if (parts.length === 0) return words(message, (type) => new MimeNode(type, options));
  const root = new MimeNode('multipart/mixed', options);
  words(message, (type) => root.createChild(type, options));
  for (const { name, type, bytes } of parts) {
    const safe = /^[\w.+-]+\/[\w.+-]+$/.test(type) && !/^(?:multipart|message)\//i.test(type);
    const filename = oneLine(name) || 'file';
    const child = root.createChild(safe ? type : 'application/octet-stream', { ...options, filename });
    child.setHeader('Content-Transfer-Encoding', 'base64');
    child.setContent(bytes);
  }
  return root;
}

/** The text, and beside it the HTML where it is wanted. */
function words({ text, html, language }: Message, make: (type: string) => MimeNode): MimeNode {
  const flowed = flowText(withoutControls(text));
  if (!html) return filled(make('text/plain; charset=utf-8; format=flowed; delsp=no'), flowed);
  const both = make('multipart/alternative');
  filled(both.createChild('text/plain; charset=utf-8; format=flowed; delsp=no'), flowed);
  filled(both.createChild('text/html; charset=utf-8'), htmlOfMarkdown(withoutControls(text), language));
  return both;
}

/** Lines end in one; blanks at line ends, which format=flowed lives by, are kept safe by an encoding where one is needed. */
function filled(node: MimeNode, text: string): MimeNode {
  const whole = text.endsWith('\r\n') ? text : `${text}\r\n`;
  const plain = /^[\t\r\n\x20-\x7e]*$/.test(whole) && whole.split('\r\n').every((line) => line.length <= 78);
  const letters = whole.replace(/[^\0-\x7f]/g, '').length;
  node.setHeader(
    'Content-Transfer-Encoding',
    plain ? '7bit' : letters * 2 > whole.length ? 'quoted-printable' : 'base64',
  );
  node.setContent(whole);
  return node;
}

const header = (addresses: readonly Address[]): { name: string; address: string }[] =>
  addresses.map(({ name, address }) => ({ name: oneLine(name), address: wireAddress(address) }));

function bracketed(id: string): string {
  const checked = messageIdText.safeParse(id);
  if (!checked.success) throw new DeskError('bad-value', 'bad-message-id', { id });
  return `<${checked.data}>`;
}

/** What others gave as ids may be none; those are left out, as are the ones in the middle of a long list. */
function shortened(ids: readonly string[]): readonly string[] {
  const fit = ids.filter((id) => messageIdText.safeParse(id).success);
  return fit.length > FIRST + LAST ? [...fit.slice(0, FIRST), ...fit.slice(-LAST)] : fit;
}

/** RFC 5322 3.3, in UTC. */
const dateText = (ms: number): string => new Date(ms).toUTCString().replace('GMT', '+0000');

/** No value brings a line end or a control character into a header; what it says else stays. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .toWellFormed()
    .trim();

/** Line ends and tabs are what a text has of controls. */
const withoutControls = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed();
