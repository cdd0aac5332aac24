import { type Case, isDone, isOpen } from '../../domain/case.ts';
import type { FiledOnly } from '../../domain/entry.ts';
import type { ParsedMail } from '../../domain/incoming.ts';
import { type Spoken, turnAfterMove, waitingSince } from '../../domain/standing.ts';
import { SPAM } from '../../domain/tag.ts';
import { isBlocked } from '../../store/blocked-senders.ts';
import { type CasePatch, getCase, tagsOf, updateCase } from '../../store/cases.ts';
import { spokenIn } from '../../store/entries.ts';
import { mailsFrom } from '../../store/live-signs.ts';
import type { Store } from '../../store/open.ts';
import type { Writing } from '../../store/writing.ts';

const HOUR = 3_600_000;
/** So many mails of one address in an hour bring cases back; what comes after them is filed. */
const MOST_AN_HOUR = 5;

/**
 * Is this mail one too many of its sender within the hour? Counted by our clock, and only where the mails' own dates
 * lie together too: what waited on the server over a weekend is no flood.
 */
export const isFlood = (store: Store, from: string, at: number, now: number): boolean =>
  from !== '' && mailsFrom(store, from, now - HOUR, at - HOUR) >= MOST_AN_HOUR;

/** Why a mail in this case changes nothing of it, or null: it does. */
export function filedOnly(
  store: Store,
  into: Case,
  parsed: ParsedMail,
  from: string,
  flood: boolean,
): FiledOnly | null {
  if (parsed.automatic !== null) return 'automatic';
  if (isBlocked(store, from) || tagsOf(store, into.number).includes(SPAM)) return 'spam';
  // of a case that waits for us, thanks and floods change nothing anyway
  if (isOpen(into.status)) return null;
  if (parsed.thanks && spokenIn(store, into.number).some(isAnswer)) return 'thanks';
  return flood ? 'flood' : null;
}

const isAnswer = (entry: Spoken): boolean =>
  entry.party === 'agent' && entry.automatic === null && (entry.type === 'message' || entry.type === 'call');

/** A mail that is only filed moves nothing but the date of the case's last change. */
export function noteFiled(writing: Writing, number: number): void {
  updateCase(writing, getCase(writing.store, number), { updatedAt: writing.now });
}

const awake = ({ snooze }: Case): CasePatch => (snooze !== null && snooze.mode !== 'firm' ? { snooze: null } : {});

/** New words of the customer: the case is ours again, and awake unless it sleeps firmly. `at`: when they were written. */
export function noteWords(writing: Writing, number: number, at: number): void {
  const now = getCase(writing.store, number);
  updateCase(writing, now, {
    status: now.status === 'new' ? 'new' : 'open',
    waitingSince: waitingSince(spokenIn(writing.store, number)) ?? at,
    solvedAt: null,
    unread: true,
    updatedAt: writing.now,
    ...awake(now),
  });
}

/** Words of ours that another program sent: nobody waits for them any more. What is done, or a department's, stays so. */
export function noteOurWords(writing: Writing, number: number): void {
  const now = getCase(writing.store, number);
  const turn = isDone(now.status) ? {} : turnAfterMove(now.status, spokenIn(writing.store, number), false);
  const answered = isOpen(now.status) && turn.status === 'pending';
  updateCase(writing, now, { ...turn, ...(answered ? { unread: false } : {}), updatedAt: writing.now });
}

/** An answer of ours (the entry `lost`) did not arrive: somebody must see to it. What is closed stays closed. */
export function noteLost(writing: Writing, number: number, lost: number): void {
  const now = getCase(writing.store, number);
  const heard = spokenIn(writing.store, number).filter((entry) => entry.id !== lost);
  const back: CasePatch = {
    status: now.status === 'new' ? 'new' : 'open',
    waitingSince: waitingSince(heard),
    solvedAt: null,
  };
  const turn = now.status === 'closed' ? {} : { ...back, ...awake(now) };
  updateCase(writing, now, { ...turn, unread: true, updatedAt: writing.now });
}
