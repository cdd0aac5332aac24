import type { Expectation, ProblemCode } from '../../domain/problem.ts';
import { grouped } from '../number.ts';
import { type Facts, sentence } from '../say.ts';

const expectations: Readonly<Record<Expectation, (facts: Facts) => string>> = {
  text: () => 'must be text',
  number: () => 'must be a number',
  'whole-number': () => 'must be a whole number',
  date: () => 'must be a date like 2026-03-12T09:00:00Z',
  'yes-no': () => 'must be true or false',
  list: () => 'must be a list',
  object: () => 'must be a group of fields in { }',
  address: () => 'must be a mail address, or { } with name and address',
  'one-of': (f) => `must be one of: ${f.values}`,
  'at-least': (f) => `must be at least ${f.least}`,
  'no-longer': (f) => `must have no more than ${grouped(Number(f.most))} letters`,
  'not-empty': () => 'must not be empty',
  sha256: () => 'must be a sha256 (64 hexadecimal digits)',
  'own-bytes': () => 'is not the sha256 of these bytes',
  'template-name': () => 'must be letters, digits and hyphens',
  body: () => 'must hold at least one text',
  other: () => 'can’t be like that',
};
/** What a value must be. */
export const expectation = (f: Facts): string => sentence(expectations, f.expected, f);
const wrong = (f: Facts): string => `${f.field || 'the record'} ${expectation(f)}`;

/** The status code a server gave, where it gave one. */
const code = (f: Facts): string => (f.code ? ` (${f.code})` : '');

/** What an import could not read or file. */
export const problems: Readonly<Record<ProblemCode, (facts: Facts) => string>> = {
  'empty-file': () => 'the file is empty',
  'not-mail': () => 'not a mail, mailbox or desk file',
  'before-first-mail': () => 'text before the first mail was not read',
  'source-broken': (f) => `can’t be read to its end (${f.cause})`,
  'line-too-long': (f) => `line ${f.line}: longer than ${f.megabytes} MB`,
  'line-not-json': (f) => `line ${f.line}: not JSON`,
  'line-wrong': (f) => `line ${f.line}: ${wrong(f)}`,
  'template-wrong': wrong,
  'html-deep': () => 'The HTML is nested too deep to be shown in full; the original is kept.',
  'html-long': (f) => `The HTML is longer than ${f.megabytes} MB and shown in part; the original is kept.`,
  'mail-long': (f) => `The mail is larger than ${f.megabytes} MB and was read in part; the original is kept.`,
  'mail-cut-short': (f) => `The mail could not be read to its end (${f.cause}); the original is kept.`,
  'text-unreadable': (f) => `The text could not be read (${f.cause}); the original is kept.`,
  'reader-slow': (f) => `The mail could not be read within ${f.seconds} s; the original is kept.`,
  'reader-memory': (f) => `The mail could not be read with ${f.megabytes} MB of memory; the original is kept.`,
  'reader-ended': () => 'The mail could not be read: its reader ended; the original is kept.',
  'reader-failed': (f) => `The mail could not be read: its reader failed (${f.cause}); the original is kept.`,
  'reader-closed': () => 'The mail was not read, because desk was ending; the original is kept.',
  'mail-too-large': (f) => `larger than ${f.megabytes} MB: not taken in`,
  'not-filed': (f) => `could not be filed (${f.cause}); the original is kept`,
  'server-unknown': (f) => `The server ${f.host} is not known: check its name, and the network.`,
  'server-unreachable': (f) => `${f.host}:${f.port} can’t be reached (${f.cause}).`,
  'server-silent': (f) => `${f.host} did not answer in time.`,
  'server-closed': (f) => `${f.host} ended the connection in the middle.`,
  'server-busy': (f) => `${f.host} takes nothing at the moment (${f.reply}).`,
  'server-odd': (f) => `${f.host} answers as no mail server does (${f.reply}).`,
  'certificate-wrong': (f) => `The certificate of ${f.host} is not to be trusted (${f.cause}); nothing was said to it.`,
  'tls-missing': (f) => `${f.host} offers no encryption (STARTTLS); nothing was said to it.`,
  'tls-failed': (f) => `No encrypted connection to ${f.host} came about (${f.cause}).`,
  'server-refused': (f) => `${f.host} said no: ${f.reply}`,
  'no-folder': (f) => `${f.host} has no folder “${f.folder}”, or lets nobody in there.`,
  'login-refused': (f) =>
    `${f.host} does not accept the login of ${f.user} (${f.code}): check the user and the password.`,
  'secret-unread': (f) => `The password can’t be read (${f.cause}).`,
  'message-refused': (f) => `The server does not take the message: ${f.reply}`,
  'message-too-large': (f) => `The message is larger than ${f.host} takes.`,
  'recipients-refused': (f) => `Sent, but not to ${f.addresses}: ${f.reply}`,
  'answer-missing': (f) => `The message was handed to ${f.host}, and no answer came: it may have left.`,
  'sender-gone': () => 'desk ended while it was sending: the message may have left.',
  'not-in-sent': () => 'It is not in Sent, so it had not left; it is sent again.',
  'not-composed': (f) => `The message can’t be put together (${f.cause}).`,
  'sent-copy-failed': (f) => `Sent, but no copy lies in Sent (${f.cause}).`,
  'id-reused': () => 'Another mail has the same Message-ID; both are kept.',
  bounced: (f) => `It did not reach ${f.address}: the mail server there returned it${code(f)}.`,
  delayed: (f) => `It has not reached ${f.address} yet; the mail server goes on trying${code(f)}.`,
  told: (f) => String(f.text),
};
