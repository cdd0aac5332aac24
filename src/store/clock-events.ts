import { type Case, isDone, isOpen, PRIORITIES, type Snooze, STATUSES, type Status } from '../domain/case.ts';
import { type CaseState, courseOf, lastState } from '../domain/clock/case-states.ts';
import { type CaseEvent, historyOf } from '../domain/clock/history.ts';
import type { EntryType, Party } from '../domain/entry.ts';
import { wordsThatCount } from '../domain/standing.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** What happened to a case, for its clocks, and how it began. */
export interface ClockEvents {
  readonly events: readonly CaseEvent[];
  readonly before: CaseState;
  /** when the last of it happened, ms: later than now where a mail's date is */
  readonly lastAt: number;
}

interface EntryRow {
  type: EntryType;
  party: Party;
  direction: 'in' | 'out' | null;
  at: number;
  automatic: string | null;
  thanks: number;
  here: number;
}

interface EventRow {
  at: number | null;
  field: 'created' | 'status' | 'priority' | 'snooze';
  old: string | null;
  new: string | null;
  verb: string;
}

/**
 * A mail that came in live counts from when it came, if it says that it was written later: its date is its sender's word.
 * `here`: written at this desk, so that what followed for the case is an event.
 */
const ENTRIES = `SELECT type, party, direction, min(at, coalesce(came_at, at)) AS at, automatic, thanks,
    at_source = 'clock' AS here
  FROM entries WHERE case_number = ? AND at IS NOT NULL AND type IN ('message', 'call') AND party IN ('customer', 'agent')
  ORDER BY id`;

/** What was taken back has never been; an import or a bulk change may have been taken back but for some cases. */
const EVENTS = `SELECT e.at, e.field, e.old, e.new, a.verb FROM events e JOIN actions a ON a.id = e.action
  WHERE e.case_number = ? AND e.field IN ('created', 'status', 'priority', 'snooze')
    AND (a.undone_by IS NULL OR EXISTS (
      SELECT 1 FROM actions u, json_each(u.kept) k WHERE u.id = a.undone_by AND k.value = e.case_number))
  ORDER BY e.id`;

/**
 * The events of a case as its clocks read them. What was merged in has brought its entries; an event without a time counts
 * at the one before it; words that were not written here say by themselves whose turn it was; and where all that does not
 * lead to how the case stands, as after an import that knew only its end, how it stands is right.
 */
export function clockEvents(store: Store, found: Case, schedule: string): ClockEvents {
  const entries = prepared<[number], EntryRow>(store, ENTRIES).all(found.number);
  const rows = prepared<[number], EventRow>(store, EVENTS).all(found.number);
  // what came in from elsewhere has left its events there, also where it had been written at a desk
  const cameIn = rows.some(({ field, verb }) => field === 'created' && FILING.has(verb));
  const words = entries.map(
    ({ here, thanks, ...entry }): WordRow => ({ ...entry, thanks: thanks === 1, here: here === 1 && !cameIn }),
  );
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
  const stands = lastState(courseOf(historyOf(events, at), before));
  if (stands.status !== found.status) {
    const solvedAt = isDone(found.status) ? (found.solvedAt ?? at) : at;
    events.push({ type: 'status', at: Math.max(solvedAt, lastTold(events)), to: found.status });
  }
  if (stands.priority !== found.priority) events.push({ type: 'priority', at, to: found.priority });
  if (tellSnooze(stands.snooze) !== tellSnooze(found.snooze)) events.push({ type: 'snooze', at, to: found.snooze });
  return { events, before, lastAt: events.reduce((latest, event) => Math.max(latest, event.at), at) };
}

interface WordRow extends Omit<EntryRow, 'thanks' | 'here'> {
  readonly thanks: boolean;
  readonly here: boolean;
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
