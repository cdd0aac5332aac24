import { type Address, type AddressRole, normalAddress } from '../../domain/entry.ts';
import { bareSubject } from '../../domain/standing.ts';
import { insertCase } from '../../store/cases.ts';
import type { Writing } from '../../store/writing.ts';
import type { Filing } from './file-mail.ts';
import type { LightMail } from './light.ts';
import { customerAt } from './people.ts';

/** A new case for these mails, called by their first subject; whose turn it is is worked out when they are filed. */
export function openCase(writing: Writing, filing: Filing, mails: readonly LightMail[]): number {
  const { context, tally } = filing;
  const { subject, person } = introduction(filing, mails);
  const number = insertCase(writing, {
    uid: context.newId(),
    subject: bareSubject(subject),
    kind: 'service',
    topic: null,
    mood: null,
    status: 'new',
    priority: 'normal',
    channel: 'email',
    customer: customerAt(writing, context, tally, person),
    product: null,
    department: null,
    createdAt: mails.find((mail) => mail.at !== null)?.at ?? null,
    updatedAt: mails.find((mail) => mail.at !== null)?.at ?? null,
    waitingSince: null,
    solvedAt: null,
    snooze: null,
    unread: true,
    touchedAt: null,
  });
  tally.casesAdded.add(number);
  return number;
}

/** What the thread is about and with whom: the first sender who is not us, else the first we wrote to, else us. */
function introduction(
  { staging, own }: Filing,
  mails: readonly LightMail[],
): { subject: string; person: Address | null } {
  let subject = '';
  let wroteTo: Address | null = null;
  let us: Address | null = null;
  for (const { seq } of mails) {
    const { parsed } = staging.mail(seq);
    if (subject.trim() === '') subject = parsed.subject ?? '';
    const with_ = (role: AddressRole): Address | null =>
      parsed.addresses.find((one) => one.role === role && one.address !== '' && !own.has(normalAddress(one.address))) ??
      null;
    const from = with_('from');
    if (from !== null && subject.trim() !== '') return { subject, person: from };
    if (from !== null) return { subject: laterSubject(staging, mails), person: from };
    wroteTo ??= with_('to');
    us ??= parsed.addresses.find((one) => one.role === 'from' && one.address !== '') ?? null;
  }
  return { subject, person: wroteTo ?? us };
}

function laterSubject(staging: Filing['staging'], mails: readonly LightMail[]): string {
  for (const { seq } of mails) {
    const subject = staging.mail(seq).parsed.subject ?? '';
    if (subject.trim() !== '') return subject;
  }
  return '';
}
