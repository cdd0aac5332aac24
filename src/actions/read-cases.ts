import type { Context } from '../context.ts';
import type { Case, Status } from '../domain/case.ts';
import type { CommitmentRow } from '../domain/commitment.ts';
import type { Customer } from '../domain/customer.ts';
import type { Address, Entry } from '../domain/entry.ts';
import { DeskError } from '../domain/errors.ts';
import { type OwnFields, readFields } from '../domain/field-rows.ts';
import type { Envelope } from '../domain/outbox.ts';
import type { PageTitles } from '../domain/playbook/page.ts';
import { parseQuery, type Query } from '../domain/query.ts';
import type { Rating } from '../domain/rating.ts';
import { VIEWS, type ViewId } from '../domain/views.ts';
import { fieldRows } from '../store/case-fields.ts';
import { allTags, getCase, tagsOf, workingCase } from '../store/cases.ts';
import { casesOfCustomer, findCustomer } from '../store/customers.ts';
import { type Draft, draftFor } from '../store/drafts.ts';
import { entriesOf, getEntry } from '../store/entries.ts';
import { eventsOf, type StoredEvent } from '../store/events.ts';
import { type DoneAction, dataVersion, recentActions } from '../store/history.ts';
import { linkedTo } from '../store/links.ts';
import { countCases, countDue, findNumbers, type ListRow, queueCounts, rowsOf } from '../store/lists.ts';
import { mayBelongTo } from '../store/may-belong.ts';
import { mergedInto } from '../store/merges.ts';
import { ratingOf } from '../store/ratings.ts';
import { anySnoozeStops } from '../store/snooze-stops.ts';
import { composeReply, replyToElsewhere } from './compose-reply.ts';
import { type MailStanding, readMailStanding } from './mailing/mail-status.ts';
import { type Sender, sendersFor } from './mailing/senders.ts';
import { stateWhenSent } from './mailing/sending-account.ts';
import { titlesFor } from './page-titles.ts';
import { commitmentsForCustomer, commitmentsInCase } from './read-commitments.ts';
import { type CustomerCare, readCare } from './read-customers.ts';

export type { Draft, DraftType } from '../store/drafts.ts';
export type { StoredEvent } from '../store/events.ts';
export type { DoneAction } from '../store/history.ts';
export type { ListRow } from '../store/lists.ts';
export type { MailStanding } from './mailing/mail-status.ts';

/** The numbers of the cases a query finds, in its order; throws `bad-query`. */
export function findCases(context: Context, query: string, limit: number): number[] {
  return findNumbers(context.store, parseQuery(query), context.now(), limit);
}

/** The rows of these cases in this order, for a list; numbers that are gone are left out. */
export const readRows = (context: Context, numbers: readonly number[]): ListRow[] => rowsOf(context.store, numbers);

/** How many cases each view holds now. */
export function viewCounts(context: Context): Record<ViewId, number> {
  const count = (query: string): number => countCases(context.store, withoutSort(parseQuery(query)), context.now());
  const counted = VIEWS.map((view): [ViewId, number] => [view.id, count(view.query)]);
  const counts: Record<ViewId, number> = { inbox: 0, waiting: 0, theirs: 0, snoozed: 0, solved: 0, all: 0, overdue: 0 };
  for (const [id, cases] of counted) counts[id] = cases;
  return counts;
}

const withoutSort = (query: Query): Query => ({ ...query, sort: null });

/** How many cases a query finds. */
export const countFound = (context: Context, query: string): number =>
  countCases(context.store, parseQuery(query), context.now());

