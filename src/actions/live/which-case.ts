import type { Case } from '../../domain/case.ts';
import { normalAddress } from '../../domain/entry.ts';
import type { ParsedMail } from '../../domain/incoming.ts';
import { type Signs, subjectCore } from '../../mail/live-thread.ts';
import { findCase, workingCase } from '../../store/cases.ts';
import { casesWrittenBy, messagesWithId, type StoredMessage, takesPart } from '../../store/live-signs.ts';
import type { Store } from '../../store/open.ts';

/** Who sends a live mail, and what it carries. */
export interface Arrival {
  readonly parsed: ParsedMail;
  readonly signs: Signs;
  /** normalised; '' where it names nobody */
  readonly from: string;
  /** our own addresses, normalised */
  readonly own: ReadonlySet<string>;
  /** we wrote it ourselves */
  readonly ours: boolean;
  /** somebody else wrote it under an address of ours */
  readonly impostor: boolean;
}

/** Where a live mail goes. */
export interface Place {
  /** the case it joins, followed to where it was merged; null: a new one */
  readonly joins: Case | null;
  /** the case that a new one may be part of */
  readonly mayBelong: number | null;
  /** another mail has its Message-ID */
  readonly reusedId: boolean;
}

/** ms in which a mail of the same sender under the same subject may belong to the case. */
const SAME_SUBJECT_MS = 14 * 86_400_000;

/**
 * Which case a live mail joins: (a) by an id that we signed, (b) by an address that we signed, (c) by a stored id and
 * (d) by a number in the subject, where the sender takes part, (e) else none. A bounce joins by the mail of ours that it
 * returns. What is signed beats what is stored, wherever it stands; what joins nothing may still be shown.
 */
export function whichCase(store: Store, arrival: Arrival): Place {
  const { signs, parsed, ours, impostor } = arrival;
  // our own address stands in every case: it makes nobody take part
  const mayJoin = (number: number): boolean => ours || (!impostor && takesPart(store, number, arrival.from));
  const same = parsed.messageId === null ? [] : messagesWithId(store, parsed.messageId);
  const weak: number[] = [];
  const found =
    signed(store, signs) ??
    stored(store, arrival, mayJoin, weak) ??
    numbered(store, arrival, mayJoin, weak) ??
    same.find((one) => isCopy(one, arrival))?.case ??
    null;
  const joins = found === null ? null : working(store, found);
  if (joins !== null) return { joins, mayBelong: null, reusedId: same.length > 0 };
  const [first] = [...weak, ...signs.claimed, ...same.map((one) => one.case), ...sameSubject(store, arrival)].flatMap(
    (number) => working(store, number)?.number ?? [],
  );
  return { joins: null, mayBelong: first ?? null, reusedId: same.length > 0 };
}

/** The case an agent works in; null where there is none any more: undone is gone. */
const working = (store: Store, number: number): Case | null =>
  findCase(store, number) === null ? null : workingCase(store, number);

/** A mail we sent is where it lies now, also after a split; a token means the case it names. */
function signed(store: Store, { minted, tokens }: Signs): number | null {
  for (const { id, case: named } of minted) {
    const number = messagesWithId(store, id)[0]?.case ?? named;
    if (findCase(store, number) !== null) return number;
  }
  return tokens.find((number) => findCase(store, number) !== null) ?? null;
}

function stored(
  store: Store,
  { signs, parsed }: Arrival,
  mayJoin: (number: number) => boolean,
  weak: number[],
): number | null {
  const returns = parsed.automatic === 'bounce';
  for (const id of signs.ids) {
    const messages = messagesWithId(store, id);
    const found = messages.find((one) => (returns && one.direction === 'out') || mayJoin(one.case));
    if (found !== undefined) return found.case;
    weak.push(...messages.map((one) => one.case));
  }
  return null;
}

/** Numbers can be guessed, and so can our address: a mail of ours joins by one only if it goes to somebody of the case. */
function numbered(
  store: Store,
  { signs: { numbers }, parsed, ours, own }: Arrival,
  mayJoin: (number: number) => boolean,
  weak: number[],
): number | null {
  for (const number of numbers) {
    const found = working(store, number);
    if (found === null) continue;
    const reaches = (one: number): boolean =>
      parsed.addresses.some(
        ({ role, address }) =>
          RECIPIENTS.has(role) && !own.has(normalAddress(address)) && takesPart(store, one, address),
      );
    const may = ours ? reaches : mayJoin;
    if (may(number) || may(found.number)) return found.number;
    weak.push(found.number);
  }
  return null;
}

const RECIPIENTS: ReadonlySet<string> = new Set(['to', 'cc', 'bcc']);

/** The same sender's mail once more, with what a list wrote under it; under another subject it is another mail. */
const isCopy = (one: StoredMessage, { from, parsed, impostor }: Arrival): boolean =>
  from !== '' && !impostor && one.from === from && subjectCore(one.subject) === subjectCore(parsed.subject ?? '');

/** What the same person wrote under the same subject not long ago. Machines do nothing else, so theirs is no sign. */
function sameSubject(store: Store, { parsed, from, ours }: Arrival): number[] {
  const core = subjectCore(parsed.subject ?? '');
  if (parsed.automatic !== null || ours || from === '' || core === '' || parsed.at === null) return [];
  return casesWrittenBy(store, from, parsed.at - SAME_SUBJECT_MS)
    .filter((one) => subjectCore(one.subject) === core)
    .map((one) => one.number);
}

/** From's address as it is compared, or ''. */
export const senderOf = ({ addresses }: ParsedMail): string =>
  normalAddress(addresses.find(({ role }) => role === 'from')?.address ?? '');
