import { type Address, normalAddress } from '../../domain/entry.ts';
import { bareSubject, type Spoken, standing } from '../../domain/standing.ts';
import { SPAM } from '../../domain/tag.ts';
import { insertCase, setTags } from '../../store/cases.ts';
import type { Staging } from '../../store/staging.ts';
import type { Writing } from '../../store/writing.ts';
import { type Filing, type FreshMail, isOurs } from './filing.ts';
import { customerAt } from './people.ts';
import { isSpam } from './spam.ts';

/** What the opening of a case goes by. */
type Opening = Pick<Filing, 'context' | 'tally' | 'own' | 'solvedBefore'> & { readonly staging: Pick<Staging, 'mail'> };

/**
 * A new case for these mails, called by their first subject; whose turn it is follows from who spoke last. `mayBelong`:
 * the case it may be part of.
 */
export function openCase(
  writing: Writing,
  filing: Opening,
  mails: readonly FreshMail[],
  mayBelong: number | null = null,
): number {
  const { context, tally } = filing;
  const subject = mails.map(({ head }) => head.subject).find((one) => one.trim() !== '') ?? '';
  const dates = mails.flatMap(({ head }) => (head.at === null ? [] : [head.at]));
  const worked = standing(
    mails.map((mail) => spokenBy(mail, filing.own)),
    filing.solvedBefore,
  );
  const spam = isSpam(writing, filing, mails);
  const stands = spam ? { status: 'solved' as const, waitingSince: null, solvedAt: lastOf(dates) } : worked;
  const number = insertCase(writing, {
    uid: context.newId(),
    subject: bareSubject(subject),
    kind: 'service',
    topic: null,
    mood: null,
    priority: 'normal',
    channel: 'email',
    customer: customerAt(writing, context, tally, otherSide(filing, mails)),
    product: null,
    department: null,
    createdAt: dates[0] ?? null,
    updatedAt: lastOf(dates),
    ...stands,
    snooze: null,
    unread: stands.status === 'new' || stands.status === 'open',
    touchedAt: null,
    mayBelong,
  });
  if (spam) setTags(writing, number, [SPAM], dates[0] ?? null);
  tally.casesAdded.add(number);
  if (stands.status === 'solved') tally.solved += 1;
  return number;
}

const lastOf = (dates: readonly number[]): number | null =>
  dates.reduce<number | null>((last, at) => Math.max(last ?? at, at), null);

function spokenBy({ head }: FreshMail, own: ReadonlySet<string>): Spoken {
  const ours = isOurs(head, own);
  const { at, automatic, thanks } = head;
  return { type: 'message', at, automatic, thanks, party: ours ? 'agent' : 'customer', direction: ours ? 'out' : 'in' };
}

/** With whom the thread is: the first sender who is not us, else the first we wrote to, else us. */
function otherSide({ staging, own }: Opening, mails: readonly FreshMail[]): Address | null {
  const isStranger = (one: Address): boolean => one.address !== '' && !own.has(normalAddress(one.address));
  const sender = mails.flatMap(({ head }) => head.from).find(isStranger);
  if (sender !== undefined) return sender;
  for (const { seq } of mails) {
    const to = staging.mail(seq).parsed.addresses.find((one) => one.role === 'to' && isStranger(one));
    if (to !== undefined) return to;
  }
  return mails.flatMap(({ head }) => head.from)[0] ?? null;
}
