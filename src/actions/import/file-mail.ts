import type { Context } from '../../context.ts';
import type { Address } from '../../domain/entry.ts';
import { normalAddress } from '../../domain/entry.ts';
import type { ParsedMail } from '../../domain/incoming.ts';
import { bareSubject, standing, waitingSince } from '../../domain/standing.ts';
import { parentIds } from '../../mail/thread.ts';
import { findCase, getCase, insertCase, updateCase } from '../../store/cases.ts';
import {
  caseOfMessage,
  casesNaming,
  entriesOf,
  entryWithIdentity,
  insertEntry,
  moveEntries,
} from '../../store/entries.ts';
import type { StagedMail, Staging } from '../../store/staging.ts';
import type { Writing } from '../../store/writing.ts';
import { customerAt } from './people.ts';
import type { Tally } from './report.ts';

export interface Filing {
  readonly context: Context;
  readonly staging: Staging;
  readonly tally: Tally;
  readonly own: ReadonlySet<string>;
  /** ms, or null: nothing comes in as solved */
  readonly solvedBefore: number | null;
}

/** Files one thread: into the case it belongs to, or a new one. Mails that are there already are only counted. */
export function fileThread(writing: Writing, filing: Filing, seqs: readonly number[]): void {
  const { tally, staging } = filing;
  const seen = new Set<string>();
  const mails = seqs
    .map((seq) => staging.mail(seq))
    .filter((mail) => {
      const same = seen.has(mail.identity) || entryWithIdentity(writing.store, mail.identity) !== null;
      seen.add(mail.identity);
      if (same) tally.unchanged += 1;
      return !same;
    })
    .sort(
      (a, b) => (a.parsed.at ?? Number.POSITIVE_INFINITY) - (b.parsed.at ?? Number.POSITIVE_INFINITY) || a.seq - b.seq,
    );
  if (mails.length === 0) return;
  const before = casesFor(writing, mails);
  if (before.length === 0) {
    fileInto(writing, filing, openCase(writing, filing, mails), mails);
    return;
  }
  const touched = before.filter((number) => getCase(writing.store, number).touchedAt !== null);
  if (touched.length === 0) {
    fileInto(writing, filing, joinCases(writing, tally, before), mails);
    return;
  }
  // an agent has worked here: cases stay as they are, and each mail goes to the one that holds its nearest parent
  for (const mail of mails) fileInto(writing, filing, nearestCase(writing, mail, touched[0] ?? before[0] ?? 0), [mail]);
}

