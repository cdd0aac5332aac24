import { getCase, workingCase } from '../../store/cases.ts';
import { draftFor } from '../../store/drafts.ts';
import { closeAsMerged, mergeCase } from '../../store/merges.ts';
import { caseOfMessage, casesNaming, entryWithIdentity } from '../../store/messages.ts';
import type { Writing } from '../../store/writing.ts';
import { type Filing, type FreshMail, isOurs } from './filing.ts';
import { insertMail } from './insert-mail.ts';
import type { LightMail } from './light.ts';
import { openCase } from './open-case.ts';
import type { Tally } from './report.ts';
import { noteDate, settleCase, stateOf } from './settle-case.ts';
import { isSpam } from './spam.ts';

/** Files one thread: into the case it belongs to, or a new one. Mails that are there already are only counted. */
export function fileThread(writing: Writing, filing: Filing, thread: readonly LightMail[]): void {
  const mails = freshOf(writing, filing, thread);
  if (mails.length === 0) return;
  const before = casesFor(writing, mails);
  const touched = before.filter((number) => getCase(writing.store, number).touchedAt !== null);
  const apart = touched[0] ?? drafted(writing, before)[1];
  if (apart !== undefined) fileApart(writing, filing, mails, apart);
  else if (before.length > 0) fileInto(writing, filing, joinCases(writing, filing.tally, before), mails);
  else insertMails(writing, filing, openCase(writing, filing, mails), mails);
}

/** The mails that are not in the store yet, each once. */
function freshOf(writing: Writing, { staging, tally }: Filing, thread: readonly LightMail[]): FreshMail[] {
  const seen = new Set<string>();
  const fresh = thread
    .map((mail) => ({ ...mail, head: staging.head(mail.seq) }))
    .filter(({ head: { identity } }) => {
      const same = seen.has(identity) || entryWithIdentity(writing.store, identity) !== null;
      seen.add(identity);
      return !same;
    });
  tally.unchanged += thread.length - fresh.length;
  return fresh;
}

/** Existing cases that these mails belong to, followed to where they were merged; oldest first. */
function casesFor(writing: Writing, mails: readonly FreshMail[]): number[] {
  const ids = new Set(
    mails.flatMap(({ messageId, parents }) => (messageId === null ? parents : [messageId, ...parents])),
  );
  const numbers = casesNaming(writing.store, ids).map((number) => workingCase(writing.store, number).number);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** Cases with words that somebody is writing; of two in one case, one draft would hide the other. */
const drafted = ({ store }: Writing, numbers: readonly number[]): number[] =>
  numbers.filter((number) => draftFor(store, number, 'reply') !== null || draftFor(store, number, 'note') !== null);

/** A later import showed that untouched cases are one thread: the oldest takes the others in. */
function joinCases(writing: Writing, tally: Tally, numbers: readonly number[]): number {
  const [target = 0, ...others] = numbers;
  for (const other of others) {
    const before = getCase(writing.store, other);
    mergeCase(writing, before, getCase(writing.store, target), before.updatedAt);
    closeAsMerged(writing, before, target, { updatedAt: before.updatedAt });
    tally.casesUpdated.add(other);
  }
  return target;
}

/** An agent has worked or is writing here: cases stay as they are, and each mail goes to the one that holds its nearest parent. */
function fileApart(writing: Writing, filing: Filing, mails: readonly FreshMail[], otherwise: number): void {
  const placed = new Map<string, number>();
  const groups = new Map<number, FreshMail[]>();
  for (const mail of mails) {
    const near = mail.parents
      .map((id) => placed.get(id) ?? caseOfMessage(writing.store, id))
      .find((number) => number !== null);
    const number = near === undefined ? otherwise : workingCase(writing.store, near).number;
    if (mail.messageId !== null) placed.set(mail.messageId, number);
    const group = groups.get(number);
    if (group) group.push(mail);
    else groups.set(number, [mail]);
  }
  for (const [number, group] of groups) fileInto(writing, filing, number, group);
}

function fileInto(writing: Writing, filing: Filing, number: number, mails: readonly FreshMail[]): void {
  const before = stateOf(writing.store, number);
  insertMails(writing, filing, number, mails);
  filing.tally.casesUpdated.add(number);
  if (isSpam(writing, filing, mails)) noteDate(writing, number);
  else settleCase(writing, filing, number, before);
}

function insertMails(writing: Writing, filing: Filing, number: number, mails: readonly FreshMail[]): void {
  for (const { seq, head } of mails) {
    const { parsed, sha256 } = filing.staging.mail(seq);
    const mail = { parsed, sha256, identity: head.identity, ours: isOurs(head, filing.own) };
    insertMail(writing, filing.context, number, mail);
  }
  filing.tally.added += mails.length;
}
