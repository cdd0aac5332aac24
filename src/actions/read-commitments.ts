import type { Context } from '../context.ts';
import {
  COMMITMENTS,
  type Commitment,
  type CommitmentKind,
  type CommitmentRow,
  isToDo,
  promiseStands,
} from '../domain/commitment.ts';
import { parseQuery } from '../domain/query.ts';
import { addDays } from '../domain/when/calendar.ts';
import { localOf, momentOf } from '../domain/when/zone.ts';
import {
  allCommitments,
  commitmentsOf,
  commitmentsOfCustomer,
  countAllToDo,
  countToDo,
  countWithoutCase,
  getCommitment,
  subjectOf,
  toDo,
} from '../store/commitments.ts';
import { type DayDone, doneSince } from '../store/day.ts';
import { countCases } from '../store/lists.ts';
import type { Store } from '../store/open.ts';

function rowOf(store: Store, one: Commitment, now: number): CommitmentRow {
  const stands =
    one.kind === 'promise' ? promiseStands(one, now) : isToDo(one) ? 'open' : one.doneAt === null ? 'dropped' : 'kept';
  return { ...one, ...subjectOf(store, one), stands };
}

/** Those of a kind: still to be done, or also all that were; the earliest first. */
export function readCommitments(context: Context, kind: CommitmentKind, all: boolean): CommitmentRow[] {
  const { store } = context;
  const found = all ? allCommitments(store, [kind]) : toDo(store, [kind], {}, Number.MAX_SAFE_INTEGER);
  const now = context.now();
  return found.map((one) => rowOf(store, one, now));
}

export const readCommitment = (context: Context, id: number): CommitmentRow =>
  aboutCommitment(context, getCommitment(context.store, id));

/** One as an action gives it, also a dry run's, with whom and what it is about. */
export const aboutCommitment = (context: Context, one: Commitment): CommitmentRow =>
  rowOf(context.store, one, context.now());

/** What was promised and is to be done in a case, and what was promised and not kept in it. */
export const commitmentsInCase = (store: Store, number: number, now: number): CommitmentRow[] =>
  commitmentsOf(store, number)
    .map((one) => rowOf(store, one, now))
    .filter(isOpenOrBroken);

/** The same of a customer, in whichever of her cases. */
export const commitmentsForCustomer = (store: Store, customer: number, now: number): CommitmentRow[] =>
  commitmentsOfCustomer(store, customer)
    .map((one) => rowOf(store, one, now))
    .filter(isOpenOrBroken);

const isOpenOrBroken = (row: CommitmentRow): boolean => isToDo(row) || row.stands === 'broken';

/** What is to be done, by day: over, today, later; each the earliest first. */
export interface Agenda {
  readonly overdue: readonly CommitmentRow[];
  readonly today: readonly CommitmentRow[];
  readonly coming: readonly CommitmentRow[];
  /** how many there are of each, of which only the first are listed */
  readonly counts: Readonly<Record<'overdue' | 'today' | 'coming', number>>;
}

/** Rows of one part of the day's list: more than one day's work, few enough to read in a frame. */
const AGENDA_ROWS = 150;

export function readAgenda(context: Context): Agenda {
  const { store } = context;
  const now = context.now();
  const { to } = dayOf(context, now);
  const parts = {
    overdue: { from: 0, until: now },
    today: { from: now, until: to },
    coming: { from: to, until: Number.MAX_SAFE_INTEGER },
  };
  const rows = (part: keyof typeof parts): CommitmentRow[] =>
    toDo(store, COMMITMENTS, parts[part], AGENDA_ROWS).map((one) => rowOf(store, one, now));
  const count = (part: keyof typeof parts): number => countAllToDo(store, parts[part].from, parts[part].until);
  return {
    ...{ overdue: rows('overdue'), today: rows('today'), coming: rows('coming') },
    counts: { overdue: count('overdue'), today: count('today'), coming: count('coming') },
  };
}

/** How many cases, or customers without one, are overdue, and how much of each kind is due in the rest of the day. */
export interface DayToDo {
  readonly overdue: number;
  readonly promises: number;
  readonly followUps: number;
}

const OVERDUE = parseQuery('is:overdue');

export function readDay(context: Context): DayToDo {
  const { store } = context;
  const now = context.now();
  const today = countToDo(store, now, dayOf(context, now).to);
  return {
    overdue: countCases(store, OVERDUE, now) + countWithoutCase(store, now),
    promises: today.promise,
    followUps: today['follow-up'],
  };
}

/** What this agent has done today. */
export const readDone = (context: Context): DayDone =>
  doneSince(context.store, context.agent, dayOf(context, context.now()).from);

/** The agent's day with that moment in it: [from, to) in ms. */
export function dayOf({ zone }: Pick<Context, 'zone'>, at: number): { from: number; to: number } {
  const day = localOf(at, zone());
  return {
    from: momentOf({ ...day, minutes: 0 }, zone()),
    to: momentOf({ ...addDays(day, 1), minutes: 0 }, zone()),
  };
}
