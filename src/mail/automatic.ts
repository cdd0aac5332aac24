import { fieldValue, fieldValues, type Header } from './header.ts';

export type Automatic = 'bounce' | 'autoreply' | 'auto-submitted' | 'list' | 'bulk' | 'no-reply';

const DAEMON = /^(mailer-?daemon|postmaster|mail-daemon)(@|$)/i;
const NO_REPLY = /^([^@]*[-_.+])?(no[-_.]?reply|do[-_.]?not[-_.]?reply|no[-_.]?response)([-_.+][^@]*)?(@|$)/i;

/**
 * Why a mail was written by a machine, or null: such mail is never answered by a machine, does not reopen a case and
 * never waits. Read from the header only (RFC 3834, RFC 3464, RFC 2919, and what mailers use in fact).
 * `from` is the sender's address or null. A mailing list's mail is 'list', in an imported archive too.
 */
export function automaticReason(header: Header, from: string | null): Automatic | null {
  const has = (name: string): boolean => fieldValue(header, name) !== null;
  const word = (name: string): string => (fieldValue(header, name) ?? '').toLowerCase().replace(/[;\s(].*$/, '');
  const type = (fieldValue(header, 'content-type') ?? '').toLowerCase();
  const submitted = word('auto-submitted');
  const precedence = word('precedence');

  if (/^multipart\/report/.test(type) && !/disposition-notification|feedback-report/.test(type)) return 'bounce';
  if (has('x-failed-recipients') || DAEMON.test(from ?? '')) return 'bounce';
  if (submitted === 'auto-replied' || precedence === 'auto_reply') return 'autoreply';
  if (['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply-from'].some(has)) return 'autoreply';
  if (submitted !== '' && submitted !== 'no') return 'auto-submitted';
  if (/^multipart\/report/.test(type) || fieldValues(header, 'return-path').some((path) => /^<\s*>/.test(path)))
    return 'auto-submitted';
  if (has('list-id') || has('list-post') || has('mailing-list') || precedence === 'list') return 'list';
  if (precedence === 'bulk' || precedence === 'junk') return 'bulk';
  if (header.fields.some(({ name }) => name.startsWith('list-') || name === 'feedback-id')) return 'bulk';
  if (has('x-auto-response-suppress')) return 'auto-submitted';
  return NO_REPLY.test(from ?? '') ? 'no-reply' : null;
}
