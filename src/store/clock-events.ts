import { type Case, PRIORITIES, type Snooze, STATUSES } from '../domain/case.ts';
import { type CaseState, courseOf, lastState } from '../domain/clock/case-states.ts';
import { type CaseEvent, historyOf } from '../domain/clock/history.ts';
import type { EntryType, Party } from '../domain/entry.ts';
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
}

interface EventRow {
  at: number | null;
  field: 'created' | 'status' | 'priority' | 'snooze';
  old: string | null;
  new: string | null;
}

/** A mail that came in live counts from when it came, if it says that it was written later: its date is its sender's word. */
const ENTRIES = `SELECT type, party, direction, min(at, coalesce(came_at, at)) AS at, automatic, thanks FROM entries
  WHERE case_number = ? AND at IS NOT NULL AND type IN ('message', 'call') AND party IN ('customer', 'agent') ORDER BY id`;

/** What was taken back has never been; an import or a bulk change may have been taken back but for some cases. */
const EVENTS = `SELECT e.at, e.field, e.old, e.new FROM events e JOIN actions a ON a.id = e.action
  WHERE e.case_number = ? AND e.field IN ('created', 'status', 'priority', 'snooze')
    AND (a.undone_by IS NULL OR EXISTS (
      SELECT 1 FROM actions u, json_each(u.kept) k WHERE u.id = a.undone_by AND k.value = e.case_number))
  ORDER BY e.id`;

/**
 * The events of a case as its clocks read them. What was merged in has brought its entries; an event without a time counts
 * at the one before it; and where the events do not lead to how the case stands, as after an import that knew only its
 * end, how it stands is right.
 */
export function clockEvents(store: Store, found: Case, schedule: string): ClockEvents {
  const entries = prepared<[number], EntryRow>(store, ENTRIES).all(found.number);
  const rows = prepared<[number], EventRow>(store, EVENTS).all(found.number);
  const events: CaseEvent[] = entries.map(({ at, thanks, ...entry }) => ({
    ...{ type: 'entry', at },
    entry: { ...entry, thanks: thanks === 1 },
  }));
  let last = found.createdAt ?? 0;
  for (const row of rows) {
    last = row.at ?? last;
    const event = eventOf(row, last);
    if (event !== null) events.push(event);
  }
  const before = beginning(found, rows, schedule);
  const at = events.reduce((latest, event) => Math.max(latest, event.at), last);
  const stands = lastState(courseOf(historyOf(events, at), before));
  if (stands.status !== found.status) events.push({ type: 'status', at, to: found.status });
  if (stands.priority !== found.priority) events.push({ type: 'priority', at, to: found.priority });
  if (told(stands.snooze) !== told(found.snooze)) events.push({ type: 'snooze', at, to: found.snooze });
  return { events, before, lastAt: at };
}

function eventOf({ field, new: to }: EventRow, at: number): CaseEvent | null {
  const status = STATUSES.find((one) => one === to);
  if (field === 'status') return status === undefined ? null : { type: 'status', at, to: status };
  const priority = PRIORITIES.find((one) => one === to);
  if (field === 'priority') return priority === undefined ? null : { type: 'priority', at, to: priority };
  return field === 'snooze' ? { type: 'snooze', at, to: snoozeTold(to) } : null;
}

/** How the case stood before the first of its events. */
function beginning(found: Case, rows: readonly EventRow[], schedule: string): CaseState {
  const first = (field: EventRow['field']): EventRow | undefined => rows.find((row) => row.field === field);
  const status = first('created')?.new ?? first('status')?.old ?? found.status;
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

const told = (snooze: Snooze | null): string => (snooze === null ? '' : `${snooze.mode} ${snooze.until}`);
