import type { EntryType, Party } from '../domain/entry.ts';
import type { Score } from '../domain/rating.ts';
import { FAMILY } from './merges.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** An entry as clocks and ledgers read it: no texts are read for it. */
export interface HistoryEntry {
  readonly id: number;
  readonly type: EntryType;
  readonly party: Party;
  readonly direction: 'in' | 'out' | null;
  readonly at: number | null;
  /** when a mail came in live: its date is its sender's word */
  readonly cameAt: number | null;
  readonly automatic: string | null;
  readonly thanks: 0 | 1;
  /** written at this desk, so that what followed for the case is an event */
  readonly here: 0 | 1;
}

/** A change that counts: what was taken back has never been. */
export interface HistoryEvent {
  readonly at: number | null;
  readonly field: 'created' | 'status' | 'priority' | 'snooze' | 'mood';
  readonly old: string | null;
  readonly new: string | null;
  readonly verb: string;
}

/** What happened in a case, for its clocks and its customer's ledger, each in the order in which it came in. */
export interface CaseHistory {
  readonly entries: readonly HistoryEntry[];
  readonly events: readonly HistoryEvent[];
  readonly ratings: readonly { readonly at: number; readonly score: Score }[];
}

type Of<Row> = Row & { readonly number: number };

const ENTRY = `e.case_number AS number, e.id, e.type, e.party, e.direction, e.at, e.came_at AS cameAt, e.automatic, e.thanks,
  e.at_source IS 'clock' AS here`;
/** A bulk change may have been taken back but for some cases. */
const EVENT = `e.case_number AS number, e.at, e.field, e.old, e.new, a.verb`;
const COUNTS = `e.field IN ('created', 'status', 'priority', 'snooze', 'mood')
  AND (a.undone_by IS NULL OR EXISTS (
    SELECT 1 FROM actions u, json_each(u.kept) k WHERE u.id = a.undone_by AND k.value = e.case_number))`;
/** The history of one case; ratings of those that it took in count as its own. */
export function historyOf(store: Store, number: number): CaseHistory {
  return {
    entries: prepared<[number], HistoryEntry>(
      store,
      `SELECT ${ENTRY} FROM entries e WHERE e.case_number = ? ORDER BY e.id`,
    ).all(number),
    events: prepared<[number], HistoryEvent>(
      store,
      `SELECT ${EVENT} FROM events e JOIN actions a ON a.id = e.action WHERE e.case_number = ? AND ${COUNTS} ORDER BY e.id`,
    ).all(number),
    ratings: prepared<[number], { at: number; score: Score }>(
      store,
      `${FAMILY} SELECT at, score FROM ratings WHERE case_number IN (SELECT number FROM family) ORDER BY at, id`,
    ).all(number),
  };
}

/** The histories of these cases, read at once: a customer may have a hundred. */
export function historiesOf(store: Store, numbers: readonly number[]): (number: number) => CaseHistory {
  const wanted = JSON.stringify(numbers);
  const rows = <Row>(sql: string): Map<number, Row[]> =>
    Map.groupBy(prepared<[string], Of<Row>>(store, sql).all(wanted), ({ number }) => number);
  const entries = rows<HistoryEntry>(
    `SELECT ${ENTRY} FROM json_each(?) n CROSS JOIN entries e ON e.case_number = n.value ORDER BY e.id`,
  );
  const events = rows<HistoryEvent>(
    `SELECT ${EVENT} FROM json_each(?) n CROSS JOIN events e ON e.case_number = n.value JOIN actions a ON a.id = e.action
      WHERE ${COUNTS} ORDER BY e.id`,
  );
  const ratings = rows<{ at: number; score: Score }>(
    `WITH RECURSIVE family (root, number) AS (
       SELECT value, value FROM json_each(?)
       UNION SELECT f.root, c.number FROM cases c JOIN family f ON c.merged_into = f.number)
     SELECT f.root AS number, r.at, r.score FROM family f CROSS JOIN ratings r ON r.case_number = f.number
      ORDER BY r.at, r.id`,
  );
  return (number) => ({
    entries: entries.get(number) ?? [],
    events: events.get(number) ?? [],
    ratings: ratings.get(number) ?? [],
  });
}
