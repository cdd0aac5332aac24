import { type Case, isDone, isOpen, PRIORITIES, type Snooze, STATUSES, type Status } from '../domain/case.ts';
import { type CaseState, courseOf, lastState } from '../domain/clock/case-states.ts';
import { type CaseEvent, historyOf as clockHistory } from '../domain/clock/history.ts';
import { type Spoken, wordsThatCount } from '../domain/standing.ts';
import { type CaseHistory, type HistoryEntry, type HistoryEvent, historyOf } from './case-history.ts';
import type { Store } from './open.ts';

/** What happened to a case, for its clocks, and how it began. */
export interface ClockEvents {
  readonly events: readonly CaseEvent[];
  readonly before: CaseState;
  /** when the last of it happened, ms: later than now where a mail's date is */
  readonly lastAt: number;
}

/**
 * The events of a case as its clocks read them. What was merged in has brought its entries; an event without a time counts
 * at the one before it; words that were not written here say by themselves whose turn it was; and where all that does not
 * lead to how the case stands, as after an import that knew only its end, how it stands is right.
 */
export function clockEvents(
  store: Store,
  found: Case,
  schedule: string,
  { entries, events: all }: CaseHistory = historyOf(store, found.number),
): ClockEvents {
  const rows = all.filter((row): row is EventRow => row.field !== 'mood');
  // what came in from elsewhere has left its events there, also where it had been written at a desk
  const cameIn = rows.some(({ field, verb }) => field === 'created' && FILING.has(verb));
  const words = entries.flatMap((entry) => wordRow(entry, cameIn));
  const before = beginning(found, rows, schedule);
  let last = found.createdAt ?? 0;
  const told: CaseEvent[] = [];
  for (const row of rows) {
    last = row.at ?? last;
    const event = eventOf(row, last);
    if (event !== null) told.push(event);
  }
  const events = withTurns(words, told, before.status);
  const at = events.reduce((latest, event) => Math.max(latest, event.at), last);
  const stands = lastState(courseOf(clockHistory(events, at), before));
  if (stands.status !== found.status) {
    const solvedAt = isDone(found.status) ? (found.solvedAt ?? at) : at;
    events.push({ type: 'status', at: Math.max(solvedAt, lastTold(events)), to: found.status });
  }
  if (stands.priority !== found.priority) events.push({ type: 'priority', at, to: found.priority });
  if (tellSnooze(stands.snooze) !== tellSnooze(found.snooze)) events.push({ type: 'snooze', at, to: found.snooze });
  return { events, before, lastAt: events.reduce((latest, event) => Math.max(latest, event.at), at) };
}

type EventRow = HistoryEvent & { readonly field: Exclude<HistoryEvent['field'], 'mood'> };

interface WordRow extends Spoken {
  readonly at: number;
  readonly here: boolean;
}

/** A dated word; one that came in live counts from when it came, if it says that it was written later. */
function wordRow(
  { type, party, direction, at, cameAt, automatic, thanks, here }: HistoryEntry,
  cameIn: boolean,
): WordRow[] {
  if (at === null || (type !== 'message' && type !== 'call') || (party !== 'customer' && party !== 'agent')) return [];
  const counted = Math.min(at, cameAt ?? at);
  return [{ type, party, direction, automatic, at: counted, thanks: thanks === 1, here: here === 1 && !cameIn }];
}

/** When the status was told last, ms. */
const lastTold = (events: readonly CaseEvent[]): number =>
  events.reduce((last, { type, at }) => (type === 'status' ? Math.max(last, at) : last), 0);

/**
 * Words and changes in the order of time. After a word of ours that was not written here it was the customer's turn; after
 * one of hers ours again, if it was hers: the rule by which an import works out how a case stands.
 */
function withTurns(words: readonly WordRow[], told: readonly CaseEvent[], began: Status): CaseEvent[] {
  const counting = new Set(wordsThatCount(words));
  const all = [
    ...words.map(({ here, ...entry }, index) => ({ event: entryEvent(entry), word: words[index] ?? null })),
    ...told.map((event) => ({ event, word: null })),
  ].toSorted((one, other) => one.event.at - other.event.at);
  let status = began;
  return all.flatMap(({ event, word }): CaseEvent[] => {
    if (event.type === 'status') status = event.to;
    if (word === null || word.here || !counting.has(word)) return [event];
    const ours = word.party === 'agent';
    const next: Status = ours && isOpen(status) ? 'pending' : !ours && status === 'pending' ? 'open' : status;
    if (next === status) return [event];
    status = next;
    return [event, { type: 'status', at: event.at, to: next }];
  });
}

const entryEvent = ({ at, ...entry }: Omit<WordRow, 'here'>): CaseEvent => ({ type: 'entry', at, entry });

function eventOf({ field, new: to }: EventRow, at: number): CaseEvent | null {
  const status = STATUSES.find((one) => one === to);
  if (field === 'status') return status === undefined ? null : { type: 'status', at, to: status };
  const priority = PRIORITIES.find((one) => one === to);
  if (field === 'priority') return priority === undefined ? null : { type: 'priority', at, to: priority };
  return field === 'snooze' ? { type: 'snooze', at, to: snoozeTold(to) } : null;
}

/** What these file says how a case stands at its end, not how it began. */
const FILING: ReadonlySet<string> = new Set(['import', 'fetch', 'deliver']);

/** How the case stood before the first of its events; one that came in was new. */
function beginning(found: Case, rows: readonly EventRow[], schedule: string): CaseState {
  const first = (field: EventRow['field']): EventRow | undefined => rows.find((row) => row.field === field);
  const created = first('created');
  const cameIn = created !== undefined && FILING.has(created.verb);
  const status = cameIn ? 'new' : (created?.new ?? first('status')?.old ?? found.status);
  const priority = first('priority')?.old ?? found.priority;
  const snoozed = first('snooze');
  return {
    schedule,
    status: STATUSES.find((one) => one === status) ?? found.status,
    priority: PRIORITIES.find((one) => one === priority) ?? found.priority,
    snooze: snoozed === undefined ? found.snooze : snoozeTold(snoozed.old),
  };
}

/** Reads a snooze as an event tells it: `reply`, `until 2026-03-12T01:00:00.000Z`. */
function snoozeTold(text: string | null): Snooze | null {
  const [mode, until = ''] = (text ?? '').split(' ');
  if (mode === 'reply') return { mode, until: null };
  const at = Date.parse(until);
  return (mode === 'until' || mode === 'firm') && !Number.isNaN(at) ? { mode, until: at } : null;
}

const tellSnooze = (snooze: Snooze | null): string => (snooze === null ? '' : `${snooze.mode} ${snooze.until}`);
