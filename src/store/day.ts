import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** What an agent has done. */
export interface DayDone {
  /** cases answered, by message or call */
  readonly answered: number;
  readonly solved: number;
  readonly promisesKept: number;
}

interface Row {
  id: number;
  verb: string;
  at: number;
  cases: number | null;
}

/** What this agent has done since `from` (ms) and not taken back. Read from the end: only the day's own actions are met. */
export function doneSince(store: Store, agent: string, from: number): DayDone {
  const rows = prepared<[string], Row>(
    store,
    `SELECT id, verb, at, json_extract(facts, '$.cases') AS cases FROM actions
      WHERE author = ? AND parent IS NULL AND undone_by IS NULL ORDER BY id DESC`,
  ).iterate(agent);
  const done: Row[] = [];
  for (const row of rows) {
    if (row.at < from) break;
    done.push(row);
  }
  const of = (...verbs: readonly string[]): Row[] => done.filter(({ verb }) => verbs.includes(verb));
  const solved = prepared<[string], { n: number }>(
    store,
    `SELECT count(DISTINCT case_number) AS n FROM events
      WHERE action IN (SELECT value FROM json_each(?)) AND field = 'status' AND new = 'solved'`,
  ).get(JSON.stringify(of('set', 'reply').map(({ id }) => id)));
  return {
    answered: of('reply', 'call').reduce((sum, { cases }) => sum + (cases ?? 1), 0),
    solved: solved?.n ?? 0,
    promisesKept: of('promise-done').length,
  };
}
