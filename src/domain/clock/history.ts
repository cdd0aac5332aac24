import type { Priority, Snooze, Status } from '../case.ts';
import type { Spoken } from '../standing.ts';

/** What happened to a case, at `at` ms; `id` is what an undo names. */
export type CaseEvent = Timed & (Fact | Join);

interface Timed {
  readonly at: number;
  readonly id?: string;
}

type Fact =
  | { readonly type: 'entry'; readonly entry: Omit<Spoken, 'at'> }
  | { readonly type: 'status'; readonly to: Status }
  | { readonly type: 'priority'; readonly to: Priority }
  | { readonly type: 'schedule'; readonly to: string }
  /** null: woken by hand */
  | { readonly type: 'snooze'; readonly to: Snooze | null }
  | { readonly type: 'merged-away' };

type Join =
  | { readonly type: 'merge-in'; readonly events: readonly CaseEvent[] }
  | { readonly type: 'undo'; readonly of: string };

/** A fact that holds, after undos and merges. */
export type Happened = Timed & Fact;

/**
 * What holds at `now`, in the order of time (help-desks.md 4, "Reopen rate": "undo … is not a reopen"): what was undone has
 * never been, an undone undo neither. A case that was merged in brings what was said in it at its own time; what was set
 * on it, its status or its snooze, ended with it.
 */
export function historyOf(events: readonly CaseEvent[], now: number): Happened[] {
  const undone = undoneOf(events, now);
  const holds = ({ at, id }: CaseEvent): boolean => at <= now && (id === undefined || !undone.has(id));
  const kept = (from: readonly CaseEvent[], own: boolean): Happened[] =>
    from.filter(holds).flatMap((event) => {
      if (event.type === 'undo') return [];
      if (event.type === 'merge-in') return kept(event.events, false);
      return own || event.type === 'entry' ? [event] : [];
    });
  return inOrder(kept(events, true));
}

/** The ids of what was undone; the last undo is read first, for only it can be sure to hold. */
function undoneOf(events: readonly CaseEvent[], now: number): ReadonlySet<string> {
  const undone = new Set<string>();
  const all = (from: readonly CaseEvent[]): CaseEvent[] =>
    from.flatMap((event) => (event.type === 'merge-in' ? [...all(event.events), event] : [event]));
  for (const event of inOrder(all(events)).reverse())
    if (event.type === 'undo' && event.at <= now && (event.id === undefined || !undone.has(event.id)))
      undone.add(event.of);
  return undone;
}

const inOrder = <One extends Timed>(events: readonly One[]): One[] =>
  events.toSorted((one, other) => one.at - other.at);
