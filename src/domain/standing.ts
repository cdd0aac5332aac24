import { isDone, type Status } from './case.ts';
import type { Entry } from './entry.ts';

/** What of an entry decides whose turn it is. */
export type Spoken = Pick<Entry, 'type' | 'at' | 'party' | 'direction' | 'automatic' | 'thanks'>;

/** What of the conversation follows for the case. */
export interface Standing {
  readonly status: Extract<Status, 'new' | 'open' | 'pending' | 'solved'>;
  readonly waitingSince: number | null;
  readonly solvedAt: number | null;
}

const isWord = (entry: Spoken): boolean =>
  (entry.type === 'message' || entry.type === 'call') && (entry.party === 'customer' || entry.party === 'agent');
const byPeople = (entry: Spoken): boolean => isWord(entry) && entry.automatic === null;
const byAgent = (entry: Spoken): boolean => entry.party === 'agent';

/** A customer's thanks for an answer of ours, or for a call: nobody waits after it, so it is no word that counts. */
function withoutThanks<One extends Spoken>(entries: readonly One[]): One[] {
  const firstAnswer = entries.findIndex((entry) => byPeople(entry) && byAgent(entry));
  return entries.filter(
    (entry, index) => !(entry.thanks && entry.party === 'customer' && firstAnswer >= 0 && index > firstAnswer),
  );
}

/** The words by which people wait and are answered: no notes, no automatic mail, no thanks for an answer. */
export const wordsThatCount = <One extends Spoken>(entries: readonly One[]): One[] =>
  withoutThanks(entries).filter(byPeople);

/**
 * The oldest unanswered word of the customer, ms, or null. Automatic mail never waits, nor do thanks for an answer, nor
 * a word without a date.
 * `entries` in the order of the timeline.
 */
export function waitingSince(entries: readonly Spoken[]): number | null {
  const words = wordsThatCount(entries);
  const unanswered = words.slice(words.findLastIndex(byAgent) + 1);
  return unanswered.find((entry) => entry.at !== null)?.at ?? null;
}

/**
 * Whose turn it is, from who spoke last; silent since before `solvedBefore` (ms, null: never) counts as solved, so that
 * an archive does not flood the inbox.
 */
export function standing(entries: readonly Spoken[], solvedBefore: number | null): Standing {
  const words = withoutThanks(entries).filter(isWord);
  const people = words.filter(byPeople);
  const deciding = people.length > 0 ? people : words;
  const lastAt = words.reduce<number | null>(
    (last, entry) => (entry.at === null ? last : Math.max(last ?? entry.at, entry.at)),
    null,
  );
  if (solvedBefore !== null && lastAt !== null && lastAt < solvedBefore)
    return { status: 'solved', waitingSince: null, solvedAt: lastAt };
  const last = deciding.at(-1);
  if (last !== undefined && byAgent(last)) return { status: 'pending', waitingSince: null, solvedAt: null };
  return { status: deciding.some(byAgent) ? 'open' : 'new', waitingSince: waitingSince(entries), solvedAt: null };
}

/**
 * Whose turn it is after entries have come into a case or left it: new, open and pending follow from who spoke last, a
 * department's turn stays one, and what is done comes back only where it `reopens`.
 */
export function turnAfterMove(status: Status, entries: readonly Spoken[], reopens: boolean): Partial<Turn> {
  if (isDone(status) && !reopens) return {};
  if (status === 'hold' || !entries.some(isWord)) return { waitingSince: waitingSince(entries) };
  return standing(entries, null);
}

type Turn = Pick<Standing, 'waitingSince'> & { readonly status: Status; readonly solvedAt: number | null };

/** A subject without the Re:, Fwd:, Trả lời:, ตอบ: that answers pile up before it. */
export function bareSubject(subject: string): string {
  const bare = subject
    .replace(/^(?:\s*(?:re|aw|sv|fwd?|wg|tr|trả lời|chuyển tiếp|ตอบ|ตอบกลับ|ส่งต่อ)(?:\[\d+\])?\s*[:：])+\s*/iu, '')
    .trim();
  return bare === '' ? subject.trim() : bare;
}
