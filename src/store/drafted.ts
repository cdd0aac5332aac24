import { type Change, imageOf } from './changes.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';

/** Would taking this change back lose words that were typed since and are in no history: a draft, or the case of one? */
export function losesDraft(store: Store, change: Change): boolean {
  if (change.tbl === 'drafts') return typedOn(store, change);
  if (change.tbl !== 'cases' || change.op !== 'insert' || change.case_number === null) return false;
  return hasDraft(store, [change.case_number]);
}

/** Does a draft lie in one of these cases? */
export function hasDraft(store: Store, cases: readonly number[]): boolean {
  const sql = 'SELECT 1 FROM drafts WHERE case_number IN (SELECT value FROM json_each(?)) LIMIT 1';
  return prepared<[string], unknown>(store, sql).get(JSON.stringify(cases)) !== undefined;
}

/** Is the draft that the change put there no longer as it was put? Drafts are written outside of actions. */
function typedOn(store: Store, change: Change): boolean {
  if (change.op === 'delete') return false;
  const found = prepared<[string, string, number], { text: string; later: number }>(
    store,
    `SELECT d.text, d.updated_at > a.at AS later FROM drafts d, actions a
      WHERE d.case_number = json_extract(?, '$.case_number') AND d.type = json_extract(?, '$.type') AND a.id = ?`,
  ).get(change.key, change.key, change.action);
  if (found === undefined) return false;
  const { text } = imageOf(change.after ?? '{}');
  return change.op === 'insert' ? found.later === 1 : text !== undefined && found.text !== text;
}

/** The cases that a bulk action opened and in which a draft lies that did not come with it, or was typed on since. */
export function draftedSince(store: Store, family: readonly number[]): number[] {
  const own = `SELECT 1 FROM changes c JOIN actions a ON a.id = c.action
     WHERE c.op = 'insert' AND c.action IN (SELECT value FROM json_each(@family))`;
  return prepared<[{ family: string }], { number: number }>(
    store,
    `SELECT DISTINCT d.case_number AS number FROM drafts d
      WHERE EXISTS (${own} AND c.tbl = 'cases' AND c.key = json_object('number', d.case_number))
        AND NOT EXISTS (${own} AND c.tbl = 'drafts' AND a.at >= d.updated_at
          AND c.key = json_object('case_number', d.case_number, 'type', d.type))
      ORDER BY d.case_number`,
  )
    .all({ family: JSON.stringify(family) })
    .map((row) => row.number);
}