/** One case with everything that is shown of it. */
export interface CaseView {
  readonly case: Case;
  readonly customer: Customer | null;
  /** the customer's other cases, newest first */
  readonly others: readonly { number: number; subject: string; status: string; updatedAt: number | null }[];
  readonly tags: readonly string[];
  /** the cases that were merged into this one, newest merge first */
  readonly merged: readonly number[];
  /** cases that this one knows */
  readonly links: readonly { readonly number: number; readonly subject: string; readonly status: Status }[];
  /** what is to be done in it or was promised, and what was promised and not kept */
  readonly commitments: readonly CommitmentRow[];
  /** promises to the customer that were not kept, in other cases */
  readonly brokenPromises: readonly CommitmentRow[];
  /** what the customer is worth, and how her experiences stand; null without a customer */
  readonly care: CustomerCare | null;
  /** the fields of its kind */
  readonly own: OwnFields;
  /** the latest rating, which counts */
  readonly rating: Rating | null;
  readonly entries: readonly Entry[];
  readonly events: readonly StoredEvent[];
  /** what the steps and departments are called that its events name */
  readonly titles: PageTitles;
  readonly drafts: { readonly reply: Draft | null; readonly note: Draft | null };
  /** where an answer would go */
  readonly reply: Envelope;
  /** where the customer's mail asks for the answer instead, in another domain: only once the agent has said yes */
  readonly replyTo: Address | null;
  /** whom it can be from, the proposed one first; none where it is no mail */
  readonly senders: readonly Sender[];
  /** what would become of it: queued by an account, held without one, or passed on by hand */
  readonly replyState: 'queued' | 'held' | 'manual';
}

/** Reads a case whole; one that was merged is shown as what it is part of now. Throws `not-found`. */
export function readCase(context: Context, wanted: number): CaseView {
  const { store } = context;
  const found = workingCase(store, wanted);
  const { number } = found;
  const now = context.now();
  const entries = entriesOf(store, number);
  const events = eventsOf(store, number);
  const reply = composeReply(store, found, entries);
  return {
    case: { ...found, mayBelong: mayBelongTo(store, found) },
    customer: found.customer === null ? null : findCustomer(store, found.customer),
    others:
      found.customer === null ? [] : casesOfCustomer(store, found.customer).filter((other) => other.number !== number),
    tags: tagsOf(store, number),
    merged: mergedInto(store, number),
    links: linkedTo(store, number).map((other) => linkOf(getCase(store, other))),
    commitments: commitmentsInCase(store, number, now),
    brokenPromises:
      found.customer === null
        ? []
        : commitmentsForCustomer(store, found.customer, now).filter(
            (one) => one.stands === 'broken' && one.case !== number,
          ),
    care: found.customer === null ? null : readCare(context, found.customer),
    own: readFields(fieldRows(store, number)),
    rating: ratingOf(store, number),
    entries,
    events,
    titles: titlesFor(context, {
      steps: events.some(({ field }) => field === 'option'),
      departments: events.some(({ field }) => field === 'handoff' || field === 'department'),
    }),
    drafts: { reply: draftFor(store, number, 'reply'), note: draftFor(store, number, 'note') },
    reply,
    replyTo: replyToElsewhere(store, entries),
    senders: sendersFor(context, found, reply),
    replyState: stateWhenSent(store, found.channel, reply.from.address),
  };
}

const linkOf = ({ number, subject, status }: Case) => ({ number, subject, status });

/** The raw bytes that an entry came in as; throws `not-found` for an entry that was made here, or whose raw is missing. */
export function readSource(context: Context, entryId: number): Buffer {
  const entry = getEntry(context.store, entryId);
  if (entry.received === null) throw new DeskError('not-found', 'no-source', { id: entryId });
  const raw = context.store.raw().read(entry.received);
  if (raw === null) throw new DeskError('not-found', 'raw-missing', { id: entryId, sha256: entry.received });
  return raw;
}

/** What was done, newest first: the undo list. */
export const readHistory = (context: Context, limit: number): DoneAction[] => recentActions(context.store, limit);

export const readTags = (context: Context): string[] => allTags(context.store).map((one) => one.tag);

/** What the status line tells: who waits, and how mail does. */
export interface Standing {
  readonly waiting: number;
  /** ms */
  readonly oldestWaiting: number | null;
  /** cases of which something is due within the hour */
  readonly dueSoon: number;
  /** does a snooze stop any clock? */
  readonly snoozeStops: boolean;
  readonly mail: MailStanding;
}

export function readStanding(context: Context): Standing {
  const now = context.now();
  return {
    ...queueCounts(context.store, now),
    dueSoon: countDue(context.store, now, now + HOUR),
    snoozeStops: anySnoozeStops(context.store),
    mail: readMailStanding(context),
  };
}

const HOUR = 3_600_000;

/** Differs from the last call when another window or process has written. */
export const storeVersion = (context: Context): number => dataVersion(context.store);
