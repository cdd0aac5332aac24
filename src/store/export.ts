import type { RecordOutbox } from '../domain/incoming.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** What of an entry only its export shows: what tells it from others, what it answers, how it lies in the outbox. */
export interface EntryBackground {
  readonly identity: string | null;
  /** Message-IDs, nearest first */
  readonly references: readonly string[];
  readonly outbox: RecordOutbox | null;
}

interface Row {
  id: number;
  identity: string | null;
  refs: string;
  state: RecordOutbox['state'] | null;
  messageId: string;
  envelope: string;
}

/** The background of every entry of a case, by entry. */
export function backgroundsOf(store: Store, number: number): Map<number, EntryBackground> {
  const rows = prepared<[number], Row>(
    store,
    `SELECT e.id, e.identity, o.state, o.message_id AS messageId, o.envelope,
            (SELECT json_group_array(r.message_id ORDER BY r.position) FROM message_refs r
              WHERE r.entry = e.id AND r.position > 0) AS refs
       FROM entries e LEFT JOIN outbox o ON o.entry = e.id WHERE e.case_number = ?`,
  ).all(number);
  return new Map(
    rows.map(({ id, identity, refs, state, messageId, envelope }) => {
      const value: unknown = JSON.parse(refs);
      const references = Array.isArray(value) ? value.map(String) : [];
      return [id, { identity, references, outbox: state === null ? null : { state, messageId, envelope } }];
    }),
  );
}

/** Cases that were merged into others, each after the one it leads to. */
export function mergedCases(store: Store): number[] {
  return prepared<[], { number: number }>(
    store,
    `WITH RECURSIVE merged (number, depth) AS (
       SELECT c.number, 1 FROM cases c JOIN cases t ON t.number = c.merged_into WHERE t.merged_into IS NULL
       UNION ALL SELECT c.number, m.depth + 1 FROM cases c JOIN merged m ON c.merged_into = m.number)
     SELECT number FROM merged ORDER BY depth, number`,
  )
    .all()
    .map((row) => row.number);
}