/** Existing cases that these mails belong to, followed to where they were merged; oldest first. */
function casesFor(writing: Writing, mails: readonly StagedMail[]): number[] {
  const ids = mails.flatMap(({ parsed }) => [
    ...(parsed.messageId === null ? [] : [parsed.messageId]),
    ...parentIds(parsed),
  ]);
  const numbers = casesNaming(writing.store, [...new Set(ids)]).map((number) => {
    let found = findCase(writing.store, number);
    while (found !== null && found.mergedInto !== null) found = findCase(writing.store, found.mergedInto);
    return found?.number ?? number;
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** A later import showed that untouched cases are one thread: the oldest takes the others in. */
function joinCases(writing: Writing, tally: Tally, numbers: readonly number[]): number {
  const [target = 0, ...others] = numbers;
  for (const other of others) {
    moveEntries(writing, other, target);
    updateCase(writing, getCase(writing.store, other), { mergedInto: target, status: 'closed', waitingSince: null });
    tally.casesUpdated.add(other);
  }
  return target;
}

function nearestCase(writing: Writing, mail: StagedMail, otherwise: number): number {
  for (const id of parentIds(mail.parsed)) {
    const number = caseOfMessage(writing.store, id);
    if (number !== null) return findCase(writing.store, number)?.mergedInto ?? number;
  }
  return otherwise;
}

function openCase(writing: Writing, filing: Filing, mails: readonly StagedMail[]): number {
  const { context, tally, own } = filing;
  const first = mails[0]?.parsed;
  const subject = mails.map((mail) => mail.parsed.subject ?? '').find((one) => one.trim() !== '') ?? '';
  const customer = customerAt(writing, context, tally, otherSide(mails, own));
  const number = insertCase(writing, {
    uid: context.newId(),
    subject: bareSubject(subject),
    kind: 'service',
    topic: null,
    mood: null,
    status: 'new',
    priority: 'normal',
    channel: 'email',
    customer,
    product: null,
    department: null,
    createdAt: first?.at ?? null,
    updatedAt: first?.at ?? null,
    waitingSince: null,
    solvedAt: null,
    snooze: null,
    unread: true,
    touchedAt: null,
  });
  tally.casesAdded.add(number);
  return number;
}

/** Who the case is about: the first sender who is not us, else the first we wrote to. */
function otherSide(mails: readonly StagedMail[], own: ReadonlySet<string>): Address | null {
  const stranger = (role: string) => (one: Address & { role: string }) =>
    one.role === role && one.address !== '' && !own.has(normalAddress(one.address));
  const all = mails.flatMap((mail) => mail.parsed.addresses);
  return (
    all.find(stranger('from')) ??
    all.find(stranger('to')) ??
    all.find((one) => one.role === 'from' && one.address !== '') ??
    null
  );
}

export const isOurs = (parsed: ParsedMail, own: ReadonlySet<string>): boolean =>
  parsed.addresses.some((one) => one.role === 'from' && own.has(normalAddress(one.address)));

function fileInto(writing: Writing, filing: Filing, number: number, mails: readonly StagedMail[]): void {
  const { context, tally, own } = filing;
  const lastBefore = lastAt(writing, number);
  for (const { parsed, sha256, identity } of mails) {
    const ours = isOurs(parsed, own);
    const from = parsed.addresses.find((one) => one.role === 'from');
    insertEntry(writing, {
      uid: context.newId(),
      case: number,
      type: 'message',
      party: ours ? 'agent' : 'customer',
      direction: ours ? 'out' : 'in',
      channel: 'email',
      at: parsed.at,
      atSource: parsed.atSource,
      author: from === undefined ? '' : from.name === '' ? from.address : from.name,
      subject: parsed.subject,
      text: parsed.text,
      quoted: parsed.quoted,
      minutes: null,
      automatic: parsed.automatic,
      problem: parsed.problem,
      messageId: parsed.messageId,
      received: sha256,
      identity,
      parents: parentIds(parsed),
      addresses: parsed.addresses,
      parts: parsed.parts,
    });
    tally.added += 1;
  }
  if (!tally.casesAdded.has(number)) tally.casesUpdated.add(number);
  settleCase(writing, filing, number, lastBefore);
}

const lastAt = (writing: Writing, number: number): number =>
  entriesOf(writing.store, number).reduce((last, entry) => Math.max(last, entry.at ?? 0), 0);

/** Works out whose turn it is after mails came in. What an agent has decided stays, unless the customer wrote since. */
function settleCase(writing: Writing, filing: Filing, number: number, lastBefore: number): void {
  const { tally, solvedBefore } = filing;
  const now = getCase(writing.store, number);
  const entries = entriesOf(writing.store, number);
  const updatedAt = Math.max(now.updatedAt ?? 0, ...entries.map((entry) => entry.at ?? 0)) || null;
  if (now.touchedAt !== null) {
    const news = entries.some(
      (entry) => entry.direction === 'in' && entry.automatic === null && (entry.at ?? 0) > lastBefore,
    );
    const waiting = waitingSince(entries);
    if (news && waiting !== null) {
      const wakes = now.snooze !== null && now.snooze.mode !== 'firm';
      updateCase(writing, now, {
        status: 'open',
        waitingSince: waiting,
        solvedAt: null,
        unread: true,
        updatedAt,
        ...(wakes ? { snooze: null } : {}),
      });
    } else updateCase(writing, now, { updatedAt });
    return;
  }
  const stands = standing(entries, solvedBefore);
  const createdAt = entries.find((entry) => entry.at !== null)?.at ?? null;
  updateCase(writing, now, {
    ...stands,
    createdAt,
    updatedAt,
    unread: stands.status !== 'solved' && stands.status !== 'pending',
  });
  if (stands.status === 'solved' && tally.casesAdded.has(number)) tally.solved += 1;
}
