import type { Context } from '../../context.ts';
import { normalAddress } from '../../domain/entry.ts';
import { DeskError } from '../../domain/errors.ts';
import { asWritten, unfilledIn } from '../../domain/placeholders.ts';
import { SPAM } from '../../domain/tag.ts';
import { getCase, tagsOf } from '../../store/cases.ts';
import { entriesOf } from '../../store/entries.ts';
import { wasAnsweredAutomatically } from '../../store/live-signs.ts';
import { findTemplate } from '../../store/templates.ts';
import type { Writing } from '../../store/writing.ts';
import { composeReply } from '../compose-reply.ts';
import { fillTemplate } from '../fill-template.ts';
import { putInOutbox } from '../put-in-outbox.ts';
import type { Read } from './read-live.ts';

const DAY = 86_400_000;
/** Mail to these goes to nobody, or to a machine that answers. */
const NOBODY =
  /^(?:mailer-?daemon|postmaster|abuse|bounces?|(?:[^@]*[-_.+])?(?:no|do[-_.]?not)[-_.]?reply(?:[-_.+][^@]*)?)(?:[+][^@]*)?@/i;

/**
 * Answers a person's mail that opened a case with the account's template: once a day to one address, never to machines,
 * lists, ourselves, spam, a flood, or a sender whom our own server found to be another. A template that is gone or does
 * not fill answers nothing: the mail is filed all the same.
 */
export function answerFirst(writing: Writing, context: Context, number: number, arrival: Read): void {
  const { account, parsed, own, flood, authenticated } = arrival;
  if (account === null || account.autoReply === null || account.smtp === null) return;
  if (parsed.automatic !== null || flood || authenticated === 'fail') return;
  const { store } = writing;
  if (tagsOf(store, number).includes(SPAM)) return;
  const found = getCase(store, number);
  const envelope = composeReply(store, found, entriesOf(store, number));
  const [to] = envelope.to;
  const address = normalAddress(to?.address ?? '');
  if (address === '' || own.has(address) || own.has(arrival.from) || NOBODY.test(address)) return;
  if (wasAnsweredAutomatically(store, address, writing.now - DAY)) return;
  const text = words(context, number, account.autoReply);
  if (text === null) return;
  const from = { name: account.name, address: account.address };
  putInOutbox(writing, context, found, {
    envelope: { ...envelope, from },
    text,
    parts: [],
    leaveAt: null,
    automatic: true,
  });
}

function words(context: Context, number: number, name: string): string | null {
  const template = findTemplate(context.store, name);
  if (template === null) return null;
  try {
    const text = asWritten(fillTemplate(context, number, template).text);
    return text.trim() === '' || unfilledIn(text).length > 0 ? null : text;
  } catch (error) {
    if (error instanceof DeskError) return null;
    throw error;
  }
}
